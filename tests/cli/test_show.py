"""``show`` and ``sources``: the exact characters, and where they stand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from sayso.case import Case

Sayso = Callable[..., Result]


@pytest.fixture
def ids(sayso: Sayso) -> dict[str, str]:
    """Return the id of one record of each kind."""
    found = {}
    for verb in ("claims", "figures"):
        (row,) = json.loads(sayso(verb, "--json").stdout)["rows"]
        found[verb] = row["id"]
        found["document"] = row["document"]
    for row in json.loads(sayso("timeline", "--words", "--json").stdout)["rows"]:
        if row["words"] == "2 May":
            found["timex"] = row["id"]
    return found


def test_a_figure_is_marked_in_its_sentence(sayso: Sayso, ids: dict[str, str]) -> None:
    lines = sayso("show", ids["figures"]).stdout.splitlines()

    assert lines[:7] == [
        f"figure {ids['figures']}",
        "",
        "  “We saw 東京 and heard it,” Ilse Varga said. More than 12 boats sank on 2 May.",
        "                                               ^^^^^^^^^^^^",
        "",
        "figure        > 12",
        "written as    more_than",
    ]


def test_a_claim_shows_who_said_what_by_which_word(sayso: Sayso, ids: dict[str, str]) -> None:
    lines = sayso("show", ids["claims"]).stdout.splitlines()

    sentences = (
        "  The storm came at night. “We saw 東京 and heard it,” Ilse Varga said. More than 12 "
    )
    assert lines[2] == f"{sentences}boats sank on"
    assert "                            ^^^^^^^^^^^^^^^^^^^^^^^^   ========== ~~~~" in lines
    assert "  ^ what is said   = by whom   ~ the word that says so" in lines
    assert "speaker       Ilse Varga" in lines
    assert "in original   65–87" in lines


def test_dated_words_are_shown_with_their_day(sayso: Sayso, ids: dict[str, str]) -> None:
    out = sayso("show", ids["timex"]).stdout

    assert "time          2031-05-02 (DATE 2031-05-02)" in out
    assert "counted from  published" in out


def test_a_document_is_shown_whole_with_its_title_marked(sayso: Sayso, ids: dict[str, str]) -> None:
    lines = sayso("show", ids["document"]).stdout.splitlines()

    assert lines[2:5] == ["  Boats lost in the storm", "  " + "^" * 23, ""]
    assert "outlet        Harbour Times <- Ilse Varga" in lines
    assert "doubt         no date line" in lines
    assert "path          clips/h.txt" in lines


def test_the_beginning_of_an_id_is_enough(sayso: Sayso, ids: dict[str, str]) -> None:
    for kind, name in ids.items():
        assert sayso("show", name[:6]).stdout == sayso("show", name).stdout, kind


def test_an_unknown_id_is_an_error(sayso: Sayso) -> None:
    assert "'d_zzz'" in sayso("show", "d_zzz", code=1).stderr
    assert "names nothing in this case" in sayso("show", "t_zzz", code=1).stderr


def test_an_id_that_begins_several_lists_them(sayso: Sayso) -> None:
    assert "names 2 records: t_" in sayso("show", "t_", code=1).stderr


def test_the_json_form_has_document_start_and_end(sayso: Sayso, ids: dict[str, str]) -> None:
    view = json.loads(sayso("show", ids["figures"], "--json").stdout)

    assert view["schema"] == "sayso.show.1"
    assert (view["document"], view["start"], view["end"]) == (ids["document"], 93, 105)
    assert view["original_spans"] == [[107, 119]]
    assert view["words"] == "More than 12"
    assert view["context"][93 - view["context_start"] :].startswith("More than 12")


def test_the_chain_and_the_copies_of_a_document(
    sayso: Sayso, ids: dict[str, str], case_folder: Path
) -> None:
    with Case.open(case_folder, read_only=True) as case:
        copy = next(row.id for row in case.documents() if row.outlet is None)

    assert sayso("sources", ids["document"]).stdout.splitlines() == [
        f"{ids['document']}  Boats lost in the storm",
        "  Harbour Times  (host, by masthead: “HARBOUR TIMES” at 0 of the original)",
        "     <- Ilse Varga  (report, by told: “Ilse Varga” at 90 of the original)",
        "",
        "1 other document with the same text",
        f"  {copy}  contained, 50% of the copy, this came first by credit  undated",
        "",
        "No claims that others report too, as far as is known",
    ]


def test_the_copy_points_back_and_a_missing_chain_is_said(
    sayso: Sayso, ids: dict[str, str], case_folder: Path
) -> None:
    with Case.open(case_folder, read_only=True) as case:
        copy = next(row.id for row in case.documents() if row.outlet is None)

    out = sayso("sources", copy).stdout

    assert "  no outlet is named in it" in out
    assert f"  {ids['document']}  contained, 50% of the copy, that came first by credit" in out


def test_the_sources_of_a_claim_are_those_of_its_document_and_who_said_it(
    sayso: Sayso, ids: dict[str, str]
) -> None:
    whole = sayso("sources", ids["document"]).stdout.splitlines()
    own = sayso("sources", ids["claims"]).stdout.splitlines()

    assert [line for line in own if line not in whole] == [
        "said by",
        f"  <- Ilse Varga  (“Ilse Varga” at 76–86, {ids['claims']})",
    ]
    assert [line for line in whole if line not in own] == []
