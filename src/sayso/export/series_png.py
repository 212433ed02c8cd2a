"""The drawing of a series as PNG: a page of PDF operators, painted by the PDF engine that reads PDFs.

The engine is a dependency already, draws smooth lines and brings the standard fonts; a drawing library
and a font of our own would weigh more than this file.
"""

import struct
import zlib
from collections.abc import Iterator

from sayso.export.series_drawing import HEIGHT, WIDTH, Drawing, Label, Mark, Shape

_SCALE = 2.0  # pixels for a point: sharp on screens and in print
_ROUND = 0.5523  # a quarter of a circle as a Bézier curve
_DOT = 4.5
_FUZZY_SHADES = 5
_CHARACTER = 0.5  # mean width of a Helvetica character in its size


def series_png(drawing: Drawing) -> bytes:
    """Return the drawing as PNG."""
    import pypdfium2  # noqa: PLC0415 -- loads a native library

    document = pypdfium2.PdfDocument(_pdf("\n".join(_operators(drawing))))
    try:
        bitmap = document[0].render(scale=_SCALE, rev_byteorder=True)
        array = bitmap.to_numpy()[:, :, :3]
        return _png(array.tobytes(), array.shape[1], array.shape[0])
    finally:
        document.close()


def _operators(drawing: Drawing) -> Iterator[str]:
    yield "1 w 0.8 0.8 0.8 RG"
    for line in drawing.lines:
        yield f"{line.x1:.1f} {_up(line.y1)} m {line.x2:.1f} {_up(line.y2)} l S"
    for mark in drawing.marks:
        yield from _mark(mark)
    yield "0.2 0.2 0.2 rg"
    yield from map(_text, drawing.labels)


def _mark(mark: Mark) -> Iterator[str]:
    red, green, blue = (int(mark.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    colour = f"{red:.3f} {green:.3f} {blue:.3f}"
    fill = "1 1 1" if mark.hollow else colour
    yield f"1.5 w {colour} RG {fill} rg"
    if mark.shape is Shape.BAR:
        yield f"{mark.x - 3:.1f} {_up(mark.low)} 6 {max(mark.low - mark.high, 2):.1f} re B"
    if mark.shape is Shape.FUZZY:
        yield from _fuzzy(mark, (red, green, blue))
    if mark.shape in (Shape.UP, Shape.DOWN):
        tip, tail = (mark.high, mark.low) if mark.shape is Shape.UP else (mark.low, mark.high)
        back = 5 if mark.shape is Shape.UP else -5
        yield f"{mark.x:.1f} {_up(tail)} m {mark.x:.1f} {_up(tip)} l S"
        yield (
            f"{mark.x - 4:.1f} {_up(tip + back)} m {mark.x:.1f} {_up(tip)} l "
            f"{mark.x + 4:.1f} {_up(tip + back)} l S"
        )
    yield f"{colour} RG {fill} rg {_circle(mark.x, HEIGHT - mark.y, _DOT)} B"


def _fuzzy(mark: Mark, colour: tuple[float, float, float]) -> Iterator[str]:
    """Paint bars one within the other, each darker: a bar without an edge."""
    for step in range(_FUZZY_SHADES):
        share = 0.25 + 0.45 * step / _FUZZY_SHADES
        shade = " ".join(f"{1 - share * (1 - part):.3f}" for part in colour)
        half = 6.0 - step
        yield f"{shade} rg {mark.x - half:.1f} {_up(mark.low)} {2 * half:.1f} {max(mark.low - mark.high, 2):.1f} re f"


def _text(label: Label) -> str:
    width = _CHARACTER * label.size * len(label.words)
    x = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    words = label.words.encode("cp1252", "replace").decode("latin-1")
    escaped = "".join(f"\\{one}" if one in "()\\" else one for one in words)
    return f"BT /F1 {label.size:.0f} Tf {x:.1f} {_up(label.y)} Td ({escaped}) Tj ET"


def _circle(x: float, y: float, r: float) -> str:
    k = r * _ROUND
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )


def _up(y: float) -> str:
    """Turn a place from above into one from below, as PDF counts."""
    return f"{HEIGHT - y:.1f}"


def _pdf(content: str) -> bytes:
    """Return a PDF of one page with the given operators and one standard font."""
    stream = content.encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH:.0f} {HEIGHT:.0f}] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    made, places = b"%PDF-1.4\n", []
    for at, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % at + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(made),
    )
    return made + head + table + tail


def _png(pixels: bytes, width: int, height: int) -> bytes:
    """Return RGB rows as PNG."""
    row = width * 3
    raw = b"".join(b"\0" + pixels[at * row : (at + 1) * row] for at in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
