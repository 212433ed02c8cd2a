"""The trained core: one small encoder with heads, and what turns text into its input."""
