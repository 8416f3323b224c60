"""Hand-overs that were cut off, changed, made by hand or by somebody with bad intent: refused, and nothing is taken."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from library_samples import rating, small, tables_of

from models.engagement.edit import Edit
from models.storage import Library
from models.storage.shared.container import read, written
from models.storage.shared.errors import (
    ForeignActsError,
    HandOverError,
    HandOverNewerError,
    HandOverTooLargeError,
    InOurNameError,
    ToldOtherwiseError,
)
from models.storage.shared.package import Package
from models.storage.shared.sealed import Seal, opened, sealed
from models.storage.shared.sharing import Sharing
from models.values.sentence import act_called

ONE = small().id


@pytest.fixture
def ann(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "ann" / "library.clearway", who="Ann") as library:
        library.add(small(), act_called("Add"))
        rated = rating(small().current.assessment.id, "new")
        library.save(Edit(act_called("Rate"), ONE, put=(rated,)))
        yield library


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "ben" / "library.clearway", who="Ben") as library:
        library.add(small("two"), act_called("Add"))
        yield library


@pytest.fixture
def package(ann: Library) -> Package:
    return Sharing(ann).package([ONE])


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def changed(package: Package, change: Callable[[list[Any]], Any]) -> bytes:
    """The package's file with something done to its acts."""
    parts = parts_of(written(package))
    acts = json.loads(parts["engagements/0.json"])
    change(acts)
    return zipped({**parts, "engagements/0.json": json.dumps(acts).encode()})


def test_what_was_not_changed_is_read_as_it_was(package: Package) -> None:
    assert read(changed(package, lambda acts: None), package.name) == package


