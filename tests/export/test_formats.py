"""The formats of other programs: each is read by a validator of its own, or held to its specification."""

import json
import re
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import stix2
from jsonschema import Draft202012Validator
from pyarrow import parquet

from sayso.case import Case, Reviewed, Verdict
from sayso.errors import SettingsError
from sayso.export.formats import Format, write_format
from sayso.export.parquet import write_parquet
from sayso.export.record import RecordType
from sayso.export.redaction import redact_html, redact_text
from tests.case.builders import LATER, NOW, TEXT, document, evidence

EMOJI = TEXT.replace("Harbour master", "🚢 Harbour master")
# From the Web Annotation Data Model (W3C Recommendation, 23 February 2017).
SELECTOR = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
        },
        {
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string"},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["assessing", "classifying", "describing", "identifying"]},
        "body": {
            "type": "array",
            "items": {
                "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
                "required": ["type", "value"],
            },
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "properties": {
                    "type": {"const": "SpecificResource"},
                    "source": {"type": "object", "required": ["id"]},
                    "selector": {"type": "array", "items": SELECTOR, "minItems": 1},
                },
                "required": ["source", "selector"],
            },
        },
    },
    "required": ["id", "type", "target"],
}
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "required": ["type", "items"],
        },
    },
    "required": ["@context", "id", "type", "total", "first"],
}
# From the CSL-JSON schema of citationstyles.org.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"const": "article-newspaper"},
            "author": {"type": "array", "items": {"required": ["literal"]}},
            "issued": {
                "anyOf": [
                    {
                        "properties": {
                            "date-parts": {
                                "type": "array",
                                "minItems": 1,
                                "maxItems": 2,
                                "items": {
                                    "type": "array",
                                    "items": {"type": "integer"},
                                    "minItems": 1,
                                    "maxItems": 3,
                                },
                            }
                        },
                        "required": ["date-parts"],
                    },
                    {"required": ["literal"]},
                ]
            },
        },
        "required": ["id", "type"],
    },
}
# Example: '@online{d_1,\n  title = {A \& B},\n}' is one entry.
ENTRY = re.compile(r"@online\{(?P<key>[\w-]+),\n(?P<fields>(?:  \w+ = \{.*\},?\n)+)\}\n")


@pytest.fixture
def ferry(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "orlo", now=NOW) as case:
        run = case.begin_run([("sayso", "test")], now=NOW)
        made, data = document(
            EMOJI, title="Ferry {stopped} at 50% & more", address="https://a.example/f"
        )
        case.add(made, evidence(made.id, text=EMOJI), data, run=run, now=NOW)
        yield case


def written(case: Case, form: Format, only: Reviewed | None = None) -> str:
    stream = StringIO()
    write_format(case, form, stream, only=only)
    return stream.getvalue()


def test_web_annotations_follow_the_recommendation(ferry: Case) -> None:
    collection = json.loads(written(ferry, Format.WEBANNO))
    Draft202012Validator(COLLECTION).validate(collection)

    assert collection["total"] == len(collection["first"]["items"]) == 3


def test_positions_count_code_points_and_agree_with_the_quotation(ferry: Case) -> None:
    text = ferry.text(next(ferry.documents()).id)
    collection = json.loads(written(ferry, Format.WEBANNO))
    targets = [target for item in collection["first"]["items"] for target in item["target"]]

    assert "🚢" in text
    for target in targets:
        position, quotation = target["selector"]
        assert text[position["start"] : position["end"]] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert around in text


def test_stix_is_read_by_the_library_of_oasis(ferry: Case) -> None:
    claim = next(ferry.claims())
    ferry.desk.judge(claim.id, Verdict.REJECT, actor="mira", reason="no", now=LATER)
    text = written(ferry, Format.STIX)
    bundle = stix2.parse(text, allow_custom=False)
    types = [one.type for one in bundle.objects]

    assert types.count("note") == 3
    assert types.count("report") == 1
    (opinion,) = [one for one in bundle.objects if one.type == "opinion"]
    assert (opinion.opinion, opinion.authors) == ("disagree", ["mira"])
    assert len({one.id for one in bundle.objects}) == len(bundle.objects)
    assert "confidence" not in text
    assert 'admiralty-scale:information-credibility=\\"6\\"' in text


def test_the_same_case_gives_the_same_bundle(ferry: Case) -> None:
    assert written(ferry, Format.STIX) == written(ferry, Format.STIX)


def test_every_reference_of_a_bundle_leads_to_an_object_of_it(ferry: Case) -> None:
    objects = json.loads(written(ferry, Format.STIX))["objects"]
    ids = {one["id"] for one in objects}

    for one in objects:
        for name in ("object_refs", "source_ref", "target_ref", "created_by_ref"):
            found = one.get(name, [])
            assert set([found] if isinstance(found, str) else found) <= ids


