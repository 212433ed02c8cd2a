"""Words beside a date: those that label it as a page's, and those that tie it to a sentence."""

import re
from typing import Final

MODIFIED: Final = frozenset(
    {"updated", "update", "modified", "edited", "revised", "amended", "corrected", "changed"}
)
PUBLISHED: Final = frozenset(
    {
        "published", "posted", "date", "dated", "issued", "released", "created", "publication",
        "uploaded", "filed", "submitted",
    }
)  # fmt: skip
# What may stand beside the date on a line that says nothing else.
_FILLERS: Final = frozenset(
    {
        "on", "at", "first", "last", "time", "the", "of", "local", "issue", "by", "from", "hrs",
        "hours", "min", "mins", "minute", "minutes", "read", "ist", "am", "pm", "was", "article",
    }
)  # fmt: skip
LABELS: Final = MODIFIED | PUBLISHED | _FILLERS
# What ties a date to the sentence it stands in, or opens one.
TIES: Final = frozenset(
    {
        "in", "on", "at", "by", "from", "after", "before", "since", "until", "till", "for", "to",
        "with", "during", "near", "as", "then", "today", "yesterday", "last", "this", "next",
        "the", "a", "an", "it", "but", "and", "when", "while", "both", "between",
    }
)  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """Return the words in lower case, without numbers and marks."""
    return [word.lower() for word in _WORD.findall(text)]
