"""How days and bounds are written for people, never more exact than they are known."""

from decimal import Decimal
from types import MappingProxyType

from sayso.dates import DayInterval, Precision
from sayso.evidence.claim import Force, Polarity
from sayso.evidence.figure import Figure, Modality
from sayso.language.analysis import Modifier, Quantity

UNDATED = "undated"

_ONE_SIDED = frozenset(
    {
        Modifier.AT_LEAST,
        Modifier.MORE_THAN,
        Modifier.AT_MOST,
        Modifier.FEWER_THAN,
        Modifier.UP_TO,
        Modifier.AS_MANY_AS,
    }
)

_IRREGULAR = MappingProxyType({"foot": "feet", "inch": "inches", "year of age": "years of age"})
# Units that are no nouns: they stand behind any number as they are.
_AS_IT_IS = frozenset({"percent", "celsius", "fahrenheit", "kelvin", "times", "magnitude", "hertz"})


def when(interval: DayInterval | None) -> str:
    """Write an interval of days: ``2022-01-22``, ``2022-01``, ``2022``, ``by 2019-09-26``."""
    if interval is None or (interval.lo is None and interval.hi is None):
        return UNDATED
    if interval.lo is None:
        return f"by {interval.hi}"
    if interval.hi is None:
        return f"from {interval.lo}"
    shortened = {
        Precision.DAY: f"{interval.lo}",
        Precision.MONTH: f"{interval.lo:%Y-%m}",
        Precision.YEAR: f"{interval.lo:%Y}",
    }
    return shortened.get(interval.precision, f"{interval.lo} – {interval.hi}")


def bounds(quantity: Quantity) -> str:
    """Write what a quantity says of the number: ``40``, ``~40``, ``≥ 1,500``, ``1,000–5,000``.

    A round number is soft by the profile, but the text gives it as it is: only hedged and vague
    ones get a ``~``.
    """
    lo, hi, best = quantity.lo, quantity.hi, quantity.best
    if best is not None and quantity.modifier not in _ONE_SIDED and not _only_below(quantity):
        return f"{'~' if quantity.modifier is Modifier.ABOUT else ''}{number(best)}"
    if hi is None:
        return "?" if lo is None else f"{'>' if quantity.lo_open else '≥'} {number(lo)}"
    if not lo:
        return f"{'<' if quantity.hi_open else '≤'} {number(hi)}"
    vague = "~" if quantity.modifier is Modifier.VAGUE else ""
    return f"{vague}{number(lo)}–{number(hi)}"


def as_name(name: str) -> str:
    """Write a name that is kept without capitals as names are written: ``varn valley`` as ``Varn Valley``."""
    return name.title() if name == name.lower() else name


def measured(figure: Quantity) -> str:
    """Write a number with its unit: ``2 metres``, ``~40 %``, ``1,200 USD``."""
    told = bounds(figure)
    if not figure.unit:
        return told
    return f"{told} {figure.unit if told == '1' else _units(figure.unit)}"


def befallen(figure: Figure) -> str:
    """Write what befell the counted: ``killed``, ``transferred (planned)``; empty if nothing fits."""
    if figure.predicate is None:
        return ""
    doubt = "" if figure.modality in {None, Modality.ASSERTED} else f" ({figure.modality})"
    return figure.predicate + doubt


def stance(force: Force | None, polarity: Polarity | None) -> str:
    """Write what the source does by its words; ``negated`` for what it is said not to have done."""
    negated = force is None and polarity is Polarity.NEGATIVE
    return "negated" if negated else force or ""


def _only_below(quantity: Quantity) -> bool:
    """Say whether a hedge under another one bounds the number above: "up to 50 more"."""
    return quantity.hi == quantity.best and not quantity.lo and quantity.best != 0


def _units(unit: str) -> str:
    """Write several of a unit; currencies and what no noun names stay as they are."""
    measure, per, of_what = unit.partition(" per ")
    head = measure.rpartition(" ")[2]
    if measure in _IRREGULAR:
        return _IRREGULAR[measure] + per + of_what
    is_noun = head.isalpha() and head.islower() and head not in _AS_IT_IS and measure[:4] != "per "
    return f"{measure}{'s' if is_noun else ''}{per}{of_what}"


def number(value: Decimal) -> str:
    """Write a number with grouped digits and no needless zeros."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"
