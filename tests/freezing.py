"""Freezes Clearway into a folder that needs no Python, and on Linux packs it as an archive with its installer.

python -m tests.freezing FOLDER    into FOLDER/clearway, FOLDER/clearway-VERSION-linux-PROCESSOR.tar.xz
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from resources.version import VERSION

ROOT = Path(__file__).parents[1]
RECIPE = ROOT / "resources" / "packaging"


def main(arguments: list[str]) -> int:
    """Makes them and prints how large they are."""
    folder = Path(arguments[0]).resolve()
    frozen = freeze(folder)
    print(f"{frozen}: {sum(path.stat().st_size for path in frozen.rglob('*') if path.is_file()) / 1e6:.1f} MB")
    if sys.platform == "linux":
        archive = pack(frozen)
        print(f"{archive}: {archive.stat().st_size / 1e6:.1f} MB")
    return 0


def freeze(folder: Path) -> Path:
    """The folder with the program in it. Raises CalledProcessError."""
    work = folder / "work"
    places = ("--distpath", str(folder), "--workpath", str(work))
    recipe = str(RECIPE / "clearway.spec")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, recipe]
    subprocess.run(command, check=True, cwd=ROOT)
    shutil.rmtree(work)
    return folder / "clearway"


def pack(frozen: Path) -> Path:
    """The archive, with what makes a program of it where it is unpacked."""
    name = f"clearway-{VERSION}-linux-{platform.machine()}"
    archive = frozen.with_name(f"{name}.tar.xz")
    with tarfile.open(archive, "w:xz", preset=6) as packed:
        packed.add(frozen, f"{name}/clearway")
        for each in ("install.sh", "clearway.desktop", "clearway.xml"):
            packed.add(RECIPE / each, f"{name}/{each}")
        packed.add(ROOT / "resources/icons/clearway.svg", f"{name}/clearway.svg")
        packed.add(ROOT / "resources/notices/notices.txt", f"{name}/notices.txt")
    return archive


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
