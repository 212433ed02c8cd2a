"""Attributions by which nobody claims anything: a topic named, a deed told, a finding that is nobody's.

"Answers about the strike" does not say what they are, "was denied access" is refused, not contradicted, and "40 deaths
are confirmed" is told by the text itself. Each rule has in ``claimless_examples`` one that it is for and one that it is not for.
"""

from collections.abc import Callable, Sequence

from sayso.evidence.stance import is_hedge
from sayso.language.analysis import Attribution, AttributionKind
from sayso.language.function_words import (
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DETERMINERS,
    IRREGULAR_PASTS,
    OWNERS,
)
from sayso.language.word_lists import word_set
from sayso.text import Span, words_before, words_behind

_TOPIC = word_set("about regarding concerning on over surrounding")
_LEADING = word_set("of for to into against") | _TOPIC
_BEING = BE | word_set("get gets got 's ’s")
# Nouns of saying; each may be a verb as well, which its source before it shows.
_NOUNS = word_set("answer answers question questions warning warnings remark remarks comment comments explanation explanations report reports talk talks request requests demand demands call calls appeal appeals claim claims allegation allegations accusation accusations criticism complaint complaints promise promises threat threats statement statements news word debate discussion discussions information details rumours rumors speculation proposal proposals denial denials")  # fmt: skip
_OWNERS = OWNERS | {"whose"}
_REFUSED = word_set("access entry admission permission visa visas bail parole asylum treatment care medicine water food aid help leave benefits citizenship service exit passage")  # fmt: skip
_DENYING = word_set("deny denies denied denying refuse refuses refused refusing")
_FOUND = word_set("confirmed identified diagnosed detected discovered found recorded registered considered regarded counted")  # fmt: skip
_EMPTY = word_set("who whom which that what this these those it them him her he she they anything something nothing everything anyone someone so such one")  # fmt: skip
_TELLING_NOTHING = frozenset({"by contrast", "in contrast", "on condition of", "on behalf of", "in response to"})  # fmt: skip
_UNNAMED = frozenset(
    {"not to be named", "not to be identified", "to remain anonymous", "anonymity"}
)
_SPEAKING_TO = word_set("warn warns warned warning told tell tells inform informs informed asked ask asks urged urge urges reminded briefed alerted notified")  # fmt: skip
_PEOPLE = word_set("both the all his her its their them him us me")
_LINKS = word_set("of about to for on over against from")
# Deeds with an infinitive behind that read like words: who lets or makes others do something.
_DEEDS = word_set("allow allows allowed allowing let lets letting enable enables enabled enabling force forces forced forcing compel compelled help helps helped helping cause causes caused causing prevent prevents prevented preventing persuade persuades persuaded persuading begin begins began begun start starts started starting launch launches launched launching resume resumes resumed resuming complete completes completed completing lead leads led leading")  # fmt: skip
_FINITE = (AUXILIARIES | IRREGULAR_PASTS) - {"not", "n't", "never"}
# Words of a bare noun phrase that says nothing by itself.
_FEW_WORDS = 5
_MARKS = " \t\n,;:.!?–—-…\"“”'‘’()"


def is_claimless(text: str, attribution: Attribution) -> bool:
    """Say whether nobody claims anything by an attribution that the text reports without marks."""
    if attribution.kind is not AttributionKind.INDIRECT or not attribution.cue:
        return False
    return any(rule(text, attribution) for rule in RULES.values())


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [word for span in spans for part in span.text_in(text).split() if (word := _plain(part))]


def _plain(word: str) -> str:
    return word.strip(_MARKS).casefold()


def _topic(text: str, one: Attribution) -> bool:
    """Read "answers about the strike", "his warning about the dam": a noun and what it is about."""
    cue = _words(text, one.cue)
    named = cue[-1:] != [] and cue[-1] in _TOPIC and _is_noun(text, one, cue)
    return named and not _has_clause(_words(text, one.content))


def _bare(text: str, one: Attribution) -> bool:
    """Read "increased demand for credit" and "requests for help" of nobody: a thing, not a thing said."""
    cue, content = _words(text, one.cue), _words(text, one.content)
    if len(content) > _FEW_WORDS or not _is_noun(text, one, cue) or _is_owned(text, one):
        return False
    return not _has_clause(content) and not any(ch.isdigit() for word in content for ch in word)


