"""`clearway backup`, `backups` and `restore`, from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.command_line.main import main


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The file with the sample in it."""
    path = tmp_path / "library.clearway"
    assert main(["--library", str(path), "sample"]) == 0
    capsys.readouterr()
    return path


def test_a_copy_is_made_and_the_library_is_restored_from_it(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "elsewhere" / "copy.clearway"
    assert main(["--library", str(library), "backup", str(copy)]) == 0
    assert capsys.readouterr().out == f"{copy}\n"
    library.write_bytes(b"no library any more")
    assert main(["--library", str(library), "list"]) == 1
    capsys.readouterr()
    assert main(["--library", str(library), "restore", str(copy)]) == 0
    (kept,) = (tmp_path / "backups").iterdir()
    assert capsys.readouterr().out == f"What was there is kept as {kept}\n"
    assert kept.read_bytes() == b"no library any more"
    assert main(["--library", str(library), "check"]) == 0
    assert capsys.readouterr().out == "1 engagement, all sound.\n"


def test_backups_are_listed_with_whether_they_are_sound(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "backups"
    sound, broken = folder / "library-20261128T090000Z.clearway", folder / "library-20261127T090000Z.clearway"
    assert main(["--library", str(library), "backup", str(sound)]) == 0
    broken.write_bytes(sound.read_bytes()[:-5000])
    capsys.readouterr()
    assert main(["--library", str(library), "backups"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.split("\t")[1:] == [str(sound.stat().st_size), "sound", str(sound)]
    assert second.split("\t")[1:] == [str(broken.stat().st_size), "NOT SOUND", str(broken)]
    assert main(["--library", str(library), "restore", str(broken)]) == 1
    assert "nothing was restored" in capsys.readouterr().err
    assert main(["--library", str(library), "restore", str(folder / "mistyped")]) == 1
    assert "mistyped cannot be read: No such file" in capsys.readouterr().err


def test_the_folder_is_chosen_and_given_up_again(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--library", str(library), "backups", "--folder", str(tmp_path / "disk")]) == 1
    assert "there is no such folder" in capsys.readouterr().err
    (tmp_path / "disk").mkdir()
    assert main(["--library", str(library), "backups", "--folder", str(tmp_path / "disk")]) == 0
    assert capsys.readouterr().out.startswith(f"Backups go to {tmp_path / 'disk'}/Clearway library")
    assert main(["--library", str(library), "backups", "--beside"]) == 0
    assert capsys.readouterr().out == f"Backups go to {tmp_path / 'backups'}\n"
    assert main(["--library", str(library), "backups"]) == 0


def test_no_library_is_made_by_backing_it_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.clearway"
    assert main(["--library", str(path), "backup", str(tmp_path / "copy.clearway")]) == 1
    assert "There is no library at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
