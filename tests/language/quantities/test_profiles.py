"""Profiles of vague words: shipped ones, and those a user writes."""

from decimal import Decimal
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.language.quantities import find_quantities, profile, read_profiles


@pytest.mark.parametrize(
    ("name", "text", "lo", "hi"),
    [
        ("wide", "dozens of boats", 12, 120),
        ("acled", "dozens of boats", 12, 12),
        ("acled", "hundreds of boats", 100, 100),
        ("acled", "thousands of boats", 1000, 10000),
        ("ccc", "thousands of boats", 2000, 2000),
        ("ccc", "tens of thousands of boats", 20000, 20000),
        ("wikimpacts", "hundreds of boats", 200, 900),
        ("wikimpacts", "many boats", 20, 60),
        ("wikimpacts", "a couple of boats", 2, 3),
    ],
)
def test_a_shipped_profile_expands_vague_words(name: str, text: str, lo: int, hi: int) -> None:
    (quantity,) = find_quantities(text, profile=profile(name))

    assert quantity.lo == lo
    assert quantity.hi == hi
    assert quantity.soft


def test_a_word_that_no_profile_holds_is_no_quantity() -> None:
    assert find_quantities("many boats") == ()


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="acled, ccc, wide, wikimpacts"):
        profile("narrow")


def test_a_user_extends_a_profile_by_words_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text('[mine]\nextends = "wide"\n[mine.words]\n"a handful" = [3, 6]\nMany = 20\n')
    (mine,) = read_profiles(path)
    handful, many, dozens = find_quantities("a handful, many, dozens of boats", profile=mine)

    assert mine.name == "mine"
    assert hash(mine) == hash("mine")
    assert [handful.lo, handful.hi] == [Decimal(3), Decimal(6)]
    assert [many.lo, many.hi] == [Decimal(20), Decimal(20)]
    assert [dozens.lo, dozens.hi] == [Decimal(12), Decimal(120)]
    assert dozens.hi_open


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[mine", "cannot be read as profiles"),
        ('[mine]\nextends = "nobody"', "extends 'nobody'"),
        ('[mine.words]\ndozens = "12"', "needs n, "),
        ("[mine.words]\ndozens = [12]", "needs n, "),
        ("[mine.words]\ndozens = [12, 3]", "needs 0 <= lo <= hi"),
        ("[mine.words]\ndozens = { from = 1, to = 2 }", "needs n, "),
        ('[mine.words]\ndozens = { from = "a", below = 2 }', "needs 0 <= lo <= hi"),
    ],
)
def test_a_broken_profile_says_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(content)

    with pytest.raises(SettingsError, match=message):
        read_profiles(path)


def test_a_missing_file_of_profiles_is_a_settings_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_profiles(tmp_path / "absent.toml")
