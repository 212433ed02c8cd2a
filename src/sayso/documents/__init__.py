"""Reading originals of every supported kind into documents."""

from sayso.documents.document import (
    ChainBasis,
    ChainLink,
    DateBasis,
    DateCandidate,
    Document,
    Flag,
    Furniture,
    FurnitureKind,
    Role,
)
from sayso.documents.original import Framing, Original, content_hash, document_id, record_id
from sayso.documents.rendering import Rendering, Source

__all__ = [
    "ChainBasis",
    "ChainLink",
    "DateBasis",
    "DateCandidate",
    "Document",
    "Flag",
    "Framing",
    "Furniture",
    "FurnitureKind",
    "Original",
    "Rendering",
    "Role",
    "Source",
    "content_hash",
    "document_id",
    "record_id",
]
