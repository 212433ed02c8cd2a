"""How the page looks and listens: theme and single-letter keys, kept as cookies of this browser."""

from starlette.responses import Response

from sayso.web.pages import Page
from sayso.web.visit import KEYS_COOKIE, THEME_COOKIE, THEMES, AddressError, Visit

_A_YEAR = 365 * 24 * 60 * 60
_SWITCHES = {THEME_COOKIE: ("theme", THEMES), KEYS_COOKIE: ("keys", ("on", "off"))}


def show(visit: Visit) -> Response:
    return visit.redirect("/help")


def choose(visit: Visit) -> Response:
    """Keep what was switched, and go back to where that was done."""
    answer = visit.redirect(visit.field("back") or "/")
    for cookie, (name, allowed) in _SWITCHES.items():
        if chosen := visit.field(name):
            if chosen not in allowed:
                raise AddressError(f"'{chosen}' is no {name}; there are {', '.join(allowed)}")
            answer.set_cookie(cookie, chosen, max_age=_A_YEAR, httponly=True, samesite="strict")
    return answer


PAGES = (Page(path="/settings", show=show, decide=choose),)
