"""An atlas for tests: the one that ships, and one of an invented country."""

from pathlib import Path

import pytest

from sayso.places.atlas import Atlas
from sayso.places.gazetteer import Gazetteer
from training.gazetteer.geonames import Area, Country, GeoNames, Town
from training.gazetteer.pack import pack


def town(number: int, name: str, at: tuple[float, float], **fields: object) -> Town:
    given: dict[str, object] = {
        "alternates": (),
        "population": 1000,
        "country": "ZW",
        "area": "ZW.01",
        "district": "",
    }
    return Town(id=number, name=name, latitude=at[0], longitude=at[1], **(given | fields))  # type: ignore[arg-type]  # mixed fields of a test


INVENTED = GeoNames(
    countries=(
        Country(
            code="ZW",
            id=1,
            name="Zimbabwe",
            capital="Lakor",
            population=900_000,
            continent="AF",
            neighbours=("ZM",),
        ),
        Country(
            code="SY",
            id=2,
            name="Syria",
            capital="Old Ellery",
            population=800_000,
            continent="AS",
            neighbours=(),
        ),
    ),
    areas=(
        Area(code="ZW.01", id=11, name="Upper Varn", alternates=()),
        Area(code="SY.01", id=12, name="Tesmar Governorate", alternates=("Tesmarah",)),
    ),
    districts=(Area(code="ZW.01.7", id=13, name="Osk District", alternates=()),),
    towns=(
        town(21, "Lakor", (1.0, 2.0), population=50_000),
        town(22, "Osk", (1.5, 2.5), district="ZW.01.7", population=0),
        town(23, "Ellery", (1.2, 2.2), district="ZW.01.7", population=7_000),
        town(24, "Ellery", (31.0, 42.0), country="SY", area="SY.01", population=120_000),
        town(25, "Old Ellery", (30.0, 40.0), country="SY", area="SY.01", population=700_000),
        town(
            26,
            "Al Ghazrah",
            (30.5, 41.0),
            country="SY",
            area="SY.01",
            alternates=("Gazra", "GZR", "غزرة"),
        ),
    ),
)


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an invented gazetteer."""
    path = tmp_path_factory.mktemp("places") / "gazetteer.bin"
    path.write_bytes(pack(INVENTED))
    return path


@pytest.fixture(scope="session")
def gazetteer(packed: Path) -> Gazetteer:
    return Gazetteer.load(packed)


@pytest.fixture(scope="session")
def invented(gazetteer: Gazetteer) -> Atlas:
    return Atlas(gazetteer)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Return the atlas that ships."""
    return Atlas.load()
