"""The page of a case as one application; nothing of it is global, nothing is loaded at import."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sayso.errors import SaysoError
from sayso.web.desk import Desk
from sayso.web.needs import warm
from sayso.web.pages import Page, all_pages
from sayso.web.security import NEEDS_LINK, OPEN_PATH, Guard
from sayso.web.session import Session
from sayso.web.visit import AddressError, Visit

_LOG = logging.getLogger(__name__)
_STATIC_FILES = Path(__file__).parent / "static"
_NOT_FOUND, _BAD, _CONFLICT, _FAULT = 404, 400, 409, 500
_MOST_FIELDS = 200


def make_app(
    case_directory: Path,
    token: str,
    *,
    port: int,
    reader: str,
    notes: Path,
    clock: Callable[[], datetime],
) -> Starlette:
    """Return the application that shows a case to whoever opens ``/open?token=TOKEN`` first.

    ``port`` is where it will be reached, ``reader`` the name under which decisions are noted,
    ``notes`` the folder for what that reader notes for themselves.
    CaseError if the case cannot be opened.
    """
    session = Session(token, port=port)
    desk = Desk(case_directory, session=session, reader=reader, notes=notes, clock=clock)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        # What is counted over the whole case is ready when the first page is asked for.
        working = list(warm(desk))
        yield
        for one in working:
            one.join()
        desk.close()

    return Starlette(
        routes=[
            Route(OPEN_PATH, _opener(session), methods=["GET"]),
            Mount("/static", StaticFiles(directory=_STATIC_FILES), name="static"),
            *(_route(page, desk) for page in all_pages()),
        ],
        middleware=[Middleware(Guard, session=session, port=port)],
        exception_handlers={HTTPException: _plainly},
        lifespan=lifespan,
    )


def _opener(session: Session) -> Callable[[Request], Response]:
    def open_page(request: Request) -> Response:
        cookie = session.redeem(request.query_params.get("token", ""))
        if cookie is None and not session.knows(request.cookies.get(session.cookie_name)):
            return PlainTextResponse(NEEDS_LINK, 403)
        answer = RedirectResponse("/", 303)
        if cookie is not None:
            answer.set_cookie(session.cookie_name, cookie, httponly=True, samesite="strict")
        return answer

    return open_page


def _route(page: Page, desk: Desk) -> Route:
    async def answer(request: Request) -> Response:
        form = FormData()
        if request.method == "POST":
            form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
        return await run_in_threadpool(
            _respond, Visit(desk=desk, request=request, page=page, form=form)
        )

    methods = ["GET"] if page.decide is None else ["GET", "POST"]
    return Route(page.path, answer, methods=methods)


def _respond(visit: Visit) -> Response:
    """Answer one request; one of the two borders at which every error is caught."""
    deciding = visit.request.method == "POST"
    try:
        return _decided(visit) if deciding else visit.page.show(visit)
    except AddressError as error:
        return visit.render("error.html", str(error), status=_BAD)
    except SaysoError as error:
        status = _CONFLICT if deciding else _NOT_FOUND
        return visit.render("error.html", str(error), status=status)
    except Exception:  # noqa: BLE001 -- one of the two borders of house style
        _LOG.exception("a fault in the page %s", visit.page.path)
        words = "There is a fault in sayso. 'sayso -v serve' tells more when it happens again."
        return visit.render("error.html", words, status=_FAULT)


def _decided(visit: Visit) -> Response:
    if visit.page.decide is None or not visit.desk.session.is_own_form(visit.field("mark")):
        raise AddressError("this form is not of this page; go back, load it again and repeat")
    return visit.page.decide(visit)


def _plainly(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else _FAULT
    words = "There is no such page.\n" if status == _NOT_FOUND else f"{error}\n"
    return PlainTextResponse(words, status)
