"""The page on the data of a case describes every table and every column."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Table

from sayso.case.columns import METADATA
from sayso.case.special_tables import SEARCHED

PAGE = Path(__file__).parent.parent.parent / "docs" / "data-model.md"
# | `column` | type | holds |
COLUMN = re.compile(
    r"^\| `(?P<name>\w+)` \| (?P<type>[\w, ]+) \| (?P<holds>\S.*) \|$", re.MULTILINE
)


def section(name: str) -> str:
    page = PAGE.read_text(encoding="utf-8")
    return page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def described_type(table: Table, column: str) -> str:
    found = table.columns[column]
    kind = {"BIGINT": "integer"}.get(str(found.type), str(found.type).lower())
    return kind if found.nullable else f"{kind}, not null"


def test_every_table_has_one_section() -> None:
    headings = re.findall(r"^## (\w+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(headings) == sorted(METADATA.tables)


@pytest.mark.parametrize("name", list(METADATA.tables))
def test_every_column_is_described_with_its_type(name: str) -> None:
    table = METADATA.tables[name]

    described = [(row["name"], row["type"]) for row in COLUMN.finditer(section(name))]

    assert described == [(column, described_type(table, column)) for column in table.columns.keys()]  # noqa: SIM118 -- iterating gives columns, not names


def test_every_searched_column_is_named() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for table, columns in SEARCHED:
        names = ", ".join(f"`{column}`" for column in columns)
        assert f"`{table.name}_fts` ({names})" in page
