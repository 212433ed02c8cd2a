"""The main way of a user in a real browser: by mouse, by keyboard alone, and without JavaScript."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn

from sayso.web.application import make_app
from tests.web.served import NOW, TOKEN, make_case
from tests.web.test_hostile import PAGE as HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

CHROMIUM = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: install it or set SAYSO_CHROMIUM"),
]

# Every kind of page is looked at by axe; the rest is made of the same parts.
PAGES = ["/", "/chronology", "/series", "/verdicts?verdict=conflict", "/figures", "/claims"]
PAGES += [
    "/actors",
    "/echoes",
    "/quotes",
    "/denials",
    "/documents",
    "/dates?all=yes",
    "/search?q=dam",
]
PAGES += ["/changes?run=1", "/saved", "/help", "/forecasts", "/places", "/problems", "/report"]


class Served:
    """The page of a case on a free port, in a thread."""

    def __init__(self, case: Path, notes: Path) -> None:
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        app = make_app(case, TOKEN, port=self.port, reader="ann", notes=notes, clock=lambda: NOW)
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._server.run(sockets=[self._listener])

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=30)
        self._listener.close()


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where a browser is

    with sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def served(demo: Path, tmp_path: Path) -> Iterator[Served]:
    case = shutil.copytree(demo, tmp_path / "case")
    found = Served(case, tmp_path / "notes")
    yield found
    found.stop()


@pytest.fixture
def faults() -> list[str]:
    """Collect what a browser complains of, and requests that leave the host."""
    return []


def watched(context: "BrowserContext", served: Served, faults: list[str]) -> "Page":
    """Open the launch link on a page whose console and requests are watched."""
    page = context.new_page()
    page.set_default_timeout(60_000)

    def of_console(message: Any) -> None:
        if message.type in {"error", "warning"}:
            faults.append(f"{page.url}: {message.text}")

    def of_request(request: Any) -> None:
        if not request.url.startswith(served.address("/")):
            faults.append(f"request to {request.url}")

    page.on("console", of_console)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", of_request)
    page.goto(served.address(f"/open?token={TOKEN}"))
    return page


def follow(page: "Page", link: "Locator") -> None:
    """Click what leads to another page, and wait until it is there."""
    with page.expect_navigation():
        link.first.click()


def tab_to(page: "Page", words: str) -> None:
    """Press Tab until something with these words has the focus."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if words in str(page.evaluate("document.activeElement.textContent")):
            return
    pytest.fail(f"Tab never came to “{words}”")


def shows_report(page: "Page") -> bool:
    """Say whether the page is a report that has its style and tells of this case."""
    family = page.evaluate("getComputedStyle(document.body).maxWidth")
    return page.locator("h1").inner_text() == "demo" and family != "none"


def test_by_mouse_from_the_overview_over_a_conflict_to_a_decision_and_the_report(
    browser: "Browser", served: Served, faults: list[str]
) -> None:
    page = watched(browser.new_context(), served, faults)

    follow(page, page.locator("text=exclude each other"))
    first = page.locator("table.verdicts tbody tr").first
    assert first.locator("p.source mark").count() >= 2
    follow(page, first.locator("a.place").first)
    assert page.locator("article.text mark.asked").count() >= 1
    follow(page, page.locator("text=The original beside it"))
    frame = page.frame_locator("iframe")
    frame.locator("body *").first.wait_for(state="attached")
    assert frame.locator("body").inner_text().strip()
    page.goto(served.address("/verdicts?verdict=conflict"))
    follow(page, page.locator("a.decide").first)
    follow(page, page.locator("button[name=verdict][value=accept]").first)
    follow(page, page.locator("nav.side >> text=Decisions"))
    assert page.locator("main").inner_text().count("ann") >= 1
    follow(page, page.locator("nav.side >> text=Report"))
    page.locator("input[name=only][value=accepted]").check()
    follow(page, page.locator("text=Make the report"))
    assert shows_report(page)
    assert page.locator("text=Only rows that a person decided on as accepted").count() == 1

    assert faults == []


def test_by_keyboard_alone_from_the_overview_over_a_conflict_to_the_report(
    browser: "Browser", served: Served, faults: list[str]
) -> None:
    page = watched(browser.new_context(), served, faults)

    tab_to(page, "exclude each other")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("table.verdicts tbody tr").first.locator("p.source mark").count() >= 2
    tab_to(page, "decide")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    with page.expect_navigation():
        page.keyboard.press("y")
    assert "accepted" in page.locator(".told").inner_text().lower()
    page.keyboard.press("g")
    page.keyboard.press("x")
    page.wait_for_url("**/report")
    tab_to(page, "Make the report")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert shows_report(page)

    assert faults == []


