import pytest

from sayso.language.cues import Form, find_cues
from sayso.language.segments import segment

# Each case: a sentence, and its cues with their forms.
CASES = {
    "a past": ("Ana said it rained.", [("said", Form.FINITE)]),
    "a present": ("Ana says it rains.", [("says", Form.FINITE)]),
    "a plural": ("Officials say it rains.", [("say", Form.FINITE)]),
    "a modal": ("Ana would say so.", [("say", Form.FINITE)]),
    "a negated modal": ("Ana did not say so.", []),
    "an infinitive": ("Ana refused to say so.", []),
    "an infinitive that goes on": ("Ana went on to say so.", [("went on to say", Form.FINITE)]),
    "a participle behind a comma": ("It rained, adding that it would.", [("adding", Form.GERUND)]),
    "a participle with its own subject": ("A film of Petrov saying it.", [("saying", Form.FINITE)]),
    "a progressive": ("Ana was saying so.", [("saying", Form.FINITE)]),
    "a noun in -ing": ("The old saying is true.", []),
    "an infinitive behind continued": (
        "Ana continues to say so.",
        [("continues", Form.FINITE), ("say", Form.INFINITIVE)],
    ),
    "quoted as saying": ("Ana was quoted as saying so.", [("quoted as saying", Form.QUOTED)]),
    "a passive": ("Ana was told so.", []),
    "according to": ("According to media reports, it rained.", [("According to", Form.ACCORDING)]),
    "a verb with its particle": ("Ana pointed out the dam.", [("pointed out", Form.FINITE)]),
    "a verb that needs a particle": ("Ana pointed north.", []),
    "a third person with a subject": (
        "The ministry reports that it rained.",
        [("reports", Form.FINITE)],
    ),
    "a plural noun": ("The reports of rain came.", []),
    "a noun behind a possessive": ("Ana's claims that it rained.", []),
    "an adjective": ("The alleged thief ran.", []),
    "a name": ("The State Department closed.", []),
    "a part of a word": ("The so-called plan failed.", []),
    "inversion behind marks": ('"It rained," notes Ana.', [("notes", Form.FINITE)]),
    "a participle before that": (
        "He ran once more indicating that it rained.",
        [("indicating", Form.GERUND)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_reporting_words_are_told_from_their_other_uses(
    text: str, expected: list[tuple[str, Form]]
) -> None:
    segments = segment(text)
    found = [(segments.span(c.first, c.end).text_in(text), c.form) for c in find_cues(segments)]

    assert found == expected
