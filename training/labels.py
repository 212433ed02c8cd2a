"""Label sets of the heads."""

from training.corpus.labels import ACCRUALS, LABELS

UPOS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
DEPRELS = [
    "acl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "case",
    "cc",
    "ccomp",
    "clf",
    "compound",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nsubj",
    "nummod",
    "obj",
    "obl",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
]
# One output layer a label policy: what counts as a name differs from corpus to corpus.
POLICIES: dict[str, tuple[str, ...]] = {
    "uner": ("PER", "ORG", "LOC"),
    "crossner": ("PER", "ORG", "LOC", "COUNTRY", "PARTY", "ELECTION", "EVENT", "MISC"),
    "re3d": (
        "PER",
        "ORG",
        "LOC",
        "NORP",
        "TIME",
        "QUANTITY",
        "WEAPON",
        "PLATFORM",
        "DOCUMENT",
        "MONEY",
    ),
    "news": ("PER", "ORG", "LOC", "FAC", "NORP"),
    "timex": ("DATE", "TIME", "DURATION", "SET"),
    "timex2": ("DATE", "TIME", "DURATION", "SET"),
    "cue": ("CUE",),
}
# Heads that label single words; "none" stands first where a word may have no label.
WORD_LABELS: dict[str, tuple[str, ...]] = {
    "manner": tuple(sorted(LABELS["manner"])),
    "force": tuple(sorted(LABELS["force"])),
    "polarity": ("positive", "negative"),
    "predicate": ("none", *sorted(LABELS["predicate"])),
    "accrual": ("none", *sorted(ACCRUALS)),
    "modality": tuple(sorted(LABELS["modality"])),
    "event": ("none", *sorted(LABELS["event"])),
    "status": tuple(sorted(LABELS["status"])),
}
# Heads that speak of every word; the others speak only of the words that have a label.
DENSE = frozenset({"event"})


def bio_labels(policy: str) -> list[str]:
    """Return O and the B- and I- labels of a policy, in the order of the output layer."""
    return ["O", *(f"{prefix}-{label}" for label in POLICIES[policy] for prefix in "BI")]
