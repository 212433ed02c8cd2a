"""Via: the way by which words came to the outlet, as the sentence says: a statement, a recording, another outlet."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum

from sayso.documents import ChainBasis
from sayso.documents.prose_credits import prose_credits
from sayso.frozen import dataclass
from sayso.language.analysis import Attribution
from sayso.text import Span, merged


class ViaKind(StrEnum):
    STATEMENT = "statement"
    RECORDING = "recording"
    PRESS_CONFERENCE = "press_conference"
    INTERVIEW = "interview"
    OUTLET = "outlet"  # "told the Velm Courier"
    REPORTERS = "reporters"
    POST = "post"
    LETTER = "letter"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """A way, and the characters that say so."""

    kind: ViaKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ViaRule:
    """A wording beside a cue that tells the way, with a sentence it fires on and one it must not."""

    kind: ViaKind
    pattern: re.Pattern[str]
    fires_on: str
    silent_on: str


_DETERMINER = r"(?: an? | the | its | his | her | their | this | that | another | one )"
_MODIFIERS = r"(?: [\w’'-]+ \s+ ){0,4}?"


def _rule(kind: ViaKind, pattern: str, *, fires_on: str, silent_on: str) -> ViaRule:
    flags = re.VERBOSE | re.IGNORECASE
    return ViaRule(
        kind=kind, pattern=re.compile(pattern, flags), fires_on=fires_on, silent_on=silent_on
    )


# The group "via" is what is kept.
RULES = (
    _rule(
        ViaKind.STATEMENT,
        rf"""\b (?: in | by | through | via | with | issued | released ) \s+
        (?P<via> {_DETERMINER} \s+ {_MODIFIERS}
            (?: statement | communiqu[eé] | press \s+ release | news \s+ release | declaration ) ) \b""",
        fires_on="The board said in a short statement on Monday that the dam was safe.",
        silent_on="The board said that statements were premature.",
    ),
    _rule(
        ViaKind.RECORDING,
        rf"""\b (?: in | on | by | through | via | released | issued ) \s+
        (?P<via> {_DETERMINER} \s+ {_MODIFIERS}
            (?: (?: audio | video | voice | radio | television | televised ) \s+
                (?: message | statement | address | speech | appeal | clip )
              | recording | tape | footage | broadcast
              | (?: video | audio ) (?! \s+ (?: recording | tape | message | clip | footage ) ) ) ) \b""",
        fires_on="In an audio message released on Friday, Orlow said the war went on.",
        silent_on="The board sent a message by courier, it said.",
    ),
    _rule(
        ViaKind.PRESS_CONFERENCE,
        rf"""\b (?: at | in | during ) \s+
        (?P<via> {_DETERMINER} \s+ {_MODIFIERS} (?: (?: press | news | media ) \s+
            (?: conference | briefing ) | briefing ) ) \b""",
        fires_on="The mayor said at a news conference that the bridge would open.",
        silent_on="The conference was told of it, he said.",
    ),
    _rule(
        ViaKind.INTERVIEW,
        rf"""\b in \s+ (?P<via> {_DETERMINER} \s+ {_MODIFIERS} interview ) \b""",
        fires_on="In a long interview, the captain wept, he said.",
        silent_on="The interview was short, he said.",
    ),
    _rule(
        ViaKind.REPORTERS,
        r"""\b (?: told | to ) \s+ (?P<via> (?: the \s+ )? (?: reporters | journalists | the \s+ press ) ) \b""",
        fires_on="The mayor told reporters that the bridge would open.",
        silent_on="Some reporters said that the bridge would open.",
    ),
    _rule(
        ViaKind.POST,
        rf"""\b (?: (?: on | in | via ) \s+ (?P<via> (?: {_DETERMINER} \s+ {_MODIFIERS} )?
            (?: posts? | tweets? | twitter | facebook | telegram | instagram | tiktok | youtube
              | social \s+ media | truth \s+ social | linkedin | whatsapp | weibo ) ) \b )""",
        fires_on="The mayor wrote on Telegram that the bridge would open.",
        silent_on="Telegram said that the mayor had gone.",
    ),
    _rule(
        ViaKind.LETTER,
        rf"""\b in \s+ (?P<via> {_DETERMINER} \s+ {_MODIFIERS} (?: letter | memo | memorandum | email | e-mail ) ) \b""",
        fires_on="The union warned in an open letter that jobs would go.",
        silent_on="The letter came late, the union said.",
    ),
    _rule(
        ViaKind.REPORT,
        rf"""\b (?: in | by | to ) \s+ (?P<via> {_DETERMINER} \s+ {_MODIFIERS}
            (?: report | study | analysis | assessment | survey | dossier | paper ) ) \b""",
        fires_on="The institute said in a new report that the sea had risen.",
        silent_on="The report was late, the institute said.",
    ),
)
# What a source is itself: "the Velm statement", "the recording".
_OWN_HEAD = re.compile(
    r"""(?: \A | .* \s ) (?: (?P<statement> statement | communiqu[eé] | declaration | press \s release )
      | (?P<recording> recording | tape | video | videos | audio | footage | broadcast )
      | (?P<report> report | study | survey | dossier )
      | (?P<letter> letter | memo ) | (?P<post> post | posts | tweet ) ) \s* \Z""",
    re.VERBOSE | re.IGNORECASE,
)


class Ways:
    """The ways that the sentences of one text tell of, to be asked for those of an attribution."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self._sentences = sentences
        self._outlets = [one.span for one in prose_credits(text) if one.basis is ChainBasis.TOLD]

    def of(self, attribution: Attribution) -> tuple[Via, ...]:
        """Return the ways told of in the sentence of a cue, outside of what is said, each kind once."""
        tagged = (*attribution.source, *attribution.cue)
        if not tagged:
            return ()
        found: dict[ViaKind, Via] = {}
        for via in (*_by_source(self._text, attribution), *self._beside(attribution)):
            found.setdefault(via.kind, via)
        return tuple(found.values())

    def _beside(self, attribution: Attribution) -> Iterator[Via]:
        anchor = (*attribution.cue, *attribution.source)[0]
        at = bisect_right(self._sentences, anchor.start, key=lambda s: s.start) - 1
        sentence = self._sentences[at] if at >= 0 else anchor
        contents = merged(attribution.content)
        for span in self._outlets:
            if sentence.contains(span) and not any(c.overlaps(span) for c in contents):
                yield Via(kind=ViaKind.OUTLET, span=span)
        for rule in RULES:
            for match in rule.pattern.finditer(self._text, sentence.start, sentence.end):
                span = Span(*match.span("via"))
                if not any(content.overlaps(span) for content in contents) and self._is_noun(span):
                    yield Via(kind=rule.kind, span=span)

    def _is_noun(self, span: Span) -> bool:
        """Leave out the noun of a name: "by the Board for the Study of"; not "on Telegram"."""
        words = span.text_in(self._text).split()
        return len(words) == 1 or not words[-1][:1].isupper()


def _by_source(text: str, attribution: Attribution) -> Iterator[Via]:
    for span in attribution.source:
        match = _OWN_HEAD.fullmatch(" ".join(span.text_in(text).split()))
        if match is not None and match.lastgroup is not None:
            yield Via(kind=ViaKind(match.lastgroup), span=span)
