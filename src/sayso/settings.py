"""Settings: how much a run may take, from the environment, the case's file or the defaults."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from sayso.errors import SettingsError
from sayso.frozen import dataclass

SETTINGS_FILE = "sayso.toml"
_TABLE = "add"
_VARIABLE_PREFIX = "SAYSO_"
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What reading one document may take, and how the fields of records are called.

    ``workers`` 0 means one for each core. ``fields`` pairs our name with that of the file:
    ``("text", "body")``.
    """

    deadline_seconds: float = 60.0
    memory_mib: int = 2048
    workers: int = 0
    fields: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.deadline_seconds <= 0 or self.memory_mib <= 0 or self.workers < 0:
            raise SettingsError(
                "deadline_seconds and memory_mib must be above 0 and workers at least 0, found "
                f"{self.deadline_seconds}, {self.memory_mib} and {self.workers}"
            )

    @property
    def memory_bytes(self) -> int:
        return self.memory_mib * _MEBIBYTE


def default_text() -> str:
    """Return the settings file of a new case: every setting with its default, commented out."""
    defaults = Settings()
    return (
        f"[{_TABLE}]\n"
        "# What reading one document may take; options and SAYSO_... variables go before this.\n"
        f"# deadline_seconds = {defaults.deadline_seconds:g}\n"
        f"# memory_mib = {defaults.memory_mib}\n"
        f"# workers = {defaults.workers}  # 0: one for each core\n"
        '# fields = { text = "body" }  # in JSON and CSV files, "body" holds the text\n'
    )


def load_settings(directory: Path, environment: Mapping[str, str]) -> Settings:
    """Return the settings of a case: ``SAYSO_…`` goes before ``sayso.toml``, that before defaults."""
    settings = Settings()
    for name, value in _from_file(directory / SETTINGS_FILE).items():
        settings = _changed(settings, name, value, origin=SETTINGS_FILE)
    for field in fields(Settings):
        variable = _VARIABLE_PREFIX + field.name.upper()
        if field.name != "fields" and variable in environment:
            settings = _changed(settings, field.name, environment[variable], origin=variable)
    return settings


def _from_file(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get(_TABLE, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [{_TABLE}] must be a table, found {table!r}")
    return table


def _changed(settings: Settings, name: str, value: object, *, origin: str) -> Settings:
    if name == "fields" and isinstance(value, dict):
        pairs = tuple((ours, str(theirs)) for ours, theirs in value.items())
        return replace(settings, fields=pairs)
    kinds = {"deadline_seconds": float, "memory_mib": int, "workers": int}
    if name not in kinds:
        raise SettingsError(f"{origin} sets '{name}', which is none of {', '.join(kinds)}, fields")
    try:
        return _with_number(settings, name, kinds[name](str(value)))
    except ValueError as error:
        raise SettingsError(f"{origin} sets {name} to {value!r}, which is no number") from error


def _with_number(settings: Settings, name: str, value: float) -> Settings:
    if name == "deadline_seconds":
        return replace(settings, deadline_seconds=value)
    if name == "memory_mib":
        return replace(settings, memory_mib=int(value))
    return replace(settings, workers=int(value))
