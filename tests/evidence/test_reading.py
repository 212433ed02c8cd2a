from datetime import date

from sayso.dates import DayInterval
from sayso.documents import DateBasis, DateCandidate, Document, Original
from sayso.evidence.reading import read_evidence
from sayso.language.core.network import Network
from sayso.text import TextMap

TEXT = 'Ana Petrov said on Sunday: "We counted 40 boats."'


def document(*dates: DateCandidate, text: str = TEXT) -> Document:
    original = Original(sha256="0" * 64, size=len(text), media_type="text/plain", path="a.txt")
    return Document(
        id="d_1",
        original=original,
        text=text,
        text_map=TextMap.identity(len(text)),
        extractor="test",
        encoding="utf-8",
        original_length=len(text),
        dates=dates,
    )


def published(day: date) -> DateCandidate:
    return DateCandidate(
        interval=DayInterval.day(day),
        basis=DateBasis.METADATA,
        weight=6.0,
        original_spans=(),
        written=day.isoformat(),
        rule="test",
    )


def test_one_document_gives_claims_figures_and_a_dating() -> None:
    evidence = read_evidence(document())
    (claim,) = evidence.claims
    (figure,) = evidence.figures

    assert claim.speaker == "Ana Petrov"
    assert figure.quantity.number.text_in(TEXT) == "40"
    assert figure.claim == claim.id
    assert evidence.dating.interval.precision != "day"


def test_a_known_day_resolves_what_was_said_on_sunday() -> None:
    evidence = read_evidence(document(published(date(2031, 5, 6))))

    assert evidence.dating.interval == DayInterval.day(date(2031, 5, 6))
    assert evidence.claims[0].said == DayInterval.day(date(2031, 5, 4))


def test_an_unknown_day_leaves_it_open() -> None:
    assert read_evidence(document()).claims[0].said is None


def test_the_same_document_gives_the_same_evidence() -> None:
    assert read_evidence(document()) == read_evidence(document())


SPOKEN = (
    "The mayor of Tesmar said on Friday that the flood had killed 12 people in the lower town. "
    "Ines Varga, a nurse, fears that more will die."
)


def test_with_a_core_speech_outside_quotation_marks_becomes_claims_with_a_manner(
    core: Network,
) -> None:
    assert read_evidence(document(text=SPOKEN)).claims == ()

    found = read_evidence(document(text=SPOKEN), core=core).claims

    assert found
    assert all(claim.manner is not None for claim in found)
    assert all(claim.force or claim.polarity for claim in found)


def test_with_a_core_a_count_says_whether_it_is_a_fact(core: Network) -> None:
    assert read_evidence(document(text=SPOKEN)).figures[0].modality is None
    assert read_evidence(document(text=SPOKEN), core=core).figures[0].modality is not None
