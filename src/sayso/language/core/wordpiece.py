"""Pieces: the sub-words an encoder sees, by greedy longest match over a fixed vocabulary.

The scheme is WordPiece as in BERT (Devlin et al. 2019), uncased: lower case, accents stripped,
punctuation split off, unknown words as one ``[UNK]``.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

# A longer word is no word; BERT's own limit.
_LONGEST = 100
_CONTINUES = "##"


class Pieces:
    """A vocabulary, and the pieces of each word seen so far."""

    __slots__ = ("_known", "_vocabulary", "begin", "end", "padding", "unknown")

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        missing = [t for t in ("[CLS]", "[SEP]", "[PAD]", "[UNK]") if t not in vocabulary]
        if missing:
            raise ValueError(f"the vocabulary lacks {', '.join(missing)}")
        self._vocabulary = dict(vocabulary)
        self._known: dict[str, tuple[int, ...]] = {}
        self.begin = vocabulary["[CLS]"]
        self.end = vocabulary["[SEP]"]
        self.padding = vocabulary["[PAD]"]
        self.unknown = vocabulary["[UNK]"]

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        """Read a vocabulary file, one piece to a line."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def __len__(self) -> int:
        return len(self._vocabulary)

    def of(self, word: str) -> tuple[int, ...]:
        """Return the pieces of one word, at least one."""
        found = self._known.get(word)
        if found is None:
            parts = [p for part in _parts(word) for p in self._match(part)]
            found = self._known[word] = tuple(parts) or (self.unknown,)
        return found

    def _match(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self.unknown]
        pieces, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                candidate = part[start:end] if start == 0 else _CONTINUES + part[start:end]
                number = self._vocabulary.get(candidate)
                if number is not None:
                    pieces.append(number)
                    break
                end -= 1
            else:
                return [self.unknown]
            start = end
        return pieces


def _parts(word: str) -> list[str]:
    """Split at punctuation and ideographs, lower-cased, without accents and control characters."""
    parts: list[str] = []
    joined = False
    for character in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(character)
        if category == "Mn" or category.startswith("C"):
            continue
        if category.startswith("Z"):
            joined = False
        elif _alone(character, category):
            parts.append(character)
            joined = False
        elif joined:
            parts[-1] += character
        else:
            parts.append(character)
            joined = True
    return parts


def _alone(character: str, category: str) -> bool:
    ascii_mark = character.isascii() and not character.isalnum()
    ideograph = (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
    )
    return ascii_mark or category.startswith("P") or ideograph
