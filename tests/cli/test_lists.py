"""The verbs that list: what stands in their rows."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.case import Case
from sayso.cli import main
from sayso.cli.width import width

Sayso = Callable[..., Result]


@pytest.fixture
def harbour_id(case_folder: Path) -> str:
    with Case.open(case_folder, read_only=True) as case:
        return next(row.id for row in case.documents() if row.outlet)


def rows(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)["rows"]
    return found


def test_documents_show_date_outlet_and_doubt(sayso: Sayso) -> None:
    first, second = sayso("documents").stdout.splitlines()[1:]

    assert "2031-05?  Harbour Times  Boats lost in the storm" in first
    assert "undated" in second
    assert second.endswith("…/c.txt")


@pytest.mark.parametrize(
    ("option", "value"),
    [("--outlet", "harbour times"), ("--flag", "misdated"), ("--text", "Varga")],
)
def test_documents_can_be_narrowed(sayso: Sayso, option: str, value: str) -> None:
    (row,) = rows(sayso("documents", option, value, "--json"))

    assert (row["start"], row["end"], row["path"]) == (0, 127, "clips/h.txt")


def test_a_window_keeps_what_may_lie_in_it(sayso: Sayso) -> None:
    paths = [row["path"] for row in rows(sayso("documents", "--since", "2031-06", "--json"))]

    assert paths == ["clips/c.txt"]


def test_claims_name_speaker_words_and_place(sayso: Sayso, harbour_id: str) -> None:
    (row,) = rows(sayso("claims", "--json"))

    assert row["document"] == harbour_id
    assert row["words"] == "We saw 東京 and heard it"
    assert (row["start"], row["end"]) == (51, 73)
    assert (row["speaker"], row["force"], row["kind"]) == ("Ilse Varga", "assert", "direct")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--speaker", "Varga"), 1),
        (("--speaker", "Dunne"), 0),
        (("--kind", "direct", "--force", "assert"), 1),
        (("--kind", "indirect"), 0),
        (("--force", "deny"), 0),
        (("--text", "heard"), 1),
        (("--outlet", "Harbour Times"), 1),
        (("--until", "2031-04"), 0),
    ],
)
def test_claims_can_be_narrowed(sayso: Sayso, arguments: tuple[str, ...], found: int) -> None:
    assert len(rows(sayso("claims", *arguments, "--json"))) == found


def test_thoughts_are_listed_only_when_asked_for(sayso: Sayso) -> None:
    left_out = sayso("claims")
    everything = rows(sayso("claims", "--all", "--json"))
    (thought,) = rows(sayso("claims", "--manner", "thought", "--json"))

    assert len(left_out.stdout.splitlines()) == 2
    assert left_out.stderr == "1 thought, plan or judgement not listed: --all, or --manner\n"
    assert [row["manner"] for row in everything] == ["said", "thought"]
    assert thought == everything[1]


def test_nothing_is_said_of_thoughts_that_the_filter_leaves_out_anyway(sayso: Sayso) -> None:
    assert sayso("claims", "--all").stderr == ""
    assert sayso("claims", "--speaker", "Varga").stderr == ""


def test_a_list_of_all_claims_shows_manner_and_negation(sayso: Sayso) -> None:
    _, said, thought = (line.split("  ") for line in sayso("claims", "--all").stdout.splitlines())

    assert {"thought", "negated"} <= {cell.strip() for cell in thought}
    assert {"said", "thought"}.isdisjoint(cell.strip() for cell in said)


def test_the_beginning_of_an_id_names_a_document(sayso: Sayso, harbour_id: str) -> None:
    assert len(rows(sayso("claims", "--document", harbour_id[:5], "--json"))) == 1


def test_the_id_of_something_else_is_refused(sayso: Sayso) -> None:
    (claim,) = rows(sayso("claims", "--json"))

    result = sayso("figures", "--document", str(claim["id"]), code=1)

    assert f"names the claim {claim['id']}, a document was expected" in result.stderr


def test_figures_show_their_bounds(sayso: Sayso) -> None:
    (line,) = sayso("figures").stdout.splitlines()[1:]

    assert line.split()[1:] == (
        ["2031-05", ">", "12", "destroyed", "boats", "More", "than", "12", "Harbour", "Times"]
    )


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--about", "boats"), 1),
        (("--about", "tents"), 0),
        (("--kind", "money"), 0),
        (("--modifier", "more_than", "--predicate", "destroyed"), 1),
        (("--place", "Tesmar"), 0),
    ],
)
def test_figures_can_be_narrowed(sayso: Sayso, arguments: tuple[str, ...], found: int) -> None:
    assert len(rows(sayso("figures", *arguments, "--json"))) == found


def test_dates_show_grounds_and_doubts(sayso: Sayso, harbour_id: str) -> None:
    assert sayso("dates", "--doubtful").stdout.splitlines() == [
        f"{harbour_id}  2031-05?  Harbour Times  Boats lost in the storm",
        "  chosen from  mention: 2 May",
        "  because      it names 2 May",
        "  doubt        no date line",
        "",
    ]


def test_no_dates_are_said_to_be_none(sayso: Sayso) -> None:
    assert sayso("dates", "--outlet", "Nobody").stderr == "nothing to list\n"


def test_a_date_has_the_place_it_was_read_from_or_none(sayso: Sayso) -> None:
    dated, undated = rows(sayso("dates", "--json"))

    assert (dated["start"], dated["end"]) == (120, 125)
    assert dated["precision"] == "month"
    assert (undated["start"], undated["interval"]) == (None, [None, None])


def test_dated_words_are_in_order_and_keep_the_undated_for_the_end(sayso: Sayso) -> None:
    lines = sayso("timeline", "--words").stdout.splitlines()[1:]

    assert [line.split("  ")[0] for line in lines] == [
        "2031-05",
        "2031-05-02",
        "undated",
        "undated",
    ]
    assert len(sayso("timeline", "--words", "--no-undated").stdout.splitlines()) == 3


def test_sources_of_all_documents_are_listed_with_their_words(sayso: Sayso) -> None:
    host, report = rows(sayso("sources", "--json"))

    assert (host["name"], host["evidence"], host["start"]) == (
        "Harbour Times",
        "HARBOUR TIMES",
        None,
    )
    assert (report["name"], report["level"], report["start"]) == ("Ilse Varga", 1, 76)


def test_search_marks_what_it_found(sayso: Sayso) -> None:
    out = sayso("search", "--snippets", "boats", "sank").stdout

    heading, *passage = out.splitlines()
    sentence = next(i for i, line in enumerate(passage) if "boats sank" in line)
    before = passage[sentence].partition("boats sank")[0]
    assert heading.endswith("2031-05  Harbour Times  Boats lost in the storm")
    assert passage[sentence + 1] == " " * width(before) + "^^^^^ ^^^^"


def test_search_is_a_list_too(sayso: Sayso) -> None:
    (row,) = rows(sayso("search", "boats", "sank", "--json"))

    assert row["outlet"] == "Harbour Times"
    assert "boats sank" in str(row["passage"])


def test_a_search_that_finds_nothing_says_so(sayso: Sayso) -> None:
    assert sayso("search", "--snippets", "volcano").stderr == "nothing found\n"
    assert sayso("search", "volcano").stderr == "nothing to list\n"


def test_a_search_says_that_there_is_more(sayso: Sayso) -> None:
    assert sayso("search", "storm").stderr == ""
    assert sayso("search", "storm", "--limit", "1").stderr == (
        "the best 1 are shown, there are more: --limit N\n"
    )


def test_status_counts_and_says_what_to_do(sayso: Sayso) -> None:
    result = sayso("status")

    rows = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "documents 2 from 1 outlet, 2031-05 sayso documents" in rows
    assert "claims 2 1 said or written, 1 thought or planned sayso claims --all" in rows
    assert "problems 1 could not be read sayso status --problems" in rows
    assert "sayso status --problems" in result.stderr
    assert "sayso dates --doubtful" in result.stderr


def test_status_lists_the_problems(sayso: Sayso) -> None:
    (row,) = csv.DictReader(io.StringIO(sayso("status", "--problems", "--csv").stdout))

    assert (row["path"], row["problem"]) == ("clips/x.pdf", "the PDF is encrypted")


def test_an_empty_case_says_how_to_begin(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["init", str(tmp_path / "new")]).exit_code == 0

    result = runner.invoke(main, ["-C", str(tmp_path / "new"), "status"])

    assert result.stderr.endswith("Next: sayso add FOLDER\n")


def test_quiet_leaves_only_the_answer(sayso: Sayso, case_folder: Path) -> None:
    result = CliRunner().invoke(main, ["-q", "-C", str(case_folder), "status"])

    assert result.stderr == ""
    assert result.stdout == sayso("status").stdout
