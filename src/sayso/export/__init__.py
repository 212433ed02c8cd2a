"""Views written to files."""
