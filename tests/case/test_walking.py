"""Finding a page: whichever way rows are looked for, the same ones are found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.case import Case, ClaimFilter, FigureFilter, RunId, walking
from sayso.case.paged import Turn
from sayso.dates import DayInterval
from sayso.evidence.claim import Force
from sayso.evidence.reading import Evidence
from sayso.language.analysis import AttributionKind, Modifier
from tests.case.builders import NOW, TEXT, document, evidence

FIRST = date(2024, 5, 1)
DAYS = (None, FIRST, FIRST + timedelta(days=3), FIRST + timedelta(days=40))
# Bounds of what is few, so small that every way is taken: (rows, documents, keys, share).
WAYS = {
    "sorted": (1_000, 1_000, 1_000, 4),
    "of few documents": (0, 1_000, 0, 1),
    "by day, keys as a set": (0, 0, 1_000, 0),
    "by day, keys tested": (0, 0, 0, 10_000),
    "a few of each": (2, 2, 3, 2),
}


def told(made_id: str, day: date | None, at: int) -> Evidence:
    """Return the evidence of a document whose claims and figures give days of their own, or none."""
    base = evidence(made_id)
    own = DayInterval.day(FIRST + timedelta(days=20 * (at % 3))) if at % 2 else None
    forces = (Force.DENY, Force.ASSERT, None)
    return replace(
        base,
        dating=replace(base.dating, interval=DayInterval(day, day)),
        claims=tuple(
            replace(one, said=own, force=forces[(at + n) % 3]) for n, one in enumerate(base.claims)
        ),
        figures=tuple(replace(one, as_of=own) for one in base.figures),
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """Return a case of documents of several days, outlets and words."""
    with Case.create(tmp_path_factory.mktemp("walked") / "case", now=NOW) as case:
        run: RunId = case.begin_run([("test", "1")], now=NOW)
        for at in range(8):
            made, data = document(
                f"{TEXT} Part {at}.", outlet=("Coast Wire", "Daily Flame", None)[at % 3]
            )
            day = DAYS[at % len(DAYS)]
            case.add(made, told(made.id, day, at), data, run=run, now=NOW)
        yield case


def some(*values: object) -> st.SearchStrategy[object]:
    return st.sampled_from((None, None, *values))


days = some(FIRST - timedelta(days=9), FIRST + timedelta(days=2), FIRST + timedelta(days=30))
outlets = some("Coast Wire", "Nobody")
claim_filters = st.builds(
    ClaimFilter,
    force=some(Force.DENY, Force.THREAT),
    kind=some(*AttributionKind),
    text=some("ferry", "zebra", "safe sunday"),
    speaker=some("varga", "police"),
    place=some("Orlo", "nowhere"),
    outlet=outlets,
    since=days,
    until=days,
    speech=st.none() | st.booleans(),
)
figure_filters = st.builds(
    FigureFilter,
    modifier=some(*Modifier),
    about=some("passengers", "held", "zebra"),
    place=some("Orlo", "velm", "nowhere"),
    outlet=outlets,
    since=days,
    until=days,
)


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, bound in zip(
        ("FEW", "_FEW_DOCUMENTS", "_MANY", "_SCARCE"), WAYS[request.param], strict=True
    ):
        monkeypatch.setattr(walking, name, bound)


ONCE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.usefixtures("way")
@ONCE
@example(by=ClaimFilter(place="Orlo"))
@given(by=claim_filters)
def test_claims_of_all_pages_are_those_of_the_list(filled: Case, by: ClaimFilter) -> None:
    listed = [row.id for row in filled.claims(by)]
    first = filled.paged.claims(by, Turn(size=3))
    rest = filled.paged.claims(by, Turn(size=500, after=first.last)) if first.later else None

    found = [row.id for page in (first, rest) if page for row in page.rows]
    assert found == listed
    assert filled.paged.count_claims(by, most=1_000) == len(listed) == filled.count_claims(by)


@pytest.mark.usefixtures("way")
@ONCE
# One figure may have two places of a name: it is counted once.
@example(by=FigureFilter(place="Orlo"))
@given(by=figure_filters)
def test_figures_of_all_pages_are_those_of_the_list(filled: Case, by: FigureFilter) -> None:
    listed = [row.id for row in filled.figures(by)]

    assert [row.id for row in filled.paged.figures(by, Turn(size=500)).rows] == listed
    assert filled.paged.count_figures(by, most=1_000) == len(listed)


@pytest.mark.usefixtures("way")
@ONCE
@given(by=claim_filters)
def test_facets_count_what_the_list_has(filled: Case, by: ClaimFilter) -> None:
    facets = {one.field: dict(one.values) for one in filled.paged.claim_facets(by)}

    for field in ("force", "kind"):
        rows = filled.claims(replace(by, **{field: None}))
        values = [getattr(row.claim, field) for row in rows]
        known = {str(one): values.count(one) for one in set(values) if one is not None}
        assert facets[field] == known
