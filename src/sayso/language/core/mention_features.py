"""Features of a pair of mentions: what speaks for or against their being one entity.

The scoring of antecedents one by one follows the mention-ranking model (Denis and Baldridge 2008);
the features are those that hold across outlets: words, kinds, distance, and who speaks in a
quotation.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from sayso.frozen import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class MentionKind(IntEnum):
    NAME = 0
    NOMINAL = 1
    PRONOUN = 2


class PronounClass(IntEnum):
    NONE = 0
    HE = 1
    SHE = 2
    IT = 3
    THEY = 4
    I = 5  # noqa: E741 - the word itself
    WE = 6
    WHO = 7


_PRONOUNS: dict[str, PronounClass] = {
    **dict.fromkeys(("he", "him", "his", "himself"), PronounClass.HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), PronounClass.SHE),
    **dict.fromkeys(("it", "its", "itself"), PronounClass.IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), PronounClass.THEY),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), PronounClass.I),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), PronounClass.WE),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), PronounClass.WHO),
}
ENTITY_KINDS = ("", "PER", "ORG", "LOC", "FAC", "NORP")
_DISTANCES = (0, 1, 2, 3, 5, 8, 15)  # upper bounds, in sentences
_RANKS = (1, 2, 3, 4, 7, 15)  # upper bounds, in mentions
# The number of values of each feature, in the order of `pair_features`.
SIZES = (9, 5, 8, 7, 48, 16, 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWords:
    """A mention as the pair features see it.

    ``words`` are in lower case; ``entity_kind`` is the kind of its name, "" if it has none;
    ``speech`` holds the numbers of the attributions whose content it stands in, ``speaks`` those
    whose source it is.
    """

    words: tuple[str, ...]
    kind: MentionKind
    entity_kind: str = ""
    sentence: int = 0
    quoted: bool = False
    speech: frozenset[int] = frozenset()
    speaks: frozenset[int] = frozenset()

    @property
    def pronoun(self) -> PronounClass:
        if self.kind is not MentionKind.PRONOUN:
            return PronounClass.NONE
        return pronoun_class(self.words[0])


def pronoun_class(word: str) -> PronounClass:
    return _PRONOUNS.get(word.lower(), PronounClass.NONE)


def pair_features(mentions: Sequence[MentionWords]) -> "NDArray[np.int64]":
    """Return one value for each feature of every mention with every other one: (M, M, features).

    Row and column are the numbers of the later and of the earlier mention, in text order.
    """
    import numpy as np  # noqa: PLC0415 - reading a text needs it, starting the program does not

    kinds = np.array([int(m.kind) for m in mentions])
    pronouns = np.array([int(m.pronoun) for m in mentions])
    names = np.array([ENTITY_KINDS.index(m.entity_kind) for m in mentions])
    sentences = np.array([m.sentence for m in mentions])
    quoted = np.array([int(m.quoted) for m in mentions])
    numbers = np.arange(len(mentions))
    first_person = np.isin(pronouns, (PronounClass.I, PronounClass.WE)).astype(np.int64)
    far = np.maximum(sentences[:, None] - sentences, 0) - 1
    back = np.maximum(numbers[:, None] - numbers, 1) - 1
    same_speech, speaker = _speech(mentions)
    return np.stack(
        (
            kinds[:, None] * 3 + kinds,
            _likeness(mentions),
            np.searchsorted(_DISTANCES, far, "right"),
            np.searchsorted(_RANKS, back, "right"),
            pronouns[:, None] * len(ENTITY_KINDS) + names,
            ((quoted[:, None] * 2 + quoted) * 2 + first_person[:, None]) * 2 + same_speech,
            speaker * 8 + pronouns[:, None],
        ),
        axis=-1,
    )


def _speech(
    mentions: Sequence[MentionWords],
) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
    """Return for each pair whether both stand in the same speech, and whether one speaks the other's."""
    import numpy as np  # noqa: PLC0415 - see pair_features

    groups = {speech: n for n, speech in enumerate(dict.fromkeys(m.speech for m in mentions))}
    places = np.array([groups[m.speech] for m in mentions])
    # Numbered anew: the attributions of a long text are many more than those of its mentions here.
    columns = {number: at for at, number in enumerate(frozenset().union(*groups))}
    within = np.zeros((len(mentions), len(columns)), dtype=np.float32)
    speaks = np.zeros_like(within)
    for row, mention in enumerate(mentions):
        within[row, [columns[number] for number in mention.speech]] = 1
        speaks[row, [columns[n] for n in mention.speaks if n in columns]] = 1
    return (places[:, None] == places).astype(np.int64), (within @ speaks.T > 0).astype(np.int64)


def _likeness(mentions: Sequence[MentionWords]) -> "NDArray[np.int64]":
    """Return :func:`likeness` for each pair; pronouns are like the same pronoun only."""
    import numpy as np  # noqa: PLC0415 - see pair_features

    forms = list(dict.fromkeys((m.words, m.kind is MentionKind.PRONOUN) for m in mentions))
    table = np.eye(len(forms), dtype=np.int64)
    sharing: dict[str, list[int]] = {}
    for row, (words, pronoun) in enumerate(forms):
        keys = () if pronoun else _keys(words)
        for column in {n for key in keys for n in sharing.get(key, ())}:
            table[row, column] = table[column, row] = likeness(words, forms[column][0])
        for key in keys:
            sharing.setdefault(key, []).append(row)
    numbers = {form: n for n, form in enumerate(forms)}
    places = np.array([numbers[m.words, m.kind is MentionKind.PRONOUN] for m in mentions])
    likenesses: NDArray[np.int64] = table[places[:, None], places]
    return likenesses


def likeness(words: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return 0 for no common word, 1 same words, 2 same last word, 3 one within, 4 an acronym."""
    if words == other:
        return 1
    if words[-1] == other[-1]:
        return 2
    if set(words) <= set(other) or set(other) <= set(words):
        return 3
    shorter, longer = (words, other) if len(words) <= len(other) else (other, words)
    return 4 if len(shorter) == 1 and is_acronym(shorter[0], longer) else 0


def is_acronym(word: str, longer: Sequence[str]) -> bool:
    letters = initials(longer)
    return len(letters) > 1 and word.replace(".", "") == letters


def initials(words: Sequence[str]) -> str:
    return "".join(w[0] for w in words if w not in {"of", "the", "for", "and"})


def _keys(words: tuple[str, ...]) -> set[str]:
    """Return what a form shares with every form that it is like: a word, or the initials."""
    return {*words, initials(words), words[0].replace(".", "")}
