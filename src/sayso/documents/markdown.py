"""Markdown: where its marks are, so that they can be taken out with the way back kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape

from sayso.documents.characters import fold_characters
from sayso.documents.paragraphs import TextLine, lines_of
from sayso.frozen import dataclass
from sayso.text import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The lines of a Markdown text without their marks; ``edits`` take out the marks inside.

    ``title`` is the first heading of the highest level, as an index into ``lines``.
    """

    lines: tuple[TextLine, ...]
    edits: tuple[Edit, ...]
    title: int | None


_HEAD = re.compile(
    r"""
      (?P<heading> (?P<level>\#{1,6}) (?:[ ]+|\Z) )
    | (?P<quote> (?:>[ ]?)+ )
    | (?P<item> [-*+][ ]+ (?:\[[ xX]\][ ]+)? )
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"\d{1,9}[.)][ ]")
_HEADING_END = re.compile(r"[ ]+\#+\Z")
_RULE = re.compile(r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,}|={3,})\Z")
_UNDERLINE = re.compile(r"(?P<first>=+)\Z|-+\Z")
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_DEFINITION = re.compile(r"\[\^?[^\]\n]+\]:\s*(?:<[^>]*>|\S+)(?:\s+[\"'(].*)?\Z")
_TABLE_RULE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?\Z|\|[ ]*:?-+:?[ ]*\|\Z")
_HARD_BREAK = re.compile(r"(?:\\|<br[ ]*/?>)\Z")
_LONGEST_HEADING = 200
_NO_HEADING = 0
_BLANK = " |"  # a table row of empty cells shows nothing either

_INLINE = re.compile(
    r"""
      (?P<escape> \\ (?P<escaped> [!-/:-@\[-`{-~] ) )
    | (?P<code> (?P<ticks>`+) (?P<inside> [^\n]+? ) (?<!`)(?P=ticks)(?!`) )
    | (?P<image> ! \[ [^\[\]\n]* \] (?: \( (?:[^()\n]|\([^()\n]*\))* \) | \[[^\]\n]*\] ) [ ]? )
    | (?P<footnote> \[\^[^\]\n]+\] )
    | (?P<link> \[ (?P<label> (?:[^\[\]\n]|\\.|!?\[[^\[\]\n]*\](?:\([^()\n]*\))?)+ ) \]
        (?: \( (?:[^()\n]|\([^()\n]*\))* \) | \[[^\]\n]*\] ) )
    | (?P<autolink> < (?P<address> (?:https?://|mailto:) [^<>\s]+ ) > )
    | (?P<line_break> <br[ ]*/?> )
    | (?P<tag> </?[a-zA-Z][^<>\n]*> | <!--.*?--> )
    | (?P<entity> &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31}); )
    | (?P<emphasis>
        (?P<stars> (?<![\\*]) \*{1,3} (?![\s*]) ) (?P<starred> [^\n]+? ) (?<![\s\\*]) (?P=stars) (?!\*)
      | (?P<lows> (?<![\w\\]) _{1,3} (?![\s_]) ) (?P<lowed> [^\n]+? ) (?<![\s\\_]) (?P=lows) (?![\w])
      | (?P<waves> ~~ (?!\s) ) (?P<waved> [^\n]+? ) (?<!\s) ~~ )
    """,
    re.VERBOSE,
)
# What an emphasised or linked part is called in the pattern, by what it is part of.
_INNER = ("label", "starred", "lowed", "waved")


def read_marks(text: str, start: int) -> Marked:
    """Find the marks of folded ``text`` from ``start`` on."""
    reader = _Reader(text)
    for line in lines_of(text):
        if line.start >= start:
            reader.read(line)
    return Marked(lines=tuple(reader.lines), edits=tuple(reader.edits), title=reader.title())


class _Reader:
    """Goes through the lines once; knows whether it is inside a fence and what broke the flow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._levels: list[int] = []
        self._fenced = False
        self._broken = False
        self.lines: list[TextLine] = []
        self.edits: list[Edit] = []

    def read(self, line: TextLine) -> None:
        written = self._text[line.start : line.end]
        if _FENCE.match(written):
            self._fenced = not self._fenced
            self._broken = True
        elif self._fenced:
            self._add(replace(line, apart=True), _NO_HEADING)
        elif self._underlines(written, line):
            self._levels[-1] = 1 if written[0] == "=" else 2
            self.lines[-1] = replace(self.lines[-1], apart=True)
        elif any(pattern.match(written) for pattern in (_RULE, _DEFINITION, _TABLE_RULE)):
            self._broken = True
        else:
            self._read_prose(line)

    def title(self) -> int | None:
        headings = [(level, i) for i, level in enumerate(self._levels) if level != _NO_HEADING]
        return min(headings)[1] if headings else None

    def _underlines(self, written: str, line: TextLine) -> bool:
        if not self.lines or line.gap or self._broken or not _UNDERLINE.match(written):
            return False
        above = self.lines[-1]
        return not above.apart and above.end - above.start <= _LONGEST_HEADING

    def _read_prose(self, line: TextLine) -> None:
        """Take the marks off the head of a line, one after another: a quoted list item has two."""
        start, end, level, apart = line.start, line.end, _NO_HEADING, False
        while (head := _HEAD.match(self._text, start, end)) is not None:
            start = head.end()
            apart = apart or head.lastgroup != "quote"
            if head["level"]:
                level = len(head["level"])
                if closing := _HEADING_END.search(self._text, start, end):
                    end = closing.start()
        apart = apart or bool(_NUMBERED.match(self._text, start, end))
        hard = _HARD_BREAK.search(self._text, start, end)
        end = hard.start() if hard else end
        edits = list(_inline(self._text, start, end))
        if _shows(self._text, start, end, edits):
            self._add(replace(line, start=start, end=end, apart=apart), level)
            self.edits.extend(edits)
        self._broken = hard is not None

    def _add(self, line: TextLine, level: int) -> None:
        while self._text[line.end - 1] == " ":
            line = replace(line, end=line.end - 1)
        self.lines.append(replace(line, gap=line.gap or self._broken))
        self._levels.append(level)
        self._broken = False


def _shows(text: str, start: int, end: int, edits: Sequence[Edit]) -> bool:
    """Say whether the edits leave anything of a line to read."""
    at = start
    for edit in edits:
        if text[at : edit.start].strip(_BLANK) or edit.replacement.strip(_BLANK):
            return True
        at = edit.end
    return bool(text[at:end].strip(_BLANK))


def _inline(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits that leave of each mark only what a reader of the page would see."""
    for found in _INLINE.finditer(text, start, end):
        inner = next((name for name in _INNER if found[name] is not None), None)
        if inner is not None:
            yield Edit(found.start(), found.start(inner), "")
            yield from _inline(text, *found.span(inner))
            yield Edit(found.end(inner), found.end(), "")
        elif found["entity"]:
            yield Edit(*found.span(), _character(found["entity"]))
        elif (kept := _kept(found)) is not None:
            yield Edit(found.start(), found.start(kept), "")
            yield Edit(found.end(kept), found.end(), "")
        else:
            yield Edit(*found.span(), "\n" if found["line_break"] else "")


def _kept(found: re.Match[str]) -> str | None:
    """Name the group that is read as it stands; ``None`` if nothing of the mark is read."""
    return next((name for name in ("escaped", "inside", "address") if found[name]), None)


def _character(entity: str) -> str:
    return fold_characters(unescape(entity)).text
