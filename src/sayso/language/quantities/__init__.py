"""Quantities: numbers with their hedges, bounds, units and what they count, by a closed grammar."""

from sayso.language.quantities.find import find_quantities
from sayso.language.quantities.profiles import Expansion, Profile, profile, read_profiles

__all__ = ["Expansion", "Profile", "find_quantities", "profile", "read_profiles"]
