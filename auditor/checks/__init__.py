"""Checks: declarative units that yield hits, and the engine that runs them."""
