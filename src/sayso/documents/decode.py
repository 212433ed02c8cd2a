"""Bytes to characters: one deterministic answer, and no lone surrogates.

Offsets everywhere are code points of ``Decoded.text``. A byte order mark is no part of it.
"""

import codecs
import re

from sayso.documents.document import Flag
from sayso.documents.media_type import EXPECTED, binary_kind, with_article
from sayso.errors import DocumentError
from sayso.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of an original, all of them, as the encoding gives them."""

    text: str
    encoding: str
    flags: frozenset[Flag] = frozenset()


# Most specific first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages call by these names is in truth the larger set (WHATWG Encoding Standard).
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
# Python's own transport codings: no article is published in them, and they can smuggle anything.
_NEVER = frozenset(
    {"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"}
)
_WESTERN = ("cp1252", "mac-roman")
_MIXED = "utf-8+cp1252"

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
# Random bytes hold about a tenth of control characters, damaged text a few in a thousand.
_MOST_CONTROLS = 0.05
_SAMPLE = 1 << 16
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODED_SURROGATES = re.compile(rb"(?:\xed[\xa0-\xbf][\x80-\xbf])+")
# UTF-8 forms of accented letters and curly quotes; as cp1252 they would be "Ã©" and "â€™".
_SURE_UTF8 = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x90-\xaf]")


def decode(data: bytes, *, declared: str | None = None, path: str = "") -> Decoded:
    """Return the text of ``data``; ``declared`` is the encoding that a container or header names.

    A byte order mark decides, then valid UTF-8, then what was declared, then detection. Raises
    DocumentError, naming ``path``, if the bytes are no text.
    """
    if not data:
        raise DocumentError(path, "the file is empty")
    if (kind := binary_kind(data)) is not None:
        raise DocumentError(path, f"found {with_article(kind)}, {EXPECTED}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sound(_decoded(data[len(mark) :], encoding), path)
    if (wide := _wide_encoding(data, declared)) is not None:
        return _sound(_decoded(data, wide), path)
    _refuse_binary(data, path)
    return _sound(_utf8(data) or _as_declared(data, declared) or _detected(data), path)


def wide_encoding(start: bytes) -> str | None:
    """Name the UTF-16 or UTF-32 form that ``start``, the first kilobytes, is written in."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding if encoding != "utf-8" else None
    return _wide_encoding(start, None)


