"""How mentions are written: the whole of a name, and which mentions that look like names are none."""

import re
from collections.abc import Sequence

from sayso.frozen import dataclass
from sayso.language.analysis import Mention
from sayso.language.names import ROLES
from sayso.story.actors.name_words import KUNYA, STANCES

_WORD = re.compile(r"[^\W\d_]+")
# "Abu " right before a name that was read without it.
_BEFORE = re.compile(r"(?P<kunya>[^\W\d_]+) $")
_LONGEST_KUNYA = 5
# "Spokesman for the Velm Council" speaks for the council; its founder is somebody else.
_ROLE_OF = re.compile(r"(?P<role>[^\W\d_]+) (?:of|for|at|in) (?:the )?(?P<body>.+)", re.DOTALL)
_SPEAKS_FOR = "spokes"
_ENDS_SENTENCE = frozenset(".!?:\n“\"‘'•-")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """The words of a text in small letters, and those that end or begin its longer names."""

    text: str
    small: frozenset[str]
    in_names: frozenset[str]

    def name(self, mention: Mention) -> str | None:
        """Return the name that a mention writes, ``None`` if it only looks like one."""
        written = mention.span.text_in(self.text)
        if not _is_written_as_name(written) or self._is_common(mention, written):
            return None
        if mention.kind == "ORG" and (role := _ROLE_OF.fullmatch(written)):
            first = role["role"].casefold()
            if first.startswith(_SPEAKS_FOR):
                return role["body"]
            return None if first in ROLES else written
        if mention.kind == "PER":
            return self._with_kunya(mention, written)
        return written

    def _with_kunya(self, mention: Mention, written: str) -> str:
        start = mention.span.start
        before = _BEFORE.search(self.text, max(0, start - _LONGEST_KUNYA), start)
        if before is None or before["kunya"].casefold() not in KUNYA:
            return written
        return f"{before['kunya']} {written}"

    def _is_common(self, mention: Mention, written: str) -> bool:
        """Say whether a word has a capital only because it begins a sentence: "Analysts say"."""
        plain = written.casefold()
        if " " in written or written.isupper() or plain not in self.small:
            return False
        before = self.text[: mention.span.start].rstrip(" ")[-1:]
        return plain not in self.in_names and (not before or before in _ENDS_SENTENCE)


def read_named_text(text: str, named: Sequence[Mention]) -> NamedText:
    """Return how a text writes words and the names of ``named``."""
    words = _WORD.findall(text)
    longer = (mention.span.text_in(text).split() for mention in named)
    return NamedText(
        text=text,
        small=frozenset(word for word in words if word.islower()),
        in_names=frozenset(word.casefold() for parts in longer if len(parts) > 1 for word in parts),
    )


def _is_written_as_name(written: str) -> bool:
    return not written.islower() and not written.casefold().startswith(STANCES)
