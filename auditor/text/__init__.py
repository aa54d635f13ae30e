"""Text as such: tokens, sentences, languages, the lexicon."""
