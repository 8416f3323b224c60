"""The bench keeps what it measured, says what moved, and draws how figures grow."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from models.storage import Library
from tests.bench import growth, kept, libraries
from tests.bench.figure import Figure


def test_what_moved_since_the_last_run_is_told_and_what_hardly_did_is_not(tmp_path: Path) -> None:
    assert kept.keep([Figure("list", 20, 10, 2), Figure("open", 20, 10, 2)], tmp_path) == []
    moved = kept.keep([Figure("list", 30, 10, 2), Figure("open", 21, 10, 2), Figure("new", 1, 1, 2)], tmp_path)
    assert moved == ["list: 2.00, now 3.00"]
    (file,) = tmp_path.iterdir()
    runs = json.loads(file.read_text())
    assert [run["ratios"]["list"] for run in runs] == [2.0, 3.0]
    assert all(run["commit"] and run["when"] and run["load"] >= 0 for run in runs)


def test_a_run_of_some_figures_is_held_against_the_last_that_measured_them(tmp_path: Path) -> None:
    kept.keep([Figure("list", 20, 10, 2)], tmp_path)
    kept.keep([Figure("open", 20, 10, 2)], tmp_path)
    assert kept.keep([Figure("list", 10, 10, 2)], tmp_path) == ["list: 2.00, now 1.00"]


def test_only_the_latest_runs_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "KEPT", 3)
    for _ in range(kept.KEPT + 3):
        kept.keep([Figure("list", 20, 10, 2)], tmp_path)
    (file,) = tmp_path.iterdir()
    assert len(json.loads(file.read_text())) == kept.KEPT


def test_the_largest_library_is_made_once_for_each_state_of_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "MANY", 1)
    runs = [tmp_path / name for name in ("one", "two", "three")]
    for run in runs:
        run.mkdir()
    shelves = [libraries.Shelf(run, tmp_path / "kept") for run in runs]
    first = shelves[0].many
    with Library.open(first, who="Ann") as library:
        assert (library.count(), library.check()) == (1, [])
    (made,) = (tmp_path / "kept").iterdir()
    made.write_bytes(b"as it was kept")
    assert shelves[1].many.read_bytes() == b"as it was kept", "a copy, which a run may change"
    monkeypatch.setattr(libraries, "_digest_of_making", lambda: "other")
    assert shelves[2].many.read_bytes() != b"as it was kept"
    assert not made.exists(), "a library takes a gigabyte"


def test_every_curve_is_drawn_and_named() -> None:
    drawn = ElementTree.fromstring(
        growth.chart({"flat": [(10, 2.0), (10_000, 2.0)], "steep": [(10, 1.0), (2_000, 900.0)]})
    )
    lines = [part for part in drawn.iter() if part.tag.endswith("line") and part.get("stroke-width") == "2"]
    flat, steep = lines
    assert flat.get("y1") == flat.get("y2")
    assert float(steep.get("y2", 0)) < float(steep.get("y1", 0))
    said = [part.text or "" for part in drawn.iter() if part.tag.endswith("text")]
    assert any("flat: 2" in text for text in said)
    assert any("steep: 1 to 900 ms" in text for text in said)
