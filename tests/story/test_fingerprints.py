"""Fingerprints: few, the same every time, shared by copies and left by no quotation."""

from sayso.story.fingerprints import Fingerprints, take_fingerprints
from sayso.story.wording import read_wording
from tests.story.texts import AGENCY, INDEPENDENT, RESPUN, first_paragraphs


def taken(text: str) -> Fingerprints:
    return take_fingerprints(read_wording(text))


def shared(left: str, right: str) -> tuple[int, int]:
    one, other = taken(left), taken(right)
    return (
        len(set(one.sequences) & set(other.sequences)),
        len(set(one.anchors) & set(other.anchors)),
    )


def test_keys_are_few_and_fit_into_the_case() -> None:
    keys = taken(AGENCY)

    assert len(keys.sequences) < 40
    assert all(-(2**63) <= key < 2**63 for key in (*keys.sequences, *keys.anchors))


def test_the_keys_of_a_text_never_change() -> None:
    # A case keeps them for years: another hash would find no copy of what is there.
    assert taken("Divers examined the hull of the Orlo ferry on Thursday.").sequences[:1] == (
        -3684025409815231582,
    )


def test_a_cut_copy_shares_all_keys_of_its_sentences() -> None:
    cut = first_paragraphs(AGENCY, 3)

    assert set(taken(cut).sequences) <= set(taken(AGENCY).sequences)


def test_a_respun_copy_shares_numbers_and_names() -> None:
    assert shared(AGENCY, RESPUN)[1] >= 5


def test_an_independent_report_shares_far_less() -> None:
    assert sum(shared(AGENCY, INDEPENDENT)) < sum(shared(AGENCY, RESPUN)) / 2


def test_quotations_leave_no_sequences() -> None:
    assert taken("“We heard a long groan and then the lamps went out.”").sequences == ()


def test_a_book_does_not_fill_the_index() -> None:
    book = " ".join(f"Sailor{n} sold {n} boats{n} to captain{n}." for n in range(3_000))

    assert len(taken(book).sequences) == 2_000
