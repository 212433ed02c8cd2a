"""Places across documents: which sites are one, and which may be."""
