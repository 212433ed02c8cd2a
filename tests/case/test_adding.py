"""Adding: one document is one transaction; twice is once; problems come and go."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from sqlite3 import IntegrityError as ConstraintError

import pytest

from sayso.case import (
    Added,
    AlreadyThere,
    Case,
    ClaimFilter,
    FigureFilter,
    ProblemRow,
    RunId,
    Totals,
)
from sayso.errors import CaseError, DocumentError
from tests.case.builders import LATER, NOW, bare_evidence, document, evidence


def originals(case: Case) -> list[str]:
    return sorted(path.name for path in (case.directory / "blobs").rglob("*") if path.is_file())


def test_a_new_document_is_added_with_its_original(case: Case, run: RunId) -> None:
    made, data = document()

    assert case.add(made, evidence(made.id), data, run=run, now=NOW) == Added(id=made.id)
    assert originals(case) == [made.original.sha256]


def test_a_document_that_is_there_only_gains_a_location(case: Case, run: RunId) -> None:
    made, data = document(path="a.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    again = replace(made, original=replace(made.original, path="copies/b.txt"))

    assert case.add(again, evidence(made.id), data, run=run, now=LATER) == AlreadyThere(id=made.id)
    assert [(place.path, place.seen) for place in case.locations(made.id)] == [
        ("a.txt", NOW),
        ("copies/b.txt", LATER),
    ]
    assert case.counts().documents == 1
    assert case.document(made.id) == made


def test_the_same_path_twice_is_one_location(case: Case, run: RunId) -> None:
    made, data = document(path="a.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    case.add(made, evidence(made.id), data, run=run, now=LATER)

    assert [place.seen for place in case.locations(made.id)] == [NOW]


def test_the_same_bytes_at_another_address_are_another_document(case: Case, run: RunId) -> None:
    first, data = document(address="https://lantern.example/1")
    second, _ = document(address="https://lantern.example/2")
    case.add(first, evidence(first.id), data, run=run, now=NOW)

    assert isinstance(case.add(second, evidence(second.id), data, run=run, now=NOW), Added)
    assert case.counts().documents == 2
    assert originals(case) == [first.original.sha256]


def test_known_names_a_document_by_its_bytes_and_address(case: Case, run: RunId) -> None:
    made, data = document(address="https://lantern.example/1")
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    assert case.known(made.original.sha256, "https://lantern.example/1") == made.id
    assert case.known(made.original.sha256, None) is None
    assert case.known("0" * 64, "https://lantern.example/1") is None


def test_a_location_can_be_noted_without_reading_again(case: Case, run: RunId) -> None:
    made, data = document(path="a.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    case.add_location(made.id, "b.txt", run=run, now=LATER)

    assert [place.path for place in case.locations(made.id)] == ["a.txt", "b.txt"]


def test_a_location_needs_a_document(case: Case, run: RunId) -> None:
    with pytest.raises(CaseError, match="FOREIGN KEY"):
        case.add_location("d_0000000000", "b.txt", run=run, now=NOW)


def test_bytes_that_are_not_those_of_the_hash_are_refused(case: Case, run: RunId) -> None:
    made, data = document()

    with pytest.raises(ValueError, match="not those of its hash"):
        case.add(made, evidence(made.id), data + b"!", run=run, now=NOW)
    assert case.counts().documents == 0


def test_a_failed_transaction_leaves_neither_rows_nor_original(case: Case) -> None:
    made, data = document()

    with pytest.raises(CaseError) as caught:
        case.add(made, evidence(made.id), data, run=RunId(99), now=NOW)
    assert isinstance(caught.value.__cause__, ConstraintError)
    assert case.counts().documents == 0
    assert originals(case) == []


def test_a_failed_transaction_keeps_an_original_that_others_rest_on(case: Case, run: RunId) -> None:
    first, data = document()
    second, _ = document(address="https://lantern.example/2")
    case.add(first, evidence(first.id), data, run=run, now=NOW)

    with pytest.raises(CaseError):
        case.add(second, evidence(second.id), data, run=RunId(99), now=NOW)
    assert case.original(first.id) == data


@pytest.mark.parametrize("in_text", [True, False])
def test_half_a_character_is_a_problem_of_the_document(
    case: Case, run: RunId, *, in_text: bool
) -> None:
    made, data = document()
    half = made.text[:-1] + "\ud83d"
    broken = replace(made, text=half) if in_text else replace(made, title=half)

    with pytest.raises(DocumentError, match="half a character") as caught:
        case.add(broken, bare_evidence(), data, run=run, now=NOW)
    assert caught.value.path == "clips/ferry.txt"
    assert originals(case) == []


def test_half_a_character_elsewhere_is_an_error_of_the_caller(case: Case, run: RunId) -> None:
    with pytest.raises(UnicodeEncodeError):
        case.add_problem(DocumentError("a.txt", "x"), sha256="\ud83d", run=run, now=NOW)


def test_a_path_that_is_no_text_can_be_stored(case: Case, run: RunId) -> None:
    made, data = document(path="clips/caf\udce9.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)

    assert [place.path for place in case.locations(made.id)] == ["clips/caf\\xe9.txt"]
    assert case.verify().ok


def test_a_moment_without_a_zone_is_refused(case: Case, run: RunId) -> None:
    made, data = document()

    with pytest.raises(ValueError, match="needs a time zone"):
        case.add(made, evidence(made.id), data, run=run, now=NOW.replace(tzinfo=None))


def test_a_problem_is_kept_until_its_path_can_be_used(case: Case, run: RunId) -> None:
    made, data = document(path="clips/a.txt")
    case.add_problem(DocumentError("clips/a.txt", "empty"), sha256="ab", run=run, now=NOW)
    open_problem = ProblemRow(
        path="clips/a.txt", problem="empty", sha256="ab", at=NOW, run=run, cleared=None
    )
    assert list(case.problems()) == [open_problem]

    case.add(made, evidence(made.id), data, run=run, now=LATER)

    assert list(case.problems()) == []
    assert list(case.problems(cleared=True)) == [replace(open_problem, cleared=LATER)]


def test_a_path_with_a_known_document_clears_its_problem_too(case: Case, run: RunId) -> None:
    made, data = document(path="a.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    case.add_problem(DocumentError("b.txt", "unreadable"), run=run, now=NOW)
    case.add_location(made.id, "b.txt", run=run, now=LATER)

    assert list(case.problems()) == []


def test_a_path_has_one_open_problem(case: Case, run: RunId) -> None:
    case.add_problem(DocumentError("a.txt", "empty"), run=run, now=NOW)
    case.add_problem(DocumentError("a.txt", "not text"), run=run, now=LATER)
    case.add_problem(DocumentError("b.txt", "empty"), run=run, now=LATER)

    assert [(row.path, row.problem) for row in case.problems()] == [
        ("a.txt", "not text"),
        ("b.txt", "empty"),
    ]
    assert case.counts().problems == 2
    assert len(list(case.problems(cleared=True))) == 3


def test_problems_can_be_paged(case: Case, run: RunId) -> None:
    for name in "abc":
        case.add_problem(DocumentError(name, "empty"), run=run, now=NOW)

    assert [row.path for row in case.problems(limit=1, offset=1)] == ["b"]


def test_a_run_is_closed_with_its_totals(case: Case) -> None:
    run = case.begin_run([("sayso", "0.1"), ("lxml", "5")], now=NOW)
    (open_run,) = case.runs()
    assert (open_run.finished, open_run.totals) == (None, None)

    case.finish_run(run, Totals(added=2, already_there=3, failed=1), now=LATER)

    (closed,) = case.runs()
    assert (closed.id, closed.started, closed.finished) == (run, NOW, LATER)
    assert closed.versions == (("sayso", "0.1"), ("lxml", "5"))
    assert closed.totals == Totals(added=2, already_there=3, failed=1)
    assert closed.totals.seen == 6


def test_a_run_is_closed_once(case: Case, run: RunId) -> None:
    totals = Totals(added=0, already_there=0, failed=0)
    case.finish_run(run, totals, now=NOW)

    with pytest.raises(CaseError, match=f"run {run} is not open"):
        case.finish_run(run, totals, now=NOW)


def test_the_latest_run_is_listed_first(case: Case) -> None:
    first, second = (case.begin_run([], now=moment) for moment in (NOW, LATER))

    assert [found.id for found in case.runs()] == [second, first]
    assert [found.id for found in case.runs(limit=1, offset=1)] == [first]


def test_new_evidence_takes_the_place_of_the_old(case: Case, run: RunId) -> None:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    second = case.begin_run([("sayso", "0.2")], now=LATER)
    case.replace_evidence(made.id, bare_evidence(), run=second, now=LATER)

    assert case.evidence(made.id) == bare_evidence()
    assert case.document(made.id) == made
    assert [row.run for row in case.dates()] == [second]
    assert list(case.search("varga")) != []
    assert case.verify().ok


def test_words_of_replaced_claims_are_no_longer_found(case: Case, run: RunId) -> None:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    case.replace_evidence(made.id, bare_evidence(), run=run, now=LATER)
    assert list(case.claims(ClaimFilter(text="safe"))) == []
    assert list(case.figures(FigureFilter(about="held"))) == []

    case.replace_evidence(made.id, evidence(made.id), run=run, now=LATER)
    assert [row.id for row in case.claims(ClaimFilter(text="safe"))] == [
        evidence(made.id).claims[0].id
    ]


def test_evidence_needs_its_document(case: Case, run: RunId) -> None:
    with pytest.raises(CaseError, match="no document d_0000000000"):
        case.replace_evidence("d_0000000000", bare_evidence(), run=run, now=NOW)


def test_a_new_reading_takes_the_place_of_the_old(case: Case, run: RunId) -> None:
    made, data = document(path="a.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    text = made.text.replace("quiet", "silent")
    read_anew = replace(made, text=text, title="Halt", extractor="plain 2", furniture=())
    case.reread(read_anew, evidence(made.id, text=text), run=run, now=LATER)

    assert case.document(made.id) == read_anew
    assert [hit.document for hit in case.search("silent")] == [made.id]
    assert list(case.search("quiet")) == []
    assert [place.path for place in case.locations(made.id)] == ["a.txt"]
    assert case.verify().ok


def test_a_new_reading_does_not_change_where_and_when_a_document_was_first_met(
    case: Case, run: RunId
) -> None:
    made, data = document(path="a.txt")
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    elsewhere = replace(made, original=replace(made.original, path="b.txt"))
    case.reread(elsewhere, evidence(made.id), run=run, now=LATER)

    (row,) = case.documents()
    assert (row.path, row.added) == ("a.txt", NOW)


def test_a_new_reading_can_go_back_and_forth(case: Case, run: RunId) -> None:
    made, data = document()
    case.add(made, evidence(made.id), data, run=run, now=NOW)
    text = made.text.replace("quiet", "silent")
    other = replace(made, text=text)
    for reading in (other, made, other, other):
        case.reread(reading, evidence(made.id, text=reading.text), run=run, now=LATER)

    assert case.document(made.id) == other
    assert case.verify().ok


def test_a_new_reading_needs_its_document(case: Case, run: RunId) -> None:
    made, _ = document()

    with pytest.raises(CaseError, match=f"no document {made.id}"):
        case.reread(made, evidence(made.id), run=run, now=NOW)


def test_a_case_for_reading_refuses_to_write(case: Case, run: RunId) -> None:
    made, data = document()
    with (
        Case.open(case.directory, read_only=True) as reader,
        pytest.raises(CaseError, match="open for reading only"),
    ):
        reader.add(made, evidence(made.id), data, run=run, now=NOW)


def test_two_processes_can_add_in_turn(case: Case, run: RunId) -> None:
    first, data = document("First text.")
    second, more = document("Second text.")
    with Case.open(Path(case.directory)) as other:
        case.add(first, bare_evidence(), data, run=run, now=NOW)
        other.add(second, bare_evidence(), more, run=run, now=NOW)

    assert {row.id for row in case.documents()} == {first.id, second.id}
    assert case.verify().ok


def test_two_writers_wait_for_each_other(case: Case, run: RunId) -> None:
    def add_all(start: int) -> None:
        with Case.open(case.directory) as writer:
            for number in range(start, start + 15):
                made, data = document(f"Text {number}.")
                writer.add(made, bare_evidence(), data, run=run, now=NOW)

    with ThreadPoolExecutor(max_workers=2) as pool:
        for done in [pool.submit(add_all, start) for start in (0, 100)]:
            done.result()

    assert case.counts().documents == 30
    assert case.verify().ok
