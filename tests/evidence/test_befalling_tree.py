"""What befell the counted, by the word of the sentence's tree that governs them."""

import tomllib
from importlib.resources import files

import pytest

from sayso.evidence.befalling_tree import Governed, Governors, shipped_governors
from sayso.language.analysis import SentenceTree
from sayso.language.quantities import find_quantities
from sayso.language.reading import analyse
from tests.evidence.written_trees import written_tree


def told(parsed: str, at: int = 0) -> Governed | None:
    """Ask a sentence whose tree is written out."""
    text, tree = written_tree(parsed)
    counts = [one for one in find_quantities(text) if one.kind == "count"]
    return Governors(text, analyse(text).tokens, tree).governed(counts[at])


@pytest.mark.parametrize(
    ("parsed", "predicate", "rule"),
    [
        (
            "Gales|nsubj|6 that|nsubj|4 night|obl|4 broke|acl!|1 so|advmod|6 killed|root!|0 12|nummod|8 men|obj|6",
            "killed",
            "tree_object",
        ),
        (
            "12|nummod|2 men|nsubj|7 of|case|5 the|det|5 port|nmod|2 were|aux|7 evicted|root!|0",
            "displaced",
            "",
        ),
        ("12|nummod|2 men|nsubj|4 later|advmod|4 drowned|root!|0", "killed", "tree_passive"),
        (
            "12|nummod|2 men|nsubj|4 are|aux|4 known|root!|0 to|mark|7 have|aux|7 drowned|xcomp!|4",
            "killed",
            "",
        ),
        ("12|nummod|2 posts|nsubj|4 will|aux|4 go|root!|0", "dismissed", "tree_subject"),
        ("They|nsubj|2 cut|root!|0 12|nummod|4 posts|obj|2", "dismissed", "tree_object"),
        ("12|nummod|2 posts|nsubj|4 were|aux|4 scrapped|root!|0", "dismissed", "tree_passive"),
        ("12|nummod|3 wounded|amod!|3 men|nsubj|4 spoke|root!|0", "injured", "tree_modifier"),
        (
            "Of|case|4 12|nummod|4 young|amod|4 men|obl|5 spoke|root!|0 9|nsubj|7 died|conj!|5",
            "",
            "",
        ),
        (
            "The|det|2 eviction|nsubj|7 of|case|6 12|nummod|6 poor|amod|6 men|nmod|2 began|root!|0",
            "displaced",
            "tree_act",
        ),
        (
            "12|nummod|2 men|nsubj|4 are|aux|4 feared|root!|0 to|mark|7 have|aux|7 perished|xcomp!|4",
            "killed",
            "tree_subject",
        ),
        (
            "12|nummod|2 men|nsubj|4 would|aux|4 lose|root!|0 their|nmod|6 lives|obj|4",
            "killed",
            "tree_phrase",
        ),
        (
            "It|nsubj|2 left|root!|0 12|nummod|5 old|amod|5 men|obj|2 homeless|xcomp|2",
            "displaced",
            "tree_object_state",
        ),
        (
            "12|nummod|2 men|nsubj|5 ,|punct|5 then|advmod|5 hooded|root!|0",
            "",
            "",
        ),
        (
            "12|nummod|2 men|root|0 whom|obj|5 police|nsubj|5 arrested|acl!|2",
            "arrested",
            "tree_clause_object",
        ),
        (
            "12|nummod|2 men|root|0 who|nsubj|4 perished|acl!|2",
            "killed",
            "tree_subject",
        ),
        (
            "They|nsubj|2 shot|root!|0 dead|xcomp|2 12|nummod|5 men|obj|2",
            "killed",
            "tree_phrase",
        ),
        (
            "40|nummod|2 men|nsubj|4 were|aux|4 deported|root!|0 ,|punct|8 including|case|8 12|nummod|8 boys|nmod|2",
            "repatriated",
            "tree_passive",
        ),
        (
            "12|nummod|2 men|nsubj|3 wept|root!|0 and|cc|5 fled|conj!|3",
            "displaced",
            "tree_subject",
        ),
        (
            "The|det|2 number|nsubj|6 of|case|4 arrests|nmod|2 has|aux|6 risen|root!|0 to|case|8 12|obl|6",
            "arrested",
            "tree_measure",
        ),
        (
            "12|nummod|2 officials|nsubj|4 were|aux|4 fired|root!|0",
            "dismissed",
            "tree_passive",
        ),
        (
            "They|nsubj|2 evicted|root!|0 12|nummod|4 men|obl|2",
            "displaced",
            "tree_object",
        ),
        (
            "It|nsubj|2 left|root!|0 12|nummod|4 pupils|obj|2 without|case|6 lessons|obl|2",
            "affected",
            "tree_phrase",
        ),
        (
            "They|nsubj|2 sacked|root!|0 a|det|4 clerk|obj|2 and|cc|6 12|conj|4 of|case|9 his|nmod|9 aides|nmod|6",
            "dismissed",
            "tree_object",
        ),
        (
            "They|nsubj|2 moved|root!|0 12|nummod|4 families|obj|2",
            "transferred",
            "tree_object",
        ),
        (
            "12|nummod|2 inmates|nsubj|3 wept|root!|0 and|cc|5 fled|conj!|3",
            "escaped",
            "tree_subject",
        ),
    ],
)
def test_the_word_that_governs_the_counted_says_what_befell_them(
    parsed: str, predicate: str, rule: str
) -> None:
    found = told(parsed)

    assert (found.predicate if found else "") == predicate
    assert found is None or rule in ("", found.rule)


