"""Pages for the tests of the HTML reader: tags in any state, and one page from head to foot."""

from pathlib import Path

from hypothesis import strategies as st

from sayso.documents import Rendering, Source
from sayso.documents.html import render_html

DATA = Path(__file__).parent / "data"

# Letters, marks and words that together make every state a tag can be in.
SOUP = st.lists(
    st.sampled_from(
        [
            *"<>/!?=&;\"'- \n",
            *(
                "a",
                "p",
                "script",
                "title",
                "svg",
                "style",
                "<!--",
                "-->",
                "</",
                "]]>",
                "&amp;",
                "é",
            ),
        ]
    ),
    max_size=60,
).map("".join)

SENTENCES = (
    "The bridge at Lower Marn was closed on Monday after the river rose two metres in one night.",
    "Nobody was hurt, the district council said, but forty families were asked to leave their homes.",
    "“We have not seen such water since I was a child,” said Ines Korda, who keeps the inn by the mill.",
    "Engineers will look at the pillars once the water has fallen, which may take until the weekend.",
)


def article(*sentences: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{sentence}</{tag}>" for sentence in sentences or SENTENCES)


def rendered(html: str, *, address: str | None = None, retrieved: str | None = None) -> Rendering:
    source = Source(
        path="page.html",
        data=html.encode("utf-8", "replace"),
        media_type="text/html",
        address=address,
        retrieved=retrieved,
    )
    return render_html(source, html, "utf-8")


def body_of(html: str) -> list[str]:
    rendering = rendered(html)
    assert rendering.body is not None
    return [span.text_in(rendering.text) for span in rendering.body]
