"""Word lists as data: blank-separated words in one string, so that a list stays readable."""


def word_set(*lists: str) -> frozenset[str]:
    """Return the words of ``lists`` as one set."""
    return frozenset(word for each in lists for word in each.split())
