"""Forecasts and outcomes: what was foretold beside what later texts report."""
