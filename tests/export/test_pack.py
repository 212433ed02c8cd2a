"""Round trip: what leaves a case makes the same ledger and the same decisions elsewhere."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.case import Case, Totals, Verdict
from sayso.documents import Source
from sayso.documents.readers import read_document
from sayso.errors import CaseError, DocumentError
from sayso.evidence.reading import read_evidence
from sayso.export.case_records import case_records
from sayso.export.jsonl import write_jsonl
from sayso.export.pack import write_pack
from sayso.export.unpack import Given, compare, open_given
from tests.case.builders import LATER, NOW

STORY = {
    "a.txt": "The Lagan Herald\n3 May 2031\n\nQuarry road closed\n\n"
    "At least 12 lorries were stuck on the quarry road, the police said.\n\n"
    "“We heard the hill come down,” said Orla Tanner, who runs the quarry inn.\n",
    "b.txt": "Hill road reopened\n\nThe road was cleared by about 40 volunteers, said Orla Tanner.\n",
}


@pytest.fixture
def quarry(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "quarry", now=NOW) as case:
        add(case, [source(path, text.encode()) for path, text in STORY.items()])
        yield case


def source(path: str, data: bytes) -> Source:
    retrieved = "2031-05-05T10:00:00+00:00"
    return Source(path=path, data=data, media_type="text/plain", retrieved=retrieved)


def add(case: Case, sources: list[Source]) -> None:
    """Add without the language core: its readings are the same for the same bytes, too."""
    run = case.begin_run([("sayso", "test")], now=NOW)
    for one in sources:
        document = read_document(one)
        case.add(document, read_evidence(document), one.data, run=run, now=NOW)
    case.finish_run(run, Totals(added=len(sources), already_there=0, failed=0), now=NOW)


def decide(case: Case) -> None:
    claim, figure = next(case.claims()), next(case.figures())
    case.desk.judge(claim.id, Verdict.ACCEPT, actor="mira", reason="seen", now=LATER)
    case.desk.edit(figure.id, "place", "Lagan", actor="bela", now=LATER)
    case.desk.judge(figure.id, Verdict.UNSURE, actor="mira", now=LATER)
    case.desk.undo(actor="mira", now=LATER)


def decided(case: Case) -> list[tuple[object, ...]]:
    return [
        (row.kind, row.sha256, row.spans, told.verdict, told.actor, told.field)
        for row in case.decisions()
        for told in (row.decision,)
    ]


def made_anew(given: Given, folder: Path) -> Case:
    case = Case.create(folder, now=LATER)
    add(case, [one for one in given.sources() if isinstance(one, Source)])
    case.desk.restore(given.decisions(), origin="pack", head=given.head, actor="ann", now=LATER)
    return case


def test_a_pack_makes_the_same_ledger_and_decisions(quarry: Case, tmp_path: Path) -> None:
    decide(quarry)
    packed = write_pack(quarry, tmp_path / "case.zip")
    with (
        open_given(tmp_path / "case.zip", None) as given,
        made_anew(given, tmp_path / "new") as new,
    ):
        likeness = compare(given.lines, new)
        assert (likeness.missing, likeness.more, likeness.kinds) == (0, 0, ())
        assert likeness.same == packed.records
        assert packed.originals == 2
        assert new.verify().findings == ()
        assert [row.decision.verdict for row in new.decisions()] == [
            row.decision.verdict for row in quarry.decisions()
        ]


def test_json_lines_with_the_originals_make_the_same(quarry: Case, tmp_path: Path) -> None:
    decide(quarry)
    lines = tmp_path / "case.jsonl"
    with lines.open("w", encoding="utf-8") as stream:
        write_jsonl(case_records(quarry), stream)
    blobs = quarry.directory / "blobs"
    with open_given(lines, blobs) as given, made_anew(given, tmp_path / "new") as new:
        likeness = compare(given.lines, new)
        assert (likeness.missing, likeness.more) == (0, 0)
        assert decided(new) == decided(quarry)
        assert len(decided(new)) == 4


def test_an_original_that_is_not_given_is_a_problem(quarry: Case, tmp_path: Path) -> None:
    lines, empty = tmp_path / "case.jsonl", tmp_path / "empty"
    empty.mkdir()
    with lines.open("w", encoding="utf-8") as stream:
        write_jsonl(case_records(quarry), stream)
    with open_given(lines, empty) as given:
        found = list(given.sources())

    assert [isinstance(one, DocumentError) for one in found] == [True, True]
    assert "is not given" in str(found[0])


def test_decisions_on_a_document_that_is_not_here_are_counted(quarry: Case, tmp_path: Path) -> None:
    decide(quarry)
    write_pack(quarry, tmp_path / "case.zip")
    with (
        open_given(tmp_path / "case.zip", None) as given,
        Case.create(tmp_path / "new", now=NOW) as new,
    ):
        done = new.desk.restore(given.decisions(), origin="x", head="", actor="ann", now=LATER)
        assert (done.taken, done.left_out) == (0, 4)


def test_a_damaged_pack_is_refused(quarry: Case, tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    write_pack(quarry, path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["records.jsonl"] += b" "
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with (
        pytest.raises(CaseError, match=r"records.jsonl is not what its sum says"),
        open_given(path, None),
    ):
        pass


def test_what_is_no_pack_is_said(quarry: Case, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps({"no": "record"}), encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a", "b")
    for name, originals, message in (
        ("x.jsonl", tmp_path, "line 1: no record"),
        ("x.jsonl", None, "name the folder of the originals"),
        ("x.zip", None, "no pack of a case"),
    ):
        with pytest.raises(CaseError, match=message), open_given(tmp_path / name, originals):
            pass
    write_pack(quarry, tmp_path / "y.zip")
    with pytest.raises(CaseError, match="never replaces"):
        write_pack(quarry, tmp_path / "y.zip")
