"""Where a page speaks of its article: the lines just above and below it, not the rest of the page."""

from collections.abc import Sequence

from sayso.documents.furniture import LineLabel
from sayso.documents.line_context import main_block
from sayso.documents.title import Headline
from sayso.frozen import dataclass

# Further away on a whole page, dates, names and credits belong to other stories.
_ABOVE = 12
_BELOW = 10
# A headline further above its article than this is that of a menu.
_HIGHEST = 40
# A long stretch of cut lines parts an article from teasers that look like it.
_CUT_LINE_COST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Indexes of the lines of the article proper, and of those above and below that speak of it.

    ``head`` holds the headline and reaches to the first paragraph, ``foot`` begins behind the last.
    """

    head: range
    body: tuple[int, ...]
    foot: range

    @property
    def everything(self) -> range:
        return range(self.head.start, self.foot.stop)


def surroundings(labels: Sequence[LineLabel], headline: Headline | None) -> Surroundings:
    """Return the article's lines and its neighbourhood; all lines are head if there is no article."""
    title = headline.index if headline else -len(labels) - _HIGHEST
    weights = [
        len(label.line.text) if label.article and i != title else -_CUT_LINE_COST
        for i, label in enumerate(labels)
    ]
    first, end = main_block(weights)
    if first == end:
        return Surroundings(head=range(len(labels)), body=(), foot=range(len(labels), len(labels)))
    if first - _HIGHEST <= title < first:
        first = next(i for i in range(title + 1, end) if labels[i].article)
    body = tuple(i for i in range(first, end) if labels[i].article and i != title)
    top = title if first - _HIGHEST <= title < first else first
    return Surroundings(
        head=range(max(top - _ABOVE, 0), first),
        body=body,
        foot=range(end, min(end + _BELOW, len(labels))),
    )
