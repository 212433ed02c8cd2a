"""The headline: declared by the page or shown by its lines."""

import pytest

from sayso.documents.document import FurnitureKind
from sayso.documents.furniture import LineLabel
from sayso.documents.lines import split_lines
from sayso.documents.title import Headline, declared_headline, mark_headline, shown_headline
from sayso.text import Span

FIRST = "The company that runs the ferries to the outer islands said on Tuesday that no boat would sail before March."
SECOND = "About 400 people live on the islands, and the nearest doctor is two hours away by ferry."


def labels_of(*texts: str, cut: tuple[int, ...] = ()) -> tuple[LineLabel, ...]:
    lines = split_lines("\n".join(texts))
    return tuple(
        LineLabel(
            line=line,
            probability=0.5,
            kind=FurnitureKind.LINE if i in cut else None,
            rule="test" if i in cut else None,
        )
        for i, line in enumerate(lines)
    )


def shown(*texts: str) -> str | None:
    labels = labels_of(*texts)
    headline = shown_headline(labels)
    return None if headline is None else labels[headline.index].line.text


def test_the_headline_is_the_line_that_the_article_repeats() -> None:
    title = "Ferries to outer islands stop until March"
    assert shown("Coast and Shipping", title, "Island News", FIRST, SECOND) == title


def test_a_kicker_does_not_win_over_the_headline() -> None:
    title = "Ferry company leaves outer islands alone until March"
    assert shown("Outer islands ferry", title, FIRST, SECOND) == title


def test_a_question_may_be_a_headline() -> None:
    title = "Who feeds the people of the outer islands until the ferries are back in March?"
    assert shown(title, FIRST, SECOND) == title


def test_of_copies_of_the_headline_the_last_is_taken() -> None:
    title = "Ferries to outer islands stop until March"
    labels = labels_of(title, "Home", title, FIRST, SECOND)
    headline = shown_headline(labels)

    assert headline is not None
    assert headline.index == 2


@pytest.mark.parametrize("first", ["Coast and Shipping Weekly Page", "March", ""])
def test_a_line_that_the_article_does_not_repeat_is_no_headline(first: str) -> None:
    assert shown(first, FIRST, SECOND) is None


def test_a_line_alone_above_a_short_text_is_its_headline_if_a_word_of_it_returns() -> None:
    text = "Police said that 12 people were hurt on Monday when the bridge gave way."

    assert shown("Bridge down after flood", text) == "Bridge down after flood"
    assert shown("Evening edition", "Bridge down after flood", text) is None


def test_a_first_paragraph_is_no_headline() -> None:
    assert shown("The ferries to the outer islands stop until March.", FIRST, SECOND) is None


def test_lines_without_an_article_have_no_headline() -> None:
    assert shown("Ferries", "Islands") is None


def test_only_prose_stays_above_the_headline() -> None:
    labels = labels_of("Island life", FIRST, "Ferries to outer islands stop", SECOND)
    headline = Headline(index=2, span=labels[2].line.span)
    marked = mark_headline(labels, headline)

    assert [(label.article, label.rule) for label in marked] == [
        (False, "above_headline"),
        (True, None),
        (True, None),
        (True, None),
    ]
    assert mark_headline(labels, None) == labels


@pytest.mark.parametrize(
    ("declared", "index"),
    [
        ("Ferries to outer islands stop", 1),
        ("FERRIES to outer islands – stop!", 1),
        ("Ferries to outer islands stop | The Ellery Post", 1),
        ("Another story", None),
    ],
)
def test_a_declared_title_is_found_in_its_line(declared: str, index: int | None) -> None:
    lines = split_lines("Home\nFerries to outer islands stop\n...\n" + FIRST)
    headline = declared_headline(declared, None, lines, before=3)

    assert (headline.index if headline else None) == index


def test_a_declared_title_with_its_place_is_taken_there() -> None:
    lines = split_lines("Ferries stop\nIslands: Ferries stop\n" + FIRST)
    headline = declared_headline("Ferries stop", Span(22, 34), lines, before=2)

    assert headline == Headline(index=1, span=Span(22, 34))


def test_of_declared_titles_the_last_above_the_article_is_taken_else_the_first() -> None:
    lines = split_lines(f"Ferries stop\nFerries stop\n{FIRST}\nFerries stop")

    above = declared_headline("Ferries stop", None, lines, before=2)
    below = declared_headline("Ferries stop", None, lines[2:], before=0)
    assert above is not None
    assert below is not None
    assert (above.index, below.index) == (1, 1)