def test_by_keys_through_the_pages(browser: "Browser", served: Served, faults: list[str]) -> None:
    page = watched(browser.new_context(), served, faults)

    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.matches('li[data-row]:nth-child(2)')")
    page.keyboard.press("x")
    assert page.locator("li[data-row]:nth-child(2) details[open]").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/c_*")
    page.keyboard.press("/")
    page.keyboard.type("dam jjj")
    assert page.input_value("#find") == "dam jjj"
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")

    assert faults == []


def test_a_key_pressed_before_the_last_decision_is_kept_is_for_the_row_that_is_seen(
    browser: "Browser", served: Served, faults: list[str]
) -> None:
    page = watched(browser.new_context(), served, faults)
    page.goto(served.address("/review"))
    seen = [page.input_value("main input[name=record]")]
    # The next row is read while this one is looked at.
    page.wait_for_timeout(1_000)

    page.keyboard.press("y")
    seen.append(page.input_value("main input[name=record]"))
    page.keyboard.press("n")
    page.locator(".told >> text=rejected").wait_for()
    page.keyboard.press("c")
    page.keyboard.type("seen twice")
    assert page.input_value("#why") == "seen twice"
    page.goto(served.address("/decisions"))

    told = page.locator("main tbody tr").all_inner_texts()
    assert len(told) == 2
    for name, verdict, row in zip(seen, ("accepted", "rejected"), reversed(told), strict=True):
        assert name in row
        assert verdict in row.lower()
    page.go_back()
    assert page.input_value("main input[name=record]") not in seen

    assert faults == []


def test_without_javascript_everything_is_links_and_forms(
    browser: "Browser", served: Served, faults: list[str]
) -> None:
    page = watched(browser.new_context(java_script_enabled=False), served, faults)

    follow(page, page.locator("nav.side >> text=Claims"))
    page.fill("form.filters input[name=text]", "warning")
    follow(page, page.locator("form.filters button"))
    assert "text=warning" in page.url
    page.fill("#keep-name", "warnings")
    follow(page, page.locator("text=Keep this search"))
    assert page.locator("text=warnings").count() >= 1
    follow(page, page.locator("button:has-text('Dark')"))
    assert page.locator("html[data-theme=dark]").count() == 1
    page.fill("#find", "dam")
    follow(page, page.locator("form.find button"))
    assert page.locator("li[data-row] mark").count() >= 1
    follow(page, page.locator("nav.side >> text=Overview"))
    follow(page, page.locator("text=exclude each other"))
    follow(page, page.locator("a.decide"))
    follow(page, page.locator("button[name=verdict][value=accept]"))
    follow(page, page.locator("nav.side >> text=Report"))
    follow(page, page.locator("text=Make the report"))
    assert shows_report(page)

    assert faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    browser: "Browser", served: Served, faults: list[str], theme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 -- only where a browser is

    scheme: Any = theme
    # The script of axe is put into the page, which our policy rightly forbids.
    page = watched(browser.new_context(color_scheme=scheme, bypass_csp=True), served, faults)
    axe, found = Axe(), []
    with_a_document = [*PAGES, first_document(page, served)]
    for path in with_a_document:
        page.goto(served.address(path))
        for violation in axe.run(page).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                where = [node["html"][:120] for node in violation["nodes"][:3]]
                found.append(f"{path}: {violation['id']}: {where}")

    assert found == []


def test_nothing_of_a_hostile_article_runs(
    browser: "Browser", tmp_path: Path, faults: list[str]
) -> None:
    story = tmp_path / "story"
    story.mkdir()
    (story / "page.html").write_text(HOSTILE, encoding="utf-8")
    served = Served(make_case(tmp_path / "hostile", story), tmp_path / "notes")
    page = watched(browser.new_context(), served, faults)
    page.on("dialog", lambda dialog: faults.append(f"{page.url}: {dialog.message}"))

    document = first_document(page, served)
    beside = f"{document}?original=beside"
    for path in (document, beside, f"{document}/original", f"{document}/sources", "/", "/claims"):
        page.goto(served.address(path))
        page.mouse.move(300, 300)
        page.wait_for_load_state("networkidle")
    page.goto(served.address(beside))
    frame = page.frame_locator("iframe")
    assert "Nine people were killed" in frame.locator("body").inner_text()
    assert frame.locator("script, svg, a[href], img, form").count() == 0
    served.stop()

    assert faults == []


def first_document(page: "Page", served: Served) -> str:
    page.goto(served.address("/documents"))
    link = page.locator("tbody a[data-open]").first.get_attribute("href")
    assert link is not None
    return link


def test_at_twice_the_size_nothing_is_cut_off(
    browser: "Browser", served: Served, faults: list[str]
) -> None:
    narrow: Any = {"width": 640, "height": 512}
    page = watched(browser.new_context(viewport=narrow), served, faults)

    for path in ("/", "/claims", "/documents", "/quotes"):
        page.goto(served.address(path))
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, path

    assert faults == []
