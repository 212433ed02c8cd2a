"""Actors: who the names of many documents mean, kept so that no wrong merge is silent."""
