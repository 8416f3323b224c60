"""A library with 500 photos beside one engagement, side by side with the same library without one."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from models.engagement.edit import Edit
from models.engagement.engagement import Asset, Note
from models.engagement.evidence import Beside
from models.pictures.kept import TakenIn, attaching
from models.storage import Library
from models.values.sentence import act_called
from tests.bench.figure import Figure, alternately_on_the_processor
from tests.bench.libraries import Shelf

PHOTOS, PHOTO, SMALL = 500, 600_000, 8_000
"""How many, and bytes of each and of its thumbnail, as photos of telephones come to."""
LOOKS, KEYS = 25, 200


def photos(shelf: Shelf) -> list[Figure]:
    """Opening the library and listing it, opening the engagement, searching, a key's commit; in processor time."""
    without, with_photos = shelf.few, shelf.empty("photos.clearway")
    if not with_photos.exists():
        _fill(without, with_photos)
    listed = alternately_on_the_processor(LOOKS, partial(_listed, with_photos), partial(_listed, without))
    with Library.open(with_photos, who="bench") as many, Library.open(without, who="bench") as none:
        key = _fullest(none)
        work = {
            "open its engagement": lambda library: library.engagement(key),
            "search": lambda library: library.entries("harbour sal"),
        }
        found = {
            name: alternately_on_the_processor(LOOKS, partial(one, many), partial(one, none))
            for name, one in work.items()
        }
        typed = alternately_on_the_processor(KEYS, _typing(many, key), _typing(none, key))
    return [
        Figure(f"{PHOTOS} photos: start until the list", *listed, 1.1),
        Figure(f"{PHOTOS} photos: open its engagement", *found["open its engagement"], 2.0),
        Figure(f"{PHOTOS} photos: search", *found["search"], 1.1),
        Figure(f"{PHOTOS} photos: a key, until committed", *typed, 1.1),
    ]


def _fill(plain: Path, path: Path) -> None:
    copyfile(plain, path)
    chance, now = random.Random(3), datetime.now(UTC)
    with Library.open(path, who="bench") as library:
        engagement = library.engagement(_fullest(library))
        signs = [*engagement.current.ratings]
        for number in range(PHOTOS):
            taken = TakenIn(_file(chance.randbytes(PHOTO)), _file(chance.randbytes(SMALL)))
            beside = Beside(sign_id=signs[number % len(signs)])
            library.save(attaching(engagement, beside, taken, now, caption=f"Photo {number}"))


def _fullest(library: Library) -> str:
    """The engagement that was added first, in both libraries the same."""
    return library.entries(limit=-1)[-1].id


def _file(data: bytes) -> Asset:
    return Asset(id=sha256(data).hexdigest(), name="photo.jpg", media_type="image/jpeg", data=data)


def _listed(path: Path) -> None:
    with Library.open(path, who="bench") as library:
        library.entries()


def _typing(library: Library, key: str) -> partial[None]:
    """A letter more in a note, as one act."""
    note = Note(assessment_id=library.engagement(key).current.assessment.id, text="")
    letters: list[str] = []

    def press() -> None:
        letters.append("x")
        library.save(Edit(act_called("Note"), key, (replace(note, text="".join(letters)),), typing="one"))

    return partial(press)
