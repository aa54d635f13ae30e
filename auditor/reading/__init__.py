"""From bytes to a `Reading`: body and chrome, sentences, language, mentions, quotes, values, credits."""
