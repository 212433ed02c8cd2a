"""What a document costs the registry of a case of 1,000, 10,000 and 100,000 documents.

Usage: python -m benchmarks.actor_costs [SIZE ...]

The names are synthetic: given and family names of syllables, as unequally frequent as those of the
news, family names that stand alone, bodies with acronyms. The case is filled by writing rows of
its tables (names, blocking keys, links of family names to all their bearers, 40 writings a
document); then documents of 40 names, 5 of them new, and 20 claims are taken in as ``sayso add``
does it, each by opening the case anew, and timed one by one.
"""

import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from sayso.case import Case
from sayso.case.actor_names import block_number
from sayso.language.analysis import Mention
from sayso.story.actors.actor import actor_id
from sayso.story.actors.blocking import block_keys
from sayso.story.actors.document_entities import DocumentActors, Speaking, read_entities
from sayso.story.actors.name_form import NameForm, Sort, read_name
from sayso.text import Span

SIZES = (1_000, 10_000, 100_000)
NAMES_A_DOCUMENT, NEW, CLAIMS = 40, 5, 20
NAMES_PER_DOCUMENT_OF_CASE = 2
TIMED = 40
NOW = datetime(2031, 5, 4, tzinfo=UTC)
_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Names with how likely each is written, as sums up to it."""

    names: tuple[str, ...]
    sums: tuple[float, ...]

    def draw(self, rng: random.Random, number: int) -> list[str]:
        return rng.choices(self.names, cum_weights=self.sums, k=number)


def word(rng: random.Random, least: int = 2, most: int = 3) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(least, most))).capitalize()


def population(rng: random.Random, number: int) -> Population:
    """Make names: seven in ten are people, who share given and family names, the rest bodies."""
    given = [word(rng) for _ in range(400)]
    family = [word(rng) for _ in range(max(200, number // 10))]
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(family))))
    found: dict[str, None] = {}
    while len(found) < number:
        if rng.random() < 0.7:  # noqa: PLR2004 - see the docstring
            last = rng.choices(family, cum_weights=weights)[0]
            found.setdefault(f"{rng.choice(given)} {last}")
            if rng.random() < 0.1:  # noqa: PLR2004 - a family name alone
                found.setdefault(last)
        else:
            found.setdefault(f"{word(rng)} {word(rng)} {rng.choice(('Council', 'Group', 'Army'))}")
    sums = tuple(accumulate(1 / (rank + 10) for rank in range(len(found))))
    return Population(names=tuple(found), sums=sums)


def sort_of_name(name: str) -> Sort:
    return Sort.BODY if name.endswith(("Council", "Group", "Army")) else Sort.PERSON


def forms(names: Sequence[str]) -> Iterator[NameForm]:
    for name in names:
        form = read_name(name, sort_of_name(name))
        if form is not None:
            yield form


def fill(path: Path, people: Population, size: int, rng: random.Random) -> None:
    """Write the rows that ``size`` documents leave."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO runs VALUES (1, '', NULL, '[]', NULL, NULL, NULL)")
        connection.execute("INSERT INTO originals VALUES ('0', 1)")
        connection.executemany(
            "INSERT INTO documents (key, id, sha256, media_type, path, byline, added, run_id)"
            " VALUES (?, ?, '0', '', '', '[]', '', 1)",
            ((n, f"d_{n}") for n in range(1, size + 1)),
        )
        keys = _fill_names(connection, people)
        _fill_links(connection, keys)
        _fill_writings(connection, people, keys, size, rng)
        connection.commit()


def _fill_names(connection: sqlite3.Connection, people: Population) -> dict[str, int]:
    keys: dict[str, int] = {}
    for form in forms(people.names):
        if form.key in keys:
            continue
        key = keys[form.key] = len(keys) + 1
        name = actor_id(form.key)
        connection.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?)", (key, name, form.text, form.sort.value)
        )
        row = (
            key,
            form.key,
            name,
            form.sort.value,
            form.text,
            str(list(form.words)).replace("'", '"'),
        )
        connection.execute(
            "INSERT INTO actor_names VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 9, 9, 1, ?)",
            (*row, form.head, key),
        )
        blocks = {block_number(block) for block in block_keys(form).found_by}
        connection.executemany(
            "INSERT INTO actor_blocks VALUES (?, ?)", ((block, key) for block in sorted(blocks))
        )
    return keys


