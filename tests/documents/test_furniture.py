"""Lines judged: the model that ships, and the forms that need no model."""

from importlib.resources import files

import pytest

from sayso.documents.document import FurnitureKind
from sayso.documents.furniture import MARKUP_RULE, MODEL_RULE, is_date_line, label_lines, named_form
from sayso.documents.furniture_model import line_model
from sayso.documents.lines import split_lines

PAGE = """\
Boats for sale in every size - LOOK NOW

Coast and Shipping

Ferries to the outer islands stop for the winter

The company that runs the ferries to the outer islands said on Tuesday that its boats would not sail before March.

About 400 people live on the islands, most of them fishermen and their families, and the nearest shop is two hours away.

“We have food for six weeks and no doctor,” said Marta Quell, who teaches the eleven children of the northern island.

What the islanders want

Her neighbours have asked the province to send a smaller boat, as it did in the winter of the great frost ten years ago.

4 of 31

The province said that it would answer within a month, and that a helicopter stood ready for anyone who fell ill.

Your thoughts

Sixty Winters at Sea: A Ferryman Remembers - by Ole Brandt"""

KEPT = [
    "Ferries to the outer islands stop for the winter",
    "The company",
    "About 400",
    "“We have food",
    "What the islanders want",
    "Her neighbours",
    "The province said",
]


def test_furniture_is_cut_and_every_sentence_and_heading_stays() -> None:
    labels = label_lines(split_lines(PAGE), model=line_model())

    kept = [label.line.text for label in labels if label.article]
    headline = [text for text in kept if text == KEPT[0]]
    assert [text for text in kept if text not in headline] == [
        line for line in PAGE.split("\n\n") if line.startswith(tuple(KEPT[1:]))
    ]


def test_a_cut_line_says_by_which_rule() -> None:
    labels = label_lines(split_lines(PAGE), model=line_model())
    rules = {label.line.text: label.rule for label in labels if not label.article}

    assert rules["4 of 31"] == "page.counter"
    assert rules["Coast and Shipping"] == MODEL_RULE


def test_what_an_extractor_left_out_is_markup_and_what_it_chose_needs_a_strong_doubt() -> None:
    lines = split_lines(PAGE)
    chosen = [i >= 2 for i in range(len(lines))]
    labels = label_lines(lines, model=line_model(), chosen=chosen)

    assert [(label.kind, label.rule) for label in labels[:2]] == [
        (FurnitureKind.MARKUP, MARKUP_RULE)
    ] * 2
    assert labels[2].article
    assert labels[3].article


def test_no_lines_have_no_labels() -> None:
    assert label_lines((), model=line_model()) == ()
    assert line_model().probabilities([]) == []


def test_a_byline_or_date_line_inside_the_article_is_a_heading() -> None:
    assert named_form("By Marta Quell", inside=True) is None
    assert named_form("By Marta Quell", inside=False) == (FurnitureKind.CREDIT, "credit.byline")
    assert named_form("12 March 2021", inside=True) is None
    assert named_form("12 March 2021", inside=False) == (FurnitureKind.DATE_LINE, "date_line")


@pytest.mark.parametrize(
    ("line", "kind", "rule"),
    [
        ("Via Harbour Watch", FurnitureKind.CREDIT, "credit.via"),
        ("Source: harbourwatch.org", FurnitureKind.CREDIT, "credit.source_line"),
        ("Reporting by Marta Quell; editing by Ole Brandt", FurnitureKind.CREDIT, "credit.staff"),
        ("Coast Guard file photo", FurnitureKind.CAPTION, "caption.owner"),
        ("Share on Facebook", FurnitureKind.LINE, "page.share_bar"),
    ],
)
def test_universal_forms_are_furniture_wherever_they_stand(
    line: str, kind: FurnitureKind, rule: str
) -> None:
    assert named_form(line, inside=True) == (kind, rule)


def test_a_sentence_that_names_its_source_is_no_credit_line() -> None:
    sentence = (
        "Source: an official who was there and who asked not to be named because of his post."
    )
    assert named_form(sentence, inside=True) is None


def test_a_long_line_or_one_without_a_digit_is_no_date_line() -> None:
    assert is_date_line("09:20 17.08.2018")
    assert not is_date_line("Monday")
    assert not is_date_line("On 12 March 2021 the boat sank.")
    assert not is_date_line("12 March 2021" + " and" * 40)


def test_the_shipped_weights_hold_numbers_and_no_words() -> None:
    stored = files("sayso.documents").joinpath("furniture_weights.json").read_text("utf-8")
    letters = {character for character in stored if character.isalpha()}

    assert letters <= set("firstsecondbasedepthrootsfeaturethresholdleftrightvalue")


def test_a_note_that_a_mark_in_the_article_refers_to_is_the_article_s() -> None:
    story = PAGE.replace("Marta Quell, who", "Marta Quell*, who")
    note = "* Name (also of the sister) CHANGED / editors"

    def kept(page: str) -> bool:
        return label_lines(split_lines(page), model=line_model())[-1].article

    assert kept(f"{story}\n\n{note}")
    assert not kept(f"{PAGE}\n\n{note}")


@pytest.mark.parametrize(
    "text",
    [
        "Hello there",
        "Bridge closed\n\nPolice said that 12 people were hurt on the bridge on Monday.",
        "The mayor resigned.\n\nShe gave no reason.",
    ],
)
def test_among_few_lines_only_named_forms_are_cut(text: str) -> None:
    labels = label_lines(split_lines(f"{text}\n\nSource: The Lund Post"), model=line_model())

    assert [label.article for label in labels] == [True] * (len(labels) - 1) + [False]


def test_a_date_far_below_the_article_is_no_heading_though_another_story_follows() -> None:
    menu = "\n\n".join(f"Item {i}" for i in range(12))
    page = f"{PAGE}\n\n{menu}\n\n12 March 2021\n\n{menu}\n\n{PAGE}"
    labels = label_lines(split_lines(page), model=line_model())

    (date,) = (label for label in labels if label.line.text == "12 March 2021")
    assert date.kind is FurnitureKind.DATE_LINE


def test_on_a_whole_page_of_a_strange_script_the_menus_are_cut_all_the_same() -> None:
    paragraph = (
        "昨日の嵐のあと、港は月曜日に再開した。市長は記者団に、船はすぐに出港したと述べた。" * 4
    )
    menu = [f"項目{i}" for i in range(60)]
    lines = split_lines("\n".join([*menu, paragraph, paragraph + "港", *menu]))
    labels = label_lines(lines, model=line_model())

    assert not labels[5].article
