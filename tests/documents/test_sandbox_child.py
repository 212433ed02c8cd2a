"""The child's side of a sandbox, run in this process: frames in, frames out."""

import io
import math
import os
import pickle
import signal
from collections.abc import Callable
from typing import Any

import pytest

from sayso.documents import sandbox_child
from sayso.documents.sandbox_child import (
    EXIT_OUT_OF_MEMORY,
    Order,
    Reply,
    Status,
    limit_memory,
    read_frame,
    serve,
    write_frame,
)
from sayso.errors import DocumentError


def refuse(path: str) -> None:
    raise DocumentError(path, "is not to be read")


def swell(_: object) -> None:
    raise MemoryError


def replies_to(function: Callable[[Any], object], *items: object) -> list[Reply]:
    """Serve ``items`` and return the replies after the one that says that all is ready."""
    requests, replies = io.BytesIO(), io.BytesIO()
    write_frame(requests, pickle.dumps(Order(pickle.dumps(function), 60.0, None)))
    for item in items:
        write_frame(requests, pickle.dumps(item))
    requests.seek(0)
    left: list[int] = []
    serve(requests, replies, leave=left.append)
    replies.seek(0)
    found = []
    while (frame := read_frame(replies)) is not None:
        found.append(pickle.loads(frame))  # noqa: S301 - written just above
    assert left in ([0], [])
    return found


@pytest.fixture(autouse=True)
def _no_alarm_and_no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox_child, "limit_memory", lambda _: None)
    monkeypatch.setattr(signal, "setitimer", lambda *_: None)


def test_each_item_has_a_reply_in_order() -> None:
    assert replies_to(math.sqrt, 4, -1, 9) == [
        Reply(Status.DONE),
        Reply(Status.DONE, 2.0),
        Reply(Status.FAILED, "ValueError: math domain error"),
        Reply(Status.DONE, 3.0),
    ]


def test_a_shortage_of_memory_has_its_own_status() -> None:
    # Functions of a test file have no importable name, so the pickle is of what calls them.
    assert sandbox_child._answer(swell, pickle.dumps(1)) == sandbox_child._packed(
        Status.OUT_OF_MEMORY
    )


def test_a_document_error_travels_whole() -> None:
    reply = pickle.loads(sandbox_child._answer(refuse, pickle.dumps("a.txt")))  # noqa: S301 - ours

    assert reply.status is Status.REFUSED
    assert (reply.value.path, reply.value.problem) == ("a.txt", "is not to be read")


def test_a_function_that_cannot_be_loaded_is_reported_at_once() -> None:
    requests, replies = io.BytesIO(), io.BytesIO()
    write_frame(requests, pickle.dumps(Order(b"no pickle", 60.0, None)))
    requests.seek(0)
    serve(requests, replies, leave=lambda _: None)
    replies.seek(0)
    reply = pickle.loads(read_frame(replies) or b"")  # noqa: S301 - written just above

    assert reply.status is Status.FAILED
    assert reply.value.startswith("UnpicklingError")


def test_a_stream_that_ends_at_once_is_no_order() -> None:
    replies = io.BytesIO()
    serve(io.BytesIO(), replies, leave=lambda _: None)

    assert replies.getvalue() == b""


def test_a_frame_that_is_cut_short_is_no_frame() -> None:
    stream = io.BytesIO()
    write_frame(stream, b"12345")

    assert read_frame(io.BytesIO(stream.getvalue())) == b"12345"
    assert read_frame(io.BytesIO(stream.getvalue()[:-1])) is None
    assert read_frame(io.BytesIO(b"\0\0")) is None


def test_a_request_beyond_the_memory_ends_the_child_with_its_own_status() -> None:
    class Full(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise MemoryError

    left: list[int] = []
    frames = sandbox_child._read_ahead(Full(), left.append)

    assert frames.get() is None
    assert left == [EXIT_OUT_OF_MEMORY, 0]


class Limits:
    """Stands in for the ``resource`` module and notes what is asked of it."""

    RLIMIT_CORE, RLIMIT_AS, RLIM_INFINITY = "core", "memory", -1

    def __init__(self, hard: int, *, refuses: bool = False) -> None:
        self.hard, self.refuses = hard, refuses
        self.set: dict[str, tuple[int, int]] = {}

    def getrlimit(self, _: str) -> tuple[int, int]:
        return -1, self.hard

    def setrlimit(self, name: str, limits: tuple[int, int]) -> None:
        if self.refuses:
            raise ValueError("not here")
        self.set[name] = limits


@pytest.mark.parametrize(
    ("hard", "size", "expected"),
    [
        (-1, 500, {"core": (0, 0), "memory": (500, -1)}),
        (300, 500, {"core": (0, 0), "memory": (300, 300)}),
        (-1, None, {"core": (0, 0)}),
    ],
)
def test_the_memory_cap_stays_below_the_hard_limit(
    monkeypatch: pytest.MonkeyPatch,
    hard: int,
    size: int | None,
    expected: dict[str, tuple[int, int]],
) -> None:
    limits = Limits(hard)
    monkeypatch.setitem(__import__("sys").modules, "resource", limits)
    limit_memory(size)

    assert limits.set == expected


def test_a_platform_that_refuses_limits_or_has_none_is_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resource", Limits(-1, refuses=True))
    limit_memory(500)
    monkeypatch.setitem(__import__("sys").modules, "resource", None)
    limit_memory(500)


def test_a_platform_without_alarms_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    sandbox_child._set_alarm(1.0)


def test_the_streams_to_the_parent_are_kept_apart_from_those_of_libraries() -> None:
    requests_end, replies_end = os.pipe(), os.pipe()
    saved = os.dup(0), os.dup(1)
    try:
        os.dup2(requests_end[0], 0)
        os.dup2(replies_end[1], 1)
        requests, replies = sandbox_child._own_streams()
        os.write(1, b"noise")
        noise_read = os.read(0, 10)
    finally:
        os.dup2(saved[0], 0)
        os.dup2(saved[1], 1)
    with requests, replies:
        os.write(requests_end[1], b"in")
        assert requests.read(2) == b"in"
        replies.write(b"out")
        replies.flush()
        assert os.read(replies_end[0], 10) == b"out"
    assert noise_read == b""
    for end in (*requests_end, *replies_end, *saved):
        os.close(end)
