"""Series in the columns of those who keep records, each value with the rule that it rests on."""

import csv
import io
from collections.abc import Iterator

import pytest

from sayso.case import Case
from sayso.export.case_records import case_records
from sayso.export.csv import write_profile
from sayso.export.figure_profiles import Profile
from sayso.export.record import RecordType
from sayso.export.relation_records import ExportedRelation
from sayso.story.figures.recommend import Choice
from tests.pipeline.test_relate_figures import NOW, STORY, add


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.create(tmp_path_factory.mktemp("profiles") / "case", now=NOW) as made:
        for item in STORY:
            add(made, *item)
        add(made, "In Orlen 300 families are held in a camp.", "2031-03-05", "Hill Echo")
        yield made


def table(
    case: Case, profile: Profile, choice: Choice = Choice.LATEST_OFFICIAL
) -> list[dict[str, str]]:
    stream = io.StringIO()
    written = write_profile(case, profile, choice, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert len(rows) == written
    return rows


def test_ucdp_gives_low_best_and_high_and_says_why(case: Case) -> None:
    row = max(table(case, Profile.UCDP), key=lambda one: int(one["number_of_sources"]))

    assert (row["low"], row["high"]) == ("12", "")
    assert row["best"] == "40"
    assert row["best_reason"] == "the latest official figure, as of 2031-03-09, by the army"
    assert row["where_description"] == "marrow"


def test_airwars_gives_the_least_and_the_most(case: Case) -> None:
    row = max(table(case, Profile.AIRWARS), key=lambda one: int(one["sources"]))

    assert (row["killed_min"], row["killed_max"], row["injured_min"]) == ("12", "", "")


def test_acled_gives_one_conservative_whole_number(case: Case) -> None:
    row = max(table(case, Profile.ACLED), key=lambda one: len(one["source"]))

    assert (row["fatalities"], row["event_date"], row["time_precision"]) == (
        "40",
        "2031-03-09",
        "1",
    )
    assert "reports allow 12 to any number" in row["notes"]


def test_helix_has_a_row_for_each_figure_with_quantifier_and_role(case: Case) -> None:
    rows = table(case, Profile.HELIX)
    army = next(row for row in rows if row["source"] == "the army")
    held = next(row for row in rows if row["term"] == "held")

    assert (army["quantifier"], army["role"], army["date_accuracy"]) == (
        "more than",
        "recommended",
        "day",
    )
    assert army["calculation_logic"].startswith("latest_official: ")
    assert (held["unit"], held["category"]) == ("household", "stock")


def test_a_range_recommends_no_single_figure(case: Case) -> None:
    rows = table(case, Profile.HELIX, Choice.RANGE_ONLY)

    assert {row["role"] for row in rows} == {"triangulation"}


def test_the_plain_table_has_every_compared_figure(case: Case) -> None:
    rows = table(case, Profile.SERIES)

    assert len(rows) == len(STORY) + 1
    assert {row["words"] for row in rows} >= {"12", "15", "at least 12", "At least 40"}


def test_relations_are_exported_with_both_sides_and_the_words_that_led_to_them(case: Case) -> None:
    records = list(case_records(case, (RecordType.RELATION,)))

    assert records
    for record in records:
        assert isinstance(record, ExportedRelation)
        for side in record.sides:
            text = case.text(side.document)
            assert side.quote == " … ".join(span.text_in(text) for span in side.spans)
            assert set(side.spans) <= set(side.grounds)
            assert len(side.original_spans) == len(side.spans)
        assert record.rule
