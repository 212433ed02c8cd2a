"""Tallies: the two numbers of a vote, "voted 7-2", "by 31 to nine", which are no score and no range."""

from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.nouns import is_plural
from sayso.language.quantities.number_words import SMALL
from sayso.language.quantities.words import DASHES, Words, listed

RULE = "tally"
VOTES = listed(
    "vote votes voted voting ballot ballots division tally split ruling ruled verdict referendum confidence"
)
_BODIES = listed(
    "senate house parliament council board committee assembly court panel jury congress lawmakers justices judges "
    "commission chamber mps legislature lawmaker senators councillors councilors knesset bundestag duma lords commons "
    "tribunal delegates trustees directors cabinet synod"
)
DECIDED = listed(
    "passed pass passes passing approved approves approving rejected rejects rejecting adopted adopts adopting confirmed "
    "confirms ratified ratifies defeated overrode upheld uphold vetoed acquitted blocked backed endorsed decided elected "
    "survived ousted deal bill motion measure amendment law budget resolution plan proposal"
)
_SHARES = listed("% percent per")
_REACH = 25


def is_tally(words: Words, first: int, last: int) -> bool:
    """Say whether two numbers that a dash or "to" joins, at these words, are the two sides of a vote."""
    sentence = []
    for at in range(first - 1, max(first - _REACH, 0) - 1, -1):
        if words.ends_sentence(at):
            break
        sentence.append(words.lows[at])
    if not VOTES.isdisjoint(sentence):
        return True
    dashed = words.low(first + 1) in DASHES or words.low(last - 1) in DASHES
    decided = not DECIDED.isdisjoint(sentence)
    return dashed and decided and (not _BODIES.isdisjoint(sentence) or sentence[:1] == ["passed"])


def tally_of(words: Words, amount: Amount) -> tuple[int, int] | None:
    """Return the words of the two numbers if the amount is one side of a tally."""
    start, end = amount.numeral.start, amount.numeral.end
    if amount.unit or end - start != 1:
        return None
    for first, last in ((start, start + 2), (start - 2, start)):
        if _joined(words, first, last) and is_tally(words, first, last):
            return first, last
    return None


def _joined(words: Words, first: int, last: int) -> bool:
    plain = all(_is_plain(words, at) for at in (first, last))
    if not plain:
        return False
    dash = words.low(first + 1) in DASHES and words.glued(first + 1) and words.glued(last)
    said = words.low(first + 1) == "to" and words.low(first - 1) not in (
        "from",
        "rose",
        "fell",
        "grew",
    )
    return (
        (dash or said)
        and not is_plural(words.form(last + 1))
        and words.low(last + 1) not in _SHARES
    )


def _is_plain(words: Words, at: int) -> bool:
    return words.form(at).isdigit() or words.low(at) in SMALL
