"""The language server: findings in an editor while copy is written. A door, as thin as the command line."""
