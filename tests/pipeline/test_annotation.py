"""What was read in a text, in the form that other people's benchmarks read."""

from dataclasses import replace

from sayso.evidence.event import Event, EventRole, EventStatus, EventTime, TimeAnchor
from sayso.language.analysis import (
    Tokens,
)
from sayso.pipeline.annotate import (
    Request,
    annotate,
)
from sayso.pipeline.wire import as_json
from sayso.text import Span
from tests.pipeline.annotated import ATTRIBUTION, EVIDENCE, FRIDAY, TEXT, read, span_of


def test_every_key_stands_in_the_agreed_order() -> None:
    written = as_json(annotate(Request(id="x", text=TEXT), read=read))

    assert isinstance(written, dict)
    assert list(written) == [
        "id",
        "sentences",
        "tokens",
        "mentions",
        "attributions",
        "timexes",
        "figures",
        "events",
        "document",
    ]


def test_an_attribution_carries_what_the_claim_adds() -> None:
    (found,) = annotate(Request(id="x", text=TEXT), read=read).attributions

    assert as_json(found) == {
        "id": "a0",
        "source": [[0, 11]],
        "cue": [[12, 16]],
        "content": [[17, 46]],
        "kind": "indirect",
        "force": "assert",
        "polarity": "positive",
        "hedges": [[17, 22]],
        "speaker": "Mayor Dunne",
        "parent": None,
        "manner": "said",
    }


def test_a_figure_carries_bounds_predicate_and_its_attribution() -> None:
    (found,) = annotate(Request(id="x", text=TEXT), read=read).figures

    assert as_json(found) == {
        "span": [17, 25],
        "number": [23, 25],
        "best": 40,
        "lo": 36,
        "hi": 44,
        "lo_open": False,
        "hi_open": False,
        "soft": True,
        "modifier": "about",
        "counted": {"span": [26, 31], "head": [26, 31]},
        "predicate": "destroyed",
        "kind": "count",
        "place": None,
        "as_of": None,
        "attribution": "a0",
        "accrual": "flow",
        "modality": "asserted",
        "unit": None,
        "change": None,
    }


def test_a_figure_belongs_to_the_innermost_attribution_that_holds_it() -> None:
    outer = replace(ATTRIBUTION, source=(), cue=(), content=(Span(0, len(TEXT)),))
    inner = replace(ATTRIBUTION, parent=0)
    analysis = replace(EVIDENCE.analysis, attributions=(outer, inner))
    nested = replace(EVIDENCE, analysis=analysis)

    found = annotate(Request(id="x", text=TEXT), read=lambda _: nested)

    assert [one.parent for one in found.attributions] == [None, "a0"]
    assert found.figures[0].attribution == "a1"


def test_what_the_claims_do_not_add_is_unknown() -> None:
    bare = replace(EVIDENCE, claims=(), figures=())

    found = annotate(Request(id="x", text=TEXT), read=lambda _: bare)

    assert (found.attributions[0].force, found.attributions[0].speaker) == (None, "Dunne")
    assert (found.figures[0].predicate, found.figures[0].attribution) == (None, "a0")


def test_times_mentions_events_and_the_date_are_written() -> None:
    found = annotate(Request(id="x", text=TEXT), read=read)

    assert as_json(found.timexes) == [
        {
            "span": [40, 46],
            "type": "DATE",
            "value": "2031-05-02",
            "mod": None,
            "interval": ["2031-05-02", "2031-05-02"],
        }
    ]
    assert as_json(found.mentions) == [
        {"span": [6, 11], "kind": "PER", "entity": 0, "name": "Dunne"}
    ]
    assert as_json(found.events) == [
        {
            "span": [32, 36],
            "type": "disaster",
            "interval": None,
            "place": None,
            "status": "asserted",
        }
    ]
    assert as_json(found.document) == {"date": ["2031-05-02", "2031-05-02"], "candidates": []}


def test_what_happened_by_a_word_that_the_core_does_not_mark_is_written() -> None:
    left = Event(
        id="e_1",
        trigger=span_of("boats"),
        clause=span_of("boats"),
        family="move",
        lemma="leave",
        role=EventRole.HAPPENING,
        status=EventStatus.PLANNED,
        rule="dated_word",
        time=EventTime(interval=FRIDAY, anchor=TimeAnchor.CLAUSE),
    )
    bare = replace(left, id="e_2", trigger=span_of("about"), role=EventRole.BARE)
    evidence = replace(EVIDENCE, events=(left, bare))

    found = annotate(Request(id="x", text=TEXT), read=lambda _: evidence)

    assert [(one.type, one.status, one.interval) for one in found.events] == [
        ("move", "planned", FRIDAY),
        ("disaster", "asserted", None),
    ]


def test_tokens_are_written_only_when_asked_for() -> None:
    request = Request(id="x", text=TEXT)

    assert annotate(request, read=read).tokens is None
    assert annotate(request, read=read, tokens=True).tokens == (
        (0, 5, None, None, None),
        (6, 11, None, None, None),
    )


def test_tokens_carry_what_a_parser_read() -> None:
    parsed = Tokens(
        starts=(0, 6), ends=(5, 11), upos=("NOUN", "PROPN"), heads=(-1, 0), deprels=("root", "flat")
    )
    evidence = replace(EVIDENCE, analysis=replace(EVIDENCE.analysis, tokens=parsed))

    found = annotate(Request(id="x", text=TEXT), read=lambda _: evidence, tokens=True)

    assert found.tokens == ((0, 5, "NOUN", -1, "root"), (6, 11, "PROPN", 0, "flat"))
