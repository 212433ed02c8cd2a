"""The core's attributions and those of the rules in one list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.joining import join_attributions
from sayso.text import Span

DIRECT, INDIRECT, MIXED = AttributionKind.DIRECT, AttributionKind.INDIRECT, AttributionKind.MIXED


def spans(places: str) -> tuple[Span, ...]:
    """Read "2-5 7-9" as two spans."""
    return tuple(Span(*map(int, place.split("-"))) for place in places.split())


def attribution(
    content: str,
    *,
    cue: str = "",
    source: str = "",
    kind: AttributionKind = DIRECT,
    rule: str = "core",
    speaker: str | None = None,
) -> Attribution:
    return Attribution(
        source=spans(source),
        cue=spans(cue),
        content=spans(content),
        kind=kind,
        rule=rule,
        speaker=speaker,
    )


def ruled(content: str, *, source: str = "", speaker: str | None = None) -> Attribution:
    return attribution(content, source=source, rule="rule", speaker=speaker)


def rules_used(*joined: Attribution) -> list[str]:
    return [a.rule for a in joined]


@pytest.mark.parametrize(
    ("core", "kept"),
    [
        ("0-100", False),  # the same characters
        ("0-60", False),  # most of them
        ("0-40", True),  # too few
        ("0-30 70-100", False),  # in two parts
        ("200-300", True),
    ],
)
def test_a_quotation_that_the_core_left_alone_keeps_its_rule(core: str, kept: bool) -> None:  # noqa: FBT001 - the expectation
    joined = join_attributions([attribution(core)], [ruled("0-100")])

    assert ("rule" in rules_used(*joined)) is kept


def test_characters_that_two_attributions_of_the_core_share_count_once() -> None:
    core = [attribution("0-30"), attribution("10-30")]

    assert "rule" in rules_used(*join_attributions(core, [ruled("0-100")]))


def test_indirect_speech_around_a_quotation_does_not_attribute_it() -> None:
    core = [attribution("0-100", kind=INDIRECT)]

    assert rules_used(*join_attributions(core, [ruled("40-60")])) == ["core", "rule"]


def test_mixed_speech_attributes_the_quotation_in_it() -> None:
    assert rules_used(*join_attributions([attribution("0-100", kind=MIXED)], [ruled("40-60")])) == [
        "core"
    ]


def test_a_source_that_only_the_rules_found_is_taken_over() -> None:
    (joined,) = join_attributions(
        [attribution("0-20", cue="22-26")], [ruled("0-20", source="27-35", speaker="Ada Brun")]
    )

    assert (joined.source, joined.cue) == (spans("27-35"), spans("22-26"))
    assert (joined.speaker, joined.rule) == ("Ada Brun", "core")


def test_the_source_of_the_core_stays() -> None:
    (joined,) = join_attributions(
        [attribution("0-20", source="27-30", speaker="Paul Idris")],
        [ruled("0-20", source="27-35", speaker="Ada Brun")],
    )

    assert (joined.source, joined.speaker) == (spans("27-30"), "Paul Idris")


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (INDIRECT, ruled("0-20", source="27-35")),
        (DIRECT, ruled("0-20")),
        (DIRECT, ruled("0-9", source="27-35")),
        (DIRECT, ruled("50-70", source="27-35")),
    ],
)
def test_no_other_source_is_taken_over(kind: AttributionKind, rule: Attribution) -> None:
    joined = join_attributions([attribution("0-20", cue="22-26", kind=kind)], [rule])
    (core,) = (a for a in joined if a.rule == "core")

    assert core.source == ()


def test_all_stand_in_the_order_of_their_contents() -> None:
    core = [
        attribution("50-60"),
        attribution("0-10", cue="30-34"),
        attribution("0-10", cue="11-15"),
    ]
    joined = join_attributions(core, [ruled("20-25")])

    assert [(a.content[0].start, a.rule) for a in joined] == [
        (0, "core"),
        (0, "core"),
        (20, "rule"),
        (50, "core"),
    ]
    assert [a.cue for a in joined[:2]] == [spans("11-15"), spans("30-34")]


def parents(*core: Attribution) -> dict[str, str | None]:
    """Return the content of each attribution's parent by its own, as they are written above."""
    joined = join_attributions(core, [])

    def written(a: Attribution) -> str:
        return " ".join(f"{s.start}-{s.end}" for s in a.content)

    return {written(a): None if a.parent is None else written(joined[a.parent]) for a in joined}


