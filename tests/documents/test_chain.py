"""The chain of outlets, from renderings whose lines are judged by hand."""

from sayso.documents.chain import find_byline, find_chain, find_masthead
from sayso.documents.document import ChainBasis, ChainLink, FurnitureKind, Role
from sayso.documents.furniture import MODEL_RULE, LineLabel
from sayso.documents.lines import split_lines
from sayso.documents.rendering import Rendering
from sayso.documents.surroundings import surroundings
from sayso.documents.title import Headline
from sayso.text import Span, TextMap

STORY = "The company that runs the ferries to the outer islands said on Tuesday that no boat would sail."
MORE = "About 400 people live on the islands, and the nearest doctor is two hours away by ferry."


def page(*lines: str, chain: tuple[ChainLink, ...] = ()) -> Rendering:
    text = "\n\n".join(lines)
    return Rendering(
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        chain=chain,
    )


def judged(rendering: Rendering, article: set[str]) -> tuple[LineLabel, ...]:
    return tuple(
        LineLabel(line=line, probability=1.0)
        if line.text in article
        else LineLabel(line=line, probability=0.0, kind=FurnitureKind.LINE, rule=MODEL_RULE)
        for line in split_lines(rendering.text)
    )


def links(
    *lines: str, article: tuple[str, ...] = (STORY, MORE), known: tuple[ChainLink, ...] = ()
) -> list[tuple[str, Role, ChainBasis]]:
    rendering = page(*lines, chain=known)
    labels = judged(rendering, set(article))
    around = surroundings(labels, None)
    masthead = find_masthead(labels, around)
    chain = find_chain(rendering, labels, around, masthead=masthead)
    return [(link.name, link.role, link.basis) for link in chain]


def host(name: str) -> ChainLink:
    return ChainLink(
        name=name,
        role=Role.HOST,
        basis=ChainBasis.SITE_NAME,
        original_span=Span(0, 1),
        rule="test",
    )


def test_an_agency_is_credited_behind_a_stamp_that_ran_into_the_story() -> None:
    stamped = f"LAKOR | Fri Mar 12, 2021 12:51 am BST LAKOR (Reuters) - {STORY}"

    assert links(stamped, MORE, article=(stamped, MORE)) == [
        ("Reuters", Role.AGENCY, ChainBasis.AGENCY_CREDIT)
    ]


def test_a_masthead_above_and_a_source_line_below_give_host_and_republisher() -> None:
    assert links("Ellery News", STORY, MORE, "Source: The Lakor Herald") == [
        ("Ellery News", Role.HOST, ChainBasis.MASTHEAD),
        ("The Lakor Herald", Role.REPUBLISHER, ChainBasis.SOURCE_LINE),
    ]


def test_links_come_in_the_order_of_the_chain() -> None:
    told = "“We are tired,” a docker told the Coast Tribune."
    dateline = f"LAKOR (Reuters) - {STORY}"

    assert links(
        "Via Harbour Watch", dateline, told, article=(dateline, told), known=(host("Ellery News"),)
    ) == [
        ("Ellery News", Role.HOST, ChainBasis.SITE_NAME),
        ("Harbour Watch", Role.REPUBLISHER, ChainBasis.VIA),
        ("Reuters", Role.AGENCY, ChainBasis.AGENCY_CREDIT),
        ("Coast Tribune", Role.REPORT, ChainBasis.TOLD),
    ]


def test_of_one_outlet_the_strongest_evidence_is_kept() -> None:
    told = "“We are tired,” a docker told the Lakor Herald. He told the Herald more."

    assert links(STORY, told, "Source: The Lakor Herald", article=(STORY, told)) == [
        ("The Lakor Herald", Role.REPUBLISHER, ChainBasis.SOURCE_LINE)
    ]


def test_a_cut_name_is_the_outlet_named_in_full_before() -> None:
    report = (
        "A report by the Institute for Coastal Studies says so. The report by the Institute is new."
    )
    assert links(report, MORE, article=(report, MORE)) == [
        ("Institute for Coastal Studies", Role.REPORT, ChainBasis.ACCORDING_TO_REPORT)
    ]


