"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.values.files import write_whole


def test_what_is_written_is_what_is_there(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"

    write_whole(target, b"new")
    write_whole(target, b"newer\r\n\0")

    assert target.read_bytes() == b"newer\r\n\0"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.pdf"], "nothing is left beside it"


def test_a_folder_in_the_way_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()

    with pytest.raises(OSError, match=r"directory|denied"):
        write_whole(tmp_path / "plan.pdf", b"new")

    assert [p.name for p in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_missing_folder_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "plan.pdf", b"new")


def test_a_write_that_fails_half_way_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    write_whole(target, b"old")

    with pytest.raises(TypeError):
        write_whole(target, "not bytes")  # type: ignore[arg-type]

    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let go of an open file")
def test_a_reader_who_opened_the_old_file_still_reads_all_of_it(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    write_whole(target, b"old" * 1000)

    with target.open("rb") as reader:
        first = reader.read(3)
        write_whole(target, b"new")
        rest = reader.read()

    assert first + rest == b"old" * 1000
    assert target.read_bytes() == b"new"
