"""Sets everything up on a machine that has nothing but Python, then starts Clearway.

python3 run.py              starts the app; without a screen, makes the sample engagement and its action plan
python3 run.py test         passes the tests
python3 run.py bench        prints the measurements
python3 run.py words        brings the catalogues of words up to date with the code
python3 run.py ARGUMENTS    is the same as: clearway ARGUMENTS

Written so that every Python from 3.6 can read it: one that is too old is told so, and shows no fault.
"""

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-tests.lock"
PROJECT = (ROOT / "pyproject.toml", ROOT / "resources" / "version.py")

PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14))
SYSTEMS = {
    "win-amd64": (),
    "macosx-x86_64": (13,),
    "macosx-arm64": (13,),
    "linux-x86_64": (2, 34),
    "linux-aarch64": (2, 39),
}
"""Where there is a wheel of everything in the locks: from which macOS on, or which GNU C library on Linux."""

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


class Machine(NamedTuple):
    """What decides whether Clearway can run."""

    python: "tuple[int, ...]"
    build: str
    """Empty for an ordinary CPython, else what is special about it."""
    system: str
    """As in SYSTEMS. It is the Python's: one for another processor can run on a machine that imitates that."""
    version: "tuple[int, ...]"
    """Of macOS or the GNU C library; empty where there is neither, or it cannot be told."""


def main(arguments: "list[str]") -> int:
    """Sets up what is missing and hands over; the exit status."""
    reason = refusal(this_machine())
    if reason:
        say(reason)
        return 1
    try:
        set_up(tests=arguments[:1] in (["test"], ["bench"], ["words"]))
    except subprocess.CalledProcessError as error:
        say(f"Set-up stopped: {' '.join(map(str, error.cmd))} ended with {error.returncode}.")
        return 1
    if arguments[:1] == ["test"]:
        return run_tests(arguments[1:])
    if arguments[:1] == ["bench"]:
        return subprocess.call([str(python()), "-m", "tests.bench", *arguments[1:]], cwd=str(ROOT))
    if arguments[:1] == ["words"]:
        return subprocess.call([str(python()), "-m", "tests.words"], cwd=str(ROOT))
    return subprocess.call([str(python()), "-m", "desktop.command_line", *arguments], env=with_root_on_path())


def this_machine() -> Machine:
    """The one this runs on."""
    build = "" if sys.implementation.name == "cpython" else sys.implementation.name
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        build = "free-threaded"
    if sys.platform == "darwin":
        version = numbers(platform.mac_ver()[0])
        known = () if version[:2] == (10, 16) else version  # what every later one says to a Python made for older ones
        return Machine(sys.version_info[:3], build, f"macosx-{platform.machine()}", known)
    if sys.platform.startswith("linux"):
        bits = "" if sys.maxsize > 2**32 else "-32"
        return Machine(sys.version_info[:3], build, f"linux-{platform.machine()}{bits}", c_library())
    return Machine(sys.version_info[:3], build, sysconfig.get_platform(), ())


def c_library() -> "tuple[int, ...]":
    """The version of the GNU C library; empty where it is another's."""
    try:
        return numbers((os.confstr("CS_GNU_LIBC_VERSION") or "").split(" ")[-1])
    except (AttributeError, OSError, ValueError):
        return ()


