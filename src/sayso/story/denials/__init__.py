"""Denials: what one says and another, or the same later, says is not so."""
