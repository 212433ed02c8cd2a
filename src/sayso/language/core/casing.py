"""Casing classes: what an uncased encoder is told about the letters of a word."""

from enum import IntEnum


class Casing(IntEnum):
    """Shape of a word; the numbers are rows of the encoder's token-type table."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGIT = 4
    CAPITAL = 5  # a single capital letter
    SYMBOL = 6
    SPECIAL = 7  # pieces that stand for no word


def casing(word: str) -> Casing:
    if word.isascii() and word.isalpha() and word.islower():
        return Casing.LOWER  # most words
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return Casing.DIGIT
    if not letters:
        return Casing.SYMBOL
    return _of_letters(letters)


def _of_letters(letters: list[str]) -> Casing:
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return Casing.LOWER
    if capitals == len(letters):
        return Casing.CAPITAL if capitals == 1 else Casing.UPPER
    return Casing.TITLE if capitals == 1 and letters[0].isupper() else Casing.MIXED
