"""A disk that fills up, for real: a small file system in memory, mounted for one child process."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.case import Case

pytestmark = pytest.mark.slow

SAYSO = f"{sys.executable} -c 'from sayso.cli import main; main(prog_name=\"sayso\")'"
ARTICLES = 12


def on_small_disk(
    folder: Path, *commands: str, kibibytes: int
) -> "subprocess.CompletedProcess[str]":
    """Run shell commands in ``folder``, in which ``disk`` is a file system of the given size."""
    mount = f"mount -t tmpfs -o size={kibibytes}k tmpfs disk"
    script = "; ".join((f"{mount} || exit 99", f'sayso() {{ {SAYSO} "$@"; }}', *commands))
    (folder / "disk").mkdir()
    done = subprocess.run(
        ["/usr/bin/env", "unshare", "--mount", "bash", "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 99 or "unshare failed" in done.stderr:
        pytest.skip("no file system can be mounted here")
    return done


@pytest.fixture(autouse=True)
def _unshare() -> None:
    if shutil.which("unshare") is None or shutil.which("bash") is None:
        pytest.skip("no unshare, bash or mount")


@pytest.mark.parametrize("kibibytes", [300, 700, 800])
def test_a_case_for_which_there_is_no_room_is_not_made(tmp_path: Path, kibibytes: int) -> None:
    done = on_small_disk(
        tmp_path,
        "sayso init disk/case; echo code $?; ls disk/case",
        "mount -o remount,size=20m disk; sayso init disk/case >&2; echo code $?",
        "sayso -C disk/case verify | tail -1",
        kibibytes=kibibytes,
    )

    first, *files, again, sound = done.stdout.splitlines()
    assert (first, again) == ("code 1", "code 0")
    assert "there is no space left on the disk" in done.stderr
    assert "case.db" not in files
    assert sound == "the case is as its log says"


def test_adding_to_a_full_disk_keeps_what_it_counted_and_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    clips = tmp_path / "clips"
    clips.mkdir()
    for number in range(ARTICLES):
        page = f"<p>Ship {number} left the port of Orlo at noon.</p><!-- {'x' * 300_000} -->"
        (clips / f"{number:02}.html").write_text(page)

    done = on_small_disk(
        tmp_path,
        "sayso init disk/case > /dev/null; sayso -C disk/case add clips; echo code $?",
        "mount -o remount,size=200m disk; cp -r disk/case kept; sayso -C kept verify | tail -1",
        "sayso -C disk/case add clips; echo code $?; sayso -C disk/case verify | tail -1",
        kibibytes=3000,
    )

    first, code, sound, second, code_again, sound_again = done.stdout.splitlines()
    assert (code, code_again) == ("code 1", "code 0")
    assert "there is no space left on the disk; nothing of this step was stored" in done.stderr
    assert sound == sound_again == "the case is as its log says"
    with Case.open(tmp_path / "kept", read_only=True) as case:
        kept = case.counts().documents
    assert 0 < kept < ARTICLES
    assert first == f"{kept} items: {kept} added, 0 already here, 0 failed"
    assert second == f"{ARTICLES} items: {ARTICLES - kept} added, {kept} already here, 0 failed"
