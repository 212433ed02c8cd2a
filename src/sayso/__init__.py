"""Keep a ledger of what was claimed in the reporting on a story, and by whom."""

from sayso.errors import CaseError, DocumentError, IntegrityError, SaysoError, SettingsError
from sayso.text import Span, TextMap

__all__ = [
    "CaseError",
    "DocumentError",
    "IntegrityError",
    "SaysoError",
    "SettingsError",
    "Span",
    "TextMap",
]
