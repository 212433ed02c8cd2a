"""Echoes: claims of several documents that go back to one origin."""