def test_the_last_of_a_list_of_parts_has_the_class_of_the_whole() -> None:
    parsed = (
        "40|nummod|2 men|nsubj|4 were|aux|4 deported|root!|0 ,|punct|8 including|case|8 "
        "12|nummod|8 boys|nmod|2"
    )

    found = told(parsed, at=1)

    assert found is not None
    assert found.predicate == "repatriated"


@pytest.mark.parametrize(
    "parsed",
    [
        "12|nummod|2 gunmen|nsubj|3 killed|root!|0 a|det|5 guard|obj|3",
        "A|det|2 guard|nsubj|4 was|aux|4 killed|root!|0 by|case|7 12|nummod|7 gunmen|obl|4",
        "They|nsubj|2 moved|root!|0 12|nummod|4 lamps|obj|2",
        "Of|case|3 12|nummod|3 men|nsubj|6 nine|nsubj|6 were|aux|6 evicted|root!|0",
        "12|nummod|2 men|nsubj|4 are|aux|4 besieging|root!|0 Dorran|obj|4",
        "They|nsubj|2 evicted|root!|0 everybody|obj|2 in|case|6 12|nummod|6 towns|obl|2",
        "He|nsubj|2 jailed|root!|0 12|nummod|4 countries|obj|2",
        "They|nsubj|2 handed|root!|0 over|compound|2 12|nummod|5 lamps|obj|2",
        "The|det|2 shipment|nsubj|7 of|case|6 12|nummod|6 old|amod|6 lamps|nmod|2 began|root!|0",
        "12|nummod|2 papers|nsubj|3 accused|root!|0 everybody|obl|3",
        "12|nummod|2 wars|root|0 in|case|4 which|obl|7 men|nsubj|7 were|aux|7 killed|acl!|2",
        "The|det|2 number|nsubj|5 of|case|4 arrests|nmod|2 surprised|root!|0 12|nummod|7 men|obj|5",
    ],
)
def test_what_those_counted_do_or_where_it_happens_says_nothing_of_them(parsed: str) -> None:
    assert told(parsed) is None


def test_a_number_of_another_sentence_is_not_in_the_tree() -> None:
    text = "Nobody spoke. Then 12 men died."
    tree = SentenceTree(
        first=0,
        upos=("PRON", "VERB", "PUNCT"),
        heads=(1, -1, 1),
        deprels=("nsubj", "root", "punct"),
    )

    (count,) = find_quantities(text)

    assert Governors(text, analyse(text).tokens, tree).governed(count) is None


def test_no_entry_of_a_column_stands_for_two_classes() -> None:
    words = shipped_governors()
    table = tomllib.loads(
        files("sayso.evidence").joinpath("befalling_tree.toml").read_text(encoding="utf-8")
    )
    entries = [
        (column, word)
        for columns in table.values()
        for column, listed in columns.items()
        for word in listed
    ]

    assert len(entries) == len(set(entries))
    assert words.of("undergo", "kill") == "killed"
    assert words.of("phrases", "los lif") == "killed"
    assert words.of("undergo", "nothing") is None
