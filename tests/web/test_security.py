"""Only this machine, this name, this origin and the one who opened the link get in."""

import pytest

from sayso.web.session import Session
from tests.web.served import BASE, TOKEN, TestClient, mark_of


def test_without_the_link_nothing_of_the_case_is_shown(stranger: TestClient) -> None:
    answer = stranger.get("/")

    assert answer.status_code == 403
    assert "demo" not in answer.text
    assert "sayso serve" in answer.text


def test_the_link_leads_to_the_first_page_and_gives_a_cookie_that_no_script_can_read(
    stranger: TestClient,
) -> None:
    answer = stranger.get("/open", params={"token": TOKEN}, follow_redirects=False)

    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    assert stranger.get("/").status_code == 200


def test_the_link_works_once(desk: TestClient) -> None:
    desk.cookies.clear()

    assert desk.get("/open", params={"token": TOKEN}).status_code == 403
    assert desk.get("/").status_code == 403


def test_whoever_has_opened_the_link_may_open_it_again(desk: TestClient) -> None:
    assert desk.get("/open", params={"token": TOKEN}).status_code == 200


def test_a_wrong_token_opens_nothing(stranger: TestClient) -> None:
    assert stranger.get("/open", params={"token": "guess"}).status_code == 403


@pytest.mark.parametrize("cookie", ["guess", "", "é", 'a"b'])
def test_a_guessed_cookie_opens_nothing(stranger: TestClient, cookie: str) -> None:
    headers = {"cookie": f"sayso_8123={cookie}".encode()}

    assert stranger.get("/", headers=headers).status_code == 403


def test_another_name_for_this_machine_is_refused(desk: TestClient) -> None:
    answer = desk.get("/", headers={"host": "evil.example:8123"})

    assert answer.status_code == 421


def test_another_port_is_refused(desk: TestClient) -> None:
    assert desk.get("/", headers={"host": "127.0.0.1:9999"}).status_code == 421


def test_another_machine_is_refused(desk: TestClient) -> None:
    with TestClient(desk.app, base_url=BASE, client=("10.0.0.7", 50_000)) as far:
        far.cookies = desk.cookies

        assert far.get("/").status_code == 403


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "http://localhost:8123"])
def test_a_form_from_another_origin_is_refused(desk: TestClient, origin: str | None) -> None:
    mark = mark_of(desk.get("/").text)
    headers = {} if origin is None else {"origin": origin}

    answer = desk.post("/settings", data={"mark": mark, "theme": "dark"}, headers=headers)

    assert answer.status_code == 403


def test_a_form_without_our_mark_is_refused(desk: TestClient) -> None:
    answer = desk.post("/settings", data={"theme": "dark"}, headers={"origin": BASE})

    assert answer.status_code == 400
    assert "not of this page" in answer.text


def test_a_form_of_ours_is_taken(desk: TestClient) -> None:
    mark = mark_of(desk.get("/").text)

    desk.post("/settings", data={"mark": mark, "theme": "dark"}, headers={"origin": BASE})

    assert 'data-theme="dark"' in desk.get("/").text


def test_a_form_does_not_lead_away_from_here(desk: TestClient) -> None:
    mark = mark_of(desk.get("/").text)
    for back in ("//evil.example/", "https://evil.example/", "/\\evil.example"):
        data = {"mark": mark, "theme": "dark", "back": back}
        answer = desk.post("/settings", data=data, headers={"origin": BASE}, follow_redirects=False)

        assert answer.headers["location"] == "/"


def test_a_huge_form_is_refused_unread(desk: TestClient) -> None:
    answer = desk.post("/settings", content=b"a" * 1_000_001, headers={"origin": BASE})

    assert answer.status_code == 413


def test_a_form_of_unknown_length_is_refused(desk: TestClient) -> None:
    answer = desk.post("/settings", content=iter([b"a", b"b"]), headers={"origin": BASE})

    assert answer.status_code == 413


def test_other_methods_are_refused(desk: TestClient) -> None:
    assert desk.put("/").status_code == 405


def test_every_answer_carries_the_policy(desk: TestClient) -> None:
    for path in ("/", "/static/sayso.css", "/no-such-page", "/documents/d_none"):
        headers = desk.get(path).headers

        assert headers["content-security-policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert headers["x-frame-options"] == "DENY"


def test_two_ports_have_two_cookies() -> None:
    assert Session("a", port=1).cookie_name != Session("a", port=2).cookie_name


def test_what_a_form_carries_does_not_give_the_cookie_away() -> None:
    session = Session("a", port=1)

    assert session.redeem("a") not in session.form_mark
