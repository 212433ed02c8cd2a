"""Statements: the content of one claim as words, ready to be compared with another's."""
