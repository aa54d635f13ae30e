"""The desk's gate: what is silenced and by whom, what was there before, and safe repairs of the copy."""