def test_an_attribution_lies_in_the_smallest_content_that_holds_its_cue() -> None:
    # He said (Ada told them (the mayor promised (help))).
    assert parents(
        attribution("10-100", cue="4-8", kind=INDIRECT),
        attribution("30-100", cue="20-25", kind=INDIRECT),
        attribution("70-100", cue="60-65", kind=INDIRECT),
        attribution("120-130", cue="110-115", kind=INDIRECT),
    ) == {"10-100": None, "30-100": "10-100", "70-100": "30-100", "120-130": None}


def test_a_quotation_without_cue_lies_where_its_source_or_its_words_do() -> None:
    assert parents(
        attribution("10-100", cue="4-8", kind=INDIRECT),
        attribution("120-130", source="50-60"),
        attribution("70-80"),
    ) == {"10-100": None, "70-80": "10-100", "120-130": "10-100"}


def test_a_content_that_holds_its_own_cue_is_not_its_own_parent() -> None:
    assert parents(
        attribution("10-100", cue="4-8", kind=INDIRECT),
        attribution("30-60", cue="40-45", kind=INDIRECT),
        attribution("50-55", cue="46-49", kind=INDIRECT),
    ) == {"10-100": None, "30-60": "10-100", "50-55": "30-60"}


def test_of_two_that_lie_in_one_another_the_first_is_the_outer_one() -> None:
    assert parents(
        attribution("0-10 20-30", cue="12-15", kind=INDIRECT),
        attribution("11-19", cue="22-25", kind=INDIRECT),
    ) == {"0-10 20-30": None, "11-19": "0-10 20-30"}


def test_nothing_joined_is_nothing() -> None:
    assert join_attributions([], []) == ()


PLACES = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: Span(p[0], sum(p)))
DRAWN = st.builds(
    Attribution,
    source=st.lists(PLACES, max_size=1).map(tuple),
    cue=st.lists(PLACES, max_size=1).map(tuple),
    content=st.lists(PLACES, min_size=1, max_size=2).map(lambda s: tuple(sorted(s))),
    kind=st.sampled_from(AttributionKind),
    rule=st.just("core"),
)


@given(st.lists(DRAWN, max_size=8))
def test_parents_never_go_round(core: list[Attribution]) -> None:
    joined = join_attributions(core, [])

    for at in range(len(joined)):
        up: int | None = at
        for _ in joined:
            up = None if up is None else joined[up].parent
        assert up is None


@given(st.lists(DRAWN, max_size=6), st.lists(DRAWN, max_size=6))
def test_nothing_that_the_core_read_is_lost(
    core: list[Attribution], rules: list[Attribution]
) -> None:
    joined = join_attributions(core, rules)

    assert len(core) <= len(joined) <= len(core) + len(rules)
    assert sorted(a.content for a in core) == sorted(a.content for a in join_attributions(core, []))


def test_a_quotation_of_several_paragraphs_is_one_where_the_core_read_the_first() -> None:
    core = attribution("10-50", cue="5-9", source="0-4")
    rule = attribution("10-50 60-90", cue="5-9", source="0-4", rule="rule")

    (joined,) = join_attributions([core], [rule])

    assert (joined.rule, joined.content) == ("core", spans("10-50 60-90"))


def test_a_quotation_keeps_its_words_where_the_rules_read_other_ones() -> None:
    core = attribution("10-50", cue="5-9", source="0-4")
    rule = attribution("12-50 60-90", cue="5-9", source="0-4", rule="rule")

    assert join_attributions([core], [rule])[0].content == spans("10-50")
