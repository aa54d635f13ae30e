"""The languages whose words, names and bodies the tables hold, in the order of their columns."""

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "ru", "uk", "pt", "cs", "sv")
