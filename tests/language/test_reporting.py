import pytest

from sayso.language.reporting import Grip, verbs_of

FORMS = {
    "say": "say says said saying",
    "deny": "deny denies denied denying",
    "stress": "stress stresses stressed stressing",
    "argue": "argue argues argued arguing",
    "admit": "admit admits admitted admitting",
    "write": "write writes wrote written writing",
}


@pytest.mark.parametrize(("lemma", "forms"), FORMS.items())
def test_each_form_leads_to_its_verb(lemma: str, forms: str) -> None:
    assert all(lemma in {verb.lemma for verb in verbs_of(form)} for form in forms.split())


def test_other_words_are_no_reporting_verbs() -> None:
    assert verbs_of("table") == ()


def test_a_firm_verb_comes_before_a_loose_one() -> None:
    firm = [verb.grip for verb in verbs_of("urged")]

    assert firm == [Grip.FIRM]


def test_a_verb_with_a_particle_comes_first() -> None:
    assert [verb.particle for verb in verbs_of("called")] == ["on", "for", "upon", None]
