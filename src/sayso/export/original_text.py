"""The decoded original of a document, for showing characters that are not in the cleaned text."""

from sayso.documents import Document
from sayso.documents.decode import decode
from sayso.errors import DocumentError
from sayso.text import Span


class OriginalText:
    """Quote original characters of one document; it is decoded when first asked."""

    def __init__(self, document: Document, data: bytes) -> None:
        self._document = document
        self._data = data
        self._text: str | None = None

    def quote(self, span: Span) -> str | None:
        """Return the exact characters, or ``None`` if they cannot be had again."""
        if self._text is None:
            self._text = self._decoded()
        if len(self._text) == self._document.original_length:
            return span.text_in(self._text)
        # A PDF has no characters of its own: what was kept of it is in the cleaned text.
        kept = self._document.text_map.cleaned_spans(span)
        return " … ".join(map(self._document.quote, kept)) or None

    def _decoded(self) -> str:
        try:
            return decode(self._data, declared=self._document.encoding).text
        except DocumentError:
            return ""
