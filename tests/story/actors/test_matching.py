"""Matching: names that can mean one bearer, short forms, and names that must stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.story.actors.blocking import block_keys
from sayso.story.actors.comparison import Match, Relation
from sayso.story.actors.graph import LEAST
from sayso.story.actors.matching import match
from sayso.story.actors.name_form import NameForm, Sort, read_name
from sayso.story.actors.resolution import JOINED

PERSONS_OF_ONE_NAME = (
    ("Mohammed al-Hariri", "Muhammad Hariri"),
    ("Governor Ana Orlow", "Ana Orlow"),
    ("Hernán Salcedo", "Hernan Salcedo"),
    ("Łukasz Żmuda", "Lukasz Zmuda"),
    ("Сергей Орлов", "Sergey Orlov"),
    ("Sergey Orlov", "Sergei Orloff"),
    ("Volodymyr Horbenskyy", "Volodymyr Horbensky"),
    ("Abdul Karim Nasser", "Abdel Karim Nasser"),
    ("Abu Bakr al-Salti", "Abu Bakr Salti"),
    ("Lin Zhaowen", "Zhaowen Lin"),
    ("Kyaw Thiha Oo", "Gyaw Thiha Oo"),
    ("Bettie Lund", "Betty Lund"),
)
PERSONS_OF_TWO_NAMES = (
    ("Ali Hassan", "Ali Hussein"),
    ("Ana Orlow", "Ivan Orlow"),
    ("Omar Khan", "Omar Han"),
    ("Lina Brandt", "Lena Brandt"),
    ("A. B. Orlow", "Anna Bea Lund"),
)
SHORT_PERSONS = (
    ("Orlow", "Ana Orlow"),
    ("A. Orlow", "Ana Orlow"),
    ("Ana Orlow", "Ana Maria Orlow"),
    ("Hernán Salcedo", "Hernán Salcedo Yupari"),
    ("Greg Lund", "Gregory Anders Lund"),
    ("Ana", "Ana Orlow"),
    ("Greg", "Gregory Lund"),
)
BODIES_OF_ONE_NAME = (
    ("Ministry of Defense", "Defence Ministry"),
    ("Orlen Metals ASA", "Orlen Metals"),
    ("the Velm Labor Organization", "Velm Labour Organisation"),
    ("Uzbek Defense Ministry", "Ministry of Defence of Uzbekistan"),
    ("UN", "United Nations"),
)
SHORT_BODIES = (
    ("HRA", "Highland Resistance Army"),
    ("HAWC", "Harbour and Allied Workers' Congress"),
    ("Orlen", "Orlen Credit Bank"),
    ("Bar Association", "Bar Association of Velm"),
    ("Velm prosecutor's office", "Public Prosecutor's Office of Velm"),
    ("Orlen", "Grupo Orlen"),
    ("Landings Authority", "Velm Landings Authority"),
    ("Central Bank", "Central Bank of Orland"),
)
OTHER_BODIES = (
    ("Northern Command", "Information Team of the Northern Command"),
    ("Senate", "Senate Health Committee"),
    ("XYZ", "Highland Resistance Army"),
    ("Velm Water", "Velm Power"),
)


def _match(left: str, right: str, sort: Sort) -> Match:
    return match(_name(left, sort), _name(right, sort))


def _name(text: str, sort: Sort) -> NameForm:
    form = read_name(text, sort)
    assert form is not None
    return form


def _meet(left: str, right: str, sort: Sort) -> bool:
    """Say whether blocking lets two names meet, whichever comes first."""
    one, other = block_keys(_name(left, sort)), block_keys(_name(right, sort))
    ways = ((one, other), (other, one))
    return all(not set(a.looks_for).isdisjoint(b.found_by) for a, b in ways)


@pytest.mark.parametrize(("left", "right"), PERSONS_OF_ONE_NAME)
def test_spellings_of_a_persons_name_match(left: str, right: str) -> None:
    found = _match(left, right, Sort.PERSON)

    assert found.relation is Relation.SAME
    assert found.score >= JOINED


@pytest.mark.parametrize(("left", "right"), PERSONS_OF_TWO_NAMES)
def test_other_persons_do_not(left: str, right: str) -> None:
    assert _match(left, right, Sort.PERSON).score < JOINED


@pytest.mark.parametrize(("left", "right"), SHORT_PERSONS)
def test_a_short_form_of_a_person_is_seen_as_short(left: str, right: str) -> None:
    found = _match(left, right, Sort.PERSON)

    assert found.relation is Relation.SHORT
    assert found.score >= LEAST
    assert _match(right, left, Sort.PERSON).relation is Relation.LONG


@pytest.mark.parametrize(("left", "right"), BODIES_OF_ONE_NAME)
def test_a_body_is_the_same_in_another_order_spelling_or_legal_form(left: str, right: str) -> None:
    assert _match(left, right, Sort.BODY).score == 1


@pytest.mark.parametrize(("left", "right"), SHORT_BODIES)
def test_a_short_form_of_a_body_is_seen_as_short(left: str, right: str) -> None:
    assert _match(left, right, Sort.BODY).relation is Relation.SHORT


@pytest.mark.parametrize(("left", "right"), OTHER_BODIES)
def test_other_bodies_and_parts_of_a_body_do_not_match(left: str, right: str) -> None:
    assert _match(left, right, Sort.BODY).relation is Relation.OTHER


@pytest.mark.parametrize(
    ("pairs", "sort"),
    [
        (PERSONS_OF_ONE_NAME + SHORT_PERSONS, Sort.PERSON),
        (BODIES_OF_ONE_NAME + SHORT_BODIES, Sort.BODY),
    ],
)
def test_names_that_match_share_a_block(pairs: tuple[tuple[str, str], ...], sort: Sort) -> None:
    assert [pair for pair in pairs if not _meet(*pair, sort)] == []


def test_the_reason_names_what_was_compared() -> None:
    found = _match("Orlow", "Ana Orlow", Sort.PERSON)

    assert found.reasons == ("“Orlow” is the family name of “Ana Orlow”",)
    assert found.parts[0].name == "family name"


def test_a_unit_of_a_body_is_proposed_not_joined() -> None:
    assert _match("CNDE", "CNDE board", Sort.BODY).score == 0.6


def test_a_town_is_not_its_prison_and_not_its_province() -> None:
    town = _name("Velm", Sort.PLACE)
    prison = read_name("Velm prison", Sort.PLACE, facility=True)
    assert prison is not None

    assert match(town, prison).relation is Relation.OTHER
    assert _match("Velm", "Velm Province", Sort.PLACE).score == 0.6


def test_a_built_place_goes_by_its_name_alone() -> None:
    short = read_name("Orlen", Sort.PLACE, facility=True)
    long = read_name("Orlen airport", Sort.PLACE, facility=True)
    assert short is not None
    assert long is not None

    assert (match(short, long).relation, match(short, long).score) == (Relation.SHORT, 0.84)


def test_places_match_across_transliterations() -> None:
    assert _match("al-Hawra", "Al Haoura", Sort.PLACE).score >= JOINED
    assert _match("US", "United States", Sort.PLACE).score == 1


def test_a_facility_read_as_a_body_is_the_same() -> None:
    body = _name("Velm Museum", Sort.BODY)
    place = read_name("Museum Velm", Sort.PLACE, facility=True)
    assert place is not None

    assert match(body, place).score == 0.95
    assert match(body, _name("Velm Museum", Sort.PERSON)).relation is Relation.OTHER


def test_a_name_without_any_word_is_none() -> None:
    assert read_name("“…”", Sort.BODY) is None


def test_an_article_alone_before_a_name_may_be_a_given_name() -> None:
    assert _name("Al Lund", Sort.PERSON).words == ("al", "lund")
    assert _name("al-Lund", Sort.PERSON).words == ("lund",)


def test_suffixes_and_unsure_titles_go_where_a_name_is_left() -> None:
    assert _name("Dr. John Lund Jr.", Sort.PERSON).words == ("john", "lund")
    assert _name("U Thaw", Sort.PERSON).words == ("u", "thaw")
    assert _name("U Thaw Zin", Sort.PERSON).words == ("thaw", "zin")


NAMES = st.lists(
    st.text("abcdehiklmnorstuyéø'", min_size=1, max_size=7).filter(lambda w: w.strip("'")),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(NAMES, NAMES, st.sampled_from(Sort))
def test_matching_is_the_same_from_both_sides(left: str, right: str, sort: Sort) -> None:
    one, other = read_name(left, sort), read_name(right, sort)
    if one is None or other is None:
        return
    assert match(one, other).score == match(other, one).score
    assert match(one, other).mirrored().relation is match(other, one).relation


@given(NAMES, st.sampled_from(Sort))
def test_a_name_is_the_same_as_itself(name: str, sort: Sort) -> None:
    form = read_name(name, sort)
    if form is not None:
        assert match(form, form).relation is Relation.SAME
        assert match(form, form).score == 1


def _bodies(left: str, right: str) -> Match:
    return match(_name(left, Sort.BODY), _name(right, Sort.BODY))


def test_acronyms_that_begin_alike_are_asked_about_and_never_joined() -> None:
    assert _bodies("HR", "HRA").score == 0.6
    assert _bodies("HRAN", "HRAS").score == 0.6
    assert _bodies("HR", "HRANS").score == 0
    assert _bodies("HRA", "HRS").score == 0


def test_a_country_begins_the_names_of_many_bodies_and_is_none_of_them() -> None:
    assert _bodies("Norway", "Norway Water Board").score == 0
    assert _bodies("Orlen", "Orlen Water Board").score >= 0.8


def test_a_name_of_words_that_say_no_kind_of_body_is_a_name() -> None:
    assert _name("United Nations", Sort.BODY).distinctive == ("united", "nations")
    assert _name("National Police", Sort.BODY).distinctive == ()
    assert _name("State", Sort.BODY).distinctive == ()
