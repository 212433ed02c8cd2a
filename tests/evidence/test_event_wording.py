"""The words that govern an event word, and no others, say whether it is a fact, a plan or a thought."""

import pytest

from sayso.evidence.claim import Claim, Force
from sayso.evidence.event import EventRole, EventStatus
from sayso.language.analysis import AttributionKind
from tests.evidence.events import one_event
from tests.passages import at

ASSERTED, DENIED, PLANNED, HYPOTHETICAL, HISTORICAL = EventStatus


# What fires, and beside it what must not.
@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army will move the families.", "move", PLANNED),
        ("The plan moved the families.", "moved", ASSERTED),
        ("The mayor said he would resign.", "resign", PLANNED),
        ("The wall would have burst.", "burst", HYPOTHETICAL),
        ("The rebels vowed to free the men.", "free", PLANNED),
        ("The rebels managed to free the men.", "free", ASSERTED),
        ("The rebels failed to free the men.", "free", DENIED),
        ("The council does not intend to evacuate Orlen.", "evacuate", DENIED),
        ("The army is preparing a mission to move the men.", "move", PLANNED),
        ("The army has launched a mission to move the men.", "move", ASSERTED),
        ("Cameras had recorded lorries transferring the men.", "transferring", ASSERTED),
        ("The council wants a fine after the leak in Orlen.", "leak", ASSERTED),
        ("The council fears a leak in Orlen.", "leak", HYPOTHETICAL),
        ("Unions called for a protest in Orlen.", "protest", HYPOTHETICAL),
        ("The talks will begin on 4 June 2031.", "talks", PLANNED),
        ("The agreement has been reached in Orlen.", "agreement", ASSERTED),
        ("No shots were fired.", "fired", DENIED),
        ("No rain warning reached Orlen.", "reached", DENIED),
        ("A man with no shoes reached Orlen.", "reached", ASSERTED),
        ("Those who said no had each asked for more.", "asked", ASSERTED),
        ("Nobody was hurt.", "hurt", DENIED),
        ("There was nobody to attack the depot.", "attack", DENIED),
        ("If the rebels attacked Orlen, all would flee.", "attacked", HYPOTHETICAL),
        ("Guards who feared a raid saw gunmen storming the gate.", "storming", ASSERTED),
        ("The council fears a fine after the leak.", "leak", ASSERTED),
        ("Six men are feared drowned.", "drowned", HYPOTHETICAL),
        ("Fundraising for the rebels has been carried out in Orlen.", "Fundraising", ASSERTED),
        ("The army begins the transfer of the men.", "transfer", ASSERTED),
        ("The army will begin the transfer of the men.", "transfer", PLANNED),
        ("The guards left due to the attack.", "attack", ASSERTED),
        ("Films showed guards leaving the camp.", "leaving", ASSERTED),
        ("The rebels plan an attack.", "attack", PLANNED),
        ("The rebels claimed responsibility for a planned attack.", "attack", PLANNED),
        ("The minister failed to mention the attack.", "attack", ASSERTED),
        ("The night ended without attack.", "attack", DENIED),
        ("The rebels are likely to attack.", "attack", HYPOTHETICAL),
        ("The rebels came to attack.", "attack", ASSERTED),
        ("A flood might follow.", "flood", HYPOTHETICAL),
        ("A feared flood of the valley left 300 homeless.", "flood", HYPOTHETICAL),
        ("The planned repair drew thousands.", "planned", ASSERTED),
    ],
)
def test_what_governs_an_event_word_gives_its_status(
    text: str, word: str, expected: EventStatus
) -> None:
    core = "planned" if expected is ASSERTED else "asserted"

    assert one_event(text, word, status=core).status is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The paper called the protest a failure.", "protest"),
        ("The rebels rode to attack.", "attack"),
        ("A flood should follow.", "flood"),
        ("A flood was feared.", "flood"),
        ("The reporters were ordered not to film the protest.", "protest"),
    ],
)
def test_where_no_word_governs_it_the_core_is_believed(text: str, word: str) -> None:
    found = [one_event(text, word, status=core).status for core in ("asserted", "planned")]

    assert found == [ASSERTED, PLANNED]


@pytest.mark.parametrize(
    ("text", "word", "role"),
    [
        ("The town lives in fear of attacks.", "attacks", EventRole.KIND),
        ("The mayor warned that attacks may follow.", "attacks", EventRole.KIND),
        ("Attacks shook the town on Friday.", "Attacks", EventRole.HAPPENING),
        ("The town lives in fear of the attacks.", "attacks", EventRole.HAPPENING),
        ("The column carried out dozens of attacks.", "attacks", EventRole.HAPPENING),
        ("The town lives in fear of attacks on Friday.", "attacks", EventRole.HAPPENING),
        ("The column attacks the town.", "attacks", EventRole.HAPPENING),
    ],
)
def test_bare_plurals_tell_of_a_kind_and_of_no_happening(
    text: str, word: str, role: EventRole
) -> None:
    assert one_event(text, word).role is role


def test_a_fact_behind_a_noun_goes_before_the_plan_that_the_core_reads() -> None:
    text = "He promised that an inspection had found the wall sound."

    assert one_event(text, "inspection", status="planned").status is ASSERTED


def test_what_no_word_calls_a_plan_was_none_once_its_day_has_passed() -> None:
    text = "In November 2030 the election drew near."

    assert one_event(text, "election", status="planned").status is ASSERTED


def test_a_plan_for_a_day_that_has_passed_stays_a_plan_where_words_say_so() -> None:
    text = "They planned to attack the depot in November 2030."

    assert one_event(text, "attack").status is PLANNED


def test_what_others_are_asked_to_do_is_no_plan() -> None:
    text = "The unions want the mayor to resign."
    claim = Claim(
        id="c_1",
        source=(at(text, "The unions"),),
        cue=(at(text, "want"),),
        content=(at(text, "the mayor to resign"),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        force=Force.DEMAND,
    )

    assert one_event(text, "resign", claims=(claim,)).status is HYPOTHETICAL
