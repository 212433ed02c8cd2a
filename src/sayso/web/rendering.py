"""Templates: every word of a document is escaped, and what is missing is an error."""

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.export.labels import befallen, bounds, stance, when
from sayso.web.words import grouped, plain, plural, shortened

if TYPE_CHECKING:
    from sayso.web.visit import Visit


def render(template: str, visit: "Visit", view: object) -> str:
    """Return a page as HTML."""
    return environment().get_template(template).render(visit=visit, view=view)


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
        "befallen": befallen,
        "bounds": bounds,
        "grouped": grouped,
        "plain": plain,
        "plural": plural,
        "shortened": shortened,
        "when": when,
    }
    made.globals["stance"] = stance
    return made
