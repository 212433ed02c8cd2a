"""Across documents: copies, echoes, series, chronology."""
