"""Sets: heads and restrictors as atoms, and the six ways in which two sets relate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.story.figures.describe import describe
from sayso.story.figures.kinds import shipped_kinds, table_of
from sayso.story.figures.record import CountedSet
from sayso.story.figures.sets import SetRelation, canonical, relate_sets, top_kind

TABLE = shipped_kinds()


def described(phrase: str) -> CountedSet:
    words = phrase.split()
    behind = next((i for i, word in enumerate(words) if word in {"in", "from", "of"}), len(words))
    return describe(phrase, words[behind - 1], table=TABLE)


def relation(left: str, right: str, predicate: str | None = None) -> SetRelation:
    return relate_sets(described(left), described(right), predicate=predicate, table=TABLE)


@pytest.mark.parametrize(
    ("left", "right", "predicate", "expected"),
    [
        ("militants", "insurgents", None, SetRelation.EQUAL),
        ("suspected militants", "militants", None, SetRelation.EQUAL),
        ("people", "bodies", "killed", SetRelation.EQUAL),
        ("people", "detainees", "held", SetRelation.EQUAL),
        ("detainees in Marrow", "detainees", None, SetRelation.EQUAL),
        ("people", "detainees", None, SetRelation.SUPERSET),
        ("women", "people", None, SetRelation.SUBSET),
        ("foreign women", "women", None, SetRelation.SUBSET),
        ("masked men", "men", None, SetRelation.SUBSET),
        ("children from Orlen", "children", None, SetRelation.SUBSET),
        ("PKD fighters", "detainees", "held", SetRelation.SUBSET),
        ("Scottish tourists", "British tourists", None, SetRelation.SUBSET),
        ("men", "women", None, SetRelation.DISJOINT),
        ("civilians", "soldiers", None, SetRelation.DISJOINT),
        ("Syrian men", "Kenyan men", None, SetRelation.DISJOINT),
        ("people", "vehicles", None, SetRelation.DISJOINT),
        ("foreign fighters", "women", None, SetRelation.OVERLAP),
        ("masked men", "hooded men", None, SetRelation.UNKNOWN),
        ("widgets", "gadgets", None, SetRelation.UNKNOWN),
        ("families", "people", None, SetRelation.UNKNOWN),
        ("families", "people", "displaced", SetRelation.UNKNOWN),
        ("other people", "people", None, SetRelation.UNKNOWN),
    ],
)
def test_two_sets_relate_as_a_reader_would_say(
    left: str, right: str, predicate: str | None, expected: SetRelation
) -> None:
    assert relation(left, right, predicate) is expected


def test_an_unnamed_set_is_what_the_predicate_is_said_of() -> None:
    nobody = CountedSet()
    for predicate, expected in (("killed", SetRelation.EQUAL), (None, SetRelation.UNKNOWN)):
        found = relate_sets(nobody, described("people"), predicate=predicate, table=TABLE)
        assert found is expected


def test_two_words_may_be_one_kind() -> None:
    assert described("health workers").head == "medic"
    assert described("prison guards").atoms == {"guard"}


def test_a_head_outside_its_phrase_stands_behind_it() -> None:
    assert describe("foreign", "fighters", table=TABLE).atoms == {"foreign", "fighter"}
    assert describe("people", "", table=TABLE).restrictors == {"person"}


def test_the_type_is_the_topmost_kind() -> None:
    assert described("toddlers").type == "person"
    assert described("trucks").type == "vehicle"
    assert described("widgets").type is None


def test_equal_sets_have_one_canonical_form() -> None:
    for phrase in ("people", "detainees", "prisoners in Marrow"):
        assert canonical(described(phrase), predicate="held", table=TABLE) == {"person"}
    adult_women = canonical(described("foreign women"), predicate="held", table=TABLE)
    assert adult_women == {"foreign", "woman"}


def test_the_topmost_kind_of_an_unnamed_set_is_that_of_the_predicate() -> None:
    assert top_kind(CountedSet(), predicate="killed", table=TABLE) == "person"
    assert top_kind(CountedSet(), predicate=None, table=TABLE) is None


OPPOSITE = {SetRelation.SUBSET: SetRelation.SUPERSET, SetRelation.SUPERSET: SetRelation.SUBSET}
PHRASES = st.sampled_from(
    ["people", "men", "women", "foreign men", "masked men", "soldiers", "fighters", "vehicles", "widgets", "girls"]
)  # fmt: skip


@given(PHRASES, PHRASES)
def test_a_relation_read_from_the_other_side_is_its_opposite(left: str, right: str) -> None:
    found = relation(left, right)

    assert relation(right, left) is OPPOSITE.get(found, found)


@given(PHRASES, PHRASES, PHRASES)
def test_a_subset_of_a_subset_is_a_subset(one: str, two: str, three: str) -> None:
    if relation(one, two) is SetRelation.SUBSET and relation(two, three) is SetRelation.SUBSET:
        assert relation(one, three) is SetRelation.SUBSET


@given(PHRASES)
def test_a_set_is_equal_to_itself(phrase: str) -> None:
    assert relation(phrase, phrase) is SetRelation.EQUAL


@pytest.mark.parametrize(
    ("kinds", "groups", "message"),
    [
        ({"a": {"is": ["b"]}, "b": {"is": ["a"]}}, [], "kinds in a circle: a is b is a"),
        ({"a": {"is": ["b"]}}, [], "'a' is a 'b', which is not defined"),
        ({"a": {}}, [["a", "c"]], "'c' is set apart and not defined"),
        ({"a": {"words": ["x"]}, "b": {"words": ["x"]}}, [], "'x' names both 'a' and 'b'"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused(
    kinds: dict[str, object], groups: list[list[str]], message: str
) -> None:
    words: dict[str, object] = {"neutral": [], "rest": [], "placing": [], "lemmas": {}}
    table = {"kind": kinds, "apart": {"groups": groups}, "predicate": {}, "words": words}
    with pytest.raises(ValueError, match=message):
        table_of(table, {"nations": "", "wider": {}})


def test_plurals_lead_to_their_lemmas() -> None:
    words = ("families", "churches", "gases", "boxes", "bus", "boss", "men", "cars", "ox")
    assert [TABLE.lemma(word) for word in words] == [
        "family", "church", "gase", "box", "bus", "boss", "man", "car", "ox",
    ]  # fmt: skip
