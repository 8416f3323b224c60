"""Packs the frozen Clearway for Linux: an archive with its installer, and a package for Debian and what comes of it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import tarfile
import tempfile
from datetime import date
from pathlib import Path

from resources.version import VERSION
from tests.icons import DRAWING, ICONS, SIZES

ROOT = Path(__file__).parents[1]
RECIPE = ROOT / "resources/packaging"
NOTICES = ROOT / "resources/notices/notices.txt"
DEBIAN_NAMES = {"x86_64": "amd64", "aarch64": "arm64"}
CONTROL = """\
Package: clearway
Version: {version}
Architecture: {architecture}
Maintainer: The makers of Clearway
Installed-Size: {kilobytes}
Depends: libc6 (>= {libc}), libgl1, libegl1, libx11-6, libdbus-1-3, libstdc++6, zlib1g
Section: misc
Priority: optional
Description: find out why an AI pilot is stuck
 Clearway takes a client's room through six failure modes with 24 warning signs,
 proposes what to do, and makes the documents that the client keeps. It works
 without any network.
"""
"""The libraries that no bundle can bring along are the system's: see `NOT_NEEDED` in the recipe."""


def pack(frozen: Path) -> Path:
    """The archive, with what makes a program of it where it is unpacked."""
    name = f"clearway-{VERSION}-linux-{platform.machine()}"
    archive = frozen.with_name(f"{name}.tar.xz")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(archive, "w:xz", preset=6) as packed:
        share(Path(folder))
        packed.add(frozen, f"{name}/clearway")
        packed.add(folder, f"{name}/share")
        packed.add(RECIPE / "install.sh", f"{name}/install.sh")
        packed.add(NOTICES, f"{name}/notices.txt")
    return archive


def debian_package(frozen: Path) -> Path:
    """The package, to be installed by a double click or with apt. Raises CalledProcessError."""
    architecture = DEBIAN_NAMES[platform.machine()]
    package = frozen.with_name(f"clearway_{VERSION}_{architecture}.deb")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        shutil.copytree(frozen, root / "usr/lib/clearway", symlinks=True)
        share(root / "usr/share")
        document = root / "usr/share/doc/clearway/copyright"
        document.parent.mkdir(parents=True)
        shutil.copy(NOTICES, document)
        (root / "usr/bin").mkdir()
        (root / "usr/bin/clearway").symlink_to("../lib/clearway/clearway")
        kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1000
        libc = (os.confstr("CS_GNU_LIBC_VERSION") or "").split(" ")[-1]
        control = CONTROL.format(version=VERSION, architecture=architecture, kilobytes=kilobytes, libc=libc)
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(control, "utf-8")
        build = ("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build")
        subprocess.run([*build, str(root), str(package)], check=True, stdout=subprocess.DEVNULL)
    return package


def share(folder: Path) -> None:
    """What lists of programs, file types and icons read, as it lies in a `share` folder."""

    def put(path: Path, place: str) -> Path:
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(path, target))

    put(RECIPE / "clearway.desktop", "applications/clearway.desktop")
    put(RECIPE / "clearway.xml", "mime/packages/clearway.xml")
    put(DRAWING, "icons/hicolor/scalable/apps/clearway.svg")
    for size in SIZES:
        put(ICONS / f"clearway-{size}.png", f"icons/hicolor/{size}x{size}/apps/clearway.png")
    told = put(RECIPE / "clearway.metainfo.xml", "metainfo/clearway.metainfo.xml")
    values = {"VERSION": VERSION, "DATE": date.today().isoformat()}
    told.write_text(re.sub(r"@(\w+)@", lambda found: values[found[1]], told.read_text("utf-8")), "utf-8")
