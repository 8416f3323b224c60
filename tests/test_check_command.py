"""`clearway check`: what nobody but Clearway wrote is sound, and each engagement that was altered is named."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from desktop.command_line.main import main
from desktop.library_acts import LibraryActs
from models.storage import BackupError, Library
from models.storage.errors import EngagementDamagedError
from tests.proofs.flipped_bits import prove

CASE = Path(__file__).parent / "cases" / "thailand-screening.json"
SAID = b"The first sign done in four minutes"
"""Of a note in the sample; it stands in no index that a look at the pages alone would compare it with."""


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The file with the sample and a real case in it."""
    path = tmp_path / "library.clearway"
    assert main(["--library", str(path), "sample"]) == main(["--library", str(path), "import", str(CASE)]) == 0
    capsys.readouterr()
    return path


def alter(path: Path, written: bytes, by: bytes) -> None:
    """Another text of the same length in the place of one that is in the file once or more."""
    data = path.read_bytes()
    assert written in data
    assert len(written) == len(by)
    path.write_bytes(data.replace(written, by))


def test_a_sound_library_is_said_to_be_sound(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(library), "check"]) == 0
    assert capsys.readouterr().out == "2 engagements, all sound.\n"


def test_a_library_that_is_not_there_is_not_made_by_checking_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(tmp_path / "none.clearway"), "check"]) == 1
    assert "There is no library at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_engagement_that_was_altered_is_named_and_the_other_is_still_opened(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library, who="Ann") as opened:
        known = opened.ids_beginning("")
        [damaged] = [one for one in known if opened.engagement(one).client.name == "Arkenby Water"]
        [sound] = set(known) - {damaged}
    alter(library, SAID, SAID.replace(b"four minutes", b"nine minutes"))
    with Library.open(library, who="Ann") as opened:
        with pytest.raises(EngagementDamagedError):
            opened.engagement(damaged)
        assert opened.engagement(sound)

    assert main(["--library", str(library), "check"]) == 1
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{damaged}\t")
    assert "is damaged in this library" in line


def test_a_copy_of_a_damaged_engagement_takes_no_sound_copys_place(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.clearway"
    with Library.open(library, who="Ann") as opened:
        opened.backup(copy)
    kept = copy.read_bytes()
    alter(library, SAID, SAID.replace(b"four minutes", b"nine minutes"))
    with Library.open(library, who="Ann") as opened, pytest.raises(BackupError):
        opened.backup(copy)
    assert copy.read_bytes() == kept


def test_a_flipped_bit_gives_nothing_else_without_a_word() -> None:
    ends = prove(40, seed=5)
    assert {end.split(":")[0] for end in ends} == {"refused", "as written"}


def test_a_list_that_is_damaged_is_named_and_made_anew_where_it_is_shown(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlcipher.connect(str(library), isolation_level=None)) as connection:
        connection.execute("UPDATE entry SET client = 'Nobody'")

    assert main(["--library", str(library), "check"]) == 1
    assert capsys.readouterr().out == "the list of engagements is not what was written\n"
    assert main(["--library", str(library), "list"]) == 0
    said = capsys.readouterr()
    assert "Arkenby Water" in said.out
    assert "Nobody" not in said.out
    assert "made anew" in said.err
    assert main(["--library", str(library), "list"]) == main(["--library", str(library), "check"]) == 0
    assert capsys.readouterr().err == ""


def test_a_damaged_engagement_does_not_stand_in_the_way_of_a_new_one(library: Path) -> None:
    alter(library, SAID, SAID.replace(b"four minutes", b"nine minutes"))
    with Library.open(library, who="Ann") as opened:
        assert LibraryActs(opened).begin("Harbour Trust", "Berth planner") in opened.ids_beginning("")
