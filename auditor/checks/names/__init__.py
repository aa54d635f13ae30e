"""Checks on names of persons, places, bodies: spelling, convention, case ending, translation."""
