"""The bytes as received, and the names of what is made from them."""

from datetime import datetime
from hashlib import blake2b, sha256

from sayso.frozen import dataclass

# Crockford's alphabet: no letter that can be mistaken for a digit.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
# 50 bits: two million records of a case collide with a chance of about 0.2 percent.
_ID_LENGTH = 10
# Two letters at once, the lower first, each of five bits of the number.
_PAIRS = tuple(low + high for high in _ALPHABET for low in _ALPHABET)
_PAIR = len(_PAIRS) - 1
_SHIFTS = range(0, 5 * _ID_LENGTH, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """What the file around an item says of it and its own bytes do not: needed to read it again.

    ``columns`` and ``delimiter`` belong to the row of a table, ``fields`` to any record (pairs of
    our name and theirs, as the user gave them), ``encoding`` to whatever a container declares.
    """

    encoding: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    delimiter: str = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One item as received; ``sha256`` names its bytes, ``path`` says where the user had it.

    ``path`` of a part of a container continues it: ``clips.zip!/a/b.html``, ``feed.jsonl#12``.
    ``address`` is the URL, if known. ``retrieved`` is when the bytes were fetched or last changed.
    ``framing`` is ``None`` where the bytes say everything themselves.
    """

    sha256: str
    size: int
    media_type: str
    path: str
    address: str | None = None
    retrieved: datetime | None = None
    framing: Framing | None = None


def content_hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def record_id(prefix: str, *parts: object) -> str:
    """Name a record by its content, so that a second run gives the same name: ``c_7k2m9q4xz1``."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).digest()
    number = int.from_bytes(digest)
    pairs = [_PAIRS[number >> at & _PAIR] for at in _SHIFTS]
    return f"{prefix}_{''.join(pairs)}"


def document_id(original_sha256: str, address: str | None) -> str:
    """Name a document: the same bytes at another address are another document."""
    return record_id("d", original_sha256, address or "")
