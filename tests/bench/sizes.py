"""How much room a library takes, how long making one takes, and taking in a large engagement."""

from __future__ import annotations

import json
import statistics

from models.engagement.copying import fresh_copy
from models.exchange import write_engagement
from models.storage import Library
from models.values.sentence import act_called
from resources import resource_text
from tests.bench.figure import Figure, processor_time
from tests.bench.large import large_engagement, written
from tests.bench.libraries import FEW, Shelf, import_time, sample_engagement
from tests.built_in import KEY

ACTIONS, ROUNDS, TIMES = 2_000, 50, 5
PART_OF_A_MINUTE = 6_000.0
"""A minute for ten thousand."""


def sizes(shelf: Shelf) -> list[Figure]:
    """Bytes are given as kilobytes."""
    sample = sample_engagement()
    text = written(large_engagement(ACTIONS, ROUNDS))
    one, each = _sizes(shelf)
    whole = len(write_engagement(sample).encode()) / 1000
    pairs = [(import_time(text), processor_time(lambda: json.loads(text))) for _ in range(TIMES)]
    taking, reading = (statistics.median(times) for times in zip(*pairs, strict=True))
    shelf.of(FEW)
    made = shelf.made[FEW]
    return [
        Figure("library of one engagement (floor: its JSON)", one, whole, 2.5, "kB"),
        Figure("each engagement in a library (floor: JSON)", each, whole, 2.5, "kB"),
        Figure("making 1,000 engagements (floor: 6 s)", made, PART_OF_A_MINUTE, 1),
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