def _is_noun(text: str, one: Attribution, cue: Sequence[str]) -> bool:
    """Say whether a cue is a noun: it has nobody right before it who could have done it."""
    if not cue or cue[0] not in _NOUNS or (len(cue) > 1 and cue[-1] not in _LEADING):
        return False
    return not one.source or _is_owned(text, one) or not _is_beside(text, one)


def _is_owned(text: str, one: Attribution) -> bool:
    words = _words(text, one.source[-1:])
    written = one.source[-1].text_in(text) if one.source else ""
    return words[-1:] != [] and (words[-1] in _OWNERS or written.endswith(("'s", "’s", "s'", "s’")))


def _is_beside(text: str, one: Attribution) -> bool:
    end, start = one.source[-1].end, one.cue[0].start
    return start - end >= 0 and not text[end:start].strip(_MARKS)


def _refusal(text: str, one: Attribution) -> bool:
    """Read "was denied entry" and "denied them access": something is kept from somebody."""
    cue, content = _words(text, one.cue), _words(text, one.content)
    at = next((n for n, word in enumerate(cue) if word in _DENYING), None)
    if at is None or cue[at + 1 :] not in ([], ["to"]):
        return False
    passive = any(word in _BEING for word in cue[:at]) and cue[at].endswith("ed")
    behind = _words(text, [span for span in one.content if span.start >= one.cue[-1].end])
    if passive:
        return bool(behind) and behind[0] not in CLAUSE_OPENERS | {"by"}
    return "to" not in cue and not _has_clause(content) and bool(_REFUSED & set(content[:3]))


def _finding(text: str, one: Attribution) -> bool:
    """Read "40 deaths are confirmed": what is found, by nobody in particular, the text tells itself."""
    cue = _words(text, one.cue)
    found = [word for word in cue if word not in AUXILIARIES | _BEING]
    before = words_before(text, one.cue[0].start)[-1:]
    if one.source or not found or found[0] not in _FOUND or before in (["it"], ["It"]):
        return False
    behind = [_plain(word) for word in words_behind(text, one.cue[-1].end)[:1]]
    return not (CLAUSE_OPENERS | {"by"}).intersection(behind)


def _deed(text: str, one: Attribution) -> bool:
    """Read "let the men go": what is done, by a verb that reports nothing."""
    cue, content = _words(text, one.cue), _words(text, one.content)
    return bool(_DEEDS.intersection(cue)) and content[:1] != ["that"]


def _trifle(text: str, one: Attribution) -> bool:
    """Read "told anything", "who was asked": a content of pronouns says nothing that could be checked."""
    content = _words(text, one.content)
    return not one.source and all(word in _EMPTY for word in content)


def _hearer(text: str, one: Attribution) -> bool:
    """Read "had warned both the council and the mayor": only who was spoken to is told."""
    cue, content = _words(text, one.cue), _words(text, one.content)
    behind = bool(one.content) and one.content[0].start >= one.cue[-1].end
    people = content[:1] != [] and (
        content[0] in _PEOPLE or one.content[0].text_in(text)[0].isupper()
    )
    spoken = cue[-1:] != [] and cue[-1] in _SPEAKING_TO
    return spoken and behind and people and not _has_clause(content) and not _LINKS & set(content)


def _no_cue(text: str, one: Attribution) -> bool:
    """Read "by contrast", "on condition of anonymity", "asked not to be named": nothing is told by these."""
    cue = " ".join(_words(text, one.cue))
    content = " ".join(_words(text, one.content))
    return cue in _TELLING_NOTHING or content in _UNNAMED


def _hedged(text: str, one: Attribution) -> bool:
    """Read "reportedly went" within what somebody says: the hedge is theirs, and nobody else's claim."""
    cue = _words(text, one.cue)
    return one.parent is not None and not one.source and cue[:1] != [] and is_hedge(cue[0])


def _has_clause(content: Sequence[str]) -> bool:
    """Say whether a content has a verb of its own, or opens as a clause does."""
    if not content:
        return False
    opens = content[0] in CLAUSE_OPENERS | {"to"}
    past = any(
        word.endswith("ed") and before and before not in DETERMINERS
        for before, word in zip(["", *content], content, strict=False)
    )
    return opens or past or any(word in _FINITE or word.endswith("ing") for word in content)


Rule = Callable[[str, Attribution], bool]
RULES: dict[str, Rule] = {
    "topic": _topic,
    "bare": _bare,
    "refusal": _refusal,
    "finding": _finding,
    "deed": _deed,
    "trifle": _trifle,
    "hearer": _hearer,
    "no_cue": _no_cue,
    "hedged": _hedged,
}
