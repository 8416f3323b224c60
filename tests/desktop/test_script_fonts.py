"""Names in any script are drawn as letters, on a machine that has no font of its own too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reports.type.fonts import STAND_INS
from resources import SCRIPT_FONTS

NAMES = ("Ελλάδα", "完了", "日本語", "한국어", "العربية", "עברית", "हिन्दी", "ไทย", "ქართული", "😀", "Žižkov")
DRAWN = """
import sys
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication
from desktop.system.fonts import SANS, load_fonts, load_script_fonts
application = QApplication([])
load_fonts()
if sys.argv[1] == "all":
    load_script_fonts()
for name in sys.argv[2:]:
    layout = QTextLayout(name, QFont(SANS, 20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
        print(name)
"""


def boxes(tmp_path: Path, fonts: str) -> list[str]:
    """The names that are drawn with boxes where the system has no fonts at all."""
    config = tmp_path / "fonts.conf"
    config.write_text("<fontconfig></fontconfig>")
    around = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "FONTCONFIG_FILE": str(config),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", DRAWN, fonts, *NAMES], env=around, capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode().split()


def test_no_name_is_drawn_with_boxes(tmp_path: Path) -> None:
    assert boxes(tmp_path, "all") == []


def test_the_check_can_see_a_box(tmp_path: Path) -> None:
    assert "完了" in boxes(tmp_path, "house")


def test_the_windows_and_the_documents_have_the_same_fonts() -> None:
    assert set(SCRIPT_FONTS) == {stand_in.file for stand_in in STAND_INS}
