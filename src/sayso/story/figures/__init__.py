"""Figures across documents: when two may be compared, what they then say, and how one moves."""
