"""Inference: whether what one sentence says, its figures above all, follows from another."""