def test_the_outlet_of_the_byline_is_the_host_where_the_page_shows_no_other() -> None:
    byline = "By Marta Quell, Ellery News"

    assert links(byline, STORY, MORE) == [("Ellery News", Role.HOST, ChainBasis.BYLINE)]
    assert links(byline, STORY, MORE, known=(host("Daily Coast"),)) == [
        ("Daily Coast", Role.HOST, ChainBasis.SITE_NAME),
        ("Ellery News", Role.REPUBLISHER, ChainBasis.BYLINE),
    ]


def test_a_byline_of_an_agency_is_its_credit() -> None:
    assert links("By Reuters Staff", STORY, MORE) == [("Reuters", Role.AGENCY, ChainBasis.BYLINE)]


def test_the_evidence_is_where_the_original_says_so() -> None:
    rendering = page(STORY, "Via Harbour Watch")
    labels = judged(rendering, {STORY})
    (link,) = find_chain(rendering, labels, surroundings(labels, None))

    assert link.original_span is not None
    assert link.original_span.text_in(rendering.text) == "Via Harbour Watch"


def test_a_picture_credit_is_no_link() -> None:
    rendering = page("Via Reuters", STORY, MORE)
    labels = judged(rendering, {STORY, MORE})
    caption = LineLabel(
        line=labels[0].line, probability=0.0, kind=FurnitureKind.CAPTION, rule="test"
    )
    judged_again = (caption, *labels[1:])

    assert find_chain(rendering, judged_again, surroundings(judged_again, None)) == ()


def test_credits_far_from_the_article_belong_to_other_stories() -> None:
    menu = tuple(f"Item {i}" for i in range(30))
    assert links("Via Harbour Watch", *menu, STORY, MORE, *menu, "Source: Lakor Herald") == []


def test_a_section_name_is_no_masthead() -> None:
    assert links("Breaking News", STORY, MORE) == []
    assert links("AA", STORY, MORE) == []


def test_the_byline_around_the_article_names_the_writers() -> None:
    rendering = page("By Marta Quell and Ole Brandt", STORY, MORE)
    labels = judged(rendering, {STORY, MORE})

    assert find_byline(labels, surroundings(labels, None)) == ("Marta Quell", "Ole Brandt")
    assert find_byline(labels[1:], surroundings(labels[1:], None)) == ()


def test_a_headline_far_above_its_article_is_not_near_it() -> None:
    rendering = page("Ferries stop", *(f"Item {i}" for i in range(60)), STORY, MORE)
    labels = judged(rendering, {"Ferries stop", STORY, MORE})
    around = surroundings(labels, Headline(index=0, span=labels[0].line.span))

    assert around.head == range(49, 61)
    assert around.body == (61, 62)


def test_below_the_headline_a_list_of_links_does_not_part_the_article() -> None:
    rendering = page("Ferries stop", MORE, *(f"Item {i}" for i in range(20)), STORY, STORY)
    labels = judged(rendering, {"Ferries stop", STORY, MORE})
    around = surroundings(labels, Headline(index=0, span=labels[0].line.span))

    assert around.head == range(1)
    assert around.body == (1, 22, 23)


def test_without_an_article_all_lines_are_head() -> None:
    labels = judged(page("Item", "Item"), set())
    around = surroundings(labels, None)

    assert (around.head, around.body, around.foot) == (range(2), (), range(2, 2))


def test_a_first_line_with_a_slogan_names_the_host_without_it() -> None:
    assert links("MillSpinner – the whole world in one place", STORY, MORE) == [
        ("MillSpinner", Role.HOST, ChainBasis.MASTHEAD)
    ]


def test_a_masthead_in_capitals_is_named_as_the_page_writes_it_and_shown_as_it_stands() -> None:
    rendering = page("ELLERY NEWS", STORY, f"{MORE} Write to the Ellery News.")
    labels = judged(rendering, {line.line.text for line in judged(rendering, set())[1:]})
    (link,) = find_chain(rendering, labels, surroundings(labels, None), masthead=0)

    assert link.name == "Ellery News"
    assert link.original_span == Span(0, 11)
