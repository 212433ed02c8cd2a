"""Notes on wording: where a document says that a quotation is translated, or the original words."""

import re
from collections.abc import Iterator
from enum import StrEnum

from sayso.frozen import dataclass
from sayso.story.statements.statement import DocumentFacts, Statement
from sayso.text import Span, hull

# Characters before and behind source, cue and content in which a note belongs to the quotation.
_REACH = 90


class WordingStatus(StrEnum):
    ORIGINAL = "original"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingNote:
    """Words by which a document says how near a quotation is to what was said."""

    status: WordingStatus
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRule:
    """One way to say so, with a sentence that it fires on and one that it must not."""

    name: str
    status: WordingStatus
    pattern: re.Pattern[str]
    fires: str
    not_on: str


# A language is a word with a capital in -ish, -ese, -ian, -ic, or one of a few others.
_LANGUAGE = (
    r"(?: [A-Z]\w{2,12} (?: ish | ese | ian | ic ) | French | German | Dutch | Greek | Urdu | Hindi"
    r" | Pashto | Farsi | Dari | Hebrew | Swahili | Hausa | Tamil | Malay | Thai | Mandarin"
    r" | Cantonese | Kurmanji | Sorani | Amharic | Tigrinya | Bengali | Punjabi | Tagalog )"
)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("LANGUAGE", _LANGUAGE), re.VERBOSE)


NOTE_RULES = (
    NoteRule(
        name="note.translated_from",
        status=WordingStatus.TRANSLATED,
        pattern=_pattern(r"\b [Tt]ranslat (?: ed | ion ) \s+ (?: from | by | of | provided )\b"),
        fires="“The mill stays shut,” reads the letter, translated from the Corvian.",
        not_on="“The mill stays shut,” said the woman, who translated novels.",
    ),
    NoteRule(
        name="note.in_translation",
        status=WordingStatus.TRANSLATED,
        pattern=_pattern(
            r"\b (?: (?: in | according \s+ to ) \s+ (?: an? | the | its | our ) \s+ (?: [\w’']+ \s+ ){0,3}? translation"
            r" | through \s+ (?: an? | the | his | her ) \s+ (?: interpreter | translator )"
            r" | (?: in | by ) \s+ (?: official \s+ )? translation ) \b"
        ),
        fires="“The mill stays shut,” she said through an interpreter.",
        not_on="“The mill stays shut,” said the interpreter.",
    ),
    NoteRule(
        name="note.spoke_in_language",
        status=WordingStatus.TRANSLATED,
        pattern=_pattern(
            r"\b (?: sp (?: eaking | oke ) | sa (?: id | ying ) | wr (?: ote | iting | itten ) | added | posted )"
            r" \s+ in \s+ (?! English\b ) LANGUAGE \b"
        ),
        fires="“The mill stays shut,” said Orsolya Vint, speaking in Hungarian.",
        not_on="“The mill stays shut,” said Orsolya Vint, speaking in English.",
    ),
    NoteRule(
        name="note.original_words",
        status=WordingStatus.ORIGINAL,
        pattern=_pattern(
            r"\b (?: in \s+ the \s+ original (?: \s+ LANGUAGE )? | original \s+ (?: wording | words | text )"
            r" | the \s+ original \s+ reads | verbatim (?: \s+ transcript )?"
            r" | (?: official | full ) \s+ transcript | speaking \s+ in \s+ English | sa (?: id | ying ) \s+ in \s+ English ) \b"
        ),
        fires="“The mill stays shut,” reads the original wording of the letter.",
        not_on="“The mill stays shut,” said the original owner.",
    ),
)


def find_notes(statement: Statement, facts: DocumentFacts) -> tuple[WordingNote, ...]:
    """Return what the document says of the wording of a quotation, beside it and in its paragraph."""
    around = hull((*statement.source, *statement.cue, *statement.content))
    start = max(around.start - _REACH, facts.text.rfind("\n\n", 0, around.start) + 1, 0)
    end = facts.text.find("\n\n", around.end)
    window = Span(start, min(around.end + _REACH, len(facts.text) if end < 0 else end))
    return tuple(sorted(_notes(statement, facts, window), key=lambda note: note.span))


def _notes(statement: Statement, facts: DocumentFacts, window: Span) -> Iterator[WordingNote]:
    for rule in NOTE_RULES:
        for match in rule.pattern.finditer(facts.text, window.start, window.end):
            span = Span(*match.span())
            # What the speaker says of words is not what the document says of these.
            if not any(content.overlaps(span) for content in statement.content):
                yield WordingNote(status=rule.status, span=span, rule=rule.name)
