"""Engagements handed over and taken in on the command line."""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from desktop.own_library import open_library, package_at, sharing
from models.engagement.edit import Edit
from models.storage import Library
from models.values.sentence import act_called

STORED = Path(__file__).parent / "storage" / "libraries"


def descriptor(text: str) -> str:
    """One that a passphrase can be read from."""
    reading, writing = os.pipe()
    os.write(writing, f"{text}\n".encode())
    os.close(writing)
    return str(reading)


def run(library: Path, *arguments: str | Path, status: int = 0) -> None:
    assert main(["--library", str(library), *map(str, arguments)]) == status


@pytest.fixture
def ann(tmp_path: Path) -> Path:
    path = tmp_path / "ann" / "library.clearway"
    with open_library(path) as library:
        LibraryActs(library).add_sample()
    return path


@pytest.fixture
def sample(ann: Path) -> str:
    with open_library(ann) as library:
        return library.ids_beginning("")[0]


@pytest.fixture
def ben(tmp_path: Path, ann: Path, sample: str) -> Path:
    path = tmp_path / "ben" / "library.clearway"
    hand(ann, sample, path)
    return path


KEY = pyrage.x25519.Identity.generate()
"""Sealing to a key takes no time, and trying a passphrase takes seconds on purpose."""
SEALED = ("--to", str(KEY.to_public()))


def opened_with(folder: Path) -> tuple[str, Path]:
    """What opens a file that was sealed so."""
    identity = folder / "identity"
    identity.write_text(str(KEY), "ascii")
    return "--identity-file", identity


def hand(giver: Path, engagement: str, taker: Path, *options: str) -> None:
    file = giver.parent / "handed.clearway"
    run(giver, "hand-over", engagement, file, *SEALED)
    run(taker, "take-in", file, *opened_with(giver.parent), "--apply", *options)


def title(path: Path, new: str = "", who: str = "") -> str:
    """Of the first action; changed by somebody, where a new one is given."""
    with Library.open(path, who=who) as library:
        key = library.ids_beginning("")[0]
        action = library.engagement(key).current.actions[0]
        if new:
            library.save(Edit(act_called("Call it otherwise"), key, put=(replace(action, title=new),)))
        return new or action.title


