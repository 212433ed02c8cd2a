"""Evidence in one document: its claims, figures, dated events, and when it was written."""
