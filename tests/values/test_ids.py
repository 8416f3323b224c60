"""The ids that records get: never the same twice, and later ones behind earlier ones."""

from __future__ import annotations

import re
import time

from models.values.terms import new_id, new_ids

FORM = re.compile(r"[0-9a-f]{32}")


def test_ids_are_never_the_same_twice() -> None:
    ids = [*new_ids(5_000), *(new_id() for _ in range(100))]
    assert len(set(ids)) == len(ids)
    assert all(map(FORM.fullmatch, ids))
    assert new_ids(0) == []


def test_what_is_made_later_stands_behind() -> None:
    earlier = new_ids(10)
    time.sleep(0.002)
    assert max(earlier) < min(new_id(), *new_ids(10))