CHANGES: dict[str, Callable[[list[Any]], Any]] = {
    "no act": lambda acts: acts.clear(),
    "a stamp that is no time": lambda acts: acts[1].update(stamp="later"),
    "a clock in the year 9999": lambda acts: acts[1].update(stamp=f"9999{acts[1]['stamp'][4:]}"),
    "a time that is none": lambda acts: acts[1].update(at="noon"),
    "a name that is none": lambda acts: acts[1].update(gid="../../etc"),
    "a kind that is none": lambda acts: acts[1].update(kind="merge"),
    "a label as wide as a house": lambda acts: acts[1].update(label=json.dumps(["{n:999999999}", {"n": 1}])),
    "a label that asks for more": lambda acts: acts[1].update(label=json.dumps(["{n.__class__}", {"n": 1}])),
    "a table that is none": lambda acts: acts[1]["changes"][0].__setitem__(0, "sqlite_schema"),
    "a text for a number": lambda acts: acts[0]["changes"][4][5].update(number="1; DROP TABLE pilot"),
    "an answer that is none": lambda acts: acts[1]["changes"][0][5].update(answer="17"),
    "half a letter": lambda acts: acts[1]["changes"][0][5].update(reason="\ud800"),
    "an id of another sign": lambda acts: acts[1]["changes"][0][5].update(sign_id="other"),
    "something that goes to another round": lambda acts: acts[1]["changes"].append(
        ["rating", acts[1]["changes"][0][1], "u", "assessment_id", "a", "b"]
    ),
    "lists in lists": lambda acts: acts[1].update(changes=json.loads("[" * 900 + "]" * 900)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_clearway_never_writes_is_refused(
    change: Callable[[list[Any]], Any], package: Package, ben: Library
) -> None:
    with pytest.raises(HandOverError):
        Sharing(ben).look(read(changed(package, change), "hostile"))


def test_bombs_are_refused_before_they_unpack(package: Package) -> None:
    parts = parts_of(written(package))
    with pytest.raises(HandOverTooLargeError):
        read(zipped({**parts, "engagements/0.json": b"[" + b"[]," * 7_000_000 + b"[]]"}), "bomb")
    with pytest.raises(HandOverTooLargeError):
        read(zipped({f"{n}": b"" for n in range(20_001)}), "bomb")


def test_a_zip_that_unpacks_without_end_is_refused(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.storage.shared.container.LARGEST", 1_000_000)
    with pytest.raises(HandOverTooLargeError):
        read(zipped({**parts_of(written(package)), "engagements/0.json": b" " * 3_000_000}), "bomb")


def test_a_newer_format_says_so(package: Package) -> None:
    parts = parts_of(written(package))
    told = json.loads(parts["hand-over.json"])
    with pytest.raises(HandOverNewerError, match="newer version"):
        read(zipped({**parts, "hand-over.json": json.dumps({**told, "version": 2}).encode()}), "newer")


def test_whatever_bytes_are_no_hand_over(package: Package) -> None:
    data, chance = written(package), random.Random(7)
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 4)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        try:
            found = read(bytes(broken[: chance.choice((None, chance.randrange(len(broken))))]), package.name)
        except HandOverError:
            continue
        assert found == package or [h.id for h in found.engagements] == [ONE]


def test_every_bit_of_the_seal_and_what_it_holds_counts(package: Package) -> None:
    import pyrage

    identity, chance = pyrage.x25519.Identity.generate(), random.Random(7)
    data = sealed(written(package), Seal(keys=(str(identity.to_public()),)))
    for _ in range(200):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        assert opened(bytes(broken), Seal(keys=(str(identity),))) is None
        assert opened(data[: chance.randrange(len(data))], Seal(keys=(str(identity),))) is None


def taken_nothing(library: Library, package: Package, refusal: type[HandOverError]) -> None:
    with pytest.raises(refusal):
        Sharing(library).take(package, {})
    ids = library.ids_beginning("")
    assert [library.engagement(key).id for key in ids] == ids
    assert library.check() == []


def test_what_is_another_engagements_is_refused(package: Package, ben: Library) -> None:
    (handed,) = package.engagements
    theirs = replace(small().current.notes[0], id=small("two").current.notes[0].id)
    (first, *others) = handed.acts
    stolen = tuple(
        replace(change, record=theirs) if getattr(change, "record", None) == small().current.notes[0] else change
        for change in first.changes
    )
    acts = (replace(first, changes=stolen), *others)
    taken_nothing(ben, replace(package, engagements=(replace(handed, acts=acts),)), ForeignActsError)


def test_a_known_act_that_is_told_otherwise_is_refused(package: Package, ann: Library) -> None:
    (handed,) = package.engagements
    acts = (*handed.acts[:-1], replace(handed.acts[-1], changes=()))
    taken_nothing(ann, replace(package, engagements=(replace(handed, acts=acts),)), ToldOtherwiseError)


def test_acts_in_this_librarys_own_name_are_refused(package: Package, ann: Library) -> None:
    (handed,) = package.engagements
    forged = replace(handed.acts[-1], gid="f" * 32, stamp=f"{handed.acts[-1].stamp.replace('2', '3', 1)}")
    acts = (*handed.acts, replace(forged, stamp=f"2999-01-01T00:00:00.000000+00:00 {forged.maker}"))
    taken_nothing(ann, replace(package, engagements=(replace(handed, acts=acts),)), InOurNameError)


def test_a_hand_over_that_comes_again_changes_nothing(package: Package, ben: Library) -> None:
    Sharing(ben).take(package, {})
    library = ben.path
    before = [entry.when for entry in ben.history(ONE)]
    assert Sharing(ben).take(package, {}) == 0
    assert [entry.when for entry in ben.history(ONE)] == before
    ben.close()
    assert tables_of(library)


def test_acts_that_wait_for_one_another_wait_and_harm_nothing(package: Package, ben: Library) -> None:
    (handed,) = package.engagements
    last = handed.acts[-1]
    one, other = "e" * 32, "f" * 32
    round_ = (replace(last, gid=one, seen=(other,)), replace(last, gid=other, seen=(one,)))
    Sharing(ben).take(replace(package, engagements=(replace(handed, acts=(*handed.acts, *round_)),)), {})
    assert ben.engagement(ONE).pilot == small().pilot
    assert ben.check() == []
