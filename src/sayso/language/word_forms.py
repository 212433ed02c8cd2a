"""Base forms: the endings of English inflection taken off, so that forms of one word compare equal.

A base form is a key and is never shown: "release" and "released" both give "releas".
"""

from functools import lru_cache

# Words whose form is kept: the common ones of a language, and those of the texts at hand.
_REMEMBERED = 1 << 15
# An ending is taken off if so many letters stay, one of them a vowel.
_SHORTEST_BASE = 3
_VOWELS = frozenset("aeiouy")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s")
_KEPT_S = ("ss", "us", "is")
_KEPT_DOUBLES = frozenset("lsz")


@lru_cache(maxsize=_REMEMBERED)
def base_form(folded: str) -> str:
    """Return a folded word without the ending of plural, past or gerund."""
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if stem == folded or (ending == "s" and folded.endswith(_KEPT_S)):
            continue
        if len(stem) < _SHORTEST_BASE or not _VOWELS & set(stem):
            continue
        return _closed(stem + "y" if ending in {"ied", "ies"} else stem)
    return _closed(folded)


def _closed(stem: str) -> str:
    """Undo a doubled consonant and a silent e: stopp, stop; release, releas."""
    doubled = stem[-1] == stem[-2:-1] and stem[-1] not in _VOWELS | _KEPT_DOUBLES
    if doubled and len(stem) > _SHORTEST_BASE:
        return stem[:-1]
    return stem[:-1] if stem.endswith("e") and len(stem) > _SHORTEST_BASE else stem
