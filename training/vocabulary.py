"""The pieces that are kept of the base model's vocabulary: Latin script, digits, punctuation, symbols."""

import unicodedata

_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def kept_pieces(vocabulary: list[str]) -> list[int]:
    """Return the numbers of the pieces to keep; a piece of another script becomes unknown."""
    return [n for n, piece in enumerate(vocabulary) if piece in _SPECIAL or _kept(piece)]


def _kept(piece: str) -> bool:
    letters = piece.removeprefix("##")
    if piece.startswith("[") and len(piece) > 1:
        return False
    return all(c.isascii() or _mark(c) or _latin(c) for c in letters)


def _mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN")
