"""Trees written out for tests: ``word|relation|head``, heads numbered from 1, 0 for the root, ``!`` behind a verb's relation."""

from sayso.language.analysis import SentenceTree


def written_tree(parsed: str, first: int = 0) -> tuple[str, SentenceTree]:
    """Return the text of a sentence, and its tree; ``first`` is the place of its first word."""
    words = [part.rsplit("|", 2) for part in parsed.split()]
    tree = SentenceTree(
        first=first,
        upos=tuple("VERB" if relation.endswith("!") else "NOUN" for _, relation, _ in words),
        heads=tuple(int(head) - 1 for _, _, head in words),
        deprels=tuple(relation.removesuffix("!") for _, relation, _ in words),
    )
    return " ".join(word for word, _, _ in words), tree
