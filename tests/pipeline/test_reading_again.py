"""What a case keeps of an item is enough to read it again, without the file it came from."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.case import Case
from sayso.documents import Framing, Source
from sayso.documents.collect import collect
from sayso.documents.readers import read_document, source_again
from sayso.evidence.reading import read_evidence

NOW = datetime(2031, 5, 9, 8, tzinfo=UTC)
STORY = "About 40 people left the port of Orlo on Monday, the harbour master said."
RECORD = {"words": STORY, "head": "Ferry", "when": "2031-05-02", "url": "https://orlo.example/1"}
FIELDS = (("text", "words"), ("title", "head"), ("published", "when"))
LINE = json.dumps(RECORD)


@pytest.mark.parametrize(
    ("name", "data", "framing"),
    [
        ("a.txt", STORY.encode(), None),
        ("a.html", f"<html><body><p>{STORY}</p></body></html>".encode(), None),
        ("a.json", LINE.encode(), Framing(fields=FIELDS)),
        ("a.jsonl", f"{LINE}\n".encode(), Framing(fields=FIELDS)),
        ("b.jsonl", f"{LINE}\n".encode("utf-16"), Framing(fields=FIELDS, encoding="utf-16-le")),
        (
            "a.csv",
            f'when;head;words\n2031-05-02;Ferry;"{STORY}"\n'.encode(),
            Framing(fields=FIELDS, columns=("when", "head", "words"), delimiter=";"),
        ),
        (
            "a.tsv",
            f"words\thead\n{STORY}\tFerry\n".encode(),
            Framing(fields=FIELDS, columns=("words", "head"), delimiter="\t"),
        ),
    ],
)
def test_a_stored_original_is_read_to_the_same_document(
    tmp_path: Path, name: str, data: bytes, framing: Framing | None
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (source,) = collect([file], fields=FIELDS)
    assert isinstance(source, Source)
    document = read_document(source)
    with Case.create(tmp_path / "case", now=NOW) as case:
        run = case.begin_run([], now=NOW)
        case.add(document, read_evidence(document), source.data, run=run, now=NOW)
        file.unlink()

        kept = case.document(document.id)
        again = read_document(source_again(kept.original, case.original(document.id)))

        assert kept.original.framing == framing
        assert again == kept == document
        assert case.verify().ok
