"""The report: one file, every row leads to its characters, no word of a document is markup."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sayso.case import Case, Totals
from sayso.dates import DayInterval
from sayso.documents import Source
from sayso.documents.readers import read_document
from sayso.evidence.claims import find_claims
from sayso.evidence.dating import Dating
from sayso.evidence.figures import find_figures
from sayso.evidence.reading import Evidence, read_evidence
from sayso.export.report import write_report
from sayso.language.analysis import Attribution, AttributionKind, Counting, Manner
from sayso.language.reading import analyse
from sayso.text import Span

NOW = datetime(2024, 5, 6, 12, tzinfo=UTC)
THREE = (
    "Orla Vane never claimed that the bank gave way again. "
    "Divers rescued three boys near the two bridges at Lower Quarn.\n"
)
STORY = {
    "a.txt": (
        "The Lagan Herald\n3 May 2024\n\nQuarry road closed after slide\n\n"
        "At least 12 lorries were stuck on the quarry road on Friday, the police said, and nobody"
        " could say when the road would be open again.\n\n"
        "“We heard the hill come down,” said Orla Tanner, who runs the quarry inn.\n"
    ),
    "b.txt": (
        "Hill road <script>alert(1)</script> reopened\n\n"
        "The road was cleared by about 40 volunteers, said Orla Tanner, who cooked for all of them"
        " in the inn for two days & nights.\n"
    ),
}


class Page(HTMLParser):
    """The ids, links and tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name == "href" and value:
                self.links.append(value)
            elif name == "src" and value:
                self.loads.append(value)


@pytest.fixture
def html(tmp_path: Path) -> str:
    with Case.create(tmp_path / "case", name="Quarry <road>", now=NOW) as case:
        run = case.begin_run([("sayso", "test")], now=NOW)
        for path, text in STORY.items():
            data = text.encode()
            source = Source(
                path=path, data=data, media_type="text/plain", retrieved="2024-05-05T10:00:00+00:00"
            )
            document = read_document(source)
            case.add(document, read_evidence(document), data, run=run, now=NOW)
        case.finish_run(run, Totals(added=2, already_there=0, failed=0), now=NOW)
        write_report(case, tmp_path / "report.html", now=NOW)
    return (tmp_path / "report.html").read_text(encoding="utf-8")


def test_every_link_of_a_row_leads_to_a_mark_in_the_text(html: str) -> None:
    page = Page(html)
    targets = [link.removeprefix("#") for link in page.links]

    assert sum(target.startswith(("c_", "f_")) for target in targets) >= 3
    assert set(targets) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_words_of_a_document_are_never_markup(html: str) -> None:
    page = Page(html)

    assert "script" not in page.tags
    assert "Hill road &lt;script&gt;" in html
    assert "Quarry &lt;road&gt;" in html
    assert "&amp; nights" in html


def test_the_page_loads_nothing(html: str) -> None:
    page = Page(html)

    assert page.loads == []
    assert all(link.startswith("#") for link in page.links)


def test_a_figure_is_shown_with_its_bounds_inside_its_sentence(html: str) -> None:
    assert (
        '<td>lorries</td><td class="number">≥ 12</td><td class="words" dir="auto"><b>At least 12'
        in html
    )
    assert "The road was cleared by <b>about 40" in html


def report_of(folder: Path, evidence: Evidence) -> str:
    """Return the report of a case with ``THREE`` as its only document."""
    data = THREE.encode()
    document = read_document(Source(path="c.txt", data=data, media_type="text/plain"))
    assert document.text == THREE.rstrip()
    with Case.create(folder / "case", now=NOW) as case:
        run = case.begin_run([("sayso", "test")], now=NOW)
        case.add(document, evidence, data, run=run, now=NOW)
        write_report(case, folder / "report.html", now=NOW)
    return (folder / "report.html").read_text(encoding="utf-8")


def evidence_of_three() -> Evidence:
    """Read ``THREE`` as the core would."""
    ruled = analyse(THREE)
    content = THREE.index("the bank")
    said = Attribution(
        source=(Span(0, 9),),
        cue=(Span(10, 23),),
        content=(Span(content, content + 24),),
        kind=AttributionKind.INDIRECT,
        rule="core",
        manner=Manner.SAID,
        force="assert",
        negated=True,
    )
    start = THREE.index("Divers")
    thought = replace(
        said, source=(), cue=(), content=(Span(start, start + 20),), manner=Manner.THOUGHT
    )
    counting = Counting(quantity=0, accrual="flow", modality="planned", rule="core")
    read = replace(ruled, attributions=(said, thought), countings=(counting,))
    claims = find_claims("d_1", THREE, read)
    return Evidence(
        analysis=read,
        claims=claims,
        figures=find_figures("d_1", THREE, read, claims),
        dating=Dating(
            interval=DayInterval(None, None), candidates=(), chosen=(), reasons=(), doubts=()
        ),
    )


def test_what_is_said_comes_before_what_is_thought(tmp_path: Path) -> None:
    html = report_of(tmp_path, evidence_of_three())
    said, _, thought = html.partition('<section id="claims">')[2].partition("<details>")

    assert "the bank gave way again." in said
    assert "indirect · “never claimed” · negated" in said
    assert "1 more that nobody is reported to have said" in thought
    assert "Divers rescued three" in thought
    assert "2 claims (1 of them thought or planned)" in html


def test_counts_of_which_something_is_said_come_before_the_rest(tmp_path: Path) -> None:
    html = report_of(tmp_path, evidence_of_three())
    told, _, rest = html.partition('<section id="figures">')[2].partition("<details>")

    assert "<td>rescued (planned)</td><td>boys</td>" in told
    assert "1 count of which the text says no more" in rest
    assert "<td>bridges</td>" in rest.partition("</details>")[0]


def test_a_report_of_an_empty_case_says_what_to_do(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case", now=NOW) as case:
        write_report(case, tmp_path / "report.html", now=NOW)

    assert "sayso add FOLDER" in (tmp_path / "report.html").read_text(encoding="utf-8")
