"""``sayso serve``: the case as a page in the browser, for this machine alone."""

import gc
import os
import secrets
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.invocation import Invocation, actor, pass_invocation
from sayso.errors import CaseError

if TYPE_CHECKING:
    from uvicorn import Server

_LOOPBACK = "127.0.0.1"
_MOST_PORT = 65_535


@click.command()
@click.argument("case", metavar="[CASE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, _MOST_PORT),
    default=0,
    metavar="N",
    help="The port to listen on; otherwise one that is free.",
)
@click.option("--open", "in_browser", is_flag=True, help="Open the link in the browser.")
@pass_invocation
def serve(invocation: Invocation, *, case: Path | None, port: int, in_browser: bool) -> None:
    """Show the case as a page in the browser, until Ctrl-C.

    Only this machine can reach it, and only the browser that opens the printed link first. The page
    asks the network for nothing.
    """
    directory = invocation.find_case(case)
    _upgrade(directory)
    with _listening(port) as listener:
        token = secrets.token_urlsafe(24)
        used = listener.getsockname()[1]
        server = _server(directory, token, used)
        link = f"http://{_LOOPBACK}:{used}/open?token={token}"
        click.echo(link)
        invocation.say("The link works once, in one browser. Ctrl-C ends it.")
        if in_browser:
            click.launch(link)
        server.run(sockets=[listener])


def _state_folder() -> Path:
    """Return where a program keeps what is the user's own and not for the settings."""
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "sayso"


def _upgrade(directory: Path) -> None:
    """Bring a case of an older schema up to date, where it can be written."""
    from sayso.case import Case  # noqa: PLC0415 -- loads SQLAlchemy: not for --help

    if not Case.is_protected(directory):
        Case.open(directory).close()


def _listening(port: int) -> socket.socket:
    # By its protocol asyncio knows that what is written must not wait for more: 40 ms with each page.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_LOOPBACK, port))
    except OSError as error:
        listener.close()
        raise CaseError(f"port {port} cannot be used ({error.strerror}); name another") from None
    # Whoever opens the link at once waits for the answer, and is not turned away.
    listener.listen()
    return listener


def _server(directory: Path, token: str, port: int) -> "Server":
    """Return what answers requests, with all that it needs loaded."""
    import uvicorn  # noqa: PLC0415 -- not for --help

    from sayso.web.application import make_app  # noqa: PLC0415

    app = make_app(
        directory,
        token,
        port=port,
        reader=actor(),
        notes=_state_folder(),
        clock=lambda: datetime.now(UTC),
    )
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False
    )
    # What is loaded stays: looking through it for garbage would hold pages up.
    gc.freeze()
    return uvicorn.Server(config)
