"""Sets everything up on a machine that has nothing but Python, then starts Clearway.

python3 run.py              starts the app; without a screen, makes the sample engagement and its action plan
python3 run.py test         passes the tests
python3 run.py bench        prints the measurements
python3 run.py ARGUMENTS    is the same as: clearway ARGUMENTS
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
OLDEST = (3, 11)

DEBIAN_PACKAGES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
"""What Qt loads from the system on Linux, and the Debian package that has it."""


def main(arguments: list[str]) -> int:
    """Sets up what is missing and hands over; the exit status."""
    if sys.version_info < OLDEST:
        print(
            f"Clearway needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.",
            file=sys.stderr,
        )
        return 1
    try:
        set_up()
    except subprocess.CalledProcessError as error:
        print(f"Set-up stopped: {' '.join(map(str, error.cmd))} ended with {error.returncode}.", file=sys.stderr)
        return 1
    if arguments[:1] == ["test"]:
        return run_tests(arguments[1:])
    if arguments[:1] == ["bench"]:
        return subprocess.call([python(), "-m", "tests.bench", *arguments[1:]], cwd=ROOT)
    return subprocess.call([python(), "-m", "desktop.command_line", *arguments], env=with_root_on_path())


def set_up() -> None:
    """Makes the environment unless it is there and as the lock file says. Raises CalledProcessError."""
    install_system_packages(missing_system_packages())
    done, wanted = HOME / "set-up", fingerprint()
    if done.is_file() and done.read_text() == wanted:
        return
    say("Setting up Clearway, once. This takes less than a minute.")
    if not python().exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", HOME], check=True)
    install_locked()
    done.write_text(wanted)


def python() -> Path:
    """The environment's interpreter."""
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """Changes whenever the environment has to be made anew."""
    return hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def install_locked() -> None:
    """Installs exactly what the lock file names, by hash; uv itself first, because it is many times quicker."""
    with tempfile.TemporaryDirectory() as folder:
        only_uv = Path(folder) / "uv.lock"
        only_uv.write_text(locked_entry("uv"))
        pip = [python(), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        subprocess.run([*pip, "--require-hashes", "-r", only_uv], check=True)
    uv = [python(), "-m", "uv", "pip", "install", "--quiet", "--python", python()]
    subprocess.run([*uv, "--no-deps", "--require-hashes", "-r", LOCK], check=True)
    plain_path = ["--config-setting", "editable_mode=compat"]
    subprocess.run([*uv, "--no-deps", "--no-build-isolation", *plain_path, "--editable", ROOT], check=True)


def locked_entry(name: str) -> str:
    """One package's lines of the lock file."""
    lines = LOCK.read_text().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{name}=="))
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    return "\n".join(lines[start:end]) + "\n"


def missing_system_packages() -> list[str]:
    """Debian packages without which Qt or the environment cannot work here; empty on other systems."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in DEBIAN_PACKAGES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None and not python().exists():
        missing.append("python3-venv")
    return missing


def loads(library: str) -> bool:
    """Whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Installs them where that is allowed; says the exact line where it is not."""
    if not packages:
        return
    apt = shutil.which("apt-get")
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if apt and os.geteuid() == 0:
        say(f"Installing system libraries: {' '.join(packages)}")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([apt, "update", "-qq"], check=True, env=quiet, stdout=subprocess.DEVNULL)
        command = [apt, "install", "-y", "-qq", "--no-install-recommends", *packages]
        subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)
    elif apt:
        say(f"Clearway may need system libraries that are not here. If it does not start, run:\n    sudo {line}")
    else:
        say(f"Clearway may need system libraries; on Debian they are called: {' '.join(packages)}")


def run_tests(arguments: list[str]) -> int:
    """Style, types, tests; stops at the first that fails."""
    environment = {**with_root_on_path(), "QT_QPA_PLATFORM": "offscreen"}
    tests = ["-m", "pytest", *(arguments or ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"])]
    checks = (["-m", "ruff", "check", "."], ["-m", "ruff", "format", "--check", "."], ["-m", "mypy"], tests)
    for check in checks:
        if status := subprocess.call([python(), *check], cwd=ROOT, env=environment):
            return status
    return 0


def with_root_on_path() -> dict[str, str]:
    """The environment for a child that runs from another folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def say(text: str) -> None:
    """Tells the person, apart from what a command prints."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
