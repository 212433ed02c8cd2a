"""A child process that reads one item after another, with a deadline and a memory cap for each.

One page that makes a parser loop, crash or swallow all memory costs that page and nothing else.
The child is a plain interpreter that talks over its standard streams (``sandbox_child``): unlike
``multiprocessing`` it never runs the caller's own script again.
"""

import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Generic, Self, TypeVar, cast

from sayso.documents.sandbox_child import (
    EXIT_OUT_OF_MEMORY,
    Order,
    Reply,
    Status,
    read_frame,
    write_frame,
)
from sayso.errors import DocumentError, SettingsError

Item = TypeVar("Item")
Result = TypeVar("Result")

_MEBIBYTE = 1 << 20
_START_SECONDS = 60.0
_STOP_SECONDS = 5.0
_LONGEST_NAME = 200
# Items per child that are held ready or finished, so that no child waits for the slowest.
_LOOK_AHEAD = 2
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from sayso.documents.sandbox_child import main; main()"
)
# One process is one core: the threads of numerical libraries would only fight over it.
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}


class Sandbox(Generic[Item, Result]):
    """Applies ``function`` to items in a child process; used as a context manager.

    ``function`` must be importable by name. The child starts with the first item; after a deadline
    or a crash the next item finds a fresh one.
    """

    def __init__(
        self,
        function: Callable[[Item], Result],
        *,
        deadline_seconds: float,
        memory_bytes: int | None,
    ) -> None:
        if deadline_seconds <= 0:
            raise ValueError(f"a deadline lies in the future, got {deadline_seconds} seconds")
        self._order = Order(pickle.dumps(function), deadline_seconds, memory_bytes)
        self._child: _Child | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it is doing; safe to call from another thread."""
        self._closed = True
        if (child := self._child) is not None:
            child.stop()

    def apply(self, item: Item) -> Result:
        """Return ``function(item)``.

        Raises DocumentError where the function did, and where there is no result: it failed, took
        too long, needed too much memory or brought the child down. Raises SettingsError if no
        child can be started.
        """
        child = self._living_child()
        try:
            reply = child.ask(pickle.dumps(item, pickle.HIGHEST_PROTOCOL))
        except _ChildEndedError as end:
            child.stop()
            raise DocumentError(_path_of(item), str(end)) from None
        if reply.status is Status.DONE:
            result: Result = reply.value
            return result
        if reply.status is Status.REFUSED:
            raise reply.value
        if reply.status is Status.OUT_OF_MEMORY:
            child.stop()  # what is left of its memory may be in pieces
            raise DocumentError(_path_of(item), _too_much_memory(self._order))
        raise DocumentError(_path_of(item), f"the reader failed: {reply.value}")

    def _living_child(self) -> "_Child":
        if self._child is None or not self._child.alive:
            if self._child is not None:
                self._child.stop()
            self._child = _Child(self._order)
        if self._closed:
            self._child.stop()
            raise ValueError("the sandbox is closed")
        return self._child


def map_in_sandboxes(
    function: Callable[[Item], Result],
    items: Iterable[Item | DocumentError],
    *,
    workers: int,
    deadline_seconds: float,
    memory_bytes: int | None,
) -> Generator[tuple[Item | DocumentError, Result | DocumentError], None, None]:
    """Yield every item with what came of it, in the order of ``items``.

    ``workers`` children work at a time, 0 means one for each core. Items are taken as they are
    needed, by the thread that asks for results; an item that is a DocumentError already is passed
    on as its own outcome. Closing the generator ends the children.
    """
    count = workers or usable_cores()
    sandboxes = [
        Sandbox(function, deadline_seconds=deadline_seconds, memory_bytes=memory_bytes)
        for _ in range(count)
    ]
    idle: SimpleQueue[Sandbox[Item, Result]] = SimpleQueue()
    for sandbox in sandboxes:
        idle.put(sandbox)
    pool = ThreadPoolExecutor(count, thread_name_prefix="sayso-sandbox")
    waiting: deque[tuple[Item | DocumentError, Future[Result | DocumentError]]] = deque()
    try:
        for item in items:
            waiting.append((item, pool.submit(_outcome, item, idle)))
            while waiting and (len(waiting) >= count * _LOOK_AHEAD or waiting[0][1].done()):
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        for sandbox in sandboxes:
            sandbox.close()
        pool.shutdown(cancel_futures=True)


def usable_cores() -> int:
    """Return how many cores this process may use, which can be fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcome(
    item: Item | DocumentError, idle: "SimpleQueue[Sandbox[Item, Result]]"
) -> Result | DocumentError:
    if isinstance(item, DocumentError):
        return item
    sandbox = idle.get()
    try:
        return sandbox.apply(item)
    except DocumentError as error:
        return error
    finally:
        idle.put(sandbox)


class _ChildEndedError(Exception):
    """The child gave no answer; the message says why."""


class _Child:
    """One process, and the clock that runs while it works."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._expired = False
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", _BOOT, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT | os.environ,
        )
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._replies = cast("IO[bytes]", self._process.stdout)
        started = self._exchange(pickle.dumps(order), _START_SECONDS)
        if started is None or started.status is not Status.DONE:
            why = started.value if started else self._cause()
            self.stop()
            raise SettingsError(f"no process for reading can be started: {why}")

    @property
    def alive(self) -> bool:
        return not self._expired and self._process.poll() is None

    def ask(self, frame: bytes) -> Reply:
        reply = self._exchange(frame, self._order.deadline_seconds)
        if reply is None:
            raise _ChildEndedError(self._cause())
        return reply

    def stop(self) -> None:
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_STOP_SECONDS)
        for stream in (self._requests, self._replies):
            with contextlib.suppress(OSError):
                stream.close()

    def _exchange(self, frame: bytes, seconds: float) -> Reply | None:
        """Send one frame and wait for the answer; ``None`` if the child ends before it gives one."""
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        timer.start()
        try:
            data = self._send_and_read(frame)
        except (OSError, ValueError):  # a broken pipe, or streams closed from another thread
            data = None
        finally:
            timer.cancel()
        if data is None:
            return None
        reply: Reply = pickle.loads(data)  # noqa: S301 - written by our own child
        return reply

    def _send_and_read(self, frame: bytes) -> bytes | None:
        write_frame(self._requests, frame)
        return read_frame(self._replies)

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()

    def _cause(self) -> str:
        """Say what ended the child."""
        code = self._process.wait()
        if self._expired or code == -_ALARM:
            return f"took longer than {self._order.deadline_seconds:g} seconds to read"
        if code == EXIT_OUT_OF_MEMORY:
            return _too_much_memory(self._order)
        if code >= 0:
            return f"the reader ended unasked (exit status {code})"
        name = signal.Signals(-code).name
        hint = ": the machine may be short of memory" if name == "SIGKILL" else ""
        return f"the reader crashed ({name}){hint}"


_ALARM = getattr(signal, "SIGALRM", 0)


def _too_much_memory(order: Order) -> str:
    cap = f" than {order.memory_bytes // _MEBIBYTE} MiB" if order.memory_bytes else ""
    return f"needed more memory{cap} to read"


def _path_of(item: object) -> str:
    return str(getattr(item, "path", item))[:_LONGEST_NAME]
