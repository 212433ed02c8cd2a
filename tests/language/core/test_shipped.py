"""The shipped core on whole texts: what it finds, on its own and beside others, also where it is hostile."""

import threading
from itertools import permutations

import pytest

from sayso.language.analysis import Analysis, Manner
from sayso.language.core.network import Network
from sayso.language.reading import analyse
from sayso.text import Span

REPORT = (
    "Governor Ines Maru said on Monday in Oslen that the storm had sunk 12 boats. The Harbour"
    " Union denied that nobody had been warned. “We begged them to close the port,” said its"
    " chairman, Bo Tellick. He fears that more crews are missing.\n\n"
    "According to the coast guard, 40 people were rescued."
)
NOTICE = "Maru plans to reopen the port on Friday, two officials told the Oslen Courier."
EMPTY = " \n "


def spans_of(analysis: Analysis) -> list[Span]:
    attributed = [s for a in analysis.attributions for s in (*a.source, *a.cue, *a.content)]
    return [*attributed, *(m.span for m in analysis.mentions), *(e.span for e in analysis.events)]


def test_indirect_speech_has_its_speaker_and_its_extent(core: Network) -> None:
    attributions = analyse(REPORT, core=core).attributions
    found = {a.cue[0].text_in(REPORT): a for a in attributions if a.cue}

    assert attributions[0].speaker == "Ines Maru"
    assert found["denied"].content[0].text_in(REPORT) == "that nobody had been warned"
    assert found["denied"].force == "deny"
    assert found["fears"].manner in {Manner.THOUGHT, Manner.JUDGED}
    assert found["denied"].speaker == "Harbour Union"
    assert found["According to"].content[0].text_in(REPORT) == "40 people were rescued"


def test_names_have_their_kinds(core: Network) -> None:
    mentions = analyse(REPORT, core=core).mentions
    kinds = {m.span.text_in(REPORT): m.kind for m in mentions if m.kind.isupper()}

    assert kinds["Ines Maru"] == "PER"
    assert kinds["Harbour Union"] == "ORG"
    assert kinds["Oslen"] == "LOC"


def test_a_text_is_read_the_same_whatever_was_read_before_it(core: Network) -> None:
    texts = (REPORT, NOTICE, EMPTY)
    alone = {text: analyse(text, core=core) for text in texts}

    for order in permutations(texts):
        assert [analyse(text, core=core) for text in order] == [alone[text] for text in order]


def test_a_network_of_its_own_and_threads_beside_it_read_the_same(core: Network) -> None:
    expected = analyse(REPORT, core=core, trees=True)
    found: list[Analysis] = []

    def read() -> None:
        found.append(analyse(REPORT, core=core, trees=True))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [expected] * 4
    assert analyse(REPORT, core=Network(), trees=True) == expected


def test_what_stands_in_other_paragraphs_far_away_changes_no_words(core: Network) -> None:
    """A paragraph that fills windows of its own is read as if it stood alone."""
    filler = " ".join(["The tide came in and went out again."] * 60)
    alone = analyse(filler, core=core)
    joined = analyse(f"{filler}\n\n{REPORT}", core=core)

    end = len(filler)
    assert [e for e in joined.events if e.span.end <= end] == list(alone.events)


HOSTILE = {
    "nothing": "",
    "quote marks": '"' * 3000,
    "curly marks": "“”" * 1500,
    "digits": "1234567890 " * 400,
    "one word": "a" * 5000,
    "one line": "He said that many people had fled the town in " * 200,
    "emoji": "😀🏽‍🚀 he said that “🎉 it rained” " * 60,
    "arabic": "قال المتحدث said يوم الاثنين that they fled. " * 60,
    "combining marks": "e\u0301\u0300 said " * 300,
    "controls": "\x00\x01 he said\u200b that\ufeff it rained \u202e" * 60,
    "colons": "A: b\n" * 400,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_read_with_all_offsets_inside(core: Network, text: str) -> None:
    analysis = analyse(text, core=core, trees=True)

    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(analysis))
    assert len(analysis.tokens.heads) == len(analysis.tokens)
    assert all(-1 <= head < len(analysis.tokens) for head in analysis.tokens.heads)
