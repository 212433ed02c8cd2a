"""The page of review: a row in its context, decided by plain forms, and always leading on."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Case, ReviewState, Verdict
from tests.web.served import BASE, NOW, TOKEN, TestClient, client_of, mark_of

OWN = {"Origin": BASE}


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """Return a copy of the demo case, to be decided on."""
    return Path(shutil.copytree(demo, tmp_path / "case"))


@pytest.fixture
def page(own: Path) -> Iterator[TestClient]:
    with client_of(own) as client:
        client.get("/open", params={"token": TOKEN})
        yield client


def record_of(html: str) -> str:
    found = re.search(r'name="record" value="([^"]+)"', html)
    assert found is not None
    return found[1]


def send(page: TestClient, html: str, /, **fields: str) -> str:
    """Send the form of the shown row and return the page it leads to."""
    record = record_of(html)
    data = {"mark": mark_of(html), "record": record, "seen": "0", **fields}
    answer = page.post(f"/review/{record}", data=data, headers=OWN)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_the_first_row_is_a_conflict_with_both_sentences(page: TestClient) -> None:
    html = page.get("/review").text

    assert "shown because the two figures exclude each other" in html
    assert html.count('<section class="side-of"') == 2
    assert len(re.findall(r"<mark>[^<]+</mark>", html)) >= 2
    assert "because the numbers" in html or "the numbers exclude each other" in html


def test_accepting_leads_to_the_next_row_and_counts_down(page: TestClient, own: Path) -> None:
    first = page.get("/review").text
    waiting = re.search(r'aria-live="polite">(\d+) to look at', first)
    second = send(page, first, verdict="accept", why="both are of the dead")

    assert record_of(second) != record_of(first)
    assert "ann accepted: both are of the dead" in second
    assert waiting is not None
    assert f'aria-live="polite">{int(waiting[1]) - 1} to look at' in second
    with Case.open(own, read_only=True) as case:
        assert case.desk.item(record_of(first)).state is ReviewState.ACCEPTED


def test_undo_leads_back_to_the_row(page: TestClient, own: Path) -> None:
    first = page.get("/review").text
    second = send(page, first, verdict="reject")
    number = re.search(r'name="undo" value="(\d+)"', second)
    assert number is not None
    data = {"mark": mark_of(second), "undo": number[1]}
    back = page.post("/review", data=data, headers=OWN).text

    assert record_of(back) == record_of(first)
    with Case.open(own, read_only=True) as case:
        assert case.desk.item(record_of(first)).state is ReviewState.OPEN
        assert [row.decision.verdict for row in case.decisions()] == [Verdict.UNDO, Verdict.REJECT]


def test_a_changed_field_is_shown_with_what_the_machine_said(page: TestClient) -> None:
    html = page.get("/review?kind=figure").text
    changed = send(page, html, field="place", value="Lower Orlo", why="the headline says so")

    assert record_of(changed) == record_of(html)
    assert "Lower Orlo" in changed
    assert "(machine: <s>" in changed
    assert "ann changed place" in changed


def test_a_value_that_a_field_cannot_hold_is_refused_in_words(page: TestClient) -> None:
    html = page.get("/review?kind=figure").text
    data = {"mark": mark_of(html), "record": record_of(html), "field": "lo", "value": "many"}
    answer = page.post(f"/review/{record_of(html)}", data=data, headers=OWN)

    assert answer.status_code == 409
    assert "lo is a number" in answer.text


def test_a_comment_stays_at_the_row(page: TestClient) -> None:
    html = page.get("/review").text
    commented = send(page, html, verdict="comment", why="ask <b>Mira</b>")

    assert record_of(commented) == record_of(html)
    assert "ann commented: ask &lt;b&gt;Mira&lt;/b&gt;" in commented


def test_a_decision_of_somebody_else_in_between_is_told(page: TestClient, own: Path) -> None:
    html = page.get("/review").text
    with Case.open(own) as case:
        case.desk.judge(record_of(html), Verdict.ACCEPT, actor="bela", now=NOW)
    after = send(page, html, verdict="reject")

    assert "Meanwhile <b>bela accepted</b>" in after
    with Case.open(own, read_only=True) as case:
        assert len(list(case.decisions())) == 2


def test_a_form_of_another_page_decides_nothing(page: TestClient, own: Path) -> None:
    html = page.get("/review").text
    data = {"mark": "0" * 32, "record": record_of(html), "verdict": "accept"}

    assert page.post("/review", data=data, headers=OWN).status_code == 400
    with Case.open(own, read_only=True) as case:
        assert list(case.decisions()) == []


def test_a_form_without_a_decision_is_refused(page: TestClient) -> None:
    html = page.get("/review").text
    data = {"mark": mark_of(html), "record": record_of(html)}
    bad = {"mark": mark_of(html), "undo": "all of them"}

    assert page.post("/review", data=data, headers=OWN).status_code == 400
    assert page.post("/review", data=bad, headers=OWN).status_code == 400


def test_a_sample_says_how_many_are_right(page: TestClient) -> None:
    html = page.get("/review?kind=figure&sample=3&seed=5").text
    assert "Nothing is judged yet" in html
    for _ in range(3):
        record = record_of(html)
        data = {"mark": mark_of(html), "record": record, "seen": "0", "verdict": "accept"}
        html = page.post(
            f"/review/{record}?kind=figure&sample=3&seed=5", data=data, headers=OWN
        ).text

    assert "Right as they stand: 3 of 3, 100% (between 44% and 100%)" in html
    assert "Wilson score interval" in html


def test_a_sample_needs_one_kind(page: TestClient) -> None:
    assert page.get("/review?sample=3").status_code == 400


def test_any_row_can_be_asked_for(page: TestClient, own: Path) -> None:
    with Case.open(own, read_only=True) as case:
        claim = next(case.claims())
    html = page.get(f"/review/{claim.id}").text

    assert record_of(html) == claim.id
    assert "Does the text report this, by this speaker?" in html


def test_a_date_shows_the_reasons_and_takes_another_interval(page: TestClient, own: Path) -> None:
    html = page.get("/review?kind=date").text
    changed = send(page, html, field="date", value="2024-03")

    assert "2024-03-01/2024-03-31" in changed
    with Case.open(own, read_only=True) as case:
        (edit,) = case.desk.item(record_of(html)).review.edits  # type: ignore[union-attr]
        assert (edit.field, edit.new) == ("date", "2024-03-01/2024-03-31")


def test_decisions_are_listed_with_what_was_taken_back(page: TestClient) -> None:
    html = page.get("/review").text
    assert "Nothing was decided yet." in page.get("/decisions").text
    send(page, html, verdict="unsure", why="which morgue?")
    listed = page.get("/decisions").text

    assert "ann was unsure: which morgue?" in listed
    assert "holds" in listed
    assert "No decision is orphaned." in page.get("/decisions?orphaned=yes").text


def test_an_empty_selection_says_what_to_do(page: TestClient) -> None:
    html = page.get("/review?kind=echo").text

    assert "Nothing waits to be looked at in this selection." in html
    assert "sayso add" in html
