"""Statements: what one document reports that somebody claimed, as words.

A statement holds all that a comparison across documents needs, so that no comparison reads a text
again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache

from sayso.dates import DayInterval
from sayso.documents import ChainLink
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating, DoubtNote
from sayso.frozen import dataclass
from sayso.language.analysis import AttributionKind
from sayso.language.quote_marks import find_marks, pair_marks
from sayso.language.tokens import tokenize
from sayso.story.direction import Provenance
from sayso.story.statements.words import Word, WordKind, read_form
from sayso.text import Span

# More words than this are a speech; what is compared is how it begins.
_LONGEST = 250
# Fragments whose words are kept: the next document of a story is held against the same statements.
_REMEMBERED = 2_048
# Fewer telling words between marks are a term, not what somebody said.
_FEWEST_QUOTED = 3
# Marks behind which a capital says nothing, inside of what is claimed.
_ENDS = frozenset('.!?:“"')

UNKNOWN_DAY = DayInterval(None, None)

SameSpeaker = Callable[[str | None, str | None], bool | None]
Rarity = Callable[[str], float]
Meaning = Callable[[str, str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What a comparison has to know of the document that a claim stands in."""

    id: str
    text: str
    outlet: str | None = None
    chain: tuple[ChainLink, ...] = ()
    dated: DayInterval = UNKNOWN_DAY
    doubts: tuple[DoubtNote, ...] = ()

    @property
    def provenance(self) -> Provenance:
        dating = Dating(
            interval=self.dated, candidates=(), chosen=(), reasons=(), doubts=self.doubts
        )
        return Provenance(chain=self.chain, dating=dating)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The content of one claim as words.

    ``said`` is the day it was said, else the interval of the document. ``quoted`` says that all of
    it stands between quotation marks, ``own_voice`` that the outlet states it itself. ``forms`` are
    those of the words that tell, in order; ``counts`` tells how often each form of any word is
    there, ``by_form`` has the last word of each.
    """

    claim: str
    document: str
    content: tuple[Span, ...]
    text: str
    words: tuple[Word, ...]
    quoted: bool
    speaker: str | None = None
    force: Force | None = None
    polarity: Polarity | None = None
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    cue_text: str = ""
    said: DayInterval = UNKNOWN_DAY
    parent: str | None = None
    own_voice: bool = False
    forms: tuple[str, ...] = field(init=False, repr=False, compare=False)
    counts: Counter[str] = field(init=False, repr=False, compare=False)
    by_form: Mapping[str, Word] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for each pair that is compared.
        words = self.words
        forms = tuple([word.form for word in words if word.tells])
        object.__setattr__(self, "forms", forms)
        object.__setattr__(self, "counts", Counter([word.form for word in words]))
        object.__setattr__(self, "by_form", {word.form: word for word in words})

    def count(self, kind: WordKind) -> int:
        return sum(word.kind is kind for word in self.words)

    def quotation(self) -> "Statement | None":
        """Return what of it stands between quotation marks, if that is more than a term."""
        if self.quoted:
            return self
        inside = tuple(word for word in self.words if word.quoted)
        if sum(word.tells for word in inside) < _FEWEST_QUOTED:
            return None
        return replace(self, words=inside, quoted=True)

    def spans(self, first: int, end: int) -> tuple[Span, ...]:
        """Return the characters of the words from ``first`` up to ``end``, by fragments."""
        found: list[tuple[int, Span]] = []
        for word in self.words[first:end]:
            if found and found[-1][0] == word.fragment:
                found[-1] = word.fragment, Span(found[-1][1].start, word.end)
            else:
                found.append((word.fragment, word.span))
        return tuple(span for _, span in found)


def is_statement(claim: Claim) -> bool:
    """Say whether a claim was said or written, as far as is known: what was *not* said was not."""
    negated = claim.force is None and claim.polarity is Polarity.NEGATIVE
    return claim.is_speech and not negated


def read_statement(claim: Claim, facts: DocumentFacts) -> Statement:
    """Return what is claimed as words."""
    return Statement(
        claim=claim.id,
        document=facts.id,
        content=claim.content,
        text=" ".join(span.text_in(facts.text) for span in claim.content),
        words=tuple(_words(claim, facts.text))[:_LONGEST],
        quoted=claim.kind is AttributionKind.DIRECT,
        speaker=claim.speaker,
        force=claim.force,
        polarity=claim.polarity,
        source=claim.source,
        cue=claim.cue,
        cue_text=" ".join(span.text_in(facts.text) for span in claim.cue),
        said=claim.said or facts.dated,
        parent=claim.parent,
        own_voice=claim.is_own_voice,
    )


def _words(claim: Claim, text: str) -> Iterator[Word]:
    for number, fragment in enumerate(claim.content):
        offset = fragment.start
        for start, end, form, kind, tells, weight, quoted in _read_fragment(fragment.text_in(text)):
            yield Word(offset + start, offset + end, form, kind, tells, weight, quoted, number)


@lru_cache(maxsize=_REMEMBERED)
def _read_fragment(written: str) -> tuple[tuple[int, int, str, WordKind, bool, float, bool], ...]:
    """Return the words of a fragment, as far as they do not depend on where it stands."""
    tokens, marks = tokenize(written), _between_marks(written)
    found = []
    opens = True
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        token = written[start:end]
        if token.isalnum() or any(map(str.isalnum, token)):
            quoted = any(one.start <= start and end <= one.end for one in marks)
            found.append((start, end, *read_form(token, opens), quoted))
            opens = False
        opens = opens or token in _ENDS
    return tuple(found)


def _between_marks(written: str) -> list[Span]:
    """Return what stands between quotation marks; an open one reaches to the end of the content."""
    marks = find_marks(written, Span(0, len(written)))
    if not marks:
        return []
    pairing = pair_marks(written, marks)
    passages = [(left.end, right.start) for left, right in pairing.pairs]
    passages += [(mark.end, len(written)) for mark in pairing.unclosed[:1] if mark.nature != "either"]  # fmt: skip
    return [Span(start, end) for start, end in passages if start < end]


def same_name(left: str | None, right: str | None) -> bool | None:
    """Say whether two names of speakers may be one; ``None`` where a name is missing.

    A stand-in for a registry of actors: the last words agree, or one is the initials of the other.
    """
    first, second = _name(left), _name(right)
    if not first or not second:
        return None
    if first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first):
        return True
    initials = {"".join(word[0] for word in name if len(word) > 2) for name in (first, second)}  # noqa: PLR2004 -- "of", "a"
    if initials & {first[0], second[0]}:
        return True
    proper = all(name is not None and any(c.isupper() for c in name) for name in (left, right))
    return False if proper else None


def _name(name: str | None) -> tuple[str, ...]:
    folded = "".join(c if c.isalnum() else " " for c in (name or "").casefold()).split()
    return tuple(folded[1:] if folded[:1] == ["the"] else folded)
