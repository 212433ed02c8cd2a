"""The child's side of a sandbox: frames in, one function, frames out.

Frames are pickles with their length before them. Only the parent, which runs the same code as the
same user, writes to the child, so that unpickling here opens no door.
"""

import contextlib
import os
import pickle
import signal
import struct
import threading
from collections.abc import Callable
from enum import StrEnum
from queue import SimpleQueue
from typing import IO, Any

from sayso.errors import DocumentError
from sayso.frozen import dataclass

_LENGTH = struct.Struct("!Q")
# Long after the parent should have acted: only an orphan that is stuck in C code gets this far.
_GRACE_SECONDS = 5.0
EXIT_OUT_OF_MEMORY = 77


class Status(StrEnum):
    """How the child got on with what it was sent."""

    DONE = "done"
    REFUSED = "refused"  # a DocumentError
    FAILED = "failed"  # any other exception
    OUT_OF_MEMORY = "out_of_memory"


@dataclass(frozen=True, slots=True)
class Order:
    """What the child is for; ``function`` is pickled, so that a failure to load it is reported."""

    function: bytes
    deadline_seconds: float
    memory_bytes: int | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one item: the result, the DocumentError, or words about the failure."""

    status: Status
    value: Any = None


def write_frame(stream: IO[bytes], data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame, or ``None`` where the stream ends, even if it ends early."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def main() -> None:
    """Serve until the parent closes the stream or dies."""
    requests, replies = _own_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    serve(requests, replies, leave=os._exit)


def serve(requests: IO[bytes], replies: IO[bytes], *, leave: Callable[[int], Any]) -> None:
    """Load the function, say so, and answer item by item until the stream ends."""
    frame = read_frame(requests)
    if frame is None:
        return
    order: Order = pickle.loads(frame)  # noqa: S301 - written by the parent, see above
    try:
        function = pickle.loads(order.function)  # noqa: S301 - the same
        limit_memory(order.memory_bytes)
        frames = _read_ahead(requests, leave)
    except Exception as error:  # noqa: BLE001 - the parent has to hear of any failure to start
        write_frame(replies, _packed(Status.FAILED, _words(error)))
        return
    write_frame(replies, _packed(Status.DONE))
    while (frame := frames.get()) is not None:
        _set_alarm(order.deadline_seconds + _GRACE_SECONDS)
        reply = _answer(function, frame)
        _set_alarm(0)
        write_frame(replies, reply)


def limit_memory(size: int | None) -> None:
    """Cap the address space where the platform can; never leave a core file."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):  # macOS knows the limit and refuses it
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if size is not None:
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            most = size if hard == resource.RLIM_INFINITY else min(size, hard)
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the streams to the parent apart: a library that prints must not write into frames."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return requests, replies


def _read_ahead(requests: IO[bytes], leave: Callable[[int], Any]) -> SimpleQueue[bytes | None]:
    """Read in a thread: the end of the stream means at once that the parent is gone."""
    frames: SimpleQueue[bytes | None] = SimpleQueue()

    def read() -> None:
        try:
            while (frame := read_frame(requests)) is not None:
                frames.put(frame)
        except MemoryError:
            leave(EXIT_OUT_OF_MEMORY)
        leave(0)
        frames.put(None)

    threading.Thread(target=read, daemon=True).start()
    return frames


def _set_alarm(seconds: float) -> None:
    """Let the system end this process, even in C code that never comes back; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _answer(function: Callable[[Any], Any], frame: bytes) -> bytes:
    try:
        return _packed(Status.DONE, function(pickle.loads(frame)))  # noqa: S301 - from the parent
    except DocumentError as error:
        return _packed(Status.REFUSED, error)
    except MemoryError:
        return _packed(Status.OUT_OF_MEMORY)
    except Exception as error:  # noqa: BLE001 - the border of one document
        return _packed(Status.FAILED, _words(error))


def _packed(status: Status, value: object = None) -> bytes:
    return pickle.dumps(Reply(status, value), pickle.HIGHEST_PROTOCOL)


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
