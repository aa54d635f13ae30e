"""Entities over the corpus: which mentions are one, how each is spelt, which form is preferred."""
