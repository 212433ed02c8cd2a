"""Numbers that mark a place: telephone numbers, addresses, list marks, page counters, scores."""

from sayso.language.analysis import QuantityKind
from sayso.language.quantities.amounts import Amount
from sayso.language.quantities.digits import Writing
from sayso.language.quantities.nouns import is_plural
from sayso.language.quantities.numerals import Form
from sayso.language.quantities.tallies import tally_of
from sayso.language.quantities.words import DASHES, GAP, HYPHENS, Words, listed

_STREETS = listed(
    "street st road rd avenue ave av lane ln drive dr boulevard blvd square sq place pl way court ct "
    "terrace crescent close row gardens highway hwy parkway pkwy alley quay embankment hill walk mews rue "
    "via strasse straße calle"
)
_STREETS_FIRST = listed("rue via calle")  # written small, before the name
_ORDINAL_ENDS = listed("st nd rd th")
_BEFORE_SCORE = listed(
    "won win wins winning lost lose beat beats beaten defeat defeated defeats draw drew drawn tie tied "
    "lead led leading victory victories score scored aggregate match game set penalties halftime final "
    "goal goals kick leaders vote voted ruling down ahead"
)
_NAME_PARTS = 5
_PHONE_DIGITS = 7
_PHONE_GROUPS = 3
_PHONE_REACH = 20  # words to either side: no telephone number is written in more
_PHONE_MARKS = frozenset((*HYPHENS, "(", ")", "+"))
_LAST_MARKER = 99
_BRACKET_REACH = 15
_SCORE_DIGITS = 3


def is_signed(words: Words, amount: Amount) -> bool:
    """Find numbers that a sign makes a name, a note or a place: "#12", "[3]", "36°N"."""
    start, end = amount.numeral.start, amount.numeral.end
    if words.low(start - 1) in ("#", "№", "§") and words.glued(start):
        return True
    if words.low(start - 1) == "[" and words.low(end) == "]":
        return True
    if words.low(start - 1) == "°" and words.glued(start):
        return True
    degrees = words.low(end) == "°"
    return degrees and (words.is_number(end + 1) or words.form(end + 1) in ("N", "S", "E", "W"))


def is_phone(words: Words, amount: Amount) -> bool:
    numeral = amount.numeral
    if numeral.form is not Form.DIGITS or amount.unit:
        return False
    form = words.forms[numeral.start]
    if words.low(numeral.start - 1) == "+" and words.is_number(numeral.end):
        return True
    if form.isdigit() and len(form) > 1 and form.startswith("0"):
        return True
    return _digits_in_groups(words, numeral.start) >= _PHONE_DIGITS


def _digits_in_groups(words: Words, at: int) -> int:
    """Count the digits of the groups that run on from and back to a number, if a telephone's."""
    groups = [words.forms[at]]
    for step in (-1, 1):
        for other in range(at + step, at + step * (_PHONE_REACH + 1), step):
            if words.is_number(other):
                groups.append(words.forms[other])
            elif words.low(other) not in _PHONE_MARKS:
                break
    plain = [group for group in groups if group.isdigit()]
    long = any(len(group) > 3 or group[0] == "0" for group in plain)  # noqa: PLR2004 - of thousands
    return sum(map(len, plain)) if long and len(plain) >= _PHONE_GROUPS else 0


def is_address(words: Words, amount: Amount) -> bool:
    """Find the house number of "575 Orchard Road" and "22 rue Verte"."""
    numeral = amount.numeral
    if numeral.form is not Form.DIGITS or amount.unit or is_plural(words.form(numeral.end)):
        return False
    first = numeral.end
    if words.low(first) in DASHES and words.is_number(first + 1):
        first += 2
    for at in range(first, first + _NAME_PARTS):
        form, low = words.form(at), words.low(at)
        if low in _ORDINAL_ENDS and words.glued(at):
            continue
        if low in _STREETS:
            return _names_street(words, at, first=at == first)
        if not (form[:1].isupper() or words.is_number(at) or low in (".", "of", "the")):
            return False
    return False


def _names_street(words: Words, at: int, *, first: bool) -> bool:
    if words.low(at) in _STREETS_FIRST:
        return words.form(at + 1)[:1].isupper()
    return words.form(at)[0].isupper() and (not first or words.form(at + 1)[:1].isupper())


def is_list_marker(words: Words, amount: Amount) -> bool:
    """Find "3." and "3)" at the beginning of a line, "(3)", and "1)" inside a sentence."""
    numeral = amount.numeral
    if numeral.writing is not Writing.PLAIN or (numeral.value or 0) > _LAST_MARKER:
        return False
    start, end = numeral.start, numeral.end
    if words.low(start - 1) == "(" and words.low(end) == ")":
        return words.begins_line(start - 1)
    if words.low(end) == ")" and words.glued(end) and "(" not in _before(words, start):
        return True
    marked = words.low(end) in (".", ")") and words.glued(end) and not words.glued(end + 1)
    return words.begins_line(start) and marked and words.low(end + 1) not in ("", GAP)


def _before(words: Words, at: int) -> tuple[str, ...]:
    """Return the words in which an opening bracket would stand."""
    return words.lows[max(at - _BRACKET_REACH, 0) : at]


def is_counter(words: Words, amount: Amount) -> bool:
    """Find the lines "1 of 24", "page 3 of 5", "3/24" that are nothing but a counter."""
    start, end = amount.numeral.start, amount.numeral.end
    if words.low(end) in ("of", "/") and words.is_number(end + 1):
        first, last = start, end + 2
    elif words.low(start - 1) in ("of", "/") and words.is_number(start - 2):
        first, last = start - 2, end
    else:
        return False
    if words.low(first - 1) == "page":
        return True
    if words.form(first - 1).istitle() and words.begins_line(first - 1):
        first -= 1  # "Photo 3 of 12"
    return words.begins_line(first) and words.low(last) in ("", GAP)


def is_score(words: Words, amount: Amount) -> bool:
    """Find "2-1", "89-89": two small numbers that do not rise, or stand beside a game."""
    numeral, unit = amount.numeral, amount.unit
    if numeral.form is not Form.DIGITS or (unit and unit.unit.kind is not QuantityKind.OTHER):
        return False
    if tally_of(words, amount):
        return False
    if _dashed(words, numeral.start):
        return _reads_as_score(words, numeral.start, numeral.start + 2)
    if _dashed(words, numeral.start - 2):
        return _reads_as_score(words, numeral.start - 2, numeral.start)
    return False


def _dashed(words: Words, at: int) -> bool:
    """Say whether two numbers touch a dash between them, the first at ``at``."""
    both = words.is_number(at) and words.is_number(at + 2)
    return both and words.low(at + 1) in DASHES and words.glued(at + 1) and words.glued(at + 2)


def _reads_as_score(words: Words, first: int, last: int) -> bool:
    left, right = words.forms[first], words.forms[last]
    small = len(left) <= _SCORE_DIGITS and len(right) <= _SCORE_DIGITS
    if not (left.isdigit() and right.isdigit() and small):
        return False
    if int(left) >= int(right):
        return True
    after = words.form(last + 1)
    counts = is_plural(after) or after in ("%", "percent")
    if counts or (words.glued(last + 1) and after.isalpha()):
        return False
    return words.low(first - 1) in _BEFORE_SCORE
