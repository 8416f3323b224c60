"""Dates are shown and read by the product's own language, whatever the locale of the process or of the system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from datetime import date
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from desktop.application import prepare_qt
from desktop.widgets.typed.understood_field import DateField
from desktop.words import speak
from resources.words import catalogue

application = QApplication([])
assert QLocale.system().name() == sys.argv[1], QLocale.system().name()
prepare_qt(application)
for default in (QLocale(), QLocale.system()):
    QLocale.setDefault(default)
    for language in ("en", "en-XA"):
        speak(catalogue(language))
        for number in range(1, 13):
            day = date(2027, number, 28)
            shown, read = (DateField("Due", "", date(2026, 11, 12)) for _ in range(2))
            found = []
            read.settled.connect(found.append)
            shown.show_value(day)
            read.setText(shown.text())
            read.editingFinished.emit()
            print(language, shown.text(), found == [day], sep="|")
"""


@pytest.mark.parametrize("system", ["de_DE", "fr_FR", "tr_TR", "cs_CZ", "hi_IN"])
def test_a_date_reads_back_as_it_is_shown_on_any_system(system: str) -> None:
    around = {**os.environ, "LC_ALL": f"{system}.UTF-8", "LANGUAGE": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", CHILD, system]
    said = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=True).stdout

    lines = [line.split("|") for line in said.splitlines()]
    assert len(lines) == 48
    assert {read for _, _, read in lines} == {"True"}
    english = [shown for language, shown, _ in lines if language == "en"]
    assert english[:12] == english[12:]
    assert (english[2], english[9]) == ("28 March 2027", "28 October 2027")
