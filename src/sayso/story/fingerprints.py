"""Fingerprints: few numbers per document by which a copy finds its original without reading it.

Two kinds are kept. Of each sentence the least hashes of its three-word sequences: a sentence that
returns whole or with few changes shares them (MinHash, Broder 1997, on sentences, so that a part
of a text is found as well as the whole). And each three consecutive numbers or names of the text:
they outlive a change of all other words.
"""

from collections.abc import Iterator
from hashlib import blake2b
from heapq import nsmallest
from itertools import chain

from sayso.frozen import dataclass
from sayso.language.function_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from sayso.story.wording import Sentence, Wording

SEQUENCE_KIND = "sequence"
ANCHOR_KIND = "anchor"
_WORDS = 3
_PER_SENTENCE = 3
_ANCHORS = 3
_KEY_BYTES = 8
# More of either kind is not needed to find a copy, and a book must not fill the index.
_MOST = 2_000
_CLOSED = AUXILIARIES | DETERMINERS | PREPOSITIONS | PRONOUNS | {"and", "or", "but", "that", "said"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """The keys of one document, as signed 64-bit integers, in increasing order."""

    sequences: tuple[int, ...]
    anchors: tuple[int, ...]


def take_fingerprints(wording: Wording) -> Fingerprints:
    """Return the fingerprints of a document; quotations leave none, for everybody may quote."""
    sequences = chain.from_iterable(map(_sequence_keys, wording.sentences))
    return Fingerprints(sequences=_kept(sequences), anchors=_kept(_anchor_keys(wording)))


def _kept(keys: Iterator[int]) -> tuple[int, ...]:
    return tuple(nsmallest(_MOST, set(keys)))


def _sequence_keys(sentence: Sentence) -> list[int]:
    if sentence.is_quotation:
        return []
    sequences = (sentence.own[at : at + _WORDS] for at in range(len(sentence.own) - _WORDS + 1))
    telling = {_key(words) for words in sequences if not _CLOSED.issuperset(words)}
    return nsmallest(_PER_SENTENCE, telling)


def _anchor_keys(wording: Wording) -> Iterator[int]:
    anchors = [anchor for sentence in wording.sentences for anchor in sentence.anchors]
    for at in range(len(anchors) - _ANCHORS + 1):
        some = tuple(anchors[at : at + _ANCHORS])
        if len(set(some)) == _ANCHORS:
            yield _key(some)


def _key(words: tuple[str, ...]) -> int:
    digest = blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES)
    return int.from_bytes(digest.digest(), signed=True)