def _fill_links(connection: sqlite3.Connection, keys: dict[str, int]) -> None:
    """Link each family name that stands alone with all who bear it."""
    for name in keys:
        short = keys.get(f"person:{name.split()[-1]}") if " " in name else None
        if short is not None and name.startswith("person:"):
            left, right = sorted((name, f"person:{name.split()[-1]}"))
            relation = "long" if left == name else "short"
            connection.execute(
                "INSERT INTO actor_links VALUES (?, ?, ?, 0.8, '[\"family name\"]', 0, NULL, 0)",
                (keys[left], keys[right], relation),
            )


def _fill_writings(
    connection: sqlite3.Connection,
    people: Population,
    keys: dict[str, int],
    size: int,
    rng: random.Random,
) -> None:
    numbers = [keys[form.key] for form in forms(people.names)]
    for start in range(1, size + 1, 1_000):
        rows = []
        for document in range(start, min(start + 1_000, size + 1)):
            drawn = rng.choices(numbers, cum_weights=people.sums, k=NAMES_A_DOCUMENT)
            rows += [(f"d_{document}", n, key) for n, key in enumerate(dict.fromkeys(drawn))]
        connection.executemany("INSERT INTO actor_entities VALUES (?, ?, ?)", rows)
        connection.executemany("INSERT INTO actor_writings VALUES (?3, ?1, '', 1, '[0,1]')", rows)


def new_document(number: int, people: Population, rng: random.Random) -> DocumentActors:
    names = people.draw(rng, NAMES_A_DOCUMENT - NEW)
    names += [f"{word(rng)} {word(rng)}" for _ in range(NEW - 1)]
    names.append(f"{rng.choice(names[:10]).split()[0]} {people.draw(rng, 1)[0].split()[-1]}")
    text, mentions = "", []
    for entity, name in enumerate(dict.fromkeys(names)):
        span = Span(len(text), len(text) + len(name))
        kind = "ORG" if sort_of_name(name) is Sort.BODY else "PER"
        mentions.append(Mention(span=span, kind=kind, entity=entity, name=name, rule="bench"))
        text += f"{name} said so. "
    found = read_entities(f"new_{number}", text, mentions)
    speaking = tuple(Speaking(claim=n, entity=n) for n in range(CLAIMS))
    return DocumentActors(document=found.document, entities=found.entities, speaking=speaking)


def run(size: int) -> None:
    rng = random.Random(size)  # noqa: S311 - repeatable, not secret
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "case"
        Case.create(directory, now=NOW).close()
        people = population(rng, NAMES_PER_DOCUMENT_OF_CASE * size)
        start = time.perf_counter()
        fill(directory / "case.db", people, size, rng)
        filled = time.perf_counter() - start
        with closing(sqlite3.connect(directory / "case.db")) as connection:
            connection.executemany(
                "INSERT INTO documents (id, sha256, media_type, path, byline, added, run_id)"
                " VALUES (?, '0', '', '', '[]', '', 1)",
                ((f"new_{n}",) for n in range(TIMED)),
            )
            connection.commit()
        wall, processor = _timed(directory, people, rng)
        bytes_ = (directory / "case.db").stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall.sort()
    processor.sort()
    print(
        f"{size:>9,} {len(people.names):>9,} {1000 * wall[len(wall) // 2]:>9.1f}"
        f" {1000 * wall[-3]:>9.1f} {1000 * processor[len(processor) // 2]:>9.1f}"
        f" {bytes_ / 1e6:>9.0f} {peak:>9.0f} {filled:>8.0f}",
        flush=True,
    )


def _timed(
    directory: Path, people: Population, rng: random.Random
) -> tuple[list[float], list[float]]:
    wall, processor = [], []
    for number in range(TIMED):
        document = new_document(number, people, rng)
        with Case.open(directory) as case:
            start, used = time.perf_counter(), time.process_time()
            case.take_in_actors(document)
            wall.append(time.perf_counter() - start)
            processor.append(time.process_time() - used)
    return wall, processor


def main() -> int:
    print("documents     names median ms   95 % ms    cpu ms   file MB   peak MB  fill s")
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        run(size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
