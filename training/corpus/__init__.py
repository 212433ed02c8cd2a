"""The project's own annotated texts: format, resolution to characters, checks."""
