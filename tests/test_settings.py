"""Settings: the environment goes before the file of the case, that before the defaults."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.settings import Settings, default_text, load_settings


def written(folder: Path, text: str) -> Path:
    (folder / "sayso.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


def test_a_file_may_say_nothing_about_adding(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, '[other]\nname = "x"\n'), {}) == Settings()


def test_the_file_changes_what_it_names(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        '[add]\ndeadline_seconds = 5\nmemory_mib = 300\nworkers = 1\nfields = { text = "body" }\n',
    )

    assert load_settings(folder, {}) == Settings(
        deadline_seconds=5.0, memory_mib=300, workers=1, fields=(("text", "body"),)
    )


def test_the_environment_goes_first(tmp_path: Path) -> None:
    folder = written(tmp_path, "[add]\nworkers = 1\nmemory_mib = 300\n")

    settings = load_settings(folder, {"SAYSO_WORKERS": "2", "SAYSO_DEADLINE_SECONDS": "1.5"})

    assert settings == Settings(workers=2, memory_mib=300, deadline_seconds=1.5)


def test_memory_is_counted_in_mebibytes() -> None:
    assert Settings(memory_mib=2).memory_bytes == 2_097_152


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[add\n", "is not TOML"),
        ("add = 3\n", r"\[add\] must be a table, found 3"),
        ("[add]\nworker = 1\n", "sets 'worker', which is none of deadline_seconds, memory_mib"),
        ('[add]\nworkers = "two"\n', "sets workers to 'two', which is no number"),
        ("[add]\nworkers = -1\n", "workers at least 0, found 60.0, 2048 and -1"),
        ("[add]\nmemory_mib = 0\n", "must be above 0"),
        ("[add]\ndeadline_seconds = 0\n", "must be above 0"),
    ],
)
def test_a_bad_file_says_what_it_holds(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load_settings(written(tmp_path, text), {})


def test_a_bad_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="SAYSO_WORKERS sets workers to 'many'"):
        load_settings(tmp_path, {"SAYSO_WORKERS": "many"})


def test_the_file_of_a_new_case_changes_nothing(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, default_text()), {}) == Settings()


def test_the_file_of_a_new_case_names_every_setting(tmp_path: Path) -> None:
    text = default_text().replace("\n# What", "\n## What").replace("\n# ", "\n")

    assert load_settings(written(tmp_path, text), {}) == Settings(fields=(("text", "body"),))
