"""Where copy came from: source language, agencies, who said what through whom."""
