from datetime import date

from sayso.dates import DayInterval
from sayso.documents import ChainBasis, ChainLink, Document, Original, Role
from sayso.evidence.dating import Dating, Doubt, DoubtNote
from sayso.language.analysis import Analysis
from sayso.language.quotations import find_quotations
from sayso.language.timexes import find_phrases
from sayso.story.dating.facts import DatingFacts, firm_day, read_facts
from sayso.story.wording import read_wording
from sayso.text import TextMap

TEXT = "Gunmen attacked the Orlen depot near Tesmar on Sunday, the police of Tesmar said on 10 May."
MAY_10 = date(2021, 5, 10)  # a Monday


def dating(interval: DayInterval, *doubts: Doubt) -> Dating:
    notes = tuple(DoubtNote(doubt=one, reason="", candidates=()) for one in doubts)
    return Dating(interval=interval, candidates=(), chosen=(), reasons=(), doubts=notes)


def facts(given: Dating) -> DatingFacts:
    link = ChainLink(
        name="Post", role=Role.HOST, basis=ChainBasis.FIELD, original_span=None, rule="test"
    )
    document = Document(
        id="d_one",
        original=Original(sha256="0" * 64, size=1, media_type="text/plain", path="a.txt"),
        text=TEXT,
        text_map=TextMap.identity(len(TEXT)),
        extractor="test",
        encoding="utf-8",
        original_length=len(TEXT),
        chain=(link,),
    )
    analysis = Analysis(quotations=find_quotations(TEXT), phrases=find_phrases(TEXT))
    return read_facts(document, analysis, given, read_wording(TEXT))


def test_a_dated_document_tells_its_weekdays_and_how_far_they_lie_back() -> None:
    found = facts(dating(DayInterval.day(MAY_10)))

    assert (found.outlet, found.weekdays, found.lag, found.named) == ("Post", (6,), 1, True)


def test_a_doubted_or_coarse_date_teaches_no_habit() -> None:
    doubted = facts(dating(DayInterval.day(MAY_10), Doubt.PAGE_DATES_DIFFER))
    coarse = facts(dating(DayInterval.month(2021, 5)))

    assert (doubted.lag, doubted.named) == (None, True)
    assert (coarse.lag, coarse.named) == (None, False)


def test_only_one_day_without_a_doubt_is_firm() -> None:
    assert firm_day(dating(DayInterval.day(MAY_10))) == MAY_10
    assert firm_day(dating(DayInterval.day(MAY_10), Doubt.NO_DATE)) is None
    assert firm_day(dating(DayInterval.month(2021, 5))) is None
