"""Bylines, credits of lines, and credits inside sentences."""

import pytest

from sayso.documents.credits import Byline, line_credits, read_byline
from sayso.documents.document import Role
from sayso.documents.outlet_names import NameKind, OutletName
from sayso.documents.prose_credits import LONE_RULE, prose_credits


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("By Lena Okafor", ("Lena Okafor",)),
        ("BY LENA OKAFOR", ("LENA OKAFOR",)),
        ("By Lena Okafor and Tomas Reed in Port Ellery", ("Lena Okafor", "Tomas Reed")),
        ("by Lena Okafor Feb. 28, 2024 10:20 pm", ("Lena Okafor",)),
        ("By Lena Okafor, Staff Writer", ("Lena Okafor",)),
        ("By Lena Okafor On 10/24/18 at 3:15 PM", ("Lena Okafor",)),
        ("Written by Lena van der Berg", ("Lena van der Berg",)),
        ("Author: Lena Okafor", ("Lena Okafor",)),
    ],
)
def test_a_byline_names_its_writers(line: str, writers: tuple[str, ...]) -> None:
    assert read_byline(line) == Byline(writers=writers, outlets=())


def test_a_byline_names_the_outlet_of_the_writer_and_leaves_the_date() -> None:
    byline = read_byline("By Lena Okafor - The Ellery Post - Thursday, February 29, 2024")

    outlet = OutletName(name="The Ellery Post", kind=NameKind.OUTLET)
    assert byline == Byline(writers=("Lena Okafor",), outlets=(outlet,))


def test_a_byline_may_name_an_agency_alone() -> None:
    reuters = OutletName(name="Reuters", kind=NameKind.AGENCY)
    assert read_byline("By Reuters Staff") == Byline(writers=(), outlets=(reuters,))


@pytest.mark.parametrize(
    "line",
    [
        "By contrast",
        "By Staff Reports",
        "By Monday the boats had left the harbour and everyone was pleased with it",
        "By — ,",
        "Lena Okafor",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_an_agency_named_as_source_is_an_agency_and_an_outlet_a_republisher() -> None:
    roles = [(credit.name, credit.role) for credit in line_credits("Source: Reuters, Ellery Post")]
    assert roles == [("Reuters", Role.AGENCY), ("Ellery Post", Role.REPUBLISHER)]


def test_the_span_of_a_prose_credit_holds_the_words_that_credit() -> None:
    text = "“We are tired,” a docker told\u00a0the Ellery Herald on Sunday."
    (credit,) = prose_credits(text)

    assert credit.span.text_in(text) == "told\u00a0the Ellery Herald"
    assert credit.name == "Ellery Herald"


def test_capitals_that_run_on_from_a_name_are_cut_off() -> None:
    text = "She told Reuters Monday that the quay was closed."
    (credit,) = prose_credits(text)

    assert (credit.name, credit.span.text_in(text)) == ("Reuters", "told Reuters")


def test_a_possessive_ends_the_name_of_the_outlet() -> None:
    (credit,) = prose_credits("He told CNN's Jo Hart that the quay was closed.")
    assert credit.name == "CNN"


def test_of_a_reporter_and_an_outlet_the_outlet_is_credited() -> None:
    (credit,) = prose_credits("The mill is sold, according to Jo Hart of the Ellery Herald.")
    assert credit.name == "Ellery Herald"


def test_a_lone_name_that_was_told_and_is_used_for_nothing_else_is_an_outlet() -> None:
    (credit,) = prose_credits("“It is unclear,” one of the dockers told Marela. The quay is shut.")
    assert (credit.name, credit.rule) == ("Marela", LONE_RULE)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Okafor. Okafor had asked for it.",
        "The minister told Parliament that the quay was closed.",
        "The minister told Jo Hart that the quay was closed.",
    ],
)
def test_a_person_or_body_that_was_told_is_no_outlet(text: str) -> None:
    assert prose_credits(text) == []
