"""What may reach the page, and what its answers may do in a browser."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from types import MappingProxyType
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from sayso.web.session import Session

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# The launch link itself, and what the refusal needs to look decent: neither tells of the case.
OPEN_PATH = "/open"
STATIC = "/static/"
_MOST_BYTES = 1_000_000  # of a form: a comment is short
_SAFE_METHODS = frozenset({"GET", "HEAD"})
_METHODS = _SAFE_METHODS | {"POST"}

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What an outlet sent: no script, no form, no request, and a world of its own.
FRAME_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "content-security-policy": POLICY,
        "x-frame-options": "DENY",
        "x-content-type-options": "nosniff",
        "x-dns-prefetch-control": "off",
        # "no-referrer" would take the origin from our own forms.
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
        "cache-control": "no-store",
    }
)


class Guard:
    """Lets only this machine, this host name, this origin and the holder of the cookie through."""

    def __init__(self, app: "ASGIApp", *, session: Session, port: int) -> None:
        self._app = app
        self._session = session
        names = ("127.0.0.1", "localhost", "[::1]")
        self._hosts = frozenset(f"{name}:{port}" for name in names)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # a websocket: there are none
            return

        async def with_headers(message: "Message") -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: "Scope") -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        checks = (
            (_is_loopback(scope), "Only this machine can see the page.", 403),
            (headers.get("host") in self._hosts, "This is not the name of the page.", 421),
            (scope["method"] in _METHODS, "The page only answers GET and POST.", 405),
            (self._is_own(scope, headers), "Another page cannot decide anything here.", 403),
            (_is_short(scope, headers), "The form is too large.", 413),
            (self._is_invited(scope, headers), NEEDS_LINK, 403),
        )
        return next(
            (PlainTextResponse(words, code) for good, words, code in checks if not good), None
        )

    def _is_own(self, scope: "Scope", headers: Headers) -> bool:
        """Say whether a request that wants to change something comes from a page of ours."""
        if scope["method"] in _SAFE_METHODS:
            return True
        return headers.get("origin") == f"http://{headers.get('host')}"

    def _is_invited(self, scope: "Scope", headers: Headers) -> bool:
        path = scope["path"]
        if path == OPEN_PATH or path.startswith(STATIC):
            return True
        return self._session.knows(_cookie(headers, self._session.cookie_name))


NEEDS_LINK = (
    "Open the link that 'sayso serve' printed: it works once, in one browser.\n"
    "For a new link, stop 'sayso serve' (Ctrl-C) and start it again.\n"
)


def _is_loopback(scope: "Scope") -> bool:
    client = scope.get("client")
    try:
        return client is not None and ip_address(client[0]).is_loopback
    except ValueError:
        return False


def _is_short(scope: "Scope", headers: Headers) -> bool:
    """Say whether a form says how long it is, and is not long."""
    length = headers.get("content-length", "")
    return scope["method"] in _SAFE_METHODS or (length.isdigit() and int(length) <= _MOST_BYTES)


def _cookie(headers: Headers, name: str) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return None if found is None else found.value
