"""Reading within one moment: what others add meanwhile is not seen before it is over."""

from contextlib import suppress

from sayso.case import Case, RunId
from tests.case.builders import NOW, document, evidence


def _add(case: Case, path: str, run: RunId) -> None:
    made, data = document(path=path, address=f"https://lantern.example/{path}")
    case.add(made, evidence(made.id), data, run=run, now=NOW)


def test_all_that_is_read_within_one_moment_is_of_that_moment(case: Case, run: RunId) -> None:
    _add(case, "a.txt", run)
    with Case.open(case.directory) as other:
        with case.one_moment():
            before = case.counts().documents
            _add(other, "b.txt", run)

            assert (before, case.counts().documents) == (1, 1)
            assert len(tuple(case.documents())) == 1

        assert case.counts().documents == 2


def test_a_moment_ends_with_an_error_too(case: Case, run: RunId) -> None:
    with suppress(ValueError), case.one_moment():
        assert case.counts().documents == 0
        raise ValueError("stopped")
    _add(case, "a.txt", run)

    assert case.counts().documents == 1


def test_a_moment_within_another_is_the_same_one(case: Case, run: RunId) -> None:
    with Case.open(case.directory) as other, case.one_moment():
        assert case.counts().documents == 0
        _add(other, "a.txt", run)
        with case.one_moment():
            assert case.counts().documents == 0

        assert case.counts().documents == 0
