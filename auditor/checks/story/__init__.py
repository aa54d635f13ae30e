"""Checks of an article against the others of its story."""
