"""Front matter: named fields between two lines of dashes."""

from sayso.documents.fields import Field
from sayso.documents.front_matter import front_chain, front_dates, read_front_matter
from sayso.text import TextMap

HEAD = """---
title: "Storm: harbour closed"
date: 2021-03-05
updated: 2021-03-06
source: The Ellery Post  # not a comment in our YAML
authors: [Mara Dunne, 'Jon Ash']
tags:
  - sea
  - storm
publisher:
  name: Tarn Media
summary: >
  Two boats
  sank.
# a comment
link: https://ellery.example/a
empty:
---
The text.
"""


def values(field: Field) -> list[str]:
    return [entry.value for entry in read_front_matter(HEAD).get(field)]


def test_values_are_read_without_their_quotation_marks() -> None:
    assert values(Field.TITLE) == ["Storm: harbour closed"]
    assert values(Field.BYLINE) == ["Mara Dunne", "Jon Ash"]
    assert values(Field.ADDRESS) == ["https://ellery.example/a"]


def test_every_value_is_found_at_its_place() -> None:
    front = read_front_matter(HEAD)

    assert all(entry.span.text_in(HEAD) == entry.value for entry in front.entries)
    assert [e.value for e in front.entries if e.name == "tags"] == ["sea", "storm"]
    assert [e.value for e in front.entries if e.name == "summary"] == ["Two boats", "sank."]
    assert [e.value for e in front.entries if e.name == "publisher.name"] == ["Tarn Media"]


def test_the_text_begins_after_it() -> None:
    assert HEAD[read_front_matter(HEAD).end :] == "The text.\n"


def test_an_outlet_is_a_link_of_the_chain() -> None:
    head = HEAD.replace("source: The Ellery Post  # not a comment in our YAML\n", "")
    (link,) = front_chain(read_front_matter(head), TextMap.identity(len(head)))

    assert link.name == "Tarn Media"
    assert link.original_span is not None
    assert link.original_span.text_in(head) == "Tarn Media"
    assert link.rule == "front_matter:publisher.name"


def test_dates_of_publication_and_change_are_kept_apart() -> None:
    published, modified = front_dates(read_front_matter(HEAD), TextMap.identity(len(HEAD)))

    assert (published.written, published.modified) == ("2021-03-05", False)
    assert (modified.written, modified.modified) == ("2021-03-06", True)


def test_a_source_that_is_an_address_is_no_outlet() -> None:
    front = read_front_matter("---\nsource: https://ellery.example/b\n---\nText.")

    assert front.first(Field.OUTLET) is None
    assert front_chain(front, TextMap.identity(60)) == ()
    (entry,) = front.get(Field.ADDRESS)
    assert entry.value == "https://ellery.example/b"


def test_a_rule_between_paragraphs_is_no_front_matter() -> None:
    assert read_front_matter("---\nIt rained, and the boats stayed.\n---\nMore.").end == 0
    assert read_front_matter("Text.\n---\ntitle: x\n---\n").end == 0
    assert read_front_matter("---\ntitle: x\nno end").end == 0
    assert read_front_matter("").entries == ()


def test_a_date_that_cannot_be_read_gives_no_candidate() -> None:
    front = read_front_matter("---\ndate: soon\n---\nText.")

    assert front_dates(front, TextMap.identity(40)) == ()
