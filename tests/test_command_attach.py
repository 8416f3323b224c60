"""Photos and files from the command line: taken in, listed, written to a folder again."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import Base

from desktop.command_line.main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def clearway(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The exit status, what was printed and what was complained of."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library.clearway"), *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


OF_THE_SAMPLE = (
    *("5b0c7a4de1f94c0fb6a3d2917e84c561", "no-live-data", "internal", "whiteboard.jpg"),
    "The whiteboard at 10:12: three of the four arrows are a person, and it starts at 06:41.",
)


@pytest.fixture
def key(clearway: Run) -> str:
    """The sample, open again, so that something can be added."""
    found = clearway("sample")[1].strip()
    clearway("reopen-round", found, "--reason", "Photos")
    return found


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    exif = Image.Exif()
    exif[Base.Model], exif[Base.Orientation] = "Planted camera", 6
    buffer = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(buffer, "JPEG", exif=exif)
    path = tmp_path / "rota.jpg"
    path.write_bytes(buffer.getvalue())
    return path


def test_files_are_taken_in_listed_and_written_again(clearway: Run, key: str, photo: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_bytes(b"agreed")
    caption = ("--caption", "The rota", "--alternative", "Nine names", "--for-the-client")
    status, printed, _ = clearway("attach", key, "--sign", "ownership-gap", *caption, str(photo))
    first = printed.strip()
    assert (status, len(first)) == (0, 32)
    second = clearway("attach", key, "--point", "dashboards", str(minutes))[1].strip()
    third = clearway("attach", key, "--row", "metrics:1", str(photo), "--keep-original")[1].strip()

    lines = [line.split("\t") for line in clearway("attach", key)[1].splitlines()]
    assert sorted((line[0], line[1], *line[3:]) for line in lines) == sorted(
        [
            (first, "ownership-gap", "for the client", "rota.jpg", "The rota"),
            (second, "dashboards", "internal", "minutes.txt", ""),
            (third, "metrics:1", "internal", "rota.jpg", ""),
            OF_THE_SAMPLE,
        ]
    )
    assert clearway("attach", key, "--point", "dashboards")[1].split("\t")[0] == second
    assert "Planted" not in clearway("attach", key, "--point", "dashboards")[1]

    assert clearway("attach", key, "--export", str(tmp_path / "out"))[0] == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(written) == {"rota.jpg", "rota (2).jpg", "minutes.txt", "whiteboard.jpg"}
    assert written["minutes.txt"] == b"agreed"
    assert b"Planted" not in written["rota.jpg"] + written["rota (2).jpg"]
    assert Image.open(io.BytesIO(written["rota.jpg"])).size == (200, 300)
    clearway("attach", key, "--row", "metrics:1", "--originals", "--export", str(tmp_path / "as-it-came"))
    assert (tmp_path / "as-it-came" / "rota.jpg").read_bytes() == photo.read_bytes()


def test_one_that_is_not_taken_stands_in_no_others_way(clearway: Run, key: str, photo: Path, tmp_path: Path) -> None:
    heic = tmp_path / "IMG_1.HEIC"
    heic.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 90)
    status, printed, told = clearway("attach", key, "--sign", "ownership-gap", str(heic), str(tmp_path), str(photo))
    assert (status, len(printed.splitlines())) == (1, 1)
    assert "IMG_1.HEIC: “IMG_1.HEIC” is a picture of a kind that Clearway does not read" in told
    assert "Is a directory" in told
    status, printed, told = clearway("attach", key, "--sign", "ownership-gap", str(heic))
    assert (status, printed) == (1, "")
    assert told.startswith("“IMG_1.HEIC” is a picture")


REFUSED = (
    (("--sign", "no-such", "FILE"), "“no-such” is none of: accuracy-not-value"),
    (("--point", "no-such", "FILE"), "“no-such” is none of: "),
    (("--row", "metrics:99", "FILE"), "“metrics” has"),
    (("--row", "nowhere:1", "FILE"), "“nowhere” is none of: "),
    (("--row", "zzz", "FILE"), "No row, or more than one"),
    (("FILE",), "Say where the files belong"),
    (("--sign", "ownership-gap", "FILE", "--export", "out"), "not both at once"),
)


def test_what_cannot_be_is_refused(clearway: Run, key: str, photo: Path) -> None:
    for arguments, said in REFUSED:
        status, _, told = clearway("attach", key, *(str(photo) if a == "FILE" else a for a in arguments))
        assert (status, said in told) == (1, True), told


def test_a_closed_round_takes_none(clearway: Run, key: str, photo: Path) -> None:
    clearway("close-round", key, "--reason", "Done")
    status, _, told = clearway("attach", key, "--sign", "ownership-gap", str(photo))
    assert (status, "is closed" in told or "was closed" in told) == (1, True)


def test_of_an_engagement_that_came_without_its_files_each_is_told(
    clearway: Run, key: str, photo: Path, tmp_path: Path
) -> None:
    clearway("attach", key, "--sign", "ownership-gap", str(photo))
    clearway("export", key, str(tmp_path / "a.json"))
    exported = json.loads((tmp_path / "a.json").read_text())["rounds"][-1]["evidence"]
    (evidence,) = [one for one in exported if one["sign"] != OF_THE_SAMPLE[1]]
    assert (evidence["sign"], evidence["name"], "data" in evidence) == ("ownership-gap", "rota.jpg", False)
    other = ("--library", str(tmp_path / "other.clearway"))
    again = clearway(*other, "import", str(tmp_path / "a.json"))[1].strip()
    status, _, told = clearway(*other, "attach", again, "--export", str(tmp_path / "out"))
    missing = "{}: the file itself is not in this library; whoever took it in has it."
    assert (status, sorted(told.splitlines())) == (1, [missing.format("rota.jpg"), missing.format("whiteboard.jpg")])
