"""Inclusions: who is counted in, or left out, by the words behind a figure: "18 dead, including the driver"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sayso.language.analysis import Quantity
from sayso.language.quantities.number_words import SMALL
from sayso.story.figures.kinds import KindTable
from sayso.story.figures.record import Inclusion, InclusionFlag
from sayso.text import Span

_REACH = 100  # characters behind the number
# "Including the two attackers", "not counting the driver"; not "including 12 children", which is a part.
_CLAUSE = re.compile(
    r"""[^.;:]{0,41}? \b (?:
        (?P<out> (?:not|without|excluding|apart\sfrom|besides|except\sfor) (?:\s(?:counting|including))? )
      | (?P<in> including | counting ) )
    \s (?P<the> the | its | his | her | their | those | an? | any ) \s
    (?: (?P<number> \w+ ) \s )?? (?P<noun> [^\W\d][\w-]* )
    (?= \s (?:who|whose|of|and|had|has|have|were|was|in|on|,)\b | [.,;:] | $ )""",
    re.VERBOSE | re.IGNORECASE,
)
_FLAGS = {
    InclusionFlag.PERPETRATOR: (
        "attacker", "gunman", "shooter", "bomber", "assailant", "perpetrator", "suspect", "hijacker",
    ),
    InclusionFlag.UNBORN: ("unborn", "fetus", "foetus"),
    InclusionFlag.MISSING_PRESUMED_DEAD: ("missing", "missing-person"),
    InclusionFlag.FOREIGN_NATIONALS: ("foreigner", "foreign", "tourist"),
}  # fmt: skip
_BY_WORD = {word: flag for flag, words in _FLAGS.items() for word in words}


def inclusions_of(quantity: Quantity, text: str, *, table: KindTable) -> tuple[Inclusion, ...]:
    """Return who a figure counts in or leaves out, by the words right behind it."""
    return tuple(_found(quantity, text, table))


def _found(quantity: Quantity, text: str, table: KindTable) -> Iterator[Inclusion]:
    # Not behind the counted phrase, which may hold the clause itself.
    start = quantity.number.end
    match = _CLAUSE.match(text, start, start + _REACH)
    if match is None:
        return
    lemma = table.lemma(match["noun"])
    flag = _BY_WORD.get(lemma) or _BY_WORD.get(table.atom(match["noun"]), InclusionFlag.OTHERS)
    yield Inclusion(
        flag=flag,
        who=lemma if flag is InclusionFlag.OTHERS else None,
        included=match["in"] is not None,
        number=_number(match, lemma),
        span=Span(match.start("out") if match["out"] else match.start("in"), match.end("noun")),
    )


def _number(match: re.Match[str], lemma: str) -> Decimal | None:
    """Return how many these are: two attackers, the driver; "the attackers" are not counted."""
    word = (match["number"] or "").lower()
    if word in SMALL:
        return Decimal(SMALL[word])
    return Decimal(1) if match["noun"].lower() == lemma else None
