"""Relating actors: a document is stored with its names, and older documents are entered later."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.case import Case, RunId
from sayso.documents import Flag
from sayso.pipeline.relate import add_related, find_relations
from sayso.pipeline.relate_actors import relate_earlier_actors
from sayso.pipeline.stages import Reading
from tests.case.actor_stories import marked
from tests.case.builders import NOW, document


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case", now=NOW) as made:
        yield made


@pytest.fixture
def run(case: Case) -> RunId:
    return case.begin_run((("test", "1"),), now=NOW)


def reading(name: str, text: str) -> tuple[Reading, bytes]:
    plain, evidence = marked(name, text)
    made, data = document(plain, path=name, outlet=name)
    made = replace(made, id=f"d_{name}", flags=frozenset(), title_span=None, page_starts=())
    return Reading(document=made, evidence=evidence), data


def test_a_document_is_stored_with_its_actors(case: Case, run: RunId) -> None:
    add_related(case, *reading("one", "[PER1 Ana Orlow]: the bridge is safe."), run=run, now=NOW)
    add_related(case, *reading("two", "[PER1 Orlow]: nobody was hurt."), run=run, now=NOW)

    assert {row.actor_name for row in case.claims()} == {"Ana Orlow"}


def test_a_page_that_is_no_article_has_its_actors_too(case: Case) -> None:
    stub, _ = reading("one", "[PER1 Ana Orlow]: the bridge is safe.")
    stub = replace(stub, document=replace(stub.document, flags=frozenset({Flag.PAYWALL_STUB})))
    found = find_relations(case, stub)

    assert found.actors is not None
    assert found.actors.document == "d_one"
    assert found.fingerprints == ()


def test_documents_from_before_the_registry_are_entered(case: Case, run: RunId) -> None:
    old, data = reading("one", "[PER1 Ana Orlow]: the bridge is safe.")
    case.add(old.document, old.evidence, data, run=run, now=NOW)
    assert list(case.actors()) == []

    assert (relate_earlier_actors(case), relate_earlier_actors(case)) == (1, 0)
    assert [row.name for row in case.actors()] == ["Ana Orlow"]
