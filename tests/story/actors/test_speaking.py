"""Who speaks: claims tied to the named entities of their document."""

from sayso.evidence.claim import Claim
from sayso.language.analysis import AttributionKind, Mention
from sayso.story.actors.document_entities import DocumentActors
from sayso.story.actors.name_form import Sort
from sayso.story.actors.speaking import read_actors
from sayso.text import Span

TEXT = "Ana Orlow left Velm. “We go,” she said. The HRA agreed, Orlen said."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, kind: str, entity: int, name: str | None = None) -> Mention:
    return Mention(span=at(words), kind=kind, entity=entity, name=name or words, rule="test")


def claim(speaker: str | None, source: str) -> Claim:
    return Claim(
        id="c",
        source=(at(source),),
        cue=(),
        content=(at("We go"),),
        kind=AttributionKind.DIRECT,
        rule="test",
        speaker=speaker,
    )


def read(mentions: list[Mention], *claims: Claim) -> DocumentActors:
    return read_actors("d", TEXT, mentions, claims)


def speakers(found: DocumentActors) -> list[tuple[int, str]]:
    names = {entity.entity: entity.main.text for entity in found.entities}
    return [(said.claim, names[said.entity]) for said in found.speaking]


def test_two_who_speak_together_are_both_speakers() -> None:
    mentions = [mention("Ana Orlow", "PER", 1), mention("Velm", "ORG", 2)]

    both = read(mentions, claim("Ana Orlow and Velm", "Ana Orlow left Velm"))
    one = read(mentions, claim("Ana Orlow", "Ana Orlow left Velm"))

    assert speakers(both) == [(0, "Ana Orlow"), (0, "Velm")]
    assert speakers(one) == [(0, "Ana Orlow")]


def test_a_body_with_and_in_its_name_is_one_speaker() -> None:
    whole = mention("Ana Orlow left Velm", "ORG", 3, "Orlow and Velm")
    mentions = [mention("Ana Orlow", "PER", 1, "Orlow"), mention("Velm", "ORG", 2), whole]

    found = read(mentions, claim("Orlow and Velm", "Ana Orlow left Velm"))

    assert [said.entity for said in found.speaking] == [3]


def test_a_pronoun_speaks_for_the_person_it_refers_to() -> None:
    found = read(
        [mention("Ana Orlow", "PER", 1), mention("she", "pronoun", 1, "Ana Orlow")],
        claim("Ana Orlow", "she"),
    )

    assert speakers(found) == [(0, "Ana Orlow")]


def test_of_two_entities_of_one_name_the_one_in_the_source_speaks() -> None:
    first, second = mention("Ana Orlow", "PER", 1, "Orlow"), mention("Orlen", "PER", 2, "Orlow")

    assert [s.entity for s in read([first, second], claim("Orlow", "Orlen")).speaking] == [2]
    assert [s.entity for s in read([first, second], claim("Orlow", "she")).speaking] == [1]


def test_a_claim_of_nobody_has_no_speaker() -> None:
    assert read([mention("Ana Orlow", "PER", 1)], claim(None, "she")).speaking == ()


def test_a_speaker_whom_no_mention_names_is_an_entity_of_its_own() -> None:
    found = read([], claim("Ana Orlow", "she"), claim("HRA", "HRA"), claim("Ana Orlow", "she"))

    assert speakers(found) == [(0, "Ana Orlow"), (1, "HRA"), (2, "Ana Orlow")]
    assert [entity.sort for entity in found.entities] == [Sort.PERSON, Sort.BODY]
    assert all(entity.entity < 0 for entity in found.entities)


def _of_paper(source: str) -> tuple[int, ...]:
    text = f"{source} says so."
    name = Span(text.index("Velm"), len(source))
    board = Mention(span=name, kind="ORG", entity=4, name="Velm Board", rule="test")
    said = Claim(
        id="c",
        source=(Span(0, len(source)),),
        cue=(),
        content=(Span(len(text) - 3, len(text) - 1),),
        kind=AttributionKind.INDIRECT,
        rule="test",
    )
    return tuple(s.entity for s in read_actors("d", text, [board], [said]).speaking)


def test_a_paper_speaks_for_the_one_who_put_it_out() -> None:
    assert _of_paper("A new report published by the Velm Board") == (4,)
    assert _of_paper("The statement from Velm Board") == (4,)
    assert _of_paper("A report on the Velm Board") == ()
    assert _of_paper("A man arrested by the Velm Board") == ()


def test_a_country_that_speaks_is_a_place() -> None:
    text = "Norway: no."
    said = Claim(
        id="c",
        source=(Span(0, 6),),
        cue=(),
        content=(Span(8, 10),),
        kind=AttributionKind.DIRECT,
        rule="test",
        speaker="Norway",
    )
    (entity,) = read_actors("d", text, [], [said]).entities

    assert entity.sort is Sort.PLACE


def test_a_speaker_who_is_not_in_the_text_is_nobody() -> None:
    assert read([], claim("Karim Lund", "she")).speaking == ()


DESCRIBED = "The Velmian officials fear it. Officials left. Ana Orlow heard of two Velm guards."


def described(words: str, *, speaker: str | None = None) -> list[tuple[str, Sort]]:
    """Return who says a claim of these words, in a text that names Velm and its people."""
    mentions = [
        Mention(span=Span(4, 11), kind="NORP", entity=1, name="Velmian", rule="test"),
        Mention(span=Span(47, 56), kind="PER", entity=2, name="Ana Orlow", rule="test"),
    ]
    start = DESCRIBED.index(words)
    made = Claim(
        id="c",
        source=(Span(start, start + len(words)),),
        cue=(),
        content=(Span(0, 3),),
        kind=AttributionKind.INDIRECT,
        rule="test",
        speaker=speaker,
    )
    found = read_actors("d", DESCRIBED, mentions, [made])
    known = {entity.entity: entity for entity in found.entities}
    return [(known[s.entity].main.text, known[s.entity].sort) for s in found.speaking]


def test_people_told_by_their_nation_are_a_group_that_speaks() -> None:
    assert described("The Velmian officials") == [("Velmian officials", Sort.GROUP)]


def test_people_of_whom_nothing_is_told_are_nobody() -> None:
    assert described("Officials") == []
    assert described("The Velmian officials fear") == []


def test_what_the_outlet_states_itself_is_said_by_no_actor() -> None:
    own = Claim(
        id="c",
        source=(),
        cue=(),
        content=(at("We go"),),
        kind=AttributionKind.OWN_VOICE,
        rule="test",
        speaker="Ana Orlow",
    )

    assert read([mention("Ana Orlow", "PER", 1)], own).speaking == ()
