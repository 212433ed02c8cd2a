"""The page on the command line shows every verb with its real help.

``python tests/test_docs.py`` writes the current help texts into the page.
"""

import dataclasses
import re
from pathlib import Path

import click
import pytest

from sayso.cli import main
from sayso.cli.invocation import ExitCode
from sayso.export.record import Record, RecordType
from sayso.export.records import class_of
from sayso.pipeline import annotation
from sayso.settings import Settings

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"
COLUMNS = 80
# <!-- help: add --> followed by a block of text
HELP_BLOCK = re.compile(r"<!-- help: ?(?P<verb>\w*) -->\n```text\n(?P<text>.*?)```\n", re.DOTALL)


def verbs() -> list[str]:
    return main.list_commands(click.Context(main))


def command_of(verb: str) -> click.Command:
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    return command


def help_of(verb: str) -> str:
    root = click.Context(
        main, info_name="sayso", terminal_width=COLUMNS, help_option_names=["-h", "--help"]
    )
    if not verb:
        return main.get_help(root)
    command = command_of(verb)
    return command.get_help(click.Context(command, parent=root, info_name=verb))


def with_current_help(page: str) -> str:
    def block(found: re.Match[str]) -> str:
        verb = found["verb"]
        return f"<!-- help:{verb and ' '}{verb} -->\n```text\n{help_of(verb)}\n```\n"

    return HELP_BLOCK.sub(block, page)


def section(name: str) -> str:
    page = PAGE.read_text(encoding="utf-8")
    return page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def test_every_verb_has_a_section_in_the_order_of_the_help() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert re.findall(r"^## sayso (\w+)$", page, re.MULTILINE) == verbs()


@pytest.mark.parametrize("verb", ["", *verbs()])
def test_the_help_in_the_page_is_the_real_one(verb: str) -> None:
    shown = {found["verb"]: found["text"] for found in HELP_BLOCK.finditer(PAGE.read_text())}

    assert shown[verb].split() == help_of(verb).split()


@pytest.mark.parametrize("verb", verbs())
def test_the_summary_in_the_list_and_every_option_say_something(verb: str) -> None:
    command = command_of(verb)

    assert command.name == verb
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"--{parameter.name} of {verb} has no help"


def test_every_field_of_every_exported_record_is_listed() -> None:
    page = section("sayso export")
    shared = {field.name for field in dataclasses.fields(Record)}

    for record_type in RecordType:
        (row,) = re.findall(rf"^\| `{record_type}` \| (.*) \|$", page, re.MULTILINE)
        own = [f.name for f in dataclasses.fields(class_of(record_type)) if f.name not in shared]
        assert ", ".join(own) in row


@pytest.mark.parametrize(
    ("key", "record"),
    [
        ("mentions", annotation.MentionRecord),
        ("attributions", annotation.AttributionRecord),
        ("timexes", annotation.TimexRecord),
        ("figures", annotation.FigureRecord),
        ("events", annotation.EventRecord),
    ],
)
def test_every_field_of_an_annotation_is_listed(key: str, record: type) -> None:
    (row,) = re.findall(rf"^\| `{key}` \| (.*) \|$", section("sayso annotate"), re.MULTILINE)

    listed = re.findall(r"[a-z_]+", row.replace("and", ""))
    assert listed == [field.name for field in dataclasses.fields(record)]


def test_every_exit_code_and_setting_is_listed() -> None:
    page = section("Conventions")
    codes = [value for name, value in vars(ExitCode).items() if name.isupper()]

    listed = [int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)]
    assert listed == sorted(codes)
    for field in dataclasses.fields(Settings):
        assert f"`{field.name}" in page


if __name__ == "__main__":
    PAGE.write_text(with_current_help(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
