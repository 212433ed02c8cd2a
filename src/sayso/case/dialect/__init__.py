"""All that holds for SQLite alone: connections, search over words, tables as they stand, expressions.

A case on PostgreSQL needs a second package with these modules and nothing else.
"""
