"""Files that cannot be used, in one run through the command line: each a clear problem, no harm."""

import io
import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from sayso.case import Case
from sayso.cli import main
from tests.cli.unprivileged import sayso_unprivileged

pytestmark = pytest.mark.slow

EXPECTED = "expected text, Markdown, HTML, PDF, JSON, JSONL, CSV or a zip of these"
NO_TEXT_FIELD = "no field holds the text: found {}; expected one of text, body"


def article(town: str) -> str:
    return (
        f"Ferry runs aground off {town}\n\n"
        f"A ferry with about 40 passengers ran aground off the town of {town} on Sunday.\n\n"
        "“Nobody was hurt,” the harbour master, Ilse Varga, told reporters at the café.\n"
    )


def pdf(text: str, password: str | None = None) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0, invariant=True)
    for row, line in enumerate(text.splitlines()):
        canvas.drawString(50, 700 - 20 * row, line)
    canvas.save()
    if password is None:
        return made.getvalue()
    writer = PdfWriter(clone_from=PdfReader(made))
    writer.encrypt(password, algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


def archive(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in members.items():
            opened.writestr(name, text)
    return made.getvalue()


# What can be read, in whatever state it is.
GOOD: dict[str, bytes] = {
    "plain.txt": article("Tesmar").encode(),
    "utf16.txt": article("Varn").encode("utf-16"),
    "utf16_no_mark.txt": article("Orlo").encode("utf-16-le"),
    "utf16_big.txt": article("Senn").encode("utf-16-be"),
    "latin.txt": article("Dorva").encode("cp1252"),
    "mixed.txt": article("Mull").encode() + "“So it was,” he said in Zürich.\n".encode("cp1252"),
    "nul_inside.txt": article("Hale").replace(" ran ", " \0ran ").encode() + b"\0" * 300,
    "good.pdf": pdf(article("Kest")),
    "ünïcode 東京.txt": article("Pell").encode(),
}
# What cannot, with what is said about it.
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "the file is empty"),
    "blanks.txt": (b" \n\t\n", "the file holds nothing but blanks"),
    "nuls.txt": (b"\0" * 5000, "the file holds nothing but blanks"),
    "noise.txt": (random.Random(1).randbytes(9000), f"control characters), {EXPECTED}"),  # noqa: S311 -- noise, no secret
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0\1" * 500, f"found a PNG image, {EXPECTED}"),
    "broken.pdf": (pdf("text")[:300], "the PDF is broken"),
    "locked.pdf": (pdf("text", "secret"), "the PDF is encrypted"),
    "broken.zip": (b"PK\3\4" + b"x" * 500, "is a broken zip"),
    "nothing.zip": (archive({}), "is an archive without files"),
    "wrong.json": (b'{"foo": "bar"}', NO_TEXT_FIELD.format("foo")),
    "cut.json": (b'{"text": "It rai', "the record cannot be read: Unterminated string"),
    "null.json": (b'{"title": "It rains", "text": null}', "its field 'text' holds no text"),
    "deep.json": (b'{"text":' * 50_000, "the record cannot be read: it is nested too deep"),
    "wrong.csv": (b"a,b\n1,2\n", NO_TEXT_FIELD.format("a, b")),
}
ZIP = {
    "inside.txt": article("Zip"),
    "bomb.txt": "a " * (4 << 20),
    "../../outside.txt": article("Evil"),
    "/root.txt": article("Evil"),
}
LINES = (json.dumps({"text": article("Line")}), "no JSON", "[1]", json.dumps({"text": ""}))
IN_CONTAINERS = {
    "some.zip!/bomb.txt": "taken for a zip bomb",
    "some.zip!/../../outside.txt": "has a name that leads out of the archive",
    "some.zip!//root.txt": "has a name that leads out of the archive",
    "lines.jsonl#2": "the record cannot be read: Expecting value",
    "lines.jsonl#3": "expected an object with named fields, found a list",
    "lines.jsonl#4": "its field 'text' holds no text",
}
OF_THE_DISK = {
    "links/up": "is a link to a folder that was read already",
    "links/itself": "cannot be read: Too many levels of symbolic links",
    "links/nowhere": "is a link that leads nowhere",
    "pipe": "is neither a file nor a folder",
    "secret.txt": "may not be read: permission denied",
    "closed": "may not be read: permission denied",
}
PROBLEMS = {name: problem for name, (_, problem) in BAD.items()} | IN_CONTAINERS | OF_THE_DISK
READ = {*GOOD, "some.zip!/inside.txt", "lines.jsonl#1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What two runs over the same folder said, and the case they left."""

    first: str
    second: str
    codes: tuple[int, int]
    folder: Path


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    if os.name != "posix":
        pytest.skip("makes pipes, links and files without permissions")
    folder = tmp_path_factory.mktemp("bad input")
    fill(folder / "clips")
    assert sayso_unprivileged("init", "case", folder=folder).returncode == 0
    first, second = (
        sayso_unprivileged("-C", "case", "add", "clips", folder=folder) for _ in range(2)
    )
    (folder / "clips" / "closed").chmod(0o755)
    return Ran(
        first=first.stdout,
        second=second.stdout,
        codes=(first.returncode, second.returncode),
        folder=folder,
    )


def fill(folder: Path) -> None:
    (folder / "links").mkdir(parents=True)
    for name, data in GOOD.items():
        (folder / name).write_bytes(data)
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "some.zip").write_bytes(archive(ZIP))
    (folder / "lines.jsonl").write_text("\n".join(LINES), encoding="utf-8")
    (folder / "links" / "up").symlink_to("..")
    (folder / "links" / "itself").symlink_to("itself")
    (folder / "links" / "nowhere").symlink_to("nothing")
    os.mkfifo(folder / "pipe")
    (folder / "secret.txt").write_text(article("Secret"), encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    (folder / "closed").mkdir(mode=0)


def problems(case: Path) -> dict[str, str]:
    with Case.open(case, read_only=True) as opened:
        return {row.path.removeprefix("clips/"): row.problem for row in opened.problems()}


def test_every_item_is_counted_once(ran: Ran) -> None:
    seen = len(READ) + len(PROBLEMS)

    assert ran.first == f"{seen} items: {len(READ)} added, 0 already here, {len(PROBLEMS)} failed\n"
    assert ran.codes == (3, 3)


def test_a_second_run_adds_nothing_and_finds_the_same_problems(ran: Ran) -> None:
    seen = len(READ) + len(PROBLEMS)

    assert (
        ran.second == f"{seen} items: 0 added, {len(READ)} already here, {len(PROBLEMS)} failed\n"
    )


def test_what_can_be_read_is_read_whatever_lies_beside_it(ran: Ran) -> None:
    with Case.open(ran.folder / "case", read_only=True) as case:
        texts = {
            row.path.removeprefix("clips/"): case.document(row.id).text for row in case.documents()
        }

    assert set(texts) == READ
    assert all("about 40 passengers" in text for text in texts.values())
    assert not any("\0" in text for text in texts.values())


@pytest.mark.parametrize("path", sorted(PROBLEMS))
def test_what_cannot_be_read_is_a_problem_that_says_why(ran: Ran, path: str) -> None:
    assert PROBLEMS[path] in problems(ran.folder / "case")[path]


def test_there_are_no_other_problems_and_nothing_was_written_outside(ran: Ran) -> None:
    assert set(problems(ran.folder / "case")) == set(PROBLEMS)
    assert {path.name for path in ran.folder.iterdir()} == {"case", "clips"}


def test_the_case_is_sound_afterwards(ran: Ran) -> None:
    with Case.open(ran.folder / "case", read_only=True) as case:
        assert case.verify().ok


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that runs the command line on a new case in the working folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(main, ["-C", "case", *arguments])
        assert result.exit_code == code, result.output
        return result.output

    assert CliRunner().invoke(main, ["init", "case"]).exit_code == 0
    return run


def test_millions_of_characters_on_one_line_are_read_up_to_the_limit(
    sayso: Callable[..., str],
) -> None:
    with Path("long.txt").open("w", encoding="utf-8") as file:
        file.write(article("Tesmar"))
        file.writelines("x" * (1 << 20) for _ in range(50))

    said = sayso("add", "long.txt", "--deadline", "300")

    assert "1 item: 1 added, 0 already here, 0 failed\n" in said
    assert "Read in part, being too long: 1; sayso documents --flag cut\n" in said
    assert "long.txt" in sayso("documents", "--flag", "cut")


def test_a_folder_that_vanishes_during_the_run_is_a_problem(
    sayso: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    going = Path("clips", "going")
    going.mkdir(parents=True)
    Path("clips", "a.txt").write_text(article("Tesmar"), encoding="utf-8")
    for number in range(40):
        (going / f"{number:02}.txt").write_text(article(f"Town {number}"), encoding="utf-8")
    Path("clips", "stays.txt").write_text(article("Orlo"), encoding="utf-8")
    store = Case.add

    def vanish(case: Case, *given: object, **options: object) -> object:
        shutil.rmtree(going, ignore_errors=True)
        return store(case, *given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Case, "add", vanish)

    said = sayso("add", "clips", code=3)

    found = problems(Path("case"))
    assert set(found.values()) == {"is not there, or vanished while the folder was read"}
    assert f"42 items: {42 - len(found)} added, 0 already here, {len(found)} failed\n" in said
    assert "clips/stays.txt" in sayso("documents", "--csv")
