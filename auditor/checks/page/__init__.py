"""Checks on what the page left in the copy: furniture, cuts, doubles, damaged characters."""
