"""Dates, times, durations and figures."""
