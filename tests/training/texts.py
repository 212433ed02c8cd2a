"""One short annotated text for the tests of training."""

from pathlib import Path

from training.corpus.read import read_text
from training.corpus.records import GoldText

TEXT = "Ada Brun said on Thursday that 40 dockers had walked out. The port said on Thursday that 40 dockers had walked.\n"
HEAD = "id: t-01\nstory: t\nkind: wire\ntopic: strike\npublished: 2024-05-02\n\n"
ROWS = """@0
A1 | said | Ada Brun | that 40 … out | said assert | who=Ada Brun
A2 | said^2 | The port | that 40 … walked^2 | wrote deny neg | who=port
T | Thursday | DATE | 2024-05-02
T | Thursday | DATE | 2024-05-02
F | 40 dockers | 40 | exact count | dockers | dockers | protested flow | asserted
V | walked | protest | asserted
V | walked | move | planned
M | PER | Ada Brun | @0 Ada Brun | -
M | FAC | port | - | @0 The port
D | 2024-05-02 | @0 Thursday
"""


def annotated_text(folder: Path) -> GoldText:
    path = folder / "t-01.txt"
    path.write_text(HEAD + TEXT, encoding="utf-8")
    path.with_suffix(".ann").write_text(ROWS, encoding="utf-8")
    return read_text(path)
