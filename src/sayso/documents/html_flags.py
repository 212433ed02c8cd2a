"""Signs that a page is not the article itself: a stub before a paywall, a wall of consent."""

import re

from sayso.documents.html_declared import Declared
from sayso.documents.html_linked import LinkedArticle
from sayso.frozen import dataclass

# A stub is the head of an article: less than this share of what the page says the whole holds.
_STUB_SHARE = 0.6
# Where the page gives no length to compare with: fewer words than nearly every whole article has.
_WHOLE_ARTICLE = 350
_LOCKED = frozenset({"locked", "metered", "premium", "paid", "subscriber", "subscribers"})
_TIERS = ("article:content_tier", "og:article:content_tier", "content_tier")


def is_paywall_stub(body: str, declared: Declared, linked: LinkedArticle | None) -> bool:
    """Say whether the page gives less of the article than it says there is."""
    linked = linked or LinkedArticle()
    if linked.free:
        return False
    if linked.length is not None:
        return len(body) < _STUB_SHARE * linked.length
    tier = declared.first(*_TIERS)
    if linked.free is None and (tier is None or tier.text.casefold() not in _LOCKED):
        return False
    expected = _WHOLE_ARTICLE if linked.words is None else _STUB_SHARE * linked.words
    return len(body.split()) < expected


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSign:
    """Words of a wall of consent; ``score`` is what they add, however often they stand there.

    ``fires`` is an example that holds them, ``spares`` one that must not be taken for them.
    """

    name: str
    pattern: re.Pattern[str]
    score: float
    fires: str
    spares: str


def _sign(name: str, pattern: str, score: float, *, fires: str, spares: str) -> ConsentSign:
    compiled = re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    return ConsentSign(name=name, pattern=compiled, score=score, fires=fires, spares=spares)


CONSENT_SIGNS = (
    _sign(
        "cookies",
        r"\b(?: cookies | trackers ) \b",
        1.0,
        fires="This site uses cookies.",
        spares="She baked a cookie for the children.",
    ),
    _sign(
        "consent",
        r"""\b(?: consent | zustimmung | einwilligung | consentement | consentimiento
                | consenso | toestemming | samtycke )\b""",
        1.0,
        fires="We ask for your consent.",
        spares="The two ministers gave their assent.",
    ),
    _sign(
        "accept_all",
        r"""\b(?: (?:accept|allow|agree|reject|decline) \s+ (?:to\s+)? (?:all|cookies|and\s+(?:continue|close))
                | alle \s+ (?:akzeptieren|ablehnen) | tout \s+ (?:accepter|refuser)
                | aceptar \s+ tod[ao]s? | accetta \s+ tutt[oi] | alles \s+ accepteren )\b""",
        1.5,
        fires="Accept all",
        spares="The council will accept the offer.",
    ),
    _sign(
        "manage_choices",
        r"""\b(?: manage | customi[sz]e | change | set | withdraw ) \s+ (?:your\s+|my\s+)? (?:cookie\s+|privacy\s+)?
            (?: options | preferences | choices | settings | consent | cookies )\b""",
        1.0,
        fires="Manage your privacy preferences",
        spares="They manage three farms in the valley.",
    ),
    _sign(
        "partners",
        r"\b(?: our | \d+ | third[-\s]party ) \s+ (?:trusted\s+|selected\s+)? (?: partners | vendors )\b",
        1.0,
        fires="We and our 812 partners process data.",
        spares="The coalition partners met at dawn.",
    ),
    _sign(
        "personalised_advertising",
        r"\b personali[sz]ed \s+ (?: ads? | advertis\w+ | content | experience )\b",
        1.0,
        fires="personalised ads and content",
        spares="She sent personalised letters.",
    ),
    _sign(
        "device_storage",
        r"\b store \s+ and(?:/or)? \s+ access \s+ information \s+ on \s+ a \s+ device \b",
        1.5,
        fires="We store and/or access information on a device.",
        spares="The depot stores grain for the district.",
    ),
    _sign(
        "legitimate_interest",
        r"\b(?: legitimate \s+ interests? | berechtigte[sn]? \s+ interesse | int[ée]r[êe]t \s+ l[ée]gitime )\b",
        1.0,
        fires="Some vendors rely on legitimate interest.",
        spares="The bank raised its interest rate.",
    ),
    _sign(
        "privacy_notice",
        r"""\b(?: privacy \s+ (?:policy|notice|settings|cent(?:er|re)) | cookie \s+ (?:policy|notice)
                | datenschutzerkl[äa]rung | politique \s+ de \s+ confidentialit[ée] )\b""",
        0.5,
        fires="Read our privacy policy.",
        spares="The family asked for privacy.",
    ),
)
# One sign is a footer's; three that are said together, and little else, are the wall.
_WALL_SCORE = 3.0
_WALL_CHARACTERS = 2000


def is_consent_wall(text: str) -> bool:
    """Say whether ``text``, all that the page gives as its article, only asks for consent."""
    if len(text) > _WALL_CHARACTERS:
        return False
    return sum(sign.score for sign in CONSENT_SIGNS if sign.pattern.search(text)) >= _WALL_SCORE
