"""The interface's texts stand in the translation file, and its compiled form is up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "resources" / "translations" / "clearway_en_GB.ts"


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def _messages(path: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_text_of_the_interface_stands_in_the_translation_file(tmp_path: Path) -> None:
    files = [str(p) for p in (ROOT / "desktop").rglob("*.py")]
    fresh = tmp_path / "fresh.ts"
    options = ["-source-language", "en_GB", "-target-language", "en_GB", "-locations", "none"]
    subprocess.run([_tool("lupdate"), *files, "-ts", str(fresh), *options], check=True, capture_output=True)
    assert _messages(fresh) == _messages(SOURCE)


def test_the_compiled_translation_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    subprocess.run([_tool("lrelease"), str(SOURCE), "-qm", str(fresh)], check=True, capture_output=True)
    assert fresh.read_bytes() == SOURCE.with_suffix(".qm").read_bytes()


def test_no_text_is_left_untranslated() -> None:
    for message in ElementTree.parse(SOURCE).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None
        forms = [f.text for f in translation.iter("numerusform")]
        assert all(forms) if message.get("numerus") else translation.text
