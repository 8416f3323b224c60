"""How much room a library takes, how long making one takes, and taking in a large engagement."""

from __future__ import annotations

import json

from models.engagement.copying import fresh_copy
from models.exchange import write_engagement
from models.storage import Library
from models.values.sentence import act_called
from resources import resource_text
from tests.bench.figure import Figure, alternately_on_the_processor
from tests.bench.large import large_engagement, written
from tests.bench.libraries import MANY, Shelf, sample_engagement, taken_in
from tests.built_in import KEY

ACTIONS, ROUNDS = 2_000, 50
MINUTE = 60_000.0


def sizes(shelf: Shelf) -> list[Figure]:
    """Bytes are given as kilobytes."""
    sample = sample_engagement()
    text = written(large_engagement(ACTIONS, ROUNDS))
    one, each = _sizes(shelf)
    whole = len(write_engagement(sample).encode()) / 1000
    taking, reading = alternately_on_the_processor(1, lambda: taken_in(text, stored=True), lambda: json.loads(text))
    shelf.of(MANY)
    made = shelf.made[MANY]
    return [
        Figure("library of one engagement (floor: its JSON)", one, whole, 2.5, "kB"),
        Figure("each engagement in a library (floor: JSON)", each, whole, 2.5, "kB"),
        Figure("making 10,000 engagements (floor: 1 min)", made, MINUTE, 1),
        Figure("import, 2,000 actions, 50 rounds (floor: JSON)", taking, reading, 10),
    ]


def _sizes(shelf: Shelf) -> tuple[float, float]:
    path, more = shelf.empty("size.clearway"), 40
    sample = sample_engagement()
    found = []
    for count in (1, more):
        with Library.open(path, who="bench") as library:
            library.keep_method(KEY, resource_text("method/clearway.toml"))
            for _ in range(count):
                library.add(fresh_copy(sample), act_called("Generated"))
        found.append(path.stat().st_size / 1000)
    return found[0], (found[1] - found[0]) / more
