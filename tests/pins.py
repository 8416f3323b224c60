"""Writes the locks anew after pyproject.toml has changed, and what wheels there are of each package in them.

python -m tests.pins              keeps every version that pyproject.toml does not change
python -m tests.pins --upgrade    takes the newest that pyproject.toml allows
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "pyproject.toml"
LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-tests.lock"
WHEELS = Path(__file__).with_name("wheels.txt")
COMPILE = ("pip", "compile", str(PROJECT), "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url")
PLAIN = ("--no-header", "--no-annotate")
ELSEWHERE = re.compile(
    r"-cp\d+t-|abi3t|^(?!.*manylinux).*musllinux|wasm32|-win32\.|ios_|android"
    r"|_(i686|armv[67]l|ppc64|ppc64le|s390x|riscv64|loongarch64)\."
)
"""Wheels for what Clearway is not for: other builds of Python, other processors, Linux with another C library."""


def main(arguments: list[str]) -> int:
    """Writes the three files."""
    upgrade = ["--upgrade"] if arguments == ["--upgrade"] else []
    with tempfile.TemporaryDirectory() as name:
        everything = Path(name) / "everything.lock"
        everything.write_text(LOCK.read_text() + (TEST_LOCK.read_text() if TEST_LOCK.is_file() else ""))
        uv(*COMPILE, *PLAIN, "--extra", "set-up", *upgrade, "--output-file", str(LOCK))
        extras = ("--extra", "set-up", "--extra", "develop")
        uv(*COMPILE, *PLAIN, *extras, *upgrade, "--constraint", str(LOCK), "--output-file", str(everything))
        running = stanzas(LOCK.read_text())
        added = (text for name, text in stanzas(everything.read_text()).items() if text != running.get(name))
        TEST_LOCK.write_text("".join(added))  # where tests need a package on more systems, it stands in both
        WHEELS.write_text("".join(listed(Path(name), [*pins(LOCK), *pins(TEST_LOCK)])))
    return 0


def uv(*arguments: str, folder: Path = ROOT) -> None:
    """Runs uv, which finds packages as pip does, wherever this machine is told to look for them."""
    subprocess.run([sys.executable, "-m", "uv", *arguments], check=True, cwd=folder)


def stanzas(lock: str) -> dict[str, str]:
    """The lines of each package in a lock, by its name."""
    return {text[: text.index("=")]: text for text in re.findall(r"^[^\s#].*\n(?: .*\n)*", lock, re.MULTILINE)}


def pins(lock: Path) -> list[str]:
    """Each package in a lock with its version, and for which systems: "colorama==0.4.6 ; sys_platform == 'win32'"."""
    return [text.splitlines()[0].removesuffix("\\").strip() for text in stanzas(lock.read_text()).values()]


def listed(folder: Path, wanted: Iterable[str]) -> Iterator[str]:
    """Each pin, and below it the names of its wheels."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    left_out = project["tool"]["uv"]["exclude-dependencies"]
    (folder / "pyproject.toml").write_text(
        f'[project]\nname = "pins"\nversion = "0"\nrequires-python = "{project["project"]["requires-python"]}"\n'
        f"dependencies = {list(wanted)}\n[tool.uv]\nexclude-dependencies = {left_out}\n"
    )
    uv("lock", "--quiet", folder=folder)
    for package in tomllib.loads((folder / "uv.lock").read_text("utf-8"))["package"]:
        if package["name"] != "pins":
            yield f"{package['name']}=={package['version']}\n"
            names = sorted(wheel["url"].rsplit("/", 1)[1] for wheel in package.get("wheels", []))
            yield from (f"    {name}\n" for name in names if not ELSEWHERE.search(name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
