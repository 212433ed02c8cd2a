"""Occasions without a day: nouns of which the words around tell that they are planned, held or put off."""

from collections.abc import Iterator

from sayso.evidence.event_words import lemma, shipped_event_words
from sayso.evidence.forecast_text import Words
from sayso.language.function_words import AUXILIARIES
from sayso.language.word_lists import word_set

# Before the phrase of an occasion.
_LEADING = word_set(
    "planned upcoming forthcoming scheduled postponed cancelled canceled delayed attend attends attended"
    " attending hold holds held holding stage staged staging host hosted hosting organise organised organize"
    " organized cancel cancels cancelling convene convened postpone disrupt disrupted boycott boycotted"
    " address addressed addressing opened attendance undergo underwent undergoing"
)
# "Plans for a concert".
_PLANS = word_set("plans preparations arrangements schedule date tickets")
# Behind it, after its auxiliaries.
_FOLLOWING = word_set(
    "held carried conducted performed take took taken place scheduled planned due cancelled canceled postponed delayed begin began begun"
    " start started resume resumed staged adjourned open opened end ended called begins starts opens resumes"
    " continued disrupted interrupted suspended rescheduled organised organized broadcast televised"
)
# "Holding up a ballot".
_PARTICLES = word_set("up off out back down")
_PHRASE = 4
_BEHIND = 7
# Right behind it, by themselves: "Protests continued".
_GOING = word_set("continued erupted resumed began started ensued")
_STOPS = word_set(". , ; : ! ? ( ) who which that where when if and or but because")


def occasion_words(words: Words) -> frozenset[int]:
    """Return the tokens of nouns for an occasion that is told of as one of its own."""
    return frozenset(_found(words))


def _found(words: Words) -> Iterator[int]:
    occasions = shipped_event_words().occasions
    for at, low in enumerate(words.lows):
        # Of "graduation ceremony" the last word tells; "Congress" is a name.
        if (
            lemma(low) not in occasions
            or lemma(words.word(at + 1)) in occasions
            or _is_name(words, at)
        ):
            continue
        if _is_led(words, at) or _is_followed(words, at):
            yield at


def _is_name(words: Words, at: int) -> bool:
    """Say whether a word has a capital that does not open a sentence."""
    written = words.tokens.span(at).text_in(words.text)
    return written[:1].isupper() and words.word(at - 1) not in {"", ".", "!", "?"}


def _is_led(words: Words, at: int) -> bool:
    """Say whether a word before its phrase tells that it is planned or held."""
    for back in range(1, _PHRASE + 1):
        word = words.word(at - back)
        if word in _STOPS or word in AUXILIARIES or not word:
            return False
        if word in _LEADING:
            return words.word(at - back + 1) not in _PARTICLES
        if word == "for":
            return words.word(at - back - 1) in _PLANS
    return False


def _is_followed(words: Words, at: int) -> bool:
    """Say whether the verb behind it tells that it is held, or when it is."""
    if words.word(at + 1) in _GOING:
        return True
    helped = False
    for word in (words.word(at + step) for step in range(1, _BEHIND + 1)):
        if not word or word in _STOPS:
            return False
        if word in AUXILIARIES:
            helped = True
        elif word in _FOLLOWING and helped:
            return True
    return False