def test_what_is_handed_over_is_whole_sealed_and_private(
    ann: Path, ben: Path, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = ann.parent / "handed.clearway"
    assert file.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert b"Arkenby" not in file.read_bytes()
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    with open_library(ann) as one, open_library(ben) as other:
        assert one.engagement(sample) == other.engagement(sample)
    run(ben, "check")
    assert capsys.readouterr().out.endswith("1 engagement, all sound.\n")


def test_nothing_is_taken_before_it_was_seen_and_the_rest_is_chosen_by_number(
    ann: Path, ben: Path, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    title(ann, "Words of Ann", "Ann")
    title(ben, "Words of Ben", "Ben")
    file = ben.parent / "back.clearway"
    run(ben, "hand-over", sample, file, *SEALED)
    capsys.readouterr()
    run(ann, "take-in", file, *opened_with(ann.parent))
    told = capsys.readouterr().out
    assert "mine, here: Words of Ann" in told
    assert "theirs, Ben: Words of Ben  (stands)" in told
    assert "Call it otherwise" in told
    assert "Nothing has been changed. With --apply it is taken in." in told
    assert title(ann) == "Words of Ann"
    run(ann, "take-in", file, *opened_with(ann.parent), "--apply", "--choose", "1=mine")
    assert title(ann) == "Words of Ann"
    capsys.readouterr()
    run(ann, "take-in", file, *opened_with(ann.parent))
    assert capsys.readouterr().out == "It holds nothing that is not here already.\n"
    hand(ann, sample, ben)
    assert title(ben) == "Words of Ann"


def test_theirs_can_stand_everywhere_and_an_act_be_left_out(ann: Path, ben: Path, sample: str) -> None:
    title(ben, "Words of Ben", "Ben")
    title(ann, "Words of Ann", "Ann")
    hand(ben, sample, ann, "--theirs")
    assert title(ann) == "Words of Ben"
    title(ben, "Left out", "Ben")
    before = title(ann)
    hand(ben, sample, ann, "--leave-out", "1")
    assert title(ann) == before


def test_a_number_that_is_not_told_is_refused(
    ann: Path, ben: Path, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    title(ben, "Words of Ben", "Ben")
    file = ben.parent / "back.clearway"
    run(ben, "hand-over", sample, file, *SEALED)
    options = (file, *opened_with(ann.parent), "--apply", "--leave-out", "7")
    run(ann, "take-in", *options, status=1)
    assert "no number 7" in capsys.readouterr().err


def test_a_key_of_age_opens_what_was_sealed_to_it(
    ann: Path, tmp_path: Path, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    identity = pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_text(f"# created today\n{identity}\n")
    file = tmp_path / "handed.clearway"
    run(ann, "hand-over", sample, file, "--to", str(identity.to_public()))
    run(tmp_path / "ben" / "library.clearway", "take-in", file, "--identity-file", tmp_path / "key.txt", "--apply")
    assert title(tmp_path / "ben" / "library.clearway") == title(ann)
    run(ann, "hand-over", sample, file, "--to", "age1nonsense", status=1)
    assert "no key that age knows" in capsys.readouterr().err
    other = pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_text(str(other))
    run(ann, "take-in", file, "--identity-file", tmp_path / "key.txt", status=1)
    assert "does not open" in capsys.readouterr().err


def test_a_conflicted_copy_of_the_library_is_taken_in_and_stays_as_it_is(ann: Path) -> None:
    copy = ann.with_name("library (conflicted copy).clearway")
    shutil.copy(ann, copy)
    title(copy, "In the copy", "Ann")
    before = copy.read_bytes()
    run(ann, "take-in", copy, "--apply")
    assert title(ann) == "In the copy"
    assert copy.read_bytes() == before


def test_a_library_of_an_earlier_version_is_taken_in_and_stays_as_it_is(ann: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.clearway"
    shutil.copy(STORED / "schema_5.clearway", old)
    package = package_at(old, lambda data: None)
    assert old.read_bytes() == (STORED / "schema_5.clearway").read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["ann", "old.clearway"]
    with open_library(ann) as library:
        assert sharing(library).take(package, {}) == 2
        assert library.check() == []
    run(ann, "check")


@pytest.mark.parametrize("name", ["no.clearway", "text.clearway"])
def test_what_is_no_hand_over_is_refused_in_words(
    name: str, ann: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.clearway").write_text("This is a letter. " * 100)
    run(ann, "take-in", tmp_path / name, "--apply", status=1)
    assert name in capsys.readouterr().err


def test_a_passphrase_is_needed_and_an_empty_one_refused(
    ann: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    file = tmp_path / "handed.clearway"
    run(ann, "hand-over", sample, file, status=1)
    run(ann, "hand-over", sample, file, "--passphrase-fd", descriptor(""), status=1)
    assert not file.exists()
    assert "An empty passphrase seals nothing" in capsys.readouterr().err


def test_a_locked_library_and_a_sealed_file_each_get_their_own_passphrase(
    ann: Path, sample: str, tmp_path: Path
) -> None:
    run(ann, "lock", "--new-passphrase-fd", descriptor("of the library"))
    file, ben = tmp_path / "handed.clearway", tmp_path / "ben" / "library.clearway"
    both = ("--passphrase-fd", descriptor("of the file"), "--library-passphrase-fd", descriptor("of the library"))
    run(ann, "hand-over", sample, file, *both)
    run(ben, "take-in", file, "--passphrase-fd", descriptor("of the file"), "--apply")
    assert title(ben)
    copy = tmp_path / "copy.clearway"
    shutil.copy(ann, copy)
    run(
        tmp_path / "eve" / "library.clearway",
        "take-in",
        copy,
        "--passphrase-fd",
        descriptor("of the library"),
        "--apply",
    )
    run(ben, "take-in", copy, "--passphrase-fd", descriptor("wrong"), status=1)
