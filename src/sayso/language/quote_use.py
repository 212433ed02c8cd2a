"""What a pair of quotation marks is used for: speech, distance, or a name."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from sayso.frozen import dataclass
from sayso.language.analysis import QuoteUse
from sayso.language.cues import Cue
from sayso.language.function_words import AUXILIARIES, IRREGULAR_PASTS, PRONOUNS
from sayso.language.segments import Segments
from sayso.language.word_lists import word_set
from sayso.text import Span

# Nouns of works and things that bear a name, and words that introduce one.
_WORKS = word_set(
    "book novel film movie documentary song single album track show series episode play musical opera"
    " poem essay article paper report study exhibition game programme program sitcom drama column"
    " painting sculpture ship yacht boat operation project campaign magazine newspaper podcast"
    " blog hymn ballad sketch video recording speech memoir autobiography"
)
_NAMED = word_set(
    "titled entitled headlined named nicknamed captioned christened codenamed hashtag"
)
_TERMED = word_set(
    "so-called called dubbed termed word words phrase term terms known meaning labelled labeled aka"
    " label slogan expression quote-unquote notion"
)
_SMALL = word_set("of the a an and in on to for from with at by or &")
# The content of speech ends so when the speaker is named behind it.
_PARTING = frozenset({",", "?", "!", "—", "–", "-", "--", "...", "…"})
# How far a reporting word is looked for before and behind the marks, in tokens.
_REACH_LEFT = 60
_REACH_RIGHT = 12
_LONG = 6
_SHORT = 2
_LONGEST_NICKNAME = 3
_LONGEST_TITLE = 12
# Words of four letters and more have capitals in headlines only.
_SHORTEST_TELLING = 4
# Longer passages are speech by their length: no more words than this are looked at.
_MOST = 60
_CONTRACTED = word_set("'s 're 'll 've 'm 'd ’s ’re ’ll ’ve ’m ’d let")
_OF_CLAUSES = AUXILIARIES | PRONOUNS | IRREGULAR_PASTS | _CONTRACTED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """The passage as token indices, within the sentence or sentences that hold it."""

    segments: Segments
    cues: Sequence[Cue]
    first: int  # first token of the content
    end: int  # behind its last
    before: int  # last token before the opening mark, or -1
    after: int  # first token behind the closing mark, or the number of tokens

    @property
    def words(self) -> tuple[str, ...]:
        end = min(self.end, self.first + _MOST)
        return tuple(w for w in self.segments.words[self.first : end] if w[0].isalnum())

    @property
    def last(self) -> str:
        """The last token between the marks."""
        return self.segments.words[self.end - 1] if self.end > self.first else ""

    def word(self, index: int) -> str:
        """Return a token in lower case; empty beyond the paragraph's neighbours."""
        return self.segments.lower[index] if 0 <= index < len(self.segments.lower) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for or against speech, with its weight and a passage on either side of it."""

    name: str
    weight: int
    holds: Callable[[_Passage], bool]
    fires: str
    silent: str


def judge_use(
    segments: Segments, cues: Sequence[Cue], content: Span, span: Span
) -> tuple[QuoteUse, tuple[str, ...]]:
    """Return the use of a passage and the names of the reasons that decided."""
    passage = _Passage(
        segments=segments,
        cues=cues,
        first=segments.first_token(content.start),
        end=segments.first_token(content.end),
        before=segments.first_token(span.start) - 1,
        after=segments.first_token(span.end),
    )
    if _is_nickname(passage):
        return QuoteUse.NAME, ("nickname",)
    if _is_title(passage):
        return QuoteUse.NAME, ("title",)
    reasons = tuple(e for e in EVIDENCE if e.holds(passage))
    names = tuple(e.name for e in reasons)
    speech = sum(e.weight for e in reasons) >= THRESHOLD
    return (QuoteUse.QUOTATION if speech else QuoteUse.SCARE), names


def _is_nickname(passage: _Passage) -> bool:
    """Say whether a name goes on behind one to three words: Ana "the Fox" Petrova."""
    words = passage.segments.words
    if passage.before < 0 or passage.after >= len(words):
        return False
    if not 1 <= len(passage.words) <= _LONGEST_NICKNAME or not passage.last[-1].isalnum():
        return False
    framed = _is_name_word(words[passage.before]) and _is_name_word(words[passage.after])
    return framed and not _in_headline(passage)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _in_headline(passage: _Passage) -> bool:
    """Say whether all words around are written with capitals, so that one more proves nothing."""
    words = passage.segments.words
    left = words[max(passage.before - 3, 0) : passage.before]
    right = words[passage.after + 1 : passage.after + 4]
    telling = [w for w in (*left, *right) if w.isalpha() and len(w) >= _SHORTEST_TELLING]
    capitals = len(telling) > 1 and all(w[0].isupper() for w in telling)
    return capitals or words[passage.after].lower() in _SMALL


def _is_title(passage: _Passage) -> bool:
    """Say whether a work is named: by the word before, or by capitals with no speech around."""
    if not passage.words or len(passage.words) > _LONGEST_TITLE:
        return False
    if _NAMED & {passage.word(passage.before), passage.word(passage.before - 1)}:
        return True
    if not _has_capitals(passage.words):
        return False
    if passage.word(passage.before) in _WORKS:
        return True
    speech = _touched(passage) or _right_cue(passage) or _introduced(passage)
    inside = passage.before >= 0 and not _breaks(passage, passage.before, passage.before + 1)
    return inside and len(passage.words) > 1 and passage.last not in {"?", "!"} and not speech


def _has_capitals(words: tuple[str, ...]) -> bool:
    capital = all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in words)
    return capital and words[0][0].isupper()


def _introduced(passage: _Passage) -> bool:
    return (
        passage.word(passage.before) in {":", ","}
        and not passage.segments.words[passage.first].islower()
    )


def _left_cue(passage: _Passage) -> bool:
    """Say whether a reporting word stands before the passage in its sentence."""
    index = bisect_left(passage.cues, passage.before + 1, key=lambda cue: cue.first) - 1
    if index < 0 or passage.before - passage.cues[index].first > _REACH_LEFT:
        return False
    return not _breaks(passage, passage.cues[index].end, passage.before + 1)


def _touched(passage: _Passage) -> bool:
    """Say whether the word before the passage is a reporting word."""
    index = bisect_left(passage.cues, passage.before + 1, key=lambda cue: cue.first) - 1
    return index >= 0 and passage.cues[index].end == passage.before + 1


def _breaks(passage: _Passage, first: int, end: int) -> bool:
    """Say whether a sentence or a paragraph ends between two tokens."""
    lower = passage.segments.lower
    return any(lower[i] in {".", "!", "?"} for i in range(first, end)) or any(
        _paragraph_between(passage, i) for i in range(first - 1, min(end, len(lower) - 1))
    )


def _paragraph_between(passage: _Passage, index: int) -> bool:
    tokens = passage.segments.tokens
    return "\n" in passage.segments.text[tokens.ends[index] : tokens.starts[index + 1]]


def _right_cue(passage: _Passage) -> bool:
    """Say whether a reporting word follows closely, before the sentence ends."""
    last = passage.word(passage.end - 1)
    index = bisect_left(passage.cues, passage.after, key=lambda cue: cue.first)
    if last == "." or index == len(passage.cues):
        return False
    first = passage.cues[index].first
    if first - passage.after > _REACH_RIGHT or _breaks(passage, passage.after, first):
        return False
    if last in _PARTING or first == passage.after or passage.word(passage.after) == ",":
        return True
    ends = passage.word(passage.cues[index].end) in {"", "."}
    return ends and "," in passage.segments.lower[passage.after : first]


def _is_sentence(passage: _Passage) -> bool:
    """Say whether the passage begins where a sentence begins and ends as one, or with a comma."""
    begins = passage.before < 0 or _breaks(passage, passage.before, passage.before + 1)
    first = passage.segments.words[passage.first]
    return begins and first[0].isupper() and passage.last in _PARTING | {"."}


def _has_clause(passage: _Passage) -> bool:
    end = min(passage.end, passage.first + _MOST)
    return not _OF_CLAUSES.isdisjoint(passage.segments.lower[passage.first : end])


def _terms(passage: _Passage) -> bool:
    index = bisect_left(passage.cues, passage.before - 2, key=lambda cue: cue.first)
    said = {cue.first for cue in passage.cues[index : index + 3]}
    near = {passage.word(i) for i in range(passage.before - 2, passage.before + 1) if i not in said}
    return bool(near & _TERMED) or ("so" in near and "called" in near)


def _modifies_name(passage: _Passage) -> bool:
    """Say whether the passage stands directly before a name, as an adjective would."""
    words = passage.segments.words
    named = passage.after < len(words) and words[passage.after][0].isupper()
    return named and passage.last[-1:].isalnum()


EVIDENCE = (
    Evidence(
        name="long",
        weight=2,
        holds=lambda p: len(p.words) >= _LONG,
        fires='The "plan to drain the lake by spring" failed.',
        silent='The "plan to drain" failed.',
    ),
    Evidence(
        name="middling",
        weight=1,
        holds=lambda p: _SHORT < len(p.words) < _LONG,
        fires='The "plan to drain" failed.',
        silent='The "plan" failed.',
    ),
    Evidence(
        name="short",
        weight=-1,
        holds=lambda p: len(p.words) <= _SHORT,
        fires='The "plan" failed.',
        silent='The "plan to drain" failed.',
    ),
    Evidence(
        name="clause",
        weight=2,
        holds=_has_clause,
        fires='The "plan is dead" now.',
        silent='The "dead plan" now.',
    ),
    Evidence(
        name="introduced",
        weight=3,
        holds=_introduced,
        fires='The mayor: "No more floods."',
        silent='The mayor: "no more floods."',
    ),
    Evidence(
        name="cue_before",
        weight=3,
        holds=_left_cue,
        fires='The mayor said the plan was "dead".',
        silent='The mayor spoke. The plan was "dead".',
    ),
    Evidence(
        name="cue_behind",
        weight=3,
        holds=_right_cue,
        fires='"No more floods," the mayor said.',
        silent='"No more floods." The mayor said little.',
    ),
    Evidence(
        name="asks_or_calls",
        weight=1,
        holds=lambda p: p.last[:1] in {"?", "!"},
        fires='A sign read "no way!" there.',
        silent='A sign read "no way" there.',
    ),
    Evidence(
        name="whole_sentence",
        weight=3,
        holds=_is_sentence,
        fires='It rained. "The plan failed."',
        silent='It rained. "The plan" failed.',
    ),
    Evidence(
        name="ends_sentence",
        weight=1,
        holds=lambda p: p.last in {".", "...", "…"} and len(p.words) > _SHORT,
        fires='It was "a very bad plan."',
        silent='It was "bad."',
    ),
    Evidence(
        name="term",
        weight=-3,
        holds=_terms,
        fires='The so-called "plan" failed.',
        silent='The old "plan" failed.',
    ),
    Evidence(
        name="modifies_name",
        weight=-2,
        holds=_modifies_name,
        fires='The former "army" Velnia kept was small.',
        silent='The former "army" was small.',
    ),
)
# Two points: one plain sign of speech, or a short fragment inside reported speech.
THRESHOLD = 2
