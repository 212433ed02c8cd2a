"""Quality, speed and memory, measured on development sets and on what a benchmark makes itself."""
