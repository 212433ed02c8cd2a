"""A child process that costs no more than one document when it loops, crashes or swells."""

import functools
import math
import operator
import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.documents.sandbox import Sandbox, map_in_sandboxes, usable_cores
from sayso.errors import DocumentError, SettingsError

LONG = 60.0
MIB = 1 << 20
HELPERS = textwrap.dedent(
    """
    import os, time
    from sayso.errors import DocumentError

    def refuse(item):
        raise DocumentError("a.txt", "is not to be read")

    def fail_once(item):
        if item == "bad":
            os._exit(3)
        return os.getpid()

    def print_and_read(item):
        print("noise"); os.write(1, b"more noise")
        import sys
        return sys.stdin.read()

    def unpicklable(item):
        return lambda: item

    def sleep_then_name(item):
        time.sleep(item)
        return item

    class Item:
        path = "clips/a.html"
    """
)


@pytest.fixture
def helpers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A module that the child can import, since it is on the path that it is given."""
    (tmp_path / "sandbox_helpers.py").write_text(HELPERS)
    monkeypatch.syspath_prepend(tmp_path)
    import sandbox_helpers  # type: ignore[import-not-found]  # noqa: PLC0415 - made just above

    yield sandbox_helpers
    del sys.modules["sandbox_helpers"]


def test_results_come_back_from_one_long_lived_child() -> None:
    with Sandbox(
        operator.methodcaller("upper"), deadline_seconds=LONG, memory_bytes=None
    ) as sandbox:
        assert [sandbox.apply(word) for word in ("a", "b")] == ["A", "B"]


def test_a_deadline_ends_the_item_and_the_next_finds_a_fresh_child() -> None:
    with Sandbox(time.sleep, deadline_seconds=0.5, memory_bytes=None) as sandbox:
        with pytest.raises(DocumentError, match=r"took longer than 0\.5 seconds to read"):
            sandbox.apply(LONG)

        sandbox.apply(0.0)


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (signal.SIGSEGV, r"the reader crashed \(SIGSEGV\)"),
        (signal.SIGKILL, r"the reader crashed \(SIGKILL\): the machine may be short of memory"),
        (signal.SIGALRM, "took longer than 60 seconds to read"),
    ],
)
def test_a_crash_is_named_and_the_next_item_finds_a_fresh_child(
    number: signal.Signals, problem: str
) -> None:
    with Sandbox(signal.raise_signal, deadline_seconds=LONG, memory_bytes=None) as sandbox:
        with pytest.raises(DocumentError, match=problem):
            sandbox.apply(number)

        assert sandbox.apply(signal.SIGCHLD) is None


def test_an_exit_is_named() -> None:
    with (
        Sandbox(os._exit, deadline_seconds=LONG, memory_bytes=None) as sandbox,
        pytest.raises(DocumentError, match=r"the reader ended unasked \(exit status 3\)"),
    ):
        sandbox.apply(3)


def test_an_item_that_needs_too_much_memory_is_named_and_the_child_replaced() -> None:
    with Sandbox(bytes, deadline_seconds=LONG, memory_bytes=512 * MIB) as sandbox:
        with pytest.raises(DocumentError, match="needed more memory than 512 MiB to read"):
            sandbox.apply(1024 * MIB)

        assert sandbox.apply(3) == b"\0\0\0"


def test_an_item_that_is_too_large_for_the_child_is_named() -> None:
    with (
        Sandbox(len, deadline_seconds=LONG, memory_bytes=160 * MIB) as sandbox,
        pytest.raises(DocumentError, match="needed more memory than 160 MiB to read"),
    ):
        sandbox.apply(b"x" * (200 * MIB))


def test_a_document_error_comes_back_as_it_was_raised(helpers: object) -> None:
    refuse = operator.attrgetter("refuse")(helpers)
    with (
        Sandbox(refuse, deadline_seconds=LONG, memory_bytes=None) as sandbox,
        pytest.raises(DocumentError) as raised,
    ):
        sandbox.apply("x")

    assert (raised.value.path, raised.value.problem) == ("a.txt", "is not to be read")


def test_any_other_exception_is_a_document_error_with_the_path_of_the_item(helpers: object) -> None:
    item = operator.attrgetter("Item")(helpers)()
    with Sandbox(math.sqrt, deadline_seconds=LONG, memory_bytes=None) as sandbox:
        with pytest.raises(
            DocumentError, match="the reader failed: TypeError: must be real"
        ) as raised:
            sandbox.apply(item)
        assert raised.value.path == "clips/a.html"

        with pytest.raises(DocumentError, match="the reader failed: ValueError"):
            sandbox.apply(-1.0)


def test_a_result_that_cannot_travel_is_a_document_error(helpers: object) -> None:
    function = operator.attrgetter("unpicklable")(helpers)
    with (
        Sandbox(function, deadline_seconds=LONG, memory_bytes=None) as sandbox,
        pytest.raises(DocumentError, match="the reader failed:"),
    ):
        sandbox.apply(1)


def test_what_a_library_prints_does_not_get_between_the_results(helpers: object) -> None:
    function = operator.attrgetter("print_and_read")(helpers)
    with Sandbox(function, deadline_seconds=LONG, memory_bytes=None) as sandbox:
        assert [sandbox.apply(1), sandbox.apply(2)] == ["", ""]


def test_a_child_that_died_between_two_items_costs_no_item() -> None:
    with Sandbox(os.getpgid, deadline_seconds=LONG, memory_bytes=None) as sandbox:
        sandbox.apply(0)
        child = sandbox._child
        assert child is not None
        child._process.kill()
        child._process.wait()

        assert sandbox.apply(0) == os.getpgid(0)


def test_a_function_that_the_child_cannot_import_is_an_error_of_the_settings() -> None:
    class Local:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return operator.attrgetter("nowhere"), ("x",)

        def __call__(self, item: int) -> int:
            return item

    with (
        Sandbox(Local(), deadline_seconds=LONG, memory_bytes=None) as sandbox,
        pytest.raises(SettingsError, match="no process for reading can be started: AttributeError"),
    ):
        sandbox.apply(1)


def test_a_memory_cap_too_small_to_start_is_an_error_of_the_settings() -> None:
    with (
        Sandbox(len, deadline_seconds=LONG, memory_bytes=1) as sandbox,
        pytest.raises(SettingsError, match="no process for reading can be started"),
    ):
        sandbox.apply(b"")


def test_a_deadline_lies_in_the_future() -> None:
    with pytest.raises(ValueError, match="a deadline lies in the future, got 0 seconds"):
        Sandbox(len, deadline_seconds=0, memory_bytes=None)


def test_a_closed_sandbox_is_not_used() -> None:
    sandbox = Sandbox(len, deadline_seconds=LONG, memory_bytes=None)
    sandbox.close()

    with pytest.raises(ValueError, match="the sandbox is closed"):
        sandbox.apply(b"")


def test_errors_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(DocumentError("a", "b")))  # noqa: S301 - our own bytes

    assert (error.path, error.problem) == ("a", "b")


# Many items


def test_results_keep_the_order_of_the_items(helpers: object) -> None:
    function = operator.attrgetter("sleep_then_name")(helpers)
    waits = [0.3, 0.0, 0.1, 0.0, 0.0]
    results = map_in_sandboxes(function, waits, workers=2, deadline_seconds=LONG, memory_bytes=None)

    assert list(results) == [(wait, wait) for wait in waits]


def test_items_that_failed_before_are_passed_on_in_their_place() -> None:
    unreadable = DocumentError("b", "may not be read")
    items: list[bytes | DocumentError] = [b"a", unreadable, b"ccc"]
    results = map_in_sandboxes(len, items, workers=1, deadline_seconds=LONG, memory_bytes=None)

    assert list(results) == [(b"a", 1), (unreadable, unreadable), (b"ccc", 3)]


def test_one_item_that_brings_a_child_down_costs_only_itself(helpers: object) -> None:
    function = operator.attrgetter("fail_once")(helpers)
    items = ["good", "bad", "good"]
    results = list(
        map_in_sandboxes(function, items, workers=1, deadline_seconds=LONG, memory_bytes=None)
    )

    assert [item for item, _ in results] == items
    assert [isinstance(result, DocumentError) for _, result in results] == [False, True, False]


def test_items_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = map_in_sandboxes(hex, items(), workers=2, deadline_seconds=LONG, memory_bytes=None)
    next(results)
    results.close()

    assert len(taken) <= 5


def test_an_error_of_the_items_ends_the_children() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise RuntimeError("the disk is full")

    results = map_in_sandboxes(hex, items(), workers=0, deadline_seconds=LONG, memory_bytes=None)

    with pytest.raises(RuntimeError, match="the disk is full"):
        list(results)


def test_there_is_at_least_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usable_cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert usable_cores() >= 1


# The parent


def run_parent(tmp_path: Path, function: str, item: str) -> subprocess.Popen[bytes]:
    """Start a parent from a script without any guard, that reports its child and reads one item."""
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import functools, os, sys, threading, time
            from sayso.documents.sandbox import Sandbox
            sandbox = Sandbox({function}, deadline_seconds=60.0, memory_bytes=None)
            warm = threading.Thread(target=sandbox.apply, args=({item},), daemon=True)
            warm.start()
            while sandbox._child is None:
                time.sleep(0.01)
            print(sandbox._child._process.pid, flush=True)
            warm.join()
            """
        )
    )
    return subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE)


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("latin-1").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
def test_the_child_of_a_killed_parent_ends_even_while_it_works(tmp_path: Path) -> None:
    parent = run_parent(tmp_path, "time.sleep", "50.0")
    with parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
    for _ in range(500):
        if not is_running(child):
            break
        time.sleep(0.02)

    assert not is_running(child)


def test_partial_functions_can_be_applied() -> None:
    power = functools.partial(pow, 2)
    with Sandbox(power, deadline_seconds=LONG, memory_bytes=None) as sandbox:
        assert sandbox.apply(10) == 1024
