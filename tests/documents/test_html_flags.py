"""Pages that are not the article itself: stubs and walls."""

import pytest

from sayso.documents import Flag
from sayso.documents.html_flags import CONSENT_SIGNS, ConsentSign, is_consent_wall
from tests.documents.html_pages import SENTENCES, article, rendered

WALL = (
    "We value your privacy. We and our 812 partners store and/or access information on a device.",
    "With your consent we may use cookies for personalised ads and content.",
    "You can manage your preferences at any time in our privacy policy.",
)


def flags(body: str, **description: object) -> frozenset[Flag]:
    fields = "".join(f', "{name}": {value}' for name, value in description.items())
    head = f'<script type=application/ld+json>{{"@type": "NewsArticle"{fields}}}</script>'
    return rendered(f"<html><head>{head}</head><body>{body}</body></html>").flags


@pytest.mark.parametrize("sign", CONSENT_SIGNS, ids=lambda sign: sign.name)
def test_every_sign_of_consent_fires_on_its_example_and_spares_the_other(sign: ConsentSign) -> None:
    assert sign.pattern.search(sign.fires)
    assert not any(other.pattern.search(sign.spares) for other in CONSENT_SIGNS)


def test_a_wall_of_consent_is_marked() -> None:
    assert flags(article(*WALL)) == {Flag.CONSENT_WALL}
    assert flags("<div><a>Accept all</a><br>" + "<br>".join(WALL) + "</div>") == {Flag.CONSENT_WALL}


def test_an_article_with_a_banner_is_no_wall() -> None:
    banner = "<div class=cookie-banner>This site uses cookies. <button>Accept all</button> Privacy policy</div>"

    assert flags(article() + banner) == frozenset()


def test_an_article_about_consent_is_no_wall() -> None:
    about = [f"{sentence} {SENTENCES[0]} {SENTENCES[1]} {SENTENCES[2]}" for sentence in WALL * 3]

    assert not is_consent_wall("\n".join(about))
    assert not is_consent_wall("The court asked whether cookies need consent.")


def test_an_article_that_says_it_is_longer_is_a_stub() -> None:
    whole = sum(map(len, SENTENCES))

    assert flags(article(), articleBody=f'"{"x" * (3 * whole)}"') == {Flag.PAYWALL_STUB}
    assert flags(article(), articleBody=f'"{"x" * whole}"') == frozenset()
    assert (
        flags(article(), isAccessibleForFree="true", articleBody=f'"{"x" * (3 * whole)}"')
        == frozenset()
    )


def test_a_short_text_behind_a_wall_is_a_stub_and_a_whole_one_is_not() -> None:
    assert flags(article(), isAccessibleForFree="false") == {Flag.PAYWALL_STUB}
    whole = [f"{number}. {sentence}" for number in range(6) for sentence in SENTENCES]
    assert flags(article(*whole), isAccessibleForFree="false") == frozenset()
    assert flags(article(), isAccessibleForFree="false", wordCount="64") == frozenset()
    assert flags(article(), isAccessibleForFree="false", wordCount="640") == {Flag.PAYWALL_STUB}
    assert flags(article(), wordCount="640") == frozenset()


def test_a_locked_tier_is_a_wall_too() -> None:
    tier = "<meta property=article:content_tier content={}>"

    assert rendered(tier.format("locked") + article()).flags == {Flag.PAYWALL_STUB}
    assert rendered(tier.format("free") + article()).flags == frozenset()


def test_overridden_direction_is_marked() -> None:
    assert flags(article("\u202e" + SENTENCES[0], *SENTENCES[1:])) == {Flag.BIDI_OVERRIDE}
