"""The store of one story: records in, records out."""
