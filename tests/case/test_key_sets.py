"""Sets of keys: read once for a state of the case, and never for another."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from sayso.case import Case, ClaimFilter, RunId
from sayso.case.key_sets import ReadKeys, in_all
from sayso.case.paged import Turn
from tests.case.builders import NOW, TEXT, document, evidence


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Collect every statement that is sent to the database."""
    told: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        told.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield told
    event.remove(Engine, "before_cursor_execute", note)


def add(case: Case, run: RunId, at: int) -> None:
    made, data = document(f"{TEXT} Part {at}.")
    case.add(made, evidence(made.id), data, run=run, now=NOW)


def reading(statements: list[str]) -> int:
    return sum("json_group_array" in one for one in statements)


def test_a_list_and_its_facets_read_a_set_once(
    case: Case, run: RunId, statements: list[str]
) -> None:
    add(case, run, 1)
    by = ClaimFilter(speaker="varga")

    case.paged.claims(by, Turn(size=50))
    once = reading(statements)
    case.paged.claim_facets(by)
    case.paged.claims(by, Turn(size=50))

    assert once >= 1
    assert reading(statements) == once


def test_what_is_added_meanwhile_is_found(case: Case, run: RunId) -> None:
    by = ClaimFilter(speaker="varga")
    add(case, run, 1)
    before = len(case.paged.claims(by, Turn(size=50)).rows)
    add(case, run, 2)

    assert before > 0
    assert len(case.paged.claims(by, Turn(size=50)).rows) == 2 * before


def test_what_several_sets_have_in_common() -> None:
    sets = [
        ReadKeys(number=len(keys), listed=json.dumps(keys)) for keys in ([3, 1, 2], [2, 3, 9], [3])
    ]

    assert in_all(sets) == ReadKeys(number=1, listed="[3]")
    assert in_all(sets[:1]) is sets[0]


def test_a_set_that_was_only_counted_has_no_keys_to_compare_with(case: Case, run: RunId) -> None:
    add(case, run, 1)

    with pytest.raises(ValueError, match="more than 7 keys"):
        ReadKeys(number=7, listed=None).among(None)  # type: ignore[arg-type]
