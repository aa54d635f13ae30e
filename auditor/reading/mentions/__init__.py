"""Names of persons, bodies, places and craft, found without a list of them."""
