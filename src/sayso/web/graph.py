"""A small layered graph as a drawing: where something came from on the left, where it stands right."""

from collections.abc import Sequence
from datetime import date

from sayso.frozen import dataclass

NODE_WIDTH, NODE_HEIGHT = 190, 46
_GAP_X, _GAP_Y, _MARGIN = 170, 22, 8
_BOW = 40
_LABEL_AT, _LABEL_BEFORE = 0.8, 12  # of the way down, and before the box
_LETTERS = 25  # that fit into a box


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box: ``layer`` counts from the left; ``address`` is where it leads."""

    key: str
    layer: int
    name: str
    note: str = ""
    address: str | None = None
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line from left to right; one without ``directed`` says only that both are tied."""

    start: str
    end: str
    label: str
    directed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    node: Node
    x: int
    y: int
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A line with its label; ``path`` is SVG path data.

    The label ``ends`` where ``x`` is, right before the box that the line leads to.
    """

    path: str
    label: str
    x: float
    y: float
    directed: bool
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(nodes: Sequence[Node], edges: Sequence[Edge]) -> Drawing:
    """Lay boxes out in columns by layer, in the order given, and lines between them."""
    columns: dict[int, list[Node]] = {}
    for node in nodes:
        columns.setdefault(node.layer, []).append(node)
    tallest = max((len(column) for column in columns.values()), default=0)
    height = 2 * _MARGIN + tallest * (NODE_HEIGHT + _GAP_Y) - (_GAP_Y if tallest else 0)
    boxes = {
        node.key: _box(node, at, row, len(column), height)
        for at, layer in enumerate(sorted(columns))
        for column in (columns[layer],)
        for row, node in enumerate(column)
    }
    width = 2 * _MARGIN + len(columns) * (NODE_WIDTH + _GAP_X) - (_GAP_X if columns else 0)
    return Drawing(
        width=width,
        height=height,
        boxes=tuple(boxes.values()),
        arrows=tuple(_arrow(edge, boxes[edge.start], boxes[edge.end]) for edge in edges),
    )


def layers(keys: Sequence[str], edges: Sequence[Edge], *, first: int = 0) -> dict[str, int]:
    """Give each key a layer behind all that it comes from; circles are cut where they close."""
    before: dict[str, list[str]] = {key: [] for key in keys}
    for edge in edges:
        if edge.directed:
            before[edge.end].append(edge.start)
    found: dict[str, int] = {}
    for key in keys:
        waiting = [key]
        while waiting:
            one = waiting[-1]
            missing = [k for k in before[one] if k not in found and k not in waiting]
            if missing:
                waiting.append(missing[0])
                continue
            waiting.pop()
            known = (found[k] + 1 for k in before[one] if k in found)
            found.setdefault(one, max(known, default=first))
    return found


def lag(earlier: date | None, later: date | None) -> str:
    """Write how many days lie between two known days."""
    if earlier is None or later is None or later < earlier:
        return ""
    days = (later - earlier).days
    return "same day" if not days else f"+{days} day{'' if days == 1 else 's'}"


def _box(node: Node, column: int, row: int, rows: int, height: int) -> Box:
    used = rows * (NODE_HEIGHT + _GAP_Y) - _GAP_Y
    top = (height - used) // 2
    return Box(
        node=node,
        x=_MARGIN + column * (NODE_WIDTH + _GAP_X),
        y=top + row * (NODE_HEIGHT + _GAP_Y),
        short=node.name if len(node.name) <= _LETTERS else node.name[: _LETTERS - 1] + "…",
    )


def _arrow(edge: Edge, start: Box, end: Box) -> Arrow:
    x1, y1, x2, y2 = _ends(start, end)
    # Boxes of one column are tied by a bow beside them.
    bend = (x2 - x1) / 2 if start.x != end.x else -_BOW
    back = x2 - bend if start.x != end.x else x2 - _BOW
    path = f"M{x1} {y1} C{x1 + bend:.0f} {y1}, {back:.0f} {y2}, {x2} {y2}"
    return Arrow(
        path=path,
        label=edge.label,
        # Near the box it leads to: lines from one box have their labels apart.
        x=x2 - _LABEL_BEFORE
        if start.x < end.x
        else (x1 + x2) / 2
        if start.x > end.x
        else x1 - _BOW,
        y=round(y1 + _LABEL_AT * (y2 - y1) - 5, 1),
        directed=edge.directed,
        ends=start.x < end.x,
    )


def _ends(start: Box, end: Box) -> tuple[int, int, int, int]:
    """Return where a line leaves one box and meets the other."""
    y1, y2 = start.y + NODE_HEIGHT // 2, end.y + NODE_HEIGHT // 2
    if start.x == end.x:
        return start.x, y1, end.x, y2
    if start.x < end.x:
        return start.x + NODE_WIDTH, y1, end.x, y2
    return start.x, y1, end.x + NODE_WIDTH, y2
