"""The drawing of a series as SVG: text, so that it scales, prints and can be searched."""

from collections.abc import Iterator
from html import escape

from sayso.export.series_drawing import HEIGHT, WIDTH, Drawing, Mark, Shape

_DOT = 4.5


def series_svg(drawing: Drawing, *, name: str = "series") -> str:
    """Return the drawing as one ``svg`` element; ``name`` keeps ids of several in a page apart."""
    fuzzy = escape(f"fuzzy-{name}", quote=True)
    size = f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}"'
    blur = (
        f'<defs><filter id="{fuzzy}" x="-200%" width="500%" y="-10%" height="120%">'
        '<feGaussianBlur stdDeviation="2"/></filter></defs>'
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="sans-serif">',
        f"<title>{escape(drawing.title)}</title>",
        blur,
        *(
            f'<line x1="{line.x1:.1f}" y1="{line.y1:.1f}" x2="{line.x2:.1f}" y2="{line.y2:.1f}" '
            'stroke="#cccccc" stroke-width="1"/>'
            for line in drawing.lines
        ),
        *(_mark(mark, fuzzy) for mark in drawing.marks),
        *(
            f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size:.0f}" fill="#333333" '
            f'text-anchor="{label.anchor}">{escape(label.words)}</text>'
            for label in drawing.labels
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _mark(mark: Mark, fuzzy: str) -> str:
    return f"<g><title>{escape(mark.words)}</title>{''.join(_shapes(mark, fuzzy))}</g>"


def _shapes(mark: Mark, fuzzy: str) -> Iterator[str]:
    fill = "#ffffff" if mark.hollow else mark.colour
    around = f'fill="{fill}" stroke="{mark.colour}" stroke-width="1.5"'
    if mark.shape in (Shape.BAR, Shape.FUZZY):
        blurred = f' filter="url(#{fuzzy})"' if mark.shape is Shape.FUZZY else ""
        yield (
            f'<rect x="{mark.x - 3:.1f}" y="{mark.high:.1f}" width="6" '
            f'height="{max(mark.low - mark.high, 2):.1f}" {around} opacity="0.55"{blurred}/>'
        )
    if mark.shape in (Shape.UP, Shape.DOWN):
        tip, tail = (mark.high, mark.low) if mark.shape is Shape.UP else (mark.low, mark.high)
        back = 5 if mark.shape is Shape.UP else -5
        yield (
            f'<path d="M{mark.x:.1f} {tail:.1f} L{mark.x:.1f} {tip:.1f} M{mark.x - 4:.1f} '
            f'{tip + back:.1f} L{mark.x:.1f} {tip:.1f} L{mark.x + 4:.1f} {tip + back:.1f}" '
            f'fill="none" stroke="{mark.colour}" stroke-width="1.5"/>'
        )
    yield f'<circle cx="{mark.x:.1f}" cy="{mark.y:.1f}" r="{_DOT}" {around}/>'
