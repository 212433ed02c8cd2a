"""Small words of the page: numbers with their nouns, names of things as people write them."""

_SHORT = 160


def grouped(number: int) -> str:
    """Write a whole number with its digits in groups: ``12,345``."""
    return f"{number:,}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: ``1 claim``, ``2 claims``."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def plain(name: object) -> str:
    """Write a value of a closed set as words: ``near_duplicate_of`` is ``near duplicate of``."""
    return str(name).replace("_", " ")


def shortened(words: str, most: int = _SHORT) -> str:
    """Cut words at a blank, and say so."""
    if len(words) <= most:
        return words
    return (words[:most].rpartition(" ")[0] or words[:most]) + " …"
