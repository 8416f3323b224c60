"""Writes the notices of whose work Clearway stands on, from the licence texts that the installed packages bring along.

python -m tests.notices
"""

from __future__ import annotations

import re
import sys
import textwrap
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from tests.pins import LOCK, ROOT, pins

NOTICES = ROOT / "resources" / "notices" / "notices.txt"
TEXTS = ROOT / "resources" / "notices"
"""Beside the notices: texts of licences that a package names and does not bring along."""
LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors?\b)", re.IGNORECASE)
LINE_END = re.compile(r"(?<=\S)\n(?=\S)")
"""Within a paragraph: what shows the text breaks its lines."""
NOT_SHIPPED = frozenset({"setuptools"})
"""Only sets Clearway up from its folder."""
HEAD = """\
Clearway stands on the work of others. Each package is named here with its version, its licence and the texts \
that came with it.

Qt, and PySide6 and Shiboken which lead to it, are used under the GNU Lesser General Public License, version 3. \
They are unmodified and lie beside the program as files of their own: you may exchange them for other versions \
(in the frozen Clearway: the files named libQt6… and PySide6 in the folder _internal), and take Clearway apart \
as far as that needs. Their source is at https://download.qt.io/official_releases/. psycopg and psycopg-binary, \
which lead to a practice's hub, are used under the same licence, unmodified, in the folders psycopg, \
psycopg_binary and psycopg_binary.libs; their source is at https://github.com/psycopg/psycopg. With them comes \
libpq (PostgreSQL Licence) and what it stands on: OpenSSL (Apache-2.0), MIT Kerberos (MIT), OpenLDAP (OLDAP-2.8) \
and Cyrus SASL (BSD). The text of the licence, and of the one it builds on, is at the end.

Packages marked with a system are part of Clearway on that system only.
"""

RULE = "=" * 60
"""Between two packages: shorter than a line of the card that shows them."""


def main() -> int:
    """Writes the file."""
    NOTICES.write_text(notices(), encoding="utf-8")
    return 0


def shipped() -> dict[str, str]:
    """Each package that is installed with Clearway, with its pin."""
    found = {re.split(r"[=\s;]", pin)[0]: pin for pin in pins(LOCK)}
    return {name: pin for name, pin in found.items() if name not in NOT_SHIPPED}


def notices() -> str:
    """All of them. A text that several packages bring stands once."""
    parts, known = [LINE_END.sub(" ", HEAD)], dict[str, str]()
    for name, pin in sorted(shipped().items()):
        parts.append(f"{RULE}\n{pin.replace('==', ' ')}\n{_notice(name, known)}")
    fonts = tomllib.loads((ROOT / "resources/fonts/fonts.toml").read_text("utf-8"))
    parts.append(
        f"{RULE}\nFonts\n" + "\n".join(_strings(fonts)) + "\nTheir licences lie beside them in resources/fonts.\n"
    )
    parts += [f"{RULE}\n{path.read_text('utf-8').strip()}\n" for path in sorted(TEXTS.glob("*GPL*.txt"))]
    return "\n".join(parts)


def _notice(name: str, known: dict[str, str]) -> str:
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return "Licence: " + NOT_HERE[name] + "\n"
    lines = [f"Licence: {_licence(package)}"]
    for path in sorted(package.files or [], key=str):
        if "dist-info" in str(path) and LICENCE.search(path.name) and path.suffix not in {".py", ".pyc"}:
            text = Path(str(package.locate_file(path))).read_text("utf-8", errors="replace").strip()
            first = known.setdefault(text, name)
            lines.append(f"\n{path.name}: as of {first}" if first != name else f"\n{textwrap.dedent(text)}")
    return "\n".join(lines) + "\n"


def _licence(package: Distribution) -> str:
    told = package.metadata
    classes = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or [] if each.startswith("License ::")]
    return told.get("License-Expression") or ", ".join(classes) or (told.get("License") or "see below").split("\n")[0]


def _strings(table: dict[str, object]) -> list[str]:
    keys = ("name", "family", "files", "licence", "source", "version")
    found = []
    for value in table.values():
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                found.append("; ".join(f"{key}: {entry[key]}" for key in keys if isinstance(entry.get(key), str)))
    return [line for line in found if line]


NOT_HERE = {
    "pywin32-ctypes": "BSD-3-Clause (Enthought and contributors)",
    "colorama": "BSD-3-Clause (Jonathan Hartley)",
    "tzdata": "Apache-2.0 (Python Software Foundation)",
    "backports-tarfile": "MIT (Jason R. Coombs and the authors of CPython)",
}
"""What is installed on other systems or Pythons only, as its makers say."""

if __name__ == "__main__":
    sys.exit(main())
