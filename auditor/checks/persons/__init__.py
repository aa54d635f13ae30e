"""Checks on pronouns: persons of the other sex, institutions told as persons."""
