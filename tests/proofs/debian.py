"""The Debian package in a Debian that has nothing else: installed by apt, at work, removed. Called by `frozen`."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

HOME = "/home/consultant"
KEPT = f"{HOME}/.local/share/Clearway/library.clearway"
SHOWN = (
    "applications/clearway.desktop",
    "mime/packages/clearway.xml",
    "metainfo/clearway.metainfo.xml",
    "icons/hicolor/48x48/apps/clearway.png",
    "doc/clearway/copyright",
)


def bare_debian(root: Path) -> bool:
    """Makes one of this machine's own release; False where that cannot be had. Needs root and a network."""
    bootstrap = shutil.which("debootstrap")
    if bootstrap is None:
        return False
    release = platform.freedesktop_os_release().get("VERSION_CODENAME", "stable")
    made = subprocess.run([bootstrap, "--variant=minbase", release, str(root)], capture_output=True, check=False)
    return made.returncode == 0


def prove(root: Path, package: Path) -> None:
    """AssertionError where it does not install, work or go away."""
    shutil.copy(package, root / "tmp" / package.name)
    (root / HOME.lstrip("/")).mkdir(parents=True, exist_ok=True)

    def typed(*command: str) -> str:
        around = {"HOME": HOME, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
        around |= {"QT_QPA_PLATFORM": "offscreen", "DEBIAN_FRONTEND": "noninteractive"}
        whole = [shutil.which("chroot") or "/usr/sbin/chroot", str(root), *command]
        done = subprocess.run(whole, env=around, capture_output=True, text=True, timeout=600, check=False, cwd=root)
        if done.returncode != 0:
            raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done.stdout

    typed("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{package.name}")
    missing = [name for name in SHOWN if not (root / "usr/share" / name).is_file()]
    plugin = "/usr/lib/clearway/_internal/PySide6/Qt/plugins/platforms/libqxcb.so"
    own = ("env", "LD_LIBRARY_PATH=/usr/lib/clearway/_internal")  # as the program itself has it
    unmet = [line for line in typed(*own, "ldd", plugin).splitlines() if "not found" in line]
    if missing or unmet:
        raise AssertionError([*missing, *unmet])
    engagement = typed("clearway", "sample").strip()
    typed("clearway", "report", engagement, "--kind", "summary", "--output", f"{HOME}/summary.pdf")
    if not (root / HOME.lstrip("/") / "summary.pdf").read_bytes().startswith(b"%PDF-"):
        raise AssertionError("no PDF")
    drawn = typed("clearway", "--language", "de", "screenshots", f"{HOME}/drawn", "--until", "first-start").split()
    if (root / drawn[-1].lstrip("/")).stat().st_size < 10_000:
        raise AssertionError(drawn)
    typed("apt-get", "remove", "-y", "-qq", "clearway")
    if (root / "usr/lib/clearway").exists() or not (root / KEPT.lstrip("/")).is_file():
        raise AssertionError("removing takes away the program and leaves the library")
