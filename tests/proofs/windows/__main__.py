"""Proves on Linux what can be proved of Clearway on Windows: with its wheels and CPython for Windows, run by Wine.

python -m tests.proofs.windows              all pieces
python -m tests.proofs.windows walk         one of them: walk, models, storage, drawn, frozen

It needs wine64 and a compiler for Windows from the system, a network, and 3 GB for as long as it runs. Wine is not
Windows: nothing is proved of screens, mail programs, the Explorer, or how a real Windows locks files.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PIL import Image

from tests.freezing import size_of
from tests.packing import RECIPE
from tests.proofs.windows.walk import WALK, Desk, documents, holds
from tests.proofs.windows.wine import Windows, missing


def walk(windows: Windows, folder: Path) -> None:
    """Each command as a process of its own."""
    for piece in WALK:
        own = folder / piece.__name__
        own.mkdir()
        print(f"{piece.__name__}: {piece(Desk(windows, own))}", flush=True)


def tests_of(place: str) -> Callable[[Windows, Path], None]:
    """What runs the tests in a folder of them."""

    def run(windows: Windows, _folder: Path) -> None:
        done = windows.python("-m", "pytest", f"tests/{place}", limit=7200)
        print(f"{place}: {done.out.splitlines()[-1]}", flush=True)
        holds(done.status == 0 and re.search(r"\d+ passed", done.out) is not None, f"{done.out}\n{done.err}")

    return run


def drawn(windows: Windows, folder: Path) -> None:
    """Every screen and page of the room, in windows that no screen shows."""
    print(f"drawn: {screens(Desk(windows, folder))} screens were drawn.", flush=True)


def screens(desk: Desk) -> int:
    """How many were drawn. AssertionError where one is empty."""
    pictures = desk.at("screens")
    pictures.mkdir()
    done = desk.ran("screenshots", pictures, "--size", "1024x768", limit=1800)
    files = sorted(pictures.glob("*.png"))
    holds(done.status == 0 and len(files) == len(done.out.splitlines()) > 0, done)
    for file in files:
        with Image.open(file) as picture:
            holds(len(picture.convert("RGB").getcolors(picture.width * picture.height) or []) > 1, f"{file} is empty")
    return len(files)


def frozen(windows: Windows, folder: Path) -> None:
    """The program that an installer for Windows would bring: made there, and at work without a Python beside it."""
    places = ("--distpath", folder, "--workpath", folder / "work")
    recipe = RECIPE / "clearway.spec"
    made = windows.python("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, recipe, limit=7200)
    program = folder / "clearway/clearway.exe"
    holds(made.status == 0 and program.exists(), made)
    print(f"frozen: {size_of(program.parent) / 1e6:.0f} MB.", flush=True)
    desk = Desk(windows, folder, program)
    print(f"frozen: {documents(desk)} {screens(desk)} screens were drawn.", flush=True)


PIECES = {"walk": walk, "models": tests_of("models"), "storage": tests_of("storage"), "drawn": drawn, "frozen": frozen}


def main(wanted: list[str]) -> int:
    """Says what was proved; AssertionError where it was not."""
    if needed := missing():
        print(f"Nothing proved: {needed} are to be installed first.")
        return 1
    with tempfile.TemporaryDirectory() as name, closing(Windows(Path(name))) as windows:
        windows.set_up()
        for piece in wanted or PIECES:
            folder = Path(name) / piece
            folder.mkdir()
            PIECES[piece](windows, folder)
    print("This ran under Wine; it was not tested on Windows.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
