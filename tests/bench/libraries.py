"""Search and opening among many generated engagements."""

from __future__ import annotations

import hashlib
import random
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from models.engagement.copying import fresh_copy
from models.engagement.engagement import Engagement
from models.exchange import read_engagement
from models.exchange.reading import Surroundings
from models.method.check import read_method
from models.method.method import Method
from models.pictures.logo import take_logo
from models.storage import Library
from models.storage.schema import SCHEMA
from models.values.sentence import act_called
from resources import resource_text
from tests.bench.figure import Figure, alternately_on_the_processor, as_in_a_command, processor_time
from tests.built_in import KEY

MANY, FEW = 10_000, 1_000
PLAYBOOK = 10
TOGETHER = 20
"""How many are written at once, each as an act of its own: nobody sees this library before it is whole."""
ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build" / "bench"
"""Where the largest library lies between runs: making it takes longer than all that is measured."""
WORDS = (
    *("harbour", "claims", "ledger", "orchard", "signal", "mill", "quarry", "beacon", "ferry", "granite", "tariff"),
    *("meadow", "kiln", "anchor", "survey", "lantern", "depot", "canal", "furnace", "barley", "turbine", "parish"),
    *("cobalt", "estuary", "pallet", "compass", "foundry", "trellis", "weir", "salt"),
)


def sample_engagement() -> Engagement:
    return taken_in(resource_text("sample/engagement.json"))


@cache
def the_method() -> Method:
    """The built-in pack."""
    return read_method(resource_text("method/clearway.toml"), "clearway.toml")


def taken_in(text: str | bytes, library: Library | None = None) -> Engagement:
    """An engagement's JSON, read as an import reads it, and put into the library, if any, as an import does."""
    method = the_method()
    around = Surroundings(
        method=lambda key: method,
        current_method=method.key,
        logo=lambda data, name: take_logo(data, name, bytes),
        now=datetime.now(UTC),
    )
    engagement = read_engagement(text, around)
    if library is not None:
        library.add(engagement, act_called("Import"))
    return engagement


def import_time(text: bytes) -> float:
    """Milliseconds on the processor, of an import into a library that is open and holds the sample."""
    with TemporaryDirectory() as folder, Library.open(Path(folder, "one.clearway"), who="bench") as library:
        library.add(fresh_copy(sample_engagement()), act_called("Generated"))
        with as_in_a_command():
            return processor_time(lambda: taken_in(text, library))


class Shelf:
    """Libraries of generated engagements, made once a run; the one of `MANY` once for each state of the code."""

    def __init__(self, folder: Path, kept: Path = KEPT) -> None:
        self._folder, self._kept = folder, kept
        self.made: dict[int, float] = {}
        """Milliseconds on the processor that each took in this run."""

    @property
    def many(self) -> Path:
        return self.of(MANY)

    @property
    def few(self) -> Path:
        return self.of(FEW)

    def of(self, count: int) -> Path:
        """A library of so many engagements."""
        path = self._folder / f"{count}.clearway"
        if path.exists():
            return path
        if count == MANY:
            copyfile(self._kept_one(count), path)
        else:
            begun = time.process_time()
            self._make(path, count, safely=True)
            self.made[count] = (time.process_time() - begun) * 1000
        return path

    def _kept_one(self, count: int) -> Path:
        """One that this very code has made, in this run or in one before it."""
        path = self._kept / f"{count}-{SCHEMA.version}-{_digest_of_making()}.clearway"
        if not path.exists():
            self._kept.mkdir(parents=True, exist_ok=True)
            for other in self._kept.iterdir():
                other.unlink()
            being_made = self._folder / "being-made.clearway"
            self._make(being_made, count, safely=False)
            # Under its name only once it is whole.
            copy = self._kept / "being-copied"
            copyfile(being_made, copy)
            copy.replace(path)
            being_made.unlink()
        return path

    def empty(self, name: str) -> Path:
        return self._folder / name

    def _make(self, path: Path, count: int, *, safely: bool) -> None:
        """One in ten has gone on to the playbook and filled its registers in, as in a practice; the others are whole
        diagnoses with their plans. Not `safely`, nothing waits for the disk: a power cut would cost a making.
        """
        sample, chance = sample_engagement(), random.Random(1)
        diagnosed = replace(sample, rounds=tuple(replace(r, entries=(), cells={}) for r in sample.rounds))
        with as_in_a_command(), Library.open(path, who="bench") as library:
            if not safely:
                library._database.execute("PRAGMA synchronous=OFF")
            library.keep_method(KEY, resource_text("method/clearway.toml"))
            for first in range(0, count, TOGETHER):
                with library._database.atomic():
                    for number in range(first, min(first + TOGETHER, count)):
                        one = sample if number % PLAYBOOK == 0 else diagnosed
                        library.add(_another(one, number, chance), act_called("Generated"))


def _digest_of_making() -> str:
    """Of all code and texts that a library is made by."""
    code = [*ROOT.glob("models/**/*.py"), *ROOT.glob("resources/method/*.toml"), Path(__file__)]
    texts = (path.read_bytes() for path in (*sorted(code), ROOT / "resources" / "sample" / "engagement.json"))
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:16]


def _another(sample: Engagement, number: int, chance: random.Random) -> Engagement:
    copy = fresh_copy(sample)
    name = " ".join(chance.sample(WORDS, 2)).title()
    pilot = " ".join(chance.sample(WORDS, 3)).capitalize()
    return replace(copy, client=replace(copy.client, name=f"{name} {number}"), pilot=replace(copy.pilot, name=pilot))


def search(shelf: Shelf) -> list[Figure]:
    """As one types "harbour sal": each prefix in turn, against a full scan for the same words with LIKE."""
    typed = [text for end in range(3, 12) if (text := "harbour sal"[:end].strip())]
    with Library.open(shelf.many, who="bench") as library:
        connection = library._database.conn

        def scan(text: str) -> object:
            where = " AND ".join("(c.name || ' ' || p.name || ' ' || p.purpose) LIKE ?" for _ in text.split())
            select = f"SELECT p.id, c.name, p.name FROM pilot p JOIN client c ON c.id = p.client_id WHERE {where}"
            return connection.execute(select, [f"%{word}%" for word in text.split()]).fetchall()

        ours, floor = alternately_on_the_processor(
            9,
            lambda: [library.entries(text) for text in typed],
            lambda: [scan(text) for text in typed],
        )
    return [Figure("search as you type, 10,000 engagements", ours / len(typed), floor / len(typed), 0.1)]


def opening(shelf: Shelf) -> list[Figure]:
    chance = random.Random(2)
    with Library.open(shelf.many, who="bench") as many, Library.open(shelf.few, who="bench") as few:
        many_ids = [entry.id for entry in many.entries(limit=MANY)]
        few_ids = [entry.id for entry in few.entries(limit=FEW)]
        ours, floor = alternately_on_the_processor(
            60,
            lambda: many.engagement(chance.choice(many_ids)),
            lambda: few.engagement(chance.choice(few_ids)),
        )
    return [Figure("open one engagement of 10,000 (floor: 1,000)", ours, floor, 1.5)]
