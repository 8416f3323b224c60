"""A library in a folder that a sync program carries about: known, and nothing is lost when it is replaced."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from library_samples import small

from desktop.system.synced import conflicted_copies, sync_program
from models.engagement.edit import Edit
from models.storage import Library, LibraryVanishedError
from models.storage.shared.sharing import Sharing
from models.values.sentence import act_called

ONE = small().id


@pytest.mark.parametrize(
    ("place", "program"),
    [
        ("OneDrive - Harbour Trust/Clearway", "OneDrive"),
        ("OneDrive", "OneDrive"),
        ("Dropbox (Practice)/a/b", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("CloudStorage/GoogleDrive-ann@example.org/My Drive", "Google Drive"),
        ("Nextcloud/files", "Nextcloud"),
        ("Documents/One", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(place: str, program: str, tmp_path: Path) -> None:
    assert sync_program(tmp_path / place / "library.clearway") == program


@pytest.mark.parametrize(
    ("mark", "program"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".sync_1234.db", "Nextcloud")]
)
def test_a_synced_folder_is_known_by_what_lies_in_it(mark: str, program: str, tmp_path: Path) -> None:
    (tmp_path / mark).mkdir()
    assert sync_program(tmp_path / "below" / "library.clearway") == program


@pytest.mark.parametrize(
    "name",
    [
        "library (conflicted copy)",
        "library (Ann's conflicted copy 2026-11-28)",
        "library (conflicted copy 2026-11-28 101500)",
        "library.sync-conflict-20261128-101500-ABCDEFG",
        "library-LAPTOP-7F3K2",
        "library (1)",
        "library 2",
        "library (In Konflikt stehende Kopie von Ann)",
    ],
)
def test_a_second_version_is_known_by_its_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "library.clearway"
    for other in (
        path,
        path.with_name(f"{name}.clearway"),
        path.with_name("letters.clearway"),
        path.with_suffix(".txt"),
    ):
        other.touch()
    assert [copy.stem for copy in conflicted_copies(path)] == [name]


def rename(library: Library, name: str) -> None:
    library.save(Edit(act_called(name), ONE, put=(replace(small().pilot, name=name),)))


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
def test_a_sync_program_that_replaces_the_open_file_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.clearway"
    with Library.open(path, who="Ann") as library:
        library.add(small(), act_called("Add"))
        library.backup(tmp_path / "elsewhere")
        rename(library, "saved here")
        with Library.open(tmp_path / "elsewhere", who="Ben") as other:
            other.save(Edit(act_called("There"), ONE, put=(replace(small().pilot, problem="saved there"),)))
        shutil.move(tmp_path / "elsewhere", path)
        for _ in range(2):
            with pytest.raises(LibraryVanishedError, match="close Clearway and open it again"):
                rename(library, "typed afterwards")
    (copy,) = conflicted_copies(path)
    assert not Path(f"{path}-wal").exists(), "the log of the one would be taken for the other's"
    with Library.open(path, who="Ann") as library, Library.open(copy, who="Ann", read_only=True) as kept:
        Sharing(library).take(Sharing(kept).package([ONE]), {})
        pilot = library.engagement(ONE).pilot
        assert (pilot.name, pilot.problem) == ("saved here", "saved there")
        assert library.check() == []
