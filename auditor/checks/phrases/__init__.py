"""Checks on wording: phrases and grammar of another language, set phrases, what they say of the whole article."""
