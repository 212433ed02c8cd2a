"""What a cue is told about each word of its paragraph."""

from sayso.language.core.role_features import DISTANCES, distance_buckets, role_features


def test_words_know_their_quotation_as_seen_from_the_cue() -> None:
    quotes = [1, 2, 3, 0, 0, 1, 2, 3]  # “ a ” he said “ b ”
    features = role_features(4, quotes, sentences=[3])

    assert features[:, 2].tolist() == [3, 3, 3, 0, 0, 2, 2, 2]
    assert features[:, 1].tolist() == [1, 1, 1, 2, 2, 2, 2, 2]
    assert features[:, 3].tolist() == quotes


def test_a_cue_inside_a_quotation_knows_its_own() -> None:
    features = role_features(1, [1, 2, 3, 0, 1, 2, 3], sentences=[])

    assert features[:, 2].tolist() == [1, 1, 1, 0, 3, 3, 3]


def test_a_paragraph_without_quotations_has_no_relation() -> None:
    assert role_features(1, [0, 0, 0], sentences=[])[:, 2].tolist() == [0, 0, 0]


def test_distances_are_finer_near_the_cue() -> None:
    ahead, behind = distance_buckets(901, 0), distance_buckets(901, 900)

    assert [int(ahead[d]) for d in (0, 1, 4, 5, 6, 8, 40, 900)] == [0, 1, 4, 5, 6, 7, 11, 11]
    assert (int(behind[899]), int(behind[0])) == (13, 23)
    assert set(ahead.tolist()) | set(behind.tolist()) <= set(range(DISTANCES))
