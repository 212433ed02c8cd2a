"""Templates: every word of a document is escaped, and what is missing is an error."""

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.export.figure_labels import REASON_WORDS, interval
from sayso.export.labels import as_name, befallen, bounds, measured, stance, when
from sayso.story.echoes.sentence import describe
from sayso.web.wording import anchor, denied, flag, linked, parts_status, quantity
from sayso.web.words import VERDICTS, grouped, meaning, plain, plural, shortened, sign

if TYPE_CHECKING:
    from sayso.web.visit import Visit


def render(template: str, visit: "Visit", view: object) -> str:
    """Return a page as HTML."""
    return environment().get_template(template).render(visit=visit, view=view)


def prepare(page: str | None = None) -> None:
    """Read every template, or that of one page, so that no visit has to wait for that."""
    shared = ("base.html", "_parts.html", "_keys.html")
    for name in environment().list_templates() if page is None else (*shared, page):
        environment().get_template(name)


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.filters |= {
        "anchor": anchor,
        "befallen": befallen,
        "bounds": bounds,
        "denied": denied,
        "described": describe,
        "flag": flag,
        "grouped": grouped,
        "interval": interval,
        "linked": linked,
        "meaning": meaning,
        "measured": measured,
        "named": as_name,
        "parts_status": parts_status,
        "plain": plain,
        "quantity": quantity,
        "reason": lambda code: REASON_WORDS.get(code, plain(code)),
        "plural": plural,
        "shortened": shortened,
        "sign": sign,
        "when": when,
    }
    made.globals |= {"stance": stance, "verdicts": VERDICTS}
    return made
