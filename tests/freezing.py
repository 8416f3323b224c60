"""Freezes Clearway into a folder that needs no Python, and on Linux packs it as an archive and as a Debian package.

python -m tests.freezing FOLDER    into FOLDER/clearway, FOLDER/clearway-VERSION-linux-PROCESSOR.tar.xz, FOLDER/….deb
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.packing import RECIPE, ROOT, debian_package, pack

NO_DATA = struct.pack("<HBB2H4B4s8B8xII16x", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"ToCP", 1, *bytes(7), 0, 0)
"""ICU's own form of no data at all (its `stubdata.cpp`)."""


def main(arguments: list[str]) -> int:
    """Makes them and prints how large they are."""
    folder = Path(arguments[0]).resolve()
    frozen = freeze(folder)
    print(f"{frozen}: {size_of(frozen) / 1e6:.1f} MB")
    if sys.platform == "linux":
        for packed in (pack(frozen), debian_package(frozen)):
            print(f"{packed}: {packed.stat().st_size / 1e6:.1f} MB")
    return 0


def size_of(folder: Path) -> int:
    """Bytes of all files in it, each counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def freeze(folder: Path) -> Path:
    """The folder with the program in it. Raises CalledProcessError."""
    work = folder / "work"
    places = ("--distpath", str(folder), "--workpath", str(work))
    recipe = str(RECIPE / "clearway.spec")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, recipe]
    subprocess.run(command, check=True, cwd=ROOT)
    shutil.rmtree(work)
    for path in (folder / "clearway").rglob("libicudata.so.*"):
        if not path.is_symlink():
            empty_icu_data(path)
    return folder / "clearway"


def empty_icu_data(library: Path) -> None:
    """Puts ICU's empty data, a few hundred bytes, in the place of 32 MB that tell how all languages are sorted.

    Qt asks ICU only to sort and to read encodings from before Unicode, and Clearway does both without Qt. Raises
    CalledProcessError.
    """
    symbol = f"icudt{library.suffix.removeprefix('.')}_dat"
    names = ("--strip-symbol", "_binary_d_end", "--strip-symbol", "_binary_d_size", "--redefine-sym")
    readonly = ("--rename-section", ".data=.rodata,alloc,load,readonly,data,contents")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "d").write_bytes(NO_DATA)
        for command in (
            ["ld", "-r", "-b", "binary", "-o", "d.o", "d"],
            ["objcopy", *names, f"_binary_d_start={symbol}", *readonly, "d.o"],
            ["ld", "-shared", "-s", "-z", "noexecstack", "-soname", library.name, "-o", str(library), "d.o"],
        ):
            subprocess.run(command, check=True, cwd=folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
