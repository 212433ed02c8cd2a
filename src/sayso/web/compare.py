"""Two documents that share text, word by word."""

from starlette.responses import Response

from sayso.case import DocumentFilter, DocumentRow
from sayso.frozen import dataclass
from sayso.web.differences import Beside, differences
from sayso.web.pages import Page
from sayso.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two documents with their paragraphs side by side."""

    left: DocumentRow
    right: DocumentRow
    lines: tuple[Beside, ...]

    @property
    def same(self) -> int:
        return sum(line.same for line in self.lines)


def show(visit: Visit) -> Response:
    left, right = visit.parameter("document"), visit.parameter("other")
    texts = (_paragraphs(visit, left), _paragraphs(visit, right))
    rows = [next(visit.case.documents(DocumentFilter(ids=(one,)))) for one in (left, right)]
    lines = tuple(differences(*texts))
    return visit.render("compare.html", Comparison(left=rows[0], right=rows[1], lines=lines))


def _paragraphs(visit: Visit, document: str) -> list[str]:
    return [one for one in visit.case.text(document).split("\n\n") if one.strip()]


PAGES = (
    Page(path="/documents/{document}/compare/{other}", show=show, title="Two texts word by word"),
)
