"""Every page of the demo case answers, in words, with a table that has a caption."""

import re
from pathlib import Path

import pytest

from sayso.case import Case, ClaimFilter
from sayso.web.pages import all_pages, navigation
from tests.web.served import BASE, TestClient, client_of, make_case, mark_of

ALWAYS = [
    "/",
    "/chronology",
    "/chronology?dated=no",
    "/times",
    "/series",
    "/series?disputed=yes",
    "/figures",
    "/figures?predicate=killed",
    "/verdicts",
    "/verdicts?verdict=conflict",
    "/forecasts",
    "/places",
    "/claims",
    "/claims?all=yes",
    "/actors",
    "/actor-proposals",
    "/echoes",
    "/denials",
    "/quotes",
    "/documents",
    "/dates",
    "/dates?all=yes",
    "/problems",
    "/search",
    "/search?q=dam",
    "/changes",
    "/changes?run=1",
    "/saved",
    "/report",
    "/help",
]


def one_of_each(directory: Path) -> dict[str, str]:
    """Return an address for each page that shows one record."""
    with Case.open(directory, read_only=True) as case:
        document = next(case.documents(limit=1)).id
        copy = next(case.reuse_edges(limit=1))
        return {
            "/documents/{document}": f"/documents/{document}",
            "/documents/{document}/sources": f"/documents/{copy.to_document}/sources",
            "/documents/{document}/original": f"/documents/{document}/original",
            "/documents/{document}/download": f"/documents/{document}/download",
            "/documents/{document}/compare/{other}": f"/documents/{copy.from_document}/compare/{copy.to_document}",
            "/claims/{claim}": f"/claims/{next(case.claims(limit=1)).id}",
            "/figures/{figure}": f"/figures/{next(case.figures(limit=1)).id}",
            "/series/{series}": f"/series/{next(case.compared.series(limit=1)).id}",
            "/actors/{actor}": f"/actors/{next(case.actors(limit=1)).id}",
            "/echoes/{group}": f"/echoes/{next(case.echo_groups(limit=1)).id}",
            "/quotes/{pair}": f"/quotes/{next(case.quote_pairs(limit=1)).id}",
            "/places/{place}": f"/places/{next(case.places(limit=1)).id}",
            "/events/{event}": f"/events/{next(case.events.chronology(limit=1)).id}",
            "/forecasts/{forecast}": f"/forecasts/{next(case.foretold.list(limit=1)).id}",
        }


@pytest.mark.parametrize("path", ALWAYS)
def test_a_page_answers_and_its_tables_have_captions(desk: TestClient, path: str) -> None:
    answer = desk.get(path)

    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert answer.text.count("<table") == answer.text.count("<caption>")
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


def test_the_page_of_one_record_answers(desk: TestClient, demo: Path) -> None:
    for path in one_of_each(demo).values():
        assert desk.get(path).status_code == 200, path


def test_every_page_of_ours_is_tried_here(demo: Path) -> None:
    tried = {path.partition("?")[0] for path in ALWAYS} | set(one_of_each(demo)) | {"/settings"}
    ours = {page.path for page in all_pages() if "review" not in page.show.__module__}

    assert ours <= tried


def test_no_two_pages_of_the_navigation_have_one_key() -> None:
    keys = [page.key for _, pages in navigation() for page in pages if page.key]

    assert len(keys) == len(set(keys))


def test_every_state_of_the_claims_is_an_address(desk: TestClient, demo: Path) -> None:
    with Case.open(demo, read_only=True) as case:
        denied = {row.id for row in case.claims(ClaimFilter(force="deny", speech=True))}  # type: ignore[arg-type]

    page = desk.get("/claims", params={"force": "deny"}).text

    assert set(re.findall(r'<li data-row id="(c_\w+)"', page)) == denied
    assert 'href="/claims"' in page  # the way out of the condition


def test_a_list_leads_on_and_back_to_the_same_rows(desk: TestClient) -> None:
    first = desk.get("/claims?all=yes").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following is not None
    second = desk.get(following[1].replace("&amp;", "&")).text
    back = re.search(r'rel="prev" href="([^"]+)"', second)
    assert back is not None
    again = desk.get(back[1].replace("&amp;", "&")).text

    ids = [re.findall(r'<li data-row id="(c_\w+)"', page) for page in (first, second, again)]
    assert ids[0] == ids[2]
    assert not set(ids[0]) & set(ids[1])


