"""Reports: the source and cue that one quotation hangs on, and how much else they report."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.frozen import dataclass
from sayso.language.cues import Cue, Form
from sayso.language.frames import Frame, Piece
from sayso.language.function_words import AUXILIARIES, PREPOSITIONS, PRONOUNS
from sayso.language.phrases import DASHES, Clause, Range, is_finite, phrase_behind, phrase_ending
from sayso.language.reporting import Grip
from sayso.language.segments import Segments
from sayso.language.sources import find_source, opening_phrase
from sayso.language.word_lists import word_set

_COMMAS = DASHES | {","}
_PARTING = _COMMAS | word_set("? ! … ...")
_STOPS = word_set(". ! ? ; …")
# Between a cue and its quotation these add nothing to what was said.
_EMPTY = word_set("that , : as it how ' ‘")
# One such word before a quotation opens no clause of its own: "But "no," she said".
_OPENERS = word_set("and but so or yet still then now well yes no because")
# Behind a quotation these begin something other than the rest of the words reported.
_ADJUNCTS = word_set("and but as while in on at during after before to when")
_ENDS_CLAUSE = word_set(", and but ; while")
# A loose reporting word further from its quotation than this reports something else.
_LOOSE_REACH = 10
# "That" is looked for so far behind the cue: "told reporters at the gate on Monday that".
_THAT_REACH = 20
_LONGEST_SPEAKER = 5
_BYLINE = 8
# Fewer tokens in marks behind any verb may be a thing rather than words: "built "the house"".
_LONG_ENOUGH = 7
_LABEL = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Source and cue as token ranges; ``clause`` is the reported clause around the quotation."""

    source: Range | None
    cue: Range | None
    rule: str
    clause: Range | None = None
    words: Range | None = None  # if less than the quotation is said by this source


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """The text with its cues, and the quotation that is looked at."""

    segments: Segments
    cues: Sequence[Cue]
    frame: Frame

    def within(self, piece: Piece) -> Sequence[Cue]:
        low = bisect_left(self.cues, piece.first, key=lambda cue: cue.first)
        high = bisect_left(self.cues, piece.end, key=lambda cue: cue.first)
        return self.cues[low:high]

    def clause(self, piece: Piece) -> Clause:
        return Clause(segments=self.segments, first=piece.first, end=piece.end)

    def source(self, piece: Piece, cue: Cue) -> Range | None:
        return find_source(self.clause(piece), cue, self.within(piece))

    def lower(self, index: int) -> str:
        return self.segments.lower[index]

    def word(self, index: int) -> str:
        return self.segments.words[index]


def find_report(segments: Segments, cues: Sequence[Cue], frame: Frame) -> Report | None:
    """Return what the sentence of the quotation says of its speaker, or ``None``.

    A cue that touches the quotation from before comes first, then one behind it.
    """
    reader = _Reader(segments=segments, cues=cues, frame=frame)
    inner = _inner_label(reader)
    if inner:
        return inner
    behind = _behind(reader)
    if behind and behind.rule == "cue_behind" and not _touches(reader):
        return behind
    return (
        _before(reader)
        or behind
        or _label(reader)
        or _byline(reader)
        or _opinion(reader)
        or _verb_before(reader)
    )


def find_earlier_report(segments: Segments, cues: Sequence[Cue], frame: Frame) -> Report | None:
    """Return the last source named in the sentences before the quotation, in its paragraph."""
    reader = _Reader(segments=segments, cues=cues, frame=frame)
    for piece in reversed(frame.earlier):
        for cue in reversed(reader.within(piece)):
            source = reader.source(piece, cue)
            if source and cue.form is not Form.INFINITIVE:
                return Report(source=source, cue=(cue.first, cue.end), rule="sentence_before")
    return None


def reported_clause(segments: Segments, cues: Sequence[Cue], frame: Frame, first: int) -> Range:
    """Return the reported clause from ``first`` to its end behind the quotation of ``frame``."""
    return first, _clause_end(_Reader(segments=segments, cues=cues, frame=frame))


def _touches(reader: _Reader) -> bool:
    """Say whether a cue stands directly before the quotation."""
    inside = reader.within(reader.frame.before)
    return bool(inside) and all(
        reader.lower(i) in _EMPTY for i in range(inside[-1].end, reader.frame.first)
    )


