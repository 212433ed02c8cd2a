"""Ties that need no weighing: a name said again, who "I" is in a quotation, whom "who" follows."""

from collections.abc import Mapping, Sequence
from itertools import islice

from sayso.language.core.mention_features import (
    MentionKind,
    MentionWords,
    PronounClass,
    initials,
    is_acronym,
)
from sayso.language.core.relations import Relation
from sayso.language.function_words import DETERMINERS, PREPOSITIONS
from sayso.language.names import ROLES

# Forms of names that share a word; a text that names more of them names nobody twice.
_MOST_FORMS = 64
_SAID = frozenset({"said", "wrote"})
_PEOPLE = frozenset({"", "PER"})
Place = tuple[int, int]


def tie_names(mentions: Sequence[MentionWords]) -> dict[int, int]:
    """Return for each name that an earlier one agrees with the number of the best, then nearest."""
    latest: dict[tuple[tuple[str, ...], str], int] = {}
    forms: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    ties: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        if mention.kind is not MentionKind.NAME:
            continue
        words = _plain(mention)
        keys = {*words, initials(words), words[0].replace(".", "")}
        near = {
            latest[form]: agreement(words, mention.entity_kind, *form)
            for key in keys
            for form in islice(reversed(forms.get(key, {})), _MOST_FORMS)
        }
        best = max(near.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if best[1]:
            ties[number] = best[0]
        form = (words, mention.entity_kind)
        latest[form] = number
        for key in keys:
            forms.setdefault(key, {})[form] = None
    return ties


def agreement(words: tuple[str, ...], kind: str, others: tuple[str, ...], other_kind: str) -> int:
    """Say how surely two names mean one, from 0 (two) to 3 (the same words).

    People agree by their last name where their first names do not differ, bodies by an acronym or
    by the beginning of a name, and places by the whole name only: Sudan is not South Sudan. A name
    of no kind (a source that nothing but its capitals shows to be one) is of the other's.
    """
    if words == others:
        return 3
    if kind != other_kind and kind and other_kind:
        return 0
    kind = kind or other_kind or "ORG"
    shorter, longer = sorted((words, others), key=len)
    if kind == "PER":
        return _people_agree(shorter, longer)
    if len(shorter) == 1 and is_acronym(shorter[0], longer):
        return 2
    if kind in {"ORG", "FAC"}:
        return int(set(shorter) == set(longer) - PREPOSITIONS or longer[: len(shorter)] == shorter)
    return 0


def _people_agree(shorter: tuple[str, ...], longer: tuple[str, ...]) -> int:
    if len(shorter) == 1:
        return 2 if shorter[0] == longer[-1] else int(shorter[0] == longer[0])
    first = shorter[0].rstrip(".")
    initial = len(first) == 1 or len(longer[0].rstrip(".")) == 1
    same_first = longer[0] == shorter[0] or (initial and longer[0][0] == first[0])
    if same_first and shorter[-1] == longer[-1]:
        return 2
    return int(longer[: len(shorter)] == shorter)


def tie_pronouns(
    words: Sequence[str],
    mentions: Sequence[MentionWords],
    places: Sequence[Place],
    relations: Sequence[Relation],
    sources: Mapping[int, Place],
) -> dict[int, int]:
    """Return for "I", "we" and "who" the number of the mention they mean, where the words tell.

    ``places`` are the first and last words of the mentions, ``sources`` the words that name the
    speaker by the number of the relation. "I" is whoever speaks; "we" a body that does.
    """
    numbers = {place: number for number, place in enumerate(places)}
    spoken = {
        number: numbers[sources[number]]
        for number, relation in enumerate(relations)
        if relation.manner in _SAID and sources.get(number) in numbers
    }
    ties: dict[int, int] = {}
    for number, mention in enumerate(mentions):
        if mention.pronoun is PronounClass.WHO:
            before = _before(words, mentions, places, number)
            if before is not None:
                ties[number] = before
        elif mention.pronoun in {PronounClass.I, PronounClass.WE}:
            holders = [
                n
                for n in mention.speech
                if n in spoken and (mention.quoted or words[relations[n].anchor] == ":")
            ]
            if holders:
                speaker = spoken[min(holders, key=lambda n: (len(relations[n].content), n))]
                body = mentions[speaker].entity_kind in {"ORG", "NORP"}
                if speaker != number and body is (mention.pronoun is PronounClass.WE):
                    ties[number] = speaker
    return ties


def _before(
    words: Sequence[str], mentions: Sequence[MentionWords], places: Sequence[Place], number: int
) -> int | None:
    """Return the mention right before a relative pronoun; only people are meant by "who"."""
    at = places[number][0]
    ends = {at - 1, at - 2} if at and words[at - 1] == "," else {at - 1}
    for other in range(number - 1, max(-1, number - 4), -1):
        person = mentions[other].kind is not MentionKind.PRONOUN and (
            mentions[other].entity_kind in _PEOPLE or words[at].lower() != "who"
        )
        if places[other][1] in ends and person:
            return other
    return None


def _plain(mention: MentionWords) -> tuple[str, ...]:
    """Return the words of a name without articles and titles at its beginning."""
    words = mention.words
    start = 0
    while start < len(words) - 1 and (
        words[start] in DETERMINERS
        or (mention.entity_kind == "PER" and words[start].rstrip(".") in ROLES)
    ):
        start += 1
    return words[start:]
