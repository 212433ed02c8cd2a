import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokens import tokenize


def words(text: str) -> list[str]:
    tokens = tokenize(text)
    return [tokens.span(i).text_in(text) for i in range(len(tokens))]


# Each kind of token: a text, and the tokens it must give.
CASES = {
    "clitics": ("They don't say it's hers.", "They|do|n't|say|it|'s|hers|."),
    "curly clitics": ("She’ll say we’ve won", "She|’ll|say|we|’ve|won"),
    "names with an apostrophe": ("O'Hara at five o'clock", "O'Hara|at|five|o'clock"),
    "fused words": ("I cannot and gonna", "I|can|not|and|gon|na"),
    "hyphens": ("a Velnia-backed force", "a|Velnia|-|backed|force"),
    "brackets written out": ("a -LRB- b -RRB-", "a|-LRB-|b|-RRB-"),
    "prefixes": ("an anti-dam, non-binding vote", "an|anti-dam|,|non-binding|vote"),
    "thousands": ("about 12,500.75 men", "about|12,500.75|men"),
    "clocks and dates": ("at 10:35 on 3/4/2031", "at|10:35|on|3/4/2031"),
    "number ranges": ("10-15 boats", "10|-|15|boats"),
    "telephone numbers": ("call 555-010-4477 now", "call|555-010-4477|now"),
    "ordinals and decades": ("the 3rd of the 1990s", "the|3rd|of|the|1990s"),
    "units that touch": ("10km and 7pm", "10|km|and|7|pm"),
    "money": ("US$40 or €5.20", "US$|40|or|€|5.20"),
    "per cent": ("5% of it", "5|%|of|it"),
    "titles": ("Mr. Osk and Dr. Vey", "Mr.|Osk|and|Dr.|Vey"),
    "initials": ("J. K. Vey wrote", "J.|K.|Vey|wrote"),
    "letters that end a sentence": ("It was plan B. The dam", "It|was|plan|B|.|The|dam"),
    "dotted letters": ("the U.N. at 5 p.m. sharp", "the|U.N.|at|5|p.m.|sharp"),
    "abbreviations": ("Osk Inc. and Vey Ltd.", "Osk|Inc.|and|Vey|Ltd."),
    "dots behind an abbreviation": ("bread etc... and salt", "bread|etc|...|and|salt"),
    "no before a number": ("No. 5 said no.", "No.|5|said|no|."),
    "words that look like abbreviations": ("He was ill. It hurt", "He|was|ill|.|It|hurt"),
    "a stop without a blank": ("the end.The next", "the|end|.|The|next"),
    "addresses": ("see https://velnia.example/a?b=1.", "see|https://velnia.example/a?b=1|."),
    "mail": (
        "write to ana.petrov@velnia.example, please",
        "write|to|ana.petrov@velnia.example|,|please",
    ),
    "hosts and files": ("velnia.com sent plan.pdf.", "velnia.com|sent|plan.pdf|."),
    "handles": ("@velnia #dam", "@velnia|#dam"),
    "ellipses and dashes": ("so ... it--went… on – and", "so|...|it|--|went|…|on|–|and"),
    "marks": ("“No!?” she said", "“|No|!?|”|she|said"),
    "doubled marks": ("``Go,'' she said", "``|Go|,|''|she|said"),
    "emoticons": ("fine :) thanks", "fine|:)|thanks"),
    "combining accents": ("Cafe\u0301 Osk", "Cafe\u0301|Osk"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_text_is_cut_as_universal_dependencies_cuts_it(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


def test_an_address_gives_back_the_mark_that_only_follows_it() -> None:
    assert words("(www.velnia.example)") == ["(", "www.velnia.example", ")"]


def test_an_overlong_word_is_one_token() -> None:
    assert words("a" * 50 + "n't") == ["a" * 50 + "n't"]


@given(st.text(max_size=120))
def test_only_blanks_lie_between_tokens_and_offsets_rise(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert not text[at:start].strip()
        assert at <= start < end
        at = end
    assert not text[at:].strip()


@given(st.text(alphabet="aA.'’-1,:/@ \"“#$", max_size=60))
def test_no_token_holds_a_blank(text: str) -> None:
    assert not any(c.isspace() for word in words(text) for c in word)
