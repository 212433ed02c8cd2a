"""How varied the attributions of the corpus are, by the measures of GUIDELINES.md section 1."""

from collections import Counter
from collections.abc import Sequence

from training.corpus.records import GoldAttribution, GoldText

_MARKS = '“”"‘’«»„'


def kind_of(attribution: GoldAttribution, text: str) -> str:
    """Return direct, mixed or indirect, by the quotation marks in and around the content."""
    inside = total = 0
    quoted = False
    for span in attribution.content:
        quoted = text[: span.start].count("“") > text[: span.start].count("”")
        for character in span.text_in(text):
            if character in _MARKS:
                quoted = character in "“«„" or (character == '"' and not quoted)
            elif character.isalnum():
                total += 1
                inside += quoted
    if _is_turn(attribution, text):
        return "direct"
    if inside == 0:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _is_turn(attribution: GoldAttribution, text: str) -> bool:
    """Say whether an attribution is a turn of a transcript: "MODERATOR: words"."""
    cue = "".join(span.text_in(text) for span in attribution.cue)
    return cue == ":" and any(span.text_in(text).isupper() for span in attribution.source)


def profile(texts: Sequence[GoldText]) -> str:
    """Return the profile as lines of text; shares are of all attributions."""
    pairs = [(a, t.text) for t in texts for a in t.attributions]
    if not pairs:
        return "no attributions"
    cues = Counter(" ".join(s.text_in(text) for s in a.cue).lower() for a, text in pairs)
    kinds = Counter(kind_of(a, text) for a, text in pairs)
    words = sum(len(t.text.split()) for t in texts)
    sources = Counter((id(text), a.source) for a, text in pairs if a.source)
    count = len(pairs)
    shares = {
        **{kind: kinds[kind] for kind in ("direct", "mixed", "indirect")},
        "cue is said, says or told": sum(cues[c] for c in ("said", "says", "told")),
        "cue of several words": sum(n for cue, n in cues.items() if " " in cue),
        "content before cue": sum(a.content[0].start < a.cue[0].start for a, _ in pairs),
        "content in fragments": sum(len(a.content) > 1 for a, _ in pairs),
        "no source": sum(not a.source for a, _ in pairs),
        "source shared": sum(n for n in sources.values() if n > 1),
        "nested": sum(a.parent is not None for a, _ in pairs),
    }
    outer = sum(a.parent is None for a, _ in pairs)
    lines = [
        (
            f"{100 * count / words:.2f} attributions per 100 words, {100 * outer / words:.2f} without"
            f" nested ones, {len(cues)} distinct cues"
        )
    ]
    lines += [f"{100 * n / count:5.1f} % {what}" for what, n in shares.items()]
    manners = Counter(str(a.manner) for a, _ in pairs)
    forces = Counter(a.force for a, _ in pairs)
    lines.append("manner: " + ", ".join(f"{k} {n}" for k, n in manners.most_common()))
    lines.append("force: " + ", ".join(f"{k} {n}" for k, n in forces.most_common()))
    return "\n".join(lines)
