"""Proves the frozen Clearway on a system that has hardly anything: no Python, no Qt, no fonts, no packages.

python -m tests.proofs.frozen    freezes, packs, installs, and works in a bare root, and in a bare Debian where it can
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

from desktop.library_acts import LibraryActs
from desktop.own_library import open_library
from tests.freezing import freeze, size_of
from tests.packing import debian_package, pack
from tests.proofs import debian
from tests.test_light_commands import loaded

FOLDER_LIMIT, ARCHIVE_LIMIT = 200_000_000, 70_000_000
SYSTEM = ("libGL.so.1", "libEGL.so.1", "libX11.so.6", "libdbus-1.so.3", "libstdc++.so.6", "libz.so.1")
"""What every desktop has and no bundle can bring along, for its graphics driver uses it too; with what these load."""
TOOLS = ("sh", "cp", "ln", "mkdir", "rm", "sed", "dirname", "uname")
HOME = "/home/consultant"
GPL = ("DarkGarden", "libreadline")


def main() -> int:
    """Says what was proved; CalledProcessError or AssertionError where it was not."""
    if os.geteuid() != 0:
        print("Nothing proved: only root can make a bare root.")
        return 1
    with tempfile.TemporaryDirectory() as name:
        frozen = freeze(Path(name))
        size = size_of(frozen)
        stowed = [path for path in frozen.rglob("*") if any(part in path.name for part in GPL)]
        if stowed or size > FOLDER_LIMIT:
            raise AssertionError(f"{size} bytes, {stowed}")
        if missed := not_taken_along(frozen, Path(name)):
            raise AssertionError(f"unfrozen a document is made with {missed}")
        archive, package = pack(frozen), debian_package(frozen)
        packed = max(archive.stat().st_size, package.stat().st_size)
        if packed > ARCHIVE_LIMIT:
            raise AssertionError(f"{packed} bytes packed")
        root = bare_root(Path(name) / "root")
        with tarfile.open(archive) as opened:
            opened.extractall(root / "opt", filter="tar")
        prove(root, archive.name.removesuffix(".tar.xz"))
        of_debian = debian.bare_debian(Path(name) / "debian")
        if of_debian:
            debian.prove(Path(name) / "debian", package)
    print(f"The frozen Clearway ({size / 1e6:.1f} MB, packed {packed / 1e6:.1f} MB) was installed in a bare root,")
    print("where it made the sample's action plan, drew a window, and was removed again.")
    if of_debian:
        print("Its Debian package was installed by apt in a Debian with nothing else, worked there and was removed.")
    else:
        print("The Debian package was made and not installed: debootstrap, or the network it needs, is not here.")
    return 0


def not_taken_along(frozen: Path, folder: Path) -> list[str]:
    """Compiled modules that make a document here and are not in the frozen program, which then does it slower or not
    at all: PyInstaller finds no import that stands in a text. `folder` is where the document may lie.
    """
    with open_library(folder / "library.clearway") as library:
        sample = LibraryActs(library).add_sample()
    made = loaded(folder, "report", sample, "--kind", "action-plan", "--output", str(folder / "plan.pdf"))
    installed = {name for name in made if name.split(".")[0] not in {*sys.stdlib_module_names, "__main__"}}
    places = [spec.origin or "" for name in installed if (spec := find_spec(name)) is not None]
    compiled = {Path(place).name for place in places if place.endswith(tuple(EXTENSION_SUFFIXES))}
    return sorted(compiled - {path.name for path in frozen.rglob("*")})


def bare_root(root: Path) -> Path:
    """A system with the C library, a shell, and what `SYSTEM` names."""
    for folder in ("tmp", "proc", "dev", "opt", HOME.lstrip("/")):
        (root / folder).mkdir(parents=True)
    (root / "dev/null").touch()
    for tool in TOOLS:
        found = shutil.which(tool)
        if found is None:
            raise AssertionError(tool)
        bring(root, Path(found), root / "bin" / tool)
    cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    for library in SYSTEM:
        path = re.search(rf"{re.escape(library)} \(libc6,[^)]*\) => (\S+)", cache)
        if path is None:
            raise AssertionError(f"{library} is not on this machine")
        bring(root, Path(path[1]), root / path[1].lstrip("/"))
    for library in ("libpthread.so.0", "libdl.so.2", "librt.so.1", "libutil.so.1", "libm.so.6", "libresolv.so.2"):
        path = re.search(rf"{re.escape(library)} \(libc6,[^)]*\) => (\S+)", cache)
        if path is not None:
            bring(root, Path(path[1]), root / path[1].lstrip("/"))
    return root


def bring(root: Path, file: Path, target: Path) -> None:
    """Copies it with the libraries it loads."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, target)
    needed = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False).stdout
    for path in re.findall(r"(/\S+) \(0x", needed):
        inside = root / path.lstrip("/")
        if not inside.exists():
            inside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, inside)


def prove(root: Path, unpacked: str) -> None:
    """Installs, works, removes, as somebody there would type it."""

    def typed(*command: str, status: int = 0) -> str:
        around = {"HOME": HOME, "PATH": f"{HOME}/.local/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
        whole = [shutil.which("chroot") or "/usr/sbin/chroot", str(root), *command]
        done = subprocess.run(whole, env=around, capture_output=True, text=True, timeout=200, check=False, cwd=root)
        if done.returncode != status:
            raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout or done.stderr

    home = root / HOME.lstrip("/")
    typed("sh", f"/opt/{unpacked}/install.sh")
    entry = (home / ".local/share/applications/clearway.desktop").read_text("utf-8")
    if f'Exec="{HOME}/.local/lib/clearway/clearway" %f' not in entry:
        raise AssertionError(entry)
    engagement = typed("clearway", "sample").strip()
    typed("clearway", "report", engagement, "--kind", "action-plan", "--output", f"{HOME}/plan.pdf")
    if not (home / "plan.pdf").read_bytes().startswith(b"%PDF-"):
        raise AssertionError("no PDF")
    typed("clearway", "export-actions", engagement, f"{HOME}/actions.xlsx")
    nobody = typed("clearway", "hub", "join", "postgresql://ann@127.0.0.1:1/clearway", status=1)
    if "does not answer" not in nobody:  # the hub's client is there, and knocked
        raise AssertionError(nobody)
    drawn = typed("clearway", "screenshots", f"{HOME}/drawn", "--until", "library").splitlines()
    if len(drawn) != 2 or (root / drawn[-1].lstrip("/")).stat().st_size < 10_000:
        raise AssertionError(drawn)
    typed("sh", f"/opt/{unpacked}/install.sh", "--remove")
    if (home / ".local/lib/clearway").exists() or not (home / ".local/share/Clearway/library.clearway").is_file():
        raise AssertionError("removing takes away the program and leaves the library")


if __name__ == "__main__":
    sys.exit(main())
