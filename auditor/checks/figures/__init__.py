"""Checks on figures, amounts, times and dates: foreign forms, sums and spans that do not come out."""
