"""What is not meant to be read: rules of .saysoignore, hidden and companion files."""

import pytest

from sayso.documents.ignore import is_ignored, is_left_out, parse_ignore


@pytest.mark.parametrize(
    ("rules", "path", "folder", "ignored"),
    [
        ("*.log", "a.log", False, True),
        ("*.log", "x/y/a.log", False, True),
        ("*.log", "a.txt", False, False),
        ("/drafts", "drafts", True, True),
        ("/drafts", "x/drafts", True, False),
        ("drafts/", "x/drafts", True, True),
        ("drafts/", "drafts", False, False),
        ("x/*.txt", "x/a.txt", False, True),
        ("x/*.txt", "x/y/a.txt", False, False),
        ("x/**/a.txt", "x/y/z/a.txt", False, True),
        ("x/**/a.txt", "x/a.txt", False, True),
        ("**/old", "x/old", True, True),
        ("x/**", "x/y/z.txt", False, True),
        ("a?.txt", "ab.txt", False, True),
        ("[ab].txt", "c.txt", False, False),
        ("*.txt\n!keep.txt", "keep.txt", False, False),
        ("*.txt\n!keep.txt", "other.txt", False, True),
        ("# *.txt\n\n", "a.txt", False, False),
    ],
)
def test_rules_mean_what_they_mean_to_git(
    rules: str,
    path: str,
    folder: bool,  # noqa: FBT001 - a column of the table
    ignored: bool,  # noqa: FBT001 - the same
) -> None:
    assert is_ignored(parse_ignore(rules), path, folder=folder) is ignored


@pytest.mark.parametrize(
    ("name", "beside", "left_out"),
    [
        (".git", set(), True),
        ("Thumbs.db", set(), True),
        ("story_files", {"story.html"}, True),
        ("story_files", {"story.htm"}, True),
        ("story_files", {"other.html"}, False),
        ("blobs", {"case.db"}, True),
        ("case.db-wal", {"case.db"}, True),
        ("sayso.toml", {"case.db"}, True),
        ("blobs", set(), False),
        ("case.txt", {"case.db"}, False),
        ("a.txt", set(), False),
    ],
)
def test_what_belongs_to_no_article_is_left_out(
    name: str,
    beside: set[str],
    left_out: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert is_left_out(name, frozenset(beside)) is left_out
