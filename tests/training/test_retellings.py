"""The list of retold statements names attributions that exist, each statement in several texts."""

from benchmarks.meaning_sets import RETELLINGS, read_retellings
from training.corpus.read import read_texts


def test_every_retelling_names_attributions_of_several_texts_of_one_story() -> None:
    known = {(text.id, a.label) for text in read_texts() for a in text.attributions}
    for line in RETELLINGS.read_text(encoding="utf-8").splitlines():
        story, places = line.split("\t")
        named = [(f"{story}-{place[:2]}", place[2:]) for place in places.split()]

        assert set(named) <= known, line
        assert len({document for document, _ in named}) == len(named) >= 2, line


def test_a_content_that_holds_a_retold_statement_belongs_to_it_too() -> None:
    items = read_retellings().items
    groups = {(item.document, item.text): item.groups for item in items}
    long = "that he would not accept “Brazilian jobs being exported to Panama”"

    assert groups["airline-merger-01", long]
    assert all(
        len({item.document for item in items if group in item.groups}) > 1
        for group in set().union(*groups.values())
    )
