"""Checks of house style, where one is set."""
