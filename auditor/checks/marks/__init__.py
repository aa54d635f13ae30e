"""Checks on punctuation, quotation marks and capitals."""
