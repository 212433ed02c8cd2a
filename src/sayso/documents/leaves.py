"""The values of one record, each with its name and its characters: of a JSON object, of a table row."""

import json
import re
from collections.abc import Iterator, Sequence

from sayso.frozen import dataclass
from sayso.text import Edit, Span, TextMap, apply_edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One value: ``name`` is the dotted way to it, ``[]`` marks a list: ``authors[].name``.

    ``span`` holds the value as written, without its quotation marks; ``escapes`` are what stands
    in it for other characters.
    """

    name: str
    span: Span
    escapes: "re.Pattern[str] | None"

    @property
    def is_string(self) -> bool:
        """Say whether the value of a JSON object stands in quotation marks."""
        return self.escapes is _JSON_ESCAPE

    def value(self, text: str) -> tuple[str, TextMap]:
        """Return the value that ``text`` holds here, and the map to the characters of ``text``."""
        written = self.span.text_in(text)
        found = self.escapes.finditer(written) if self.escapes else ()
        edits = [Edit(escape.start(), escape.end(), _meant(escape[0])) for escape in found]
        value, text_map = apply_edits(written, edits)
        return value, text_map.moved(self.span.start)


_JSON_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_DOUBLED_QUOTE = re.compile('""')
_TOKEN = re.compile(
    r"""
    [\s,:]*
    (?: (?P<open> [{\[] ) | (?P<close> [}\]] ) | (?P<string> "(?:[^"\\]++|\\.)*+" )
      | (?P<bare> [^\s,:"{}\[\]]+ ) )
    """,
    re.VERBOSE | re.DOTALL,
)
_CELL_END = {delimiter: re.compile(f"[{re.escape(delimiter)}\r\n]") for delimiter in ",;\t|"}
_QUOTED_CELL = re.compile(r'"(?P<value>(?:[^"]|"")*)"')


def json_leaves(text: str) -> tuple[Leaf, ...]:
    """Return the strings and numbers of a JSON object in ``text``.

    Raises ValueError if it is no JSON or no object.
    """
    try:
        record = json.loads(text, strict=False, parse_int=float)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if not isinstance(record, dict):
        raise ValueError(  # noqa: TRY004 - what was wrong is in the file, not in the call
            f"expected an object with named fields, found {_kind(record)}"
        )
    last: dict[str, list[Leaf]] = {}
    for token, path in _walk(text):
        if token["open"] or (leaf := _leaf(token, path)) is None:
            continue
        same = last.setdefault(leaf.name, [])
        if "[]" not in leaf.name:
            same.clear()  # of a repeated name the last value counts, as in every JSON reader
        same.append(leaf)
    return tuple(leaf for leaves in last.values() for leaf in leaves)


def row_leaves(text: str, columns: Sequence[str], delimiter: str) -> tuple[Leaf, ...]:
    """Return the cells of a table row that belong to a column and are not empty."""
    cells = cells_of(text, delimiter)
    return tuple(
        Leaf(name=name, span=cell[0], escapes=_DOUBLED_QUOTE if cell[1] else None)
        for name, cell in zip(columns, cells, strict=False)
        if cell is not None and name
    )


def cells_of(text: str, delimiter: str) -> list[tuple[Span, bool] | None]:
    """Return each cell of the first row: its characters and whether it was quoted."""
    cells: list[tuple[Span, bool] | None] = []
    at, end_of_cell = 0, _CELL_END[delimiter]
    while True:
        quoted = _QUOTED_CELL.match(text, at)
        start, end = quoted.span("value") if quoted else (at, at)
        stop = end_of_cell.search(text, quoted.end() if quoted else at)
        after = stop.start() if stop else len(text)
        if not quoted:
            end = after
        cells.append((Span(start, end), quoted is not None) if start < end else None)
        if stop is None or stop[0] != delimiter:
            return cells
        at = after + 1


def list_start(text: str, name: str) -> int | None:
    """Return where the inside of the list called ``name`` begins in a JSON text."""
    for token, path in _walk(text):
        if token["open"] == "[" and _dotted(path) == name:
            return token.end()
    return None


def _walk(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Yield the values, lists and objects of well-formed JSON with the names that lead to each."""
    path: list[str] = []
    inside: list[str] = []
    name: str | None = None
    for token in _TOKEN.finditer(text):
        if token["close"]:
            path.pop()
            inside.pop()
        elif token["string"] and inside[-1:] == ["{"] and name is None:
            name = str(json.loads(token["string"], strict=False))
        else:
            step = "[]" if inside[-1:] == ["["] else name or ""
            name = None
            yield token, [*path, step]
            if token["open"]:
                path.append(step)
                inside.append(token["open"])


def _dotted(path: Sequence[str]) -> str:
    return ".".join(step for step in path if step).replace(".[]", "[]")


def _leaf(token: re.Match[str], path: Sequence[str]) -> Leaf | None:
    start, end = token.span("string" if token["string"] else "bare")
    if token["string"]:
        start, end = start + 1, end - 1
    if start == end or token["bare"] in ("null", "true", "false"):
        return None
    escapes = _JSON_ESCAPE if token["string"] else None
    return Leaf(name=_dotted(path), span=Span(start, end), escapes=escapes)


def _meant(escape: str) -> str:
    """Return what an escape stands for; half of a surrogate pair stands for nothing known."""
    if escape == '""':
        return '"'
    meant = str(json.loads(f'"{escape}"'))
    return "\ufffd" if "\ud800" <= meant[0] <= "\udfff" else meant


def _kind(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "a string" if isinstance(value, str) else "a bare value"