def test_a_value_that_there_is_not_is_said_to_be_wrong(desk: TestClient) -> None:
    for path in ("/claims?force=shout", "/claims?since=yesterday", "/series?page=x"):
        answer = desk.get(path)

        assert answer.status_code == 400 or "page" in path
        assert "This is not possible" in answer.text or answer.status_code == 200


def test_a_record_that_there_is_not_is_said_to_be_missing(desk: TestClient) -> None:
    answer = desk.get("/claims/c_0000000000")

    assert answer.status_code == 404
    assert "there is no claim c_0000000000" in answer.text


def test_an_id_in_the_search_opens_its_record(desk: TestClient, demo: Path) -> None:
    name = one_of_each(demo)["/claims/{claim}"].rpartition("/")[2]

    answer = desk.get("/search", params={"q": name})

    assert answer.url.path == f"/claims/{name}"


def test_the_reader_marks_what_the_address_asks_for(desk: TestClient, demo: Path) -> None:
    with Case.open(demo, read_only=True) as case:
        claim = next(case.claims(limit=1))

    page = desk.get(f"/documents/{claim.document}?show=nothing").text
    marked = desk.get(f"/documents/{claim.document}?mark={claim.id}").text

    assert "k-claim" not in page.partition('<aside class="marks"')[0]
    assert f'id="{claim.id}"' in marked
    assert "asked" in marked


def test_the_original_stands_in_a_frame_without_rights(desk: TestClient, demo: Path) -> None:
    path = one_of_each(demo)["/documents/{document}"]

    page = desk.get(path, params={"original": "beside"}).text
    framed = desk.get(f"{path}/original")

    assert 'sandbox=""' in page
    assert framed.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_a_first_visit_is_told_so_and_then_what_came_later(tmp_path: Path) -> None:
    story = tmp_path / "story"
    story.mkdir()
    text = "Three people were killed in Orlan on Monday, the mayor said.\n"
    (story / "one.txt").write_text(f"Flood in Orlan\n\n{text}", encoding="utf-8")
    case = make_case(tmp_path / "case", story)
    with client_of(case) as client:
        client.get("/open", params={"token": "the-launch-token"})
        first = client.get("/changes").text
        headers = {"origin": BASE}
        client.post("/changes", data={"mark": mark_of(first)}, headers=headers)
        after = client.get("/changes").text
        since = client.get("/changes?run=1").text

    assert "first visit" in first
    assert "Nothing came since you last looked" in after
    assert "1 new document" in since


def test_a_kept_search_says_what_is_new_in_it(desk: TestClient) -> None:
    mark = mark_of(desk.get("/").text)
    kept = {"mark": mark, "address": "/claims?force=deny", "name": "denials"}

    desk.post("/saved", data=kept, headers={"origin": BASE})
    page = desk.get("/saved").text
    desk.post("/saved", data={**kept, "do": "drop"}, headers={"origin": BASE})

    assert "denials" in page
    assert "nothing" in page
    assert "You keep no search yet" in desk.get("/saved").text


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/claims", "/settings"])
def test_only_lists_of_ours_are_kept(desk: TestClient, address: str) -> None:
    mark = mark_of(desk.get("/").text)

    answer = desk.post("/saved", data={"mark": mark, "address": address}, headers={"origin": BASE})

    assert answer.status_code == 400


def test_an_empty_case_says_what_to_do_next(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case")
    with client_of(case) as client:
        client.get("/open", params={"token": "the-launch-token"})
        for path in ALWAYS:
            answer = client.get(path)

            assert answer.status_code == 200, path
        page = client.get("/").text

    assert "sayso add FOLDER" in page


def test_the_figures_of_a_long_series_are_shown_a_page_at_a_time(
    desk: TestClient, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Case.open(demo, read_only=True) as case:
        series = next(case.compared.series())
        members = [one.figure.id for one in case.compared.members(series.id)]
    monkeypatch.setattr("sayso.web.figures._DOTS", 2)
    address, found = f"/series/{series.id}", list[str]()
    for number in range(1, (series.figures + 1) // 2 + 1):
        shown = desk.get(address, params={"page": number}).text
        assert f"{series.figures} figures of" in shown
        found += re.findall(r'<tr data-row id="(f_\w+)"', shown)

    assert found == members
