"""The report from the page: what is chosen, what comes out, and that it is noted."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Action, Case
from tests.web.served import TOKEN, TestClient, client_of, mark_of

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(demo: Path, tmp_path: Path) -> Path:
    return shutil.copytree(demo, tmp_path / "case")


@pytest.fixture
def page(folder: Path) -> Iterator[TestClient]:
    """Yield a client at a case of its own, since making a report is noted in it."""
    with client_of(folder) as client:
        client.get("/open", params={"token": TOKEN})
        yield client


def made(page: TestClient, form: str = "page", **fields: str) -> tuple[int, str, str]:
    """Send the form; return the status, the headers that say what it may do, and the words."""
    mark = mark_of(page.get("/report").text)
    origin = {"origin": str(page.base_url)}
    answer = page.post("/report", data={"mark": mark, "form": form, **fields}, headers=origin)
    told = (
        f"{answer.headers.get('content-disposition')} {answer.headers['content-security-policy']}"
    )
    return answer.status_code, told, answer.text


def test_the_report_is_one_file_that_runs_nothing(page: TestClient) -> None:
    status, policy, words = made(page)

    assert status == 200
    assert words.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert not re.search(r"<script|<link|src=\"(?!data:)", words)


def test_it_can_be_saved_as_a_file_or_as_markdown(page: TestClient) -> None:
    _, as_file, html = made(page, "html")
    _, as_markdown, markdown = made(page, "markdown")

    assert as_file.startswith('attachment; filename="report-2026-03-01.html"')
    assert html.startswith("<!DOCTYPE html>")
    assert as_markdown.startswith('attachment; filename="report-2026-03-01.md"')
    assert markdown.startswith("# ")


def test_that_it_was_made_stands_in_the_log_with_its_maker(page: TestClient, folder: Path) -> None:
    made(page, "markdown")

    with Case.open(folder, read_only=True) as case:
        last = list(case.log())[-1]
    assert (last.action, last.target) == (Action.EXPORT, "report-2026-03-01.md, from the page")
    assert last.actor == "ann"


def test_only_what_was_accepted_is_shown_where_that_is_asked_for(page: TestClient) -> None:
    _, _, all_of_it = made(page)
    _, _, accepted = made(page, only="accepted")

    assert "Only rows that a person decided on as accepted are shown." in accepted
    assert re.search(r"\b0 of \d+ figures and 0 of \d+ claims are shown", accepted)
    assert len(accepted) < len(all_of_it)


def test_words_and_names_are_replaced(page: TestClient) -> None:
    _, _, words = made(page, hidden="mine dam\nTesmar", people="yes")

    assert "Tesmar" not in words
    assert "mine dam" not in words
    assert "[person 1]" in words


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"since": "31.5.2024"}, "is no day: write it as 2024-05-31"),
        ({"since": "2024-05-31", "until": "2024-05-01"}, "after it ends on 2024-05-01"),
        ({"only": "perhaps"}, "is no decision; there are accepted"),
        ({"form": "pdf"}, "is no form of a report; there are page, html, markdown"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_noted(
    page: TestClient, folder: Path, fields: dict[str, str], told: str
) -> None:
    with Case.open(folder, read_only=True) as case:
        before = len(list(case.log()))

    status, _, words = made(page, **fields)

    assert status == 400
    assert told in words
    with Case.open(folder, read_only=True) as case:
        assert len(list(case.log())) == before


def test_another_page_cannot_have_it_made(page: TestClient) -> None:
    origin = {"origin": str(page.base_url)}

    assert page.post("/report", data={"form": "page"}, headers=origin).status_code == 400
