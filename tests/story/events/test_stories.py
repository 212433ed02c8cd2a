"""Stories: documents that share telling words; within a story the happenings that differ."""

from sayso.story.events.happenings import average_link, happenings, parted
from sayso.story.events.shelf import StoryShelf
from sayso.story.events.stories import read_story_document
from sayso.story.events.terms import (
    cosine,
    read_terms,
    scaled,
    shipped_background,
    summed,
    vector_of,
)

BACKGROUND = shipped_background()
DAM = "The tailings dam above Marrow burst and mud buried the copper mine of Oderic Minerals."
DAM_AGAIN = "Mud from the tailings dam of Oderic Minerals buried houses below Marrow."
VOTE = "Voters in Dorran elected a new council, and the Harvest Party lost its majority."


def test_documents_that_share_telling_words_are_of_one_story() -> None:
    shelf = StoryShelf()
    found = [
        shelf.add(read_story_document(name, text, BACKGROUND))
        for name, text in (("d_1", DAM), ("d_2", VOTE), ("d_3", DAM_AGAIN))
    ]

    assert found == ["d_1", "d_2", "d_1"]


def test_a_text_without_words_has_a_story_of_its_own() -> None:
    shelf = StoryShelf()

    assert shelf.add(read_story_document("d_1", "", BACKGROUND)) == "d_1"
    assert shelf.add(read_story_document("d_2", "", BACKGROUND)) == "d_2"


def test_a_story_falls_into_the_happenings_that_its_own_words_tell_apart() -> None:
    flood = (
        "A flood at the Orlen bridge drowned Ilse Varga and 7 ferry passengers near the old mill."
    )
    fire = "A fire at the Orlen theatre killed Tomas Brandt and 19 dancers during the winter gala."
    documents = [
        read_story_document(f"d_{at}", text, BACKGROUND)
        for at, text in enumerate((flood, fire, flood, fire, flood, fire))
    ]

    assert happenings(documents, BACKGROUND) == [0, 1, 0, 1, 0, 1]
    assert happenings(documents[:4], BACKGROUND) == [0, 0, 0, 0]


def test_average_link_joins_the_likest_first_and_stops() -> None:
    likeness = [[1.0, 0.9, 0.1], [0.9, 1.0, 0.3], [0.1, 0.3, 1.0]]

    assert average_link(likeness, 0.25) == [0, 0, 1]
    assert average_link(likeness, 0.2) == [0, 0, 0]
    assert average_link([], 0.5) == []


def test_a_document_that_nothing_joins_goes_where_it_is_clearly_nearest() -> None:
    near, far, lone = 0.5, -0.2, 0.06
    rows = [0, 0, 0, 1, 1, 1]
    likeness = [[near if a == b else far for b in rows] + [lone if a == 0 else 0.0] for a in rows]
    likeness.append([lone if b == 0 else 0.0 for b in rows] + [1.0])
    undecided = [[*row[:-1], lone] for row in likeness[:-1]] + [[lone] * 6 + [1.0]]

    assert parted(likeness, 0.1) == [0, 0, 0, 1, 1, 1, 0]
    assert parted(undecided, 0.1) == [0, 0, 0, 1, 1, 1, 2]


def test_names_and_numbers_are_also_kept_apart() -> None:
    terms = read_terms("In Marrow 36 people died. The dead were miners of Oderic.")

    assert set(terms.names) == {"marrow", "oderic"}
    assert set(terms.numbers) == {"36"}
    assert terms.every["marrow"] == 1


def test_a_word_never_seen_tells_most() -> None:
    assert BACKGROUND.rarity("zzyzx") > BACKGROUND.rarity("peopl") > 0


def test_vectors_have_length_one() -> None:
    vector = vector_of({"marrow": 2, "people": 1}, BACKGROUND)

    assert abs(cosine(vector, vector) - 1) < 1e-9
    assert scaled({}) == {}
    assert summed([{"a": 1.0}, {"a": 2.0, "b": 1.0}]) == {"a": 3.0, "b": 1.0}