def numbers(version: str) -> "tuple[int, ...]":
    """A version's parts, as in 14, 2 for "14.2"."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def refusal(machine: Machine) -> str:
    """Why Clearway cannot run there and what to install instead, in a sentence; empty where it can."""
    fit = "Python " + ", ".join("{}.{}".format(*version) for version in PYTHONS[:-1]) + " or {}.{}".format(*PYTHONS[-1])
    if machine.python[:2] not in PYTHONS:
        this = ".".join(map(str, machine.python))
        return f"Clearway needs {fit}, and this is Python {this}: install one of those, and run this again with it."
    if machine.build:
        return f"Clearway needs the ordinary {fit}, and this is the {machine.build} one: install that one first."
    if machine.system in SYSTEMS:
        return too_old(machine)
    if machine.system == "win-arm64":
        return (
            f"Clearway needs {fit} for Intel and AMD, which Windows on ARM runs too, and this one is for ARM: install "
            "the one called Windows installer (64-bit), and run this again with it."
        )
    if machine.system.endswith("32"):
        return f"Clearway needs the 64-bit {fit}, and this is the 32-bit one: install that, and run this again with it."
    return (
        f"Clearway runs on Windows, on macOS, and on Linux for x86_64 or aarch64; this Python is for {machine.system}: "
        f"use such a machine, or {fit} for it."
    )


def too_old(machine: Machine) -> str:
    """Why the system itself is not new enough, or is another Linux; empty where it is."""
    kind, _, processor = machine.system.partition("-")
    least = ".".join(map(str, SYSTEMS[machine.system]))
    this = ".".join(map(str, machine.version))
    if kind == "linux" and not this:
        return "Clearway needs a Linux with the GNU C library, as Debian, Ubuntu and Fedora are; this one has another."
    if not this or machine.version >= SYSTEMS[machine.system]:
        return ""
    if kind == "macosx":
        made = "an Intel processor" if processor == "x86_64" else "Apple silicon"
        return f"Clearway needs macOS {least} or later on {made}, and this is macOS {this}: update macOS first."
    return (
        f"Clearway needs the GNU C library {least} or later on {processor}, and this Linux has {this}: use a newer "
        "one, such as Debian 13 or Ubuntu 24.04."
    )


def set_up(tests: bool) -> None:
    """Makes the environment unless it is there and as the lock files say. Raises CalledProcessError."""
    install_system_packages(missing_system_packages())
    if not python().exists() or changed(LOCK):
        say("Setting up Clearway, once. This takes less than a minute.")
        make_environment()
        install("--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", LOCK)
        record(LOCK)
    if tests and changed(TEST_LOCK):
        say("Adding what the tests need, once.")
        install("--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", TEST_LOCK)
        record(TEST_LOCK)
    if changed(*PROJECT):
        plain_path = ("--config-settings", "editable_mode=compat")
        install("--no-deps", "--no-build-isolation", *plain_path, "--editable", ROOT)
        record(*PROJECT)


def python() -> Path:
    """The environment's interpreter."""
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment() -> None:
    """An empty one, so that nothing stays behind which no lock names any more."""
    if HOME not in Path(sys.executable).parents:  # it cannot clear away the Python that this runs on
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)


def install(*what: object) -> None:
    """Has pip install it, saying nothing unless it fails."""
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--quiet"]
    subprocess.run([*pip, *map(str, what)], check=True)


def changed(*files: Path) -> bool:
    """Whether the environment was made with other files than these, or without them."""
    mark = mark_of(files)
    return not mark.is_file() or mark.read_text() != fingerprint(files)


def record(*files: Path) -> None:
    """Keeps in the environment what it was made with."""
    mark_of(files).write_text(fingerprint(files))


def mark_of(files: "tuple[Path, ...]") -> Path:
    """Where `record` keeps it."""
    return HOME / f"made-with-{files[0].name}"


def fingerprint(files: "tuple[Path, ...]") -> str:
    """Changes whenever one of the files does."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def missing_system_packages() -> "list[str]":
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


def install_system_packages(packages: "list[str]") -> None:
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


def run_tests(arguments: "list[str]") -> int:
    """Style, types, tests; stops at the first that fails."""
    environment = {**with_root_on_path(), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes would each compile all they load
    tests = ["-m", "pytest", *(arguments or ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"])]
    checks = (["-m", "ruff", "check", "."], ["-m", "ruff", "format", "--check", "."], ["-m", "mypy"], tests)
    for check in checks:
        status = subprocess.call([str(python()), *check], cwd=str(ROOT), env=environment)
        if status:
            return status
    return 0


def with_root_on_path() -> "dict[str, str]":
    """The environment for a child that runs from another folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def say(text: str) -> None:
    """Tells the person, apart from what a command prints."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
