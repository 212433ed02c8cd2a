"""What befell the counted, from the vectors of the words around a number."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from sayso.language.analysis import SentenceTree
from sayso.language.core.befell import Befell, Stand, find_odds, row_of, stand_of
from sayso.language.core.network import CoreError, shipped_network
from sayso.language.quantities import find_quantities
from sayso.language.reading import analyse

# "Velm said 12 dockers were stranded": words 0 to 5.
WORDS = ("velm", "said", "12", "dockers", "were", "stranded")
TREE = SentenceTree(
    first=10,
    upos=("PROPN", "VERB", "NUM", "NOUN", "AUX", "VERB"),
    heads=(1, -1, 3, 5, 5, 1),
    deprels=("nsubj", "root", "nummod", "nsubj", "aux", "ccomp"),
)
(DOCKERS,) = find_quantities("Velm said 12 dockers were stranded.")


def test_the_verb_of_the_counted_governs_the_number() -> None:
    assert stand_of(TREE, WORDS, 2, 3) == Stand(
        number=2, counted=3, governor=5, clause=None, relation="nsubj", passive=True
    )


def test_a_number_without_a_noun_is_sought_from_itself() -> None:
    stand = stand_of(TREE, WORDS, 2, None)

    assert (stand.governor, stand.words) == (5, 5)


def test_a_clause_that_hangs_on_the_counted_says_what_befell_them() -> None:
    tree = SentenceTree(
        first=0,
        upos=("NUM", "NOUN", "VERB"),
        heads=(1, -1, 1),
        deprels=("nummod", "root", "acl"),
    )
    stand = stand_of(tree, ("12", "dockers", "stranded"), 0, 1)

    assert (stand.governor, stand.clause, stand.words) == (None, 2, 2)


def test_a_row_holds_the_vectors_of_the_words_around_a_number() -> None:
    sentence = np.arange(6, dtype=np.float32)[:, None]
    row = row_of(sentence, stand_of(TREE, WORDS, 2, 3), DOCKERS)

    # Number, counted, governor, clause, two words before, two behind, the mean of all; then signs.
    assert row[:9].tolist() == [2, 3, 5, 0, 1, 0, 4, 5, 2.5]
    assert row[9:].tolist() == pytest.approx([0.3, 0.3, 0, 0, 0, 0.3, 0, 0, 0.3, 0, 0, 0, 0])
    assert DOCKERS.best == Decimal(12)


def test_each_class_has_its_odds_against_none() -> None:
    weights = np.zeros((22, 3), dtype=np.float32)
    weights[2] = (0, 1, -1)  # the governor's vector
    befell = Befell(
        classes=("none", "affected", "held"), weights=weights, starts=np.zeros(3, np.float32)
    )
    facts = np.arange(6, dtype=np.float32)[:, None]
    ((number, found),) = find_odds(
        befell, ("",) * 10 + WORDS, facts, 10, [TREE], [(12, 13, DOCKERS)]
    )

    assert (number, found.words) == (12, 15)
    assert found.odds == (("affected", 5.0), ("held", -5.0))


def test_nothing_counted_has_no_odds() -> None:
    befell = Befell(classes=("none",), weights=np.zeros((1, 1)), starts=np.zeros(1))

    assert list(find_odds(befell, (), np.zeros((0, 1), np.float32), 0, [], [])) == []


def test_weights_that_do_not_fit_their_classes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "befell.npz"
    np.savez(
        path, codes=np.zeros((4, 2), np.int8), scales=np.ones(2), starts=np.zeros(2),
        classes=np.array(["none", "held", "killed"]),
    )  # fmt: skip

    with pytest.raises(ValueError, match="3 classes do not fit weights"):
        Befell.load(path)


@pytest.mark.parametrize("content", [None, b"no weights", b"PK\x03\x04 cut short"])
def test_weights_that_cannot_be_read_are_an_error_of_the_core(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "befell.npz").write_bytes(content)
    network = object.__new__(type(shipped_network()))
    network._folder = tmp_path

    with pytest.raises(CoreError, match="cannot read the weights of the language core"):
        _ = network.befell


def test_the_shipped_weights_tell_what_befell_the_counted() -> None:
    text = "Some 340 travellers were stuck on the quay all night."
    (counting,) = analyse(text, core=shipped_network()).countings
    best = max(counting.odds, key=lambda pair: pair[1])

    assert best[0] == "affected"
    assert counting.words is not None
    assert counting.words.text_in(text) == "stuck"