_MARKUP_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*(?P<name>[\w.:-]+)""",
    re.IGNORECASE,
)
_MARKUP_HEAD = 4096


def markup_encoding(data: bytes) -> str | None:
    """Return the encoding that the head of a page declares."""
    found = _MARKUP_CHARSET.search(data[:_MARKUP_HEAD])
    return found["name"].decode() if found else None


def _decoded(data: bytes, encoding: str) -> Decoded:
    if encoding == "utf-8":
        return _utf8(data) or _detected(data)
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding)


def _sound(decoded: Decoded, path: str) -> Decoded:
    if not decoded.text.strip("\0 \t\r\n\f"):
        raise DocumentError(path, "the file holds nothing but blanks")
    controls = _control_share(decoded.text.rstrip("\0")[:_SAMPLE].encode())
    if controls > _MOST_CONTROLS:
        raise DocumentError(path, _binary_message(controls))
    return decoded


def _refuse_binary(data: bytes, path: str) -> None:
    filled = data.rstrip(b"\0")  # a file cut off by a crash ends in zeros
    if (share := _control_share(filled)) > _MOST_CONTROLS:
        raise DocumentError(path, _binary_message(share))


def _binary_message(share: float) -> str:
    return f"found binary data ({share:.0%} control characters), {EXPECTED}"


def _control_share(data: bytes) -> float:
    return 1 - len(data.translate(None, _CONTROLS)) / len(data) if data else 0.0


def _wide_encoding(data: bytes, declared: str | None) -> str | None:
    """Tell UTF-16 without a mark by its zero halves: blanks and Latin letters have one."""
    sample = data[:_SAMPLE]
    if _control_share(sample.rstrip(b"\0")) <= _MOST_CONTROLS:
        return None
    for encoding in ("utf-32-le", "utf-32-be"):
        if len(data) % 4 == 0 and _plausible(sample, encoding) > _LIKELY:
            return encoding
    wides = sorted(
        ("utf-16-le", "utf-16-be"), key=lambda name: (_plausible(sample, name), name == declared)
    )
    return wides[-1] if _plausible(sample, wides[-1]) > _LIKELY else None


_LIKELY = 0.9
_LONG_ENOUGH = 200
_BREAKS = re.compile(r"[ \n.,،。，、\u3000]")
_COMMON = re.compile(
    r"[\t\n\r -~\u00a0-\u024f\u0370-\u06ff\u2010-\u2026\u3000-\u30ff\uff01-\uff1f]"
)


def _plausible(sample: bytes, encoding: str) -> float:
    """Return the share of readable characters, of which some must be blanks or plain letters."""
    width = 4 if "32" in encoding else 2
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(
            sample[: len(sample) // width * width]
        )
    except UnicodeDecodeError:
        return 0.0
    common = len(_COMMON.findall(text))
    readable = common + sum(char.isalpha() for char in text if not _COMMON.match(char))
    if len(text) >= _LONG_ENOUGH and len(_BREAKS.findall(text)) * 100 < len(text):
        return 0.0
    # In the wrong byte order letters turn into rare ideographs, and no blank is left.
    return readable / len(text) if common * 20 >= len(text) > 0 else 0.0


def _utf8(data: bytes) -> Decoded | None:
    """Read UTF-8: valid, with UTF-16 surrogates encoded in it, cut at the end, or mixed with cp1252."""
    try:
        return Decoded(text=data.decode(), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    text = _ENCODED_SURROGATES.sub(_paired, data).decode("utf-8", "surrogateescape")
    stray = len(text) - len(text.encode("utf-8", "ignore").decode())
    multibyte = len(text) - len(text.encode("ascii", "ignore")) - stray
    if not stray:
        return Decoded(text=text, encoding="utf-8")
    if multibyte and _cut_at_end(data, text, stray):
        return Decoded(text=text[:-stray] + "\ufffd", encoding="utf-8")
    if multibyte >= stray or (_SURE_UTF8.search(data) and _reads_western(_as_cp1252(text))):
        flags = frozenset({Flag.MIXED_ENCODING})
        return Decoded(text=_as_cp1252(text), encoding=_MIXED, flags=flags)
    return None


_LONGEST_CUT = 3  # bytes: a character of four that lost its last


def _cut_at_end(data: bytes, text: str, stray: int) -> bool:
    """Say whether the only trouble is a last character that lacks its end."""
    if stray > _LONGEST_CUT or _ESCAPED_BYTE.search(text[:-stray]):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _as_cp1252(text: str) -> str:
    return _ESCAPED_BYTE.sub(
        lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text
    )


def _paired(encoded: re.Match[bytes]) -> bytes:
    """Join pairs of surrogates that were encoded one by one, and replace lone ones."""
    halves = encoded[0].decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace").encode()


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    encoding = _known(declared)
    if encoding is None or encoding in ("utf-8", "utf-16", "utf-32"):
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text=_SURROGATE.sub("\ufffd", text), encoding=encoding)


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
        "".encode(name)  # refuses codecs between bytes and bytes
    except (LookupError, ValueError):
        return None
    return None if name in _NEVER else _MEANT.get(name, name)


def _detected(data: bytes) -> Decoded:
    """Try the two Western forms first: in English text a detector takes them for anything."""
    for encoding in (*_WESTERN, _guess(data)):
        try:
            text = data.decode(encoding or "")
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding not in _WESTERN or _reads_western(text):
            return Decoded(text=_SURROGATE.sub("\ufffd", text), encoding=encoding or "")
    return Decoded(text=data.decode("cp1252", "replace"), encoding="cp1252")


# Forms told by their zero halves before, and EBCDIC, which fits any few bytes.
_NOT_GUESSED = ("utf_16", "utf_32", "cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and seldom needed

    best = from_bytes(_telling_part(data), cp_exclusion=list(_NOT_GUESSED)).best()
    return _known(best.encoding) if best else None


def _telling_part(data: bytes) -> bytes:
    """Return a part around the first byte that is not ASCII, cut at blanks."""
    first = re.search(rb"[\x80-\xff]", data)
    at = max((first.start() if first else 0) - _SAMPLE // 8, 0)
    part = data[at : at + _SAMPLE]
    if at:
        part = part.partition(b" ")[2] or part
    return part.rpartition(b" ")[0] or part if at + _SAMPLE < len(data) else part


_HIGH = re.compile(r"[^\x00-\x7f]")
# Marks of print and money that Western text uses beside letters.
_WESTERN_MARK = re.compile(r"[–—‘’‚“”„…•€£§©®°±·«»¿¡†‡‰™\u00a0\u00ad¼½¾²³¹¢¥]")
_INSIDE_WORD = re.compile(r"(?<=[a-z])[^\x00-\x7f’\u00ada-zß-öø-ÿšžœ](?=[a-z])")
_MOST_ACCENTS = 0.2


def _reads_western(text: str) -> bool:
    """Say whether characters beyond ASCII look like accents and print marks of Western text."""
    first = _HIGH.search(text)
    begin = max(first.start() - _SAMPLE, 0) if first else 0
    text = text[begin : begin + _SAMPLE * 16]
    high = _HIGH.findall(text)
    marks = sum(1 for character in high if _WESTERN_MARK.match(character))
    letters = sum(character.isalpha() for character in high)
    plain = len(re.findall("[A-Za-z]", text)) or 1
    broken = len(_INSIDE_WORD.findall(text))
    return (
        marks + letters >= 0.9 * len(high)
        and letters <= 1 + _MOST_ACCENTS * (plain + letters)
        and broken * 10 <= len(high)
    )