def _behind(reader: _Reader) -> Report | None:
    """Read ``"...," Ana Petrov said`` and ``the talks are "dead", according to her``."""
    piece = reader.frame.behind
    start = piece.first
    while start < piece.end and reader.lower(start) in _COMMAS:
        start += 1
    for cue in reader.within(piece):
        source = reader.source(piece, cue)
        if cue.form in {Form.GERUND, Form.INFINITIVE} or (source is None and cue.first != start):
            continue
        begins = min(source[0] if source else cue.first, cue.first)
        clause = _opened(reader) if begins <= start else _trailed(reader, cue, begins)
        if begins <= start or clause:
            rule = "cue_behind" if begins <= start else "clause_before_cue"
            return Report(source=source, cue=(cue.first, cue.end), rule=rule, clause=clause)
    return _any_verb(reader, start)


def _opened(reader: _Reader) -> Range | None:
    """Return the clause that the quotation completes: ``The plan "is dead", said Petrov``."""
    piece = reader.frame.before
    if not piece or not reader.word(piece.end - 1)[0].isalnum() or reader.within(piece):
        return None
    if piece.end - piece.first == 1 and reader.lower(piece.first) in _OPENERS:
        return None
    return piece.first, reader.frame.end


def _trailed(reader: _Reader, cue: Cue, begins: int) -> Range | None:
    """Return the clause before a cue at its end: ``It was "a trap" for all, Petrov said``."""
    comma = reader.lower(begins - 1) == ","
    firm = cue.verb is not None and cue.verb.grip is Grip.FIRM
    if not (comma and firm) and cue.form is not Form.ACCORDING:
        return None
    before = reader.frame.before
    first = before.first if before else reader.frame.first
    return first, begins - 1 if comma else begins


def _any_verb(reader: _Reader, start: int) -> Report | None:
    """Read ``"...," Petrov deadpanned.``: a name and one verb fill the rest of the sentence."""
    piece = reader.frame.behind
    parted = start > piece.first or reader.word(max(start - 2, 0)) in _PARTING
    if not parted or not 1 < piece.end - start <= _BYLINE:
        return None
    at = start
    while at < piece.end and (
        reader.word(at)[0].isupper() or reader.lower(at) in PRONOUNS | {"the"}
    ):
        at += 1
    if at in {start, piece.end} or not reader.word(at).islower():
        return None
    if not reader.word(at).endswith(("ed", "s")):
        return None
    return Report(source=(start, at), cue=(at, at + 1), rule="any_verb_behind")


def _before(reader: _Reader) -> Report | None:
    """Read ``Ana Petrov said: "..."`` and ``according to her, it was "a trap" for all``."""
    frame = reader.frame
    for cue in reversed(reader.within(frame.before)):
        gap = frame.first - cue.end
        loose = cue.verb is not None and cue.verb.grip is Grip.LOOSE
        if loose and gap > _LOOSE_REACH and reader.lower(frame.first - 1) not in {":", ","}:
            continue
        source = reader.source(frame.before, cue)
        if loose and source is None and gap > 1:
            continue
        start = max(cue.end, source[1] if source else 0)
        clause = _described(reader, start) if loose else _reported(reader, start)
        return Report(source=source, cue=(cue.first, cue.end), rule="cue_before", clause=clause)
    return None


def _described(reader: _Reader, start: int) -> Range | None:
    """Return what a loose verb is said of, with the words: ``called the plan "a trap"``."""
    first = reader.frame.first
    between = reader.segments.lower[start:first]
    if all(word in _EMPTY for word in between) or between[-1] in {":", ","}:
        return None
    return None if between[0] in PREPOSITIONS else (start, reader.frame.end)


def _reported(reader: _Reader, start: int) -> Range | None:
    if _is_direct(reader, start):
        return None
    return _clause_start(reader, start), _clause_end(reader)


def _is_direct(reader: _Reader, start: int) -> bool:
    """Say whether the quotation is the whole of what is reported from ``start``."""
    between = reader.segments.lower[start : reader.frame.first]
    if all(word in _EMPTY for word in between):
        return not _goes_on(reader)
    return between[-1] in {",", ":"} and "that" not in between


