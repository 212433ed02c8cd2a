"""When each text was written, as far as the other documents of a case tell."""
