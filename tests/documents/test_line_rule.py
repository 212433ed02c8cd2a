"""Patterns of line rules answer as compiled ones do, and are compiled when they are first asked."""

from re import compile as compile_

import pytest

from sayso.documents.line_rule import verbose


def test_a_late_pattern_answers_as_a_compiled_one() -> None:
    pattern = verbose(r"(?P<word> [a-z]+ ) \s \d+  # a word and a number")

    assert pattern.match("ferry 12 and pier 4") is not None
    assert pattern.fullmatch("ferry 12 and pier 4") is None
    found = pattern.search("To pier 4")
    assert found is not None
    assert found["word"] == "pier"
    assert [one["word"] for one in pattern.finditer("ferry 12, pier 4")] == ["ferry", "pier"]
    assert pattern.sub("gone", "ferry 12, pier 4") == "gone, gone"


def test_case_counts_unless_said_otherwise() -> None:
    assert verbose("via").match("VIA the post") is None
    assert verbose("via", ignore_case=True).match("VIA the post") is not None


def test_a_late_pattern_is_compiled_once_and_not_before_it_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []

    def note(pattern: str, _: int) -> object:
        compiled.append(pattern)
        return compile_(pattern)

    monkeypatch.setattr("sayso.documents.line_rule.re.compile", note)
    pattern = verbose("[a-z]+")

    assert compiled == []
    assert pattern.match("pier") is not None
    assert pattern.match("12") is None
    assert compiled == ["[a-z]+"]
