"""Texts in, annotations out: the form that other people's benchmarks read."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sayso.dates import DayInterval
from sayso.documents import DateBasis, Document
from sayso.evidence.claim import Claim, Force, Polarity
from sayso.evidence.dating import Dating
from sayso.evidence.event import Event, EventRole, EventStatus, EventTime, TimeAnchor
from sayso.evidence.figure import Accrual, Figure, Modality
from sayso.evidence.reading import Evidence, read_evidence
from sayso.language.analysis import (
    Analysis,
    Attribution,
    AttributionKind,
    EventMention,
    Manner,
    Mention,
    Modifier,
    Quantity,
    QuantityKind,
    Timex,
    TimexType,
    Tokens,
)
from sayso.pipeline.annotate import (
    Refusal,
    Request,
    RequestError,
    annotate,
    annotate_lines,
    as_document,
    parse_request,
)
from sayso.pipeline.wire import as_json
from sayso.text import Span

TEXT = "Mayor Dunne said about 40 boats sank on Friday."


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ATTRIBUTION = Attribution(
    source=(span_of("Mayor Dunne"),),
    cue=(span_of("said"),),
    content=(span_of("about 40 boats sank on Friday"),),
    kind=AttributionKind.INDIRECT,
    rule="test",
    speaker="Dunne",
    manner=Manner.SAID,
)
QUANTITY = Quantity(
    span=span_of("about 40"),
    number=span_of("40"),
    best=Decimal(40),
    lo=Decimal(36),
    hi=Decimal(44),
    lo_open=False,
    hi_open=False,
    soft=True,
    modifier=Modifier.ABOUT,
    kind=QuantityKind.COUNT,
    rule="test",
    counted=span_of("boats"),
    counted_head=span_of("boats"),
)
FRIDAY = DayInterval.day(date(2031, 5, 2))
EVIDENCE = Evidence(
    analysis=Analysis(
        sentences=(Span(0, len(TEXT)),),
        tokens=Tokens(starts=(0, 6), ends=(5, 11)),
        attributions=(ATTRIBUTION,),
        quantities=(QUANTITY,),
        timexes=(
            Timex(
                span=span_of("Friday"),
                type=TimexType.DATE,
                value="2031-05-02",
                rule="test",
                interval=FRIDAY,
            ),
        ),
        mentions=(Mention(span=span_of("Dunne"), kind="PER", entity=0, name="Dunne", rule="t"),),
        events=(EventMention(span=span_of("sank"), type="disaster", status="asserted", rule="t"),),
    ),
    claims=(
        Claim(
            id="c_1",
            source=ATTRIBUTION.source,
            cue=ATTRIBUTION.cue,
            content=ATTRIBUTION.content,
            kind=ATTRIBUTION.kind,
            rule="test",
            speaker="Mayor Dunne",
            force=Force.ASSERT,
            polarity=Polarity.POSITIVE,
            hedges=(span_of("about"),),
        ),
    ),
    figures=(
        Figure(
            id="f_1",
            quantity=QUANTITY,
            predicate="destroyed",
            accrual=Accrual.FLOW,
            modality=Modality.ASSERTED,
        ),
    ),
    dating=Dating(interval=FRIDAY, candidates=(), chosen=(), reasons=(), doubts=()),
)


def read(_: Document) -> Evidence:
    return EVIDENCE


def line(**given: object) -> bytes:
    return json.dumps(given).encode() + b"\n"


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


def test_a_text_without_a_given_day_has_that_of_its_head() -> None:
    text = "2 May 2031\n\nGunmen came."
    given = as_document(Request(id="x", text=text, published=date(2031, 5, 3)))

    assert [one.interval for one in as_document(Request(id="x", text=text)).dates] == [FRIDAY]
    assert [one.rule for one in given.dates] == ["given"]


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


def test_the_text_is_taken_as_it_is() -> None:
    text = "\ufeff A  text\r\nwith\u00a0odd blanks \ud800"

    document = as_document(Request(id="x", text=text))

    assert document.text == text
    assert document.original_spans(Span(0, len(text))) == (Span(0, len(text)),)


def test_the_given_day_is_the_strongest_reason_for_the_date() -> None:
    document = as_document(Request(id="x", text="A text.", published=date(2031, 5, 2)))

    (candidate,) = document.dates
    assert (candidate.interval, candidate.basis) == (FRIDAY, DateBasis.METADATA)


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ({"id": "a", "text": "b"}, None),
        ({"id": "a", "text": "b", "published": None}, None),
        ({"id": "a", "text": "b", "published": "2031-05-02"}, date(2031, 5, 2)),
        ({"id": "a", "text": "b", "published": "2031-05-02T08:00:00Z"}, date(2031, 5, 2)),
    ],
)
def test_a_request_is_read(given: dict[str, object], published: date | None) -> None:
    assert parse_request(line(**given)) == Request(id="a", text="b", published=published)


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        (b"{", "not JSON at column 2"),
        (b"\xff{}", "not UTF-8 at byte 0"),
        (b"[1]", "expected a JSON object, found a list"),
        (b'{"text": "b"}', 'expected text in "id", found nothing'),
        (b'{"id": 3, "text": "b"}', 'expected text in "id", found a number'),
        (b'{"id": "a", "text": {}}', 'expected text in "text", found an object'),
        (line(id="a", text="b", published="May 2031"), "expected YYYY-MM-DD or null"),
        (line(id="a", text="b", published="2031-05-02x"), "expected YYYY-MM-DD or null"),
        (line(id="a", text="b", published="2031-02-30"), "expected YYYY-MM-DD or null"),
        (line(id="a", text="b", published=2031), "expected YYYY-MM-DD or null"),
    ],
)
def test_a_bad_request_says_what_was_found_and_expected(bad: bytes, problem: str) -> None:
    with pytest.raises(RequestError, match=problem):
        parse_request(bad)


def ids(results: list[str | Refusal]) -> list[str | None]:
    return [None if isinstance(one, Refusal) else json.loads(one)["id"] for one in results]


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_lines_are_refused_by_number_and_the_rest_goes_on(workers: int) -> None:
    given = [b"\xef\xbb\xbf" + line(id="a", text="x"), b"\n", b"nonsense\n", line(id="b", text="y")]

    results = list(annotate_lines(given, read=read_evidence, tokens=False, workers=workers))

    assert ids(results) == ["a", None, "b"]
    assert isinstance(results[1], Refusal)
    assert results[1].line == 3


def test_each_line_is_answered_before_the_next_is_read() -> None:
    asked = []

    def lines() -> Iterator[bytes]:
        for name in "ab":
            asked.append(name)
            yield line(id=name, text="x")

    results = annotate_lines(lines(), read=read, tokens=False)

    assert (json.loads(str(next(results)))["id"], asked) == ("a", ["a"])


def test_a_fault_in_one_text_does_not_stop_the_others() -> None:
    def failing(document: Document) -> Evidence:
        if document.id == "a":
            raise KeyError("x")
        return EVIDENCE

    lines = [line(id="a", text="x"), line(id="b", text="y")]

    first, second = annotate_lines(lines, read=failing, tokens=False)

    assert first == Refusal(1, "KeyError while reading: 'x'")
    assert ids([second]) == ["b"]


def crash(document: Document) -> Evidence:
    """Bring the process down, as a fault in C code would."""
    if document.id == "a":
        os._exit(3)
    return read_evidence(document)


@pytest.mark.slow
def test_a_child_that_breaks_down_costs_one_line() -> None:
    lines = [line(id="a", text="x"), line(id="b", text="y")]

    first, second = annotate_lines(lines, read=crash, tokens=False, workers=2)

    assert first == Refusal(1, "the reader ended unasked (exit status 3)")
    assert ids([second]) == ["b"]


HOSTILE = {
    "empty": "",
    "blanks": " \n\t\n",
    "digits": "1234567890 " * 300,
    "one number": "9" * 3000,
    "quote marks": "“" * 2000 + '"' * 2000 + "'" * 1000,
    "brackets": "([{" * 1000,
    "one word": "x" * 5000,
    "emoji": "👩‍👩‍👧 “About 40 🚢 sank,” she said. " * 20,
    "Arabic": "قال المتحدث إن 40 شخصا غادروا المدينة يوم الأحد. " * 20,
    "nulls": "About \0 40 boats\0 sank.",
    "half a character": "About \ud83d 40 boats sank.",
    "line ends": "\r\n\u2028\u2029\x85" * 200,
    "long line": "A ferry with about 40 people sank on Sunday, she said. " * 200,
}


@pytest.mark.slow
def test_hostile_texts_give_the_same_lines_in_one_process_and_in_many() -> None:
    lines = [line(id=name, text=text) for name, text in HOSTILE.items()]

    alone = list(annotate_lines(lines, read=read_evidence, tokens=True))
    shared = list(annotate_lines(lines, read=read_evidence, tokens=True, workers=2))

    assert shared == alone
    assert ids(alone) == list(HOSTILE)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(HOSTILE))
def test_every_span_of_a_hostile_text_lies_in_it(name: str) -> None:
    text = HOSTILE[name]

    (found,) = annotate_lines([line(id=name, text=text)], read=read_evidence, tokens=True)

    made = json.loads(str(found))
    spans = [span[:2] for span in made["sentences"] + made["tokens"]]
    spans += [one["span"] for kind in ("figures", "timexes") for one in made[kind]]
    spans += [span for one in made["attributions"] for span in one["content"] + one["source"]]
    assert all(0 <= start < end <= len(text) for start, end in spans)
