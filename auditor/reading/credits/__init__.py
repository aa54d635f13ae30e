"""Who is named as the maker of copy or picture."""
