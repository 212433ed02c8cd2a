"""What a cue is told about each word of its paragraph."""

from sayso.language.core.role_features import DISTANCES, distance_bucket, role_features


def test_words_know_their_quotation_as_seen_from_the_cue() -> None:
    quotes = [1, 2, 3, 0, 0, 1, 2, 3]  # “ a ” he said “ b ”
    features = role_features(4, quotes, sentences=[3])

    assert [relation for _, _, relation, _ in features] == [3, 3, 3, 0, 0, 2, 2, 2]
    assert [offset for _, offset, _, _ in features] == [1, 1, 1, 2, 2, 2, 2, 2]
    assert [state for *_, state in features] == quotes


def test_a_cue_inside_a_quotation_knows_its_own() -> None:
    relations = [f[2] for f in role_features(1, [1, 2, 3, 0, 1, 2, 3], sentences=[])]

    assert relations == [1, 1, 1, 0, 3, 3, 3]


def test_distances_are_finer_near_the_cue() -> None:
    buckets = [distance_bucket(d) for d in (0, 1, 4, 5, 6, 8, 40, 900, -1, -900)]

    assert buckets == [0, 1, 4, 5, 6, 7, 11, 11, 13, 23]
    assert {distance_bucket(d) for d in range(-500, 500)} <= set(range(DISTANCES))