def _goes_on(reader: _Reader) -> bool:
    """Say whether the reported clause continues behind the quotation, without a comma."""
    piece = reader.frame.behind
    return (
        bool(piece)
        and reader.word(piece.first)[0].isalnum()
        and (reader.lower(piece.first) not in _ADJUNCTS)
    )


def _clause_start(reader: _Reader, start: int) -> int:
    """Return where the reported clause begins: behind hearer and "that", if there are any."""
    first = reader.frame.first
    clause = reader.clause(reader.frame.before)
    for at in range(start, min(first, start + _THAT_REACH)):
        if reader.lower(at) == "that":
            start = at + 1
            break
        participle = reader.lower(start) in PREPOSITIONS and reader.lower(at).endswith("ed")
        if reader.lower(at) in PRONOUNS or (is_finite(clause, at) and not participle):
            break
    while start < first and reader.lower(start) in {",", ":"}:
        start += 1
    return start


def _clause_end(reader: _Reader) -> int:
    """Return where the reported clause ends: at the stop, or before the next firm cue."""
    piece = reader.frame.behind
    end = max(piece.end, reader.frame.end)
    for cue in reader.within(piece):
        if cue.verb is None or cue.verb.grip is Grip.FIRM:
            end = cue.first
            while end > piece.first and reader.lower(end) not in _ENDS_CLAUSE:
                end -= 1
            break
    while end > reader.frame.end and reader.lower(end - 1) in _STOPS | _COMMAS | {"and"}:
        end -= 1
    return end


def _inner_label(reader: _Reader) -> Report | None:
    """Read ``"PETROV: We ..."``: a transcript with its names between the marks."""
    frame = reader.frame
    first = frame.first + 1
    end = first
    while end < min(frame.end, first + _LONGEST_SPEAKER) and reader.word(end).isupper():
        end += 1
    if end == first or end + 1 >= frame.end or reader.word(end) != ":":
        return None
    last = frame.end - 1 if not reader.word(frame.end - 1)[0].isalnum() else frame.end
    return Report(
        source=(first, end), cue=(end, end + 1), rule="inner_label", words=(end + 1, last)
    )


def _label(reader: _Reader) -> Report | None:
    """Read ``PETROV: "..."`` and ``The mayor changed her answer: "..."``."""
    piece = reader.frame.before
    if piece.end - piece.first < 2 or reader.word(piece.end - 1) != ":":  # noqa: PLR2004
        return None
    clause = reader.clause(piece)
    source = opening_phrase(clause, piece.end)
    if source is None and piece.end - piece.first <= _LABEL:
        source = (piece.first, piece.end - 1)
    return Report(source=source, cue=(piece.end - 1, piece.end), rule="label")


def _byline(reader: _Reader) -> Report | None:
    """Read ``"..." — Ana Petrov, mayor``: a dash and a name end the paragraph."""
    piece = reader.frame.behind
    if not 1 < piece.end - piece.first <= _LABEL or reader.word(piece.first) not in DASHES:
        return None
    if not reader.word(piece.first + 1)[0].isupper():
        return None
    end = piece.end - 1 if reader.word(piece.end - 1) == "." else piece.end
    return Report(source=(piece.first + 1, end), cue=None, rule="byline")


def _opinion(reader: _Reader) -> Report | None:
    """Read ``For Ana Petrov of the harbour board, "..."``."""
    piece = reader.frame.before
    if not piece or reader.lower(piece.first) != "for" or reader.lower(piece.end - 1) != ",":
        return None
    source = phrase_behind(reader.clause(piece), piece.first + 1)
    if source is None or not any(reader.word(i)[0].isupper() for i in range(*source)):
        return None
    return Report(source=source, cue=(piece.first, piece.first + 1), rule="opinion")


def _verb_before(reader: _Reader) -> Report | None:
    """Read ``Petrov attacked "the idea that ..."``: any past form that touches the marks."""
    piece, frame = reader.frame.before, reader.frame
    at = piece.end - 1
    if not piece or frame.end - frame.first < _LONG_ENOUGH:
        return None
    clause = reader.clause(piece)
    if not is_finite(clause, at) or reader.lower(at) in AUXILIARIES:
        return None
    source = phrase_ending(clause, at - 1)
    return source and Report(source=source, cue=(at, at + 1), rule="verb_before")
