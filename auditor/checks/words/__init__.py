"""Checks on single words: residue of another language, words stuck together, slips of the keyboard."""