def test_json_ld_says_who_said_it_where_and_by_which_way_it_came(ferry: Case) -> None:
    graph = json.loads(written(ferry, Format.JSONLD))["@graph"]
    by_id = {node["@id"]: node for node in graph}
    (claim,) = [node for node in graph if "Claim" in node["@type"]]
    article = by_id[claim["appearance"]["@id"]]
    agency = by_id[article["prov:wasQuotedFrom"]["@id"]]

    assert claim["@type"] == ["Claim", "Quotation", "prov:Entity"]
    assert claim["spokenByCharacter"]["name"] == "Ines Varga"
    assert article["publisher"]["name"] == "The Orlo Lantern"
    assert article["datePublished"] == {"@type": "xsd:date", "@value": "2031-05-03"}
    assert agency["prov:wasAttributedTo"]["name"] == "Coast Wire"


def test_bibtex_has_one_entry_for_each_document_with_balanced_braces(ferry: Case) -> None:
    text = written(ferry, Format.BIBTEX)
    (entry,) = ENTRY.finditer(text)
    bare = re.sub(r"\\[{}]", "", entry["fields"])

    assert r"title = {Ferry \{stopped\} at 50\% \& more}" in text
    assert "date = {2031-05-03}" in text
    assert "author = {{Ana Petrov}}" in text
    assert bare.count("{") == bare.count("}")


def test_csl_json_follows_its_schema(ferry: Case) -> None:
    items = json.loads(written(ferry, Format.CSL_JSON))
    Draft202012Validator(CSL).validate(items)

    assert items[0]["issued"] == {"date-parts": [[2031, 5, 3]]}


def test_parquet_is_read_back_as_it_was(ferry: Case, tmp_path: Path) -> None:
    types = (RecordType.FIGURE, RecordType.DOCUMENT, RecordType.RELATION)
    assert write_parquet(ferry, tmp_path / "out", types) == 2
    (figure,) = parquet.read_table(tmp_path / "out" / "figure.parquet").to_pylist()
    relations = parquet.read_table(tmp_path / "out" / "relation.parquet")

    assert (figure["best"], figure["modifier"], figure["hi"]) == (40.0, "at_least", None)
    assert figure["spans"] == [[figure["spans"][0][0], figure["spans"][0][1]]]
    assert figure["as_of"]["lo"] is None
    assert relations.num_rows == 0
    assert "verdict" in relations.column_names


def test_parquet_without_its_library_says_what_to_install(
    ferry: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(SettingsError, match=r"pip install 'sayso\[parquet\]'"):
        write_parquet(ferry, tmp_path / "out", (RecordType.CLAIM,))


@pytest.mark.parametrize("form", [Format.WEBANNO, Format.STIX, Format.JSONLD])
def test_only_what_was_accepted_is_written(ferry: Case, form: Format) -> None:
    claim, figure = next(ferry.claims()), next(ferry.figures())
    ferry.desk.judge(claim.id, Verdict.ACCEPT, actor="mira", now=LATER)
    text = written(ferry, form, Reviewed.ACCEPTED)

    assert claim.id in text
    assert figure.id not in text


def test_an_edited_speaker_is_the_one_that_is_exported(ferry: Case) -> None:
    claim = next(ferry.claims())
    ferry.desk.edit(claim.id, "speaker", "I. Varga", actor="mira", now=LATER)

    assert '"name": "I. Varga"' in written(ferry, Format.JSONLD)


def test_json_lines_are_no_format_of_this_writer(ferry: Case) -> None:
    with pytest.raises(ValueError, match="a module of its own"):
        written(ferry, Format.JSONL)


def test_a_name_is_redacted_across_marks_but_not_across_cells() -> None:
    hidden = {"Ines Varga": "[person 1]"}
    page = '<p title="by Ines Varga">“<mark>Ines</mark> Varga” said</p><td>Ines</td><td>Varga</td>'
    found = redact_html(page, hidden)

    assert "<mark>[person 1]</mark>" in found.text
    assert 'title="by [person 1]"' in found.text
    assert "<td>Ines</td><td>Varga</td>" in found.text
    assert (found.names, found.places) == (1, 1)


def test_redaction_leaves_longer_words_and_markup_alone() -> None:
    hidden = {"mark": "[redacted]", "A & B": "[redacted]"}
    found = redact_html(
        "<mark>a mark, remarks, MARK</mark> a &amp; b <style>mark {}</style>", hidden
    )

    assert found.text == (
        "<mark>a [redacted], remarks, [redacted]</mark> [redacted] <style>mark {}</style>"
    )
    assert redact_text("Mark  my marks", {"mark my": "x"}).text == "x marks"
    assert redact_text("as it is", {}).places == 0
