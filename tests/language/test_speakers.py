import pytest

from sayso.language.attributions import attribute
from sayso.language.names import find_names
from sayso.language.quotations import find_quotations
from sayso.language.segments import segment


def speakers(text: str) -> list[str | None]:
    segments = segment(text)
    return [a.speaker for a in attribute(segments, find_quotations(text, segments=segments))]


LAST = {
    "a name": ('"We left," said Ana Petrov.', "Ana Petrov"),
    "an office before the name": ('"We left," said Deputy Mayor Ana Petrov.', "Ana Petrov"),
    "an office behind the name": ('"We left," said Ana Petrov, Mayor of Velnia.', "Ana Petrov"),
    "an office with its body": ('"We left," said WHO spokesman Bo Vey.', "Bo Vey"),
    "a surname after the full name": ('Ana Petrov left. "We left," said Petrov.', "Ana Petrov"),
    "a form of address": ('Ana Petrov left. "We left," said Ms. Petrov.', "Ana Petrov"),
    "a middle name once": (
        'Ana B. Petrov left. Ana Petrov ran. "We left," said Petrov.',
        "Ana Petrov",
    ),
    "a surname of two people": ('Ana Petrov and Bo Petrov left. "We ran," said Petrov.', "Petrov"),
    "a name with a particle": ('"We left," said Omar al-Vey.', "Omar al-Vey"),
    "a body": ('"We left," said the Velnia River Board.', "Velnia River Board"),
    "a body with a link": (
        '"We left," said the Institute for the Study of Rain.',
        "Institute for the Study of Rain",
    ),
    "an acronym": (
        'The Velnia River Board (VRB) met. "We left," said the VRB.',
        "Velnia River Board",
    ),
    "a body with its acronym": ('"We left," the River Board (RB) said.', "River Board"),
    "a pronoun": ('Ana Petrov said: "We left." It rained. "We ran," she added.', "Ana Petrov"),
    "a pronoun after several people": (
        'Mayor Eva Vey and Judge Bo Osk met. "We left," said Ana Petrov.\n\n"We ran," she added.',
        "Ana Petrov",
    ),
    "a pronoun for the one person named": (
        'Mayor Ana Petrov came home. In the town, she said: "We ran."',
        "Ana Petrov",
    ),
    "a pronoun for the one who opens a sentence of the paragraph": (
        'Judge Bo Vey said: "Go."\n\nMayor Ana Petrov came. "We ran," she said.',
        "Ana Petrov",
    ),
    "a pronoun for an office before the name, behind another speaker": (
        'Judge Bo Vey said: "Go."\n\nThe mayor of Velnia, Carl Osk, denied it. "No," he said.',
        "Carl Osk",
    ),
    "a pronoun for an office behind the name": (
        'Bo Vey said: "Go."\n\nCarl Osk, 61, the mayor of Velnia, left. "No," he was heard saying.',
        "Carl Osk",
    ),
    "a pronoun for a reporting subject, behind another person": (
        'Judge Bo Vey came. Carl Osk flatly denied that it rained. "No," he said.',
        "Carl Osk",
    ),
    "a pronoun that tells two people apart": (
        'Mr Bo Vey met Ms Ana Petrov. "We ran," he said.',
        "Bo Vey",
    ),
    "a pronoun that was used of one of two people": (
        'Eva Vey left. "We left," said Vey. "I ran," she added. Mr Bo Osk met Vey. "No," he said.',
        "Bo Osk",
    ),
    "a person named inside a quotation does not speak": (
        'Ana Petrov said: "We saw Mayor Eva Vey." It rained. "We ran," she said.',
        "Ana Petrov",
    ),
    "a body's paper": ('"We left," the WHO statement said.', "WHO"),
    "a body's report": ('"We left," the River Board\'s annual report said.', "River Board"),
    "a company's statement": ('"We left," the Velnor statement said.', "Velnor"),
    "the holder of an office": (
        'Carl Osk, director of the mill, came. It rained. "We left," the director said.',
        "Carl Osk",
    ),
    "the holder of an office of a body": (
        'Velm leader Carl Osk came. It rained. "We left," the Velm leader said.',
        "Carl Osk",
    ),
    "the holder of an office by the surname alone": (
        'First lady Eva Osk came with President Osk. "We left," the president said.',
        "Osk",
    ),
    "a name with a wide blank": ('"We left," said Ana  Petrov.', "Ana Petrov"),
    "a headline is no part of a name": ('Rain in Osk\n\nAna Petrov said: "We left."', "Ana Petrov"),
    "a pronoun for a surname that is used": (
        'Ana Petrov came. Petrov met them. She said: "We ran."',
        "Ana Petrov",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), LAST.values(), ids=LAST.keys())
def test_the_best_name_of_the_document_is_found(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


NONE = {
    "a description": '"We left," said a woman on the dam.',
    "a report that a place names": '"We left," the Velnia report said.',
    "a paper of nobody": '"We left," the report said.',
    "a paper about a body": '"We left," a dealer of the WHO statement said.',
    "a holder of an office that two hold": (
        'Mayor Ana Petrov met Mayor Bo Osk. "We left," the mayor said.'
    ),
    "a holder of an office that somebody unnamed holds": (
        'Spokesman Bo Osk came. A spokesman for the mill left. "We left," the spokesman said.'
    ),
    "a holder of a narrower office": 'Mayor Ana Petrov came. "We left," the deputy mayor said.',
    "a pronoun that the title of the speaker forbids": (
        'Mr Bo Osk said: "Go." It rained. "We ran," she said.'
    ),
    "a pronoun after the reports of two people": (
        'Ana Petrov denied that Mayor Eva Vey had left. Then came the rain. "We ran," she said.'
    ),
    "somebody of a person": '"We left," said a lawyer for Ana Petrov.',
    "a pronoun between two people": (
        'Mayor Ana Petrov met Judge Eva Vey. They left. "We left," she said.'
    ),
    "a pronoun after somebody else": (
        'Ana Petrov said: "We left." Mayor Eva Vey came. "We ran," she said.'
    ),
    "a pronoun far from the name": 'Mayor Ana Petrov left.\n\nRain.\n\nSun.\n\n"We ran," she said.',
    "a pronoun after one who opens no sentence": (
        'Judge Eva Vey said: "Go."\n\nThey met Mayor Ana Petrov. "We ran," she said.'
    ),
    "a pronoun for a place": 'New Velnia is wet. "We ran," she said.',
    "no source": 'It rained. "We left the town."',
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_name_is_better_than_a_guess(text: str) -> None:
    assert speakers(text)[-1] is None


NAMES = {
    "hyphens": ("Jean-Luc Vey met Eva al-Osk.", ["Jean-Luc Vey", "Eva al-Osk"]),
    "a dash is no hyphen": ("Velnia - Osk", ["Velnia", "Osk"]),
    "particles": ("Maria de la Cruz left.", ["Maria de la Cruz"]),
    "days and small words": ("On Monday The Town slept.", ["Town"]),
    "the place of an office": ("Governor of Velnia spoke.", ["Velnia"]),
    "a role alone": ("The President left.", ["President"]),
    "a leading article": ("al-Vey spoke.", ["al-Vey"]),
    "nothing": ("it rained on them.", []),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES.keys())
def test_names_are_runs_of_capitals_without_offices(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names(segment(text))] == names
