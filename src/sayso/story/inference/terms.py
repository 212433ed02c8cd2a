"""Terms: the telling words of a sentence, and how like two of them are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.frozen import dataclass
from sayso.language.analysis import Analysis
from sayso.language.vectors import Vectors
from sayso.story.statements.words import WordKind, read_word
from sayso.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_NAME = "PROPN"
_ENDS = frozenset('.!?:“"')
# One base with another ending: "arrest" and "arrested" are equal, "election" and "electoral" derived.
_DERIVED = 0.9
_DERIVED_LETTERS, _DERIVED_SHARE = 4, 0.6
_COMMON_START, _COMMON_LETTERS = 0.75, 5
# Below this cosine two words have no more in common than any two.
_LEAST_COSINE = 0.35
_ACRONYM_LETTERS = range(2, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A telling word: ``form`` is what it is compared by; a number is in digits.

    ``of_source`` says that it names who says so, and is no part of what is said; ``figure`` is the
    index of the quantity whose number, unit or hedge it writes.
    """

    written: str
    form: str
    kind: WordKind
    of_source: bool = False
    figure: int | None = None


def read_terms(text: str, analysis: Analysis) -> tuple[Term, ...]:
    """Return the telling words of an analysed text; a name is what the trees hold to be one."""
    tokens = analysis.tokens
    said_by = [s for a in analysis.attributions for s in (*a.source, *a.cue)]
    found: list[Term] = []
    opens = True
    for at in range(len(tokens)):
        span = tokens.span(at)
        written = span.text_in(text)
        if any(character.isalnum() for character in written):
            word = read_word(span, written, opens=opens)
            if word.tells:
                kind = _kind(word.kind, tokens.upos[at] if tokens.upos else None)
                source = any(one.contains(span) for one in said_by)
                figure = _figure_of(span, analysis)
                found.append(
                    Term(
                        written=written,
                        form=word.form,
                        kind=kind,
                        of_source=source,
                        figure=figure,
                    )
                )
        opens = written in _ENDS
    return tuple(found)


def _figure_of(span: Span, analysis: Analysis) -> int | None:
    for at, quantity in enumerate(analysis.quantities):
        parts = (quantity.number, quantity.unit_span, quantity.modifier_span)
        if any(part is not None and part.contains(span) for part in parts):
            return at
    return None


def _kind(by_form: WordKind, upos: str | None) -> WordKind:
    if by_form is WordKind.NUMBER or upos is None:
        return by_form
    return WordKind.NAME if upos == _NAME else WordKind.CONTENT


def likeness(left: Sequence[Term], right: Sequence[Term], *, vectors: Vectors) -> "Floats":
    """Return how like each term of the left is to each of the right, 0 to 1.

    Words of one base are alike, derived ones nearly; of others the vectors tell how near they are.
    """
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    scores = np.zeros((len(left), len(right)))
    if not left or not right:
        return scores
    near = _rows(left, vectors) @ _rows(right, vectors).T
    short = [_is_acronym(one, right) for one in left], [_is_acronym(one, left) for one in right]
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            scores[i, j] = _likeness(one, other, float(near[i, j]))
            if (short[0][i] and other.kind is WordKind.NAME) or (
                short[1][j] and one.kind is WordKind.NAME
            ):
                scores[i, j] = max(scores[i, j], _DERIVED)
    return scores


def _rows(terms: Sequence[Term], vectors: Vectors) -> "Floats":
    import numpy as np  # noqa: PLC0415 - see likeness

    return np.stack([vectors.of_words([term.written]) for term in terms]).astype(np.float64)


def _likeness(one: Term, other: Term, cosine: float) -> float:
    if one.form == other.form:
        return 1.0
    if WordKind.NUMBER in (one.kind, other.kind):
        return 0.0  # near numbers are other numbers
    common = _common_start(one.form, other.form)
    longest = max(len(one.form), len(other.form))
    if common >= _DERIVED_LETTERS and common >= _DERIVED_SHARE * longest:
        return _DERIVED
    if common >= _COMMON_LETTERS:
        return _COMMON_START
    return cosine if cosine > _LEAST_COSINE else 0.0


def _common_start(one: str, other: str) -> int:
    common = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        common += 1
    return common


def _is_acronym(term: Term, others: Sequence[Term]) -> bool:
    """Say whether a term is the initials of names that follow each other: "NTC"."""
    if not term.written.isupper() or len(term.written) not in _ACRONYM_LETTERS:
        return False
    if any(other.form == term.form for other in others):
        return False
    initials = "".join(o.written[0] if o.written[0].isupper() else " " for o in others)
    return term.written in initials
