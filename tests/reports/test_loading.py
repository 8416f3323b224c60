"""ReportLab is loaded light, and nothing of what waits is lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from reportlab.lib import rl_safe_eval

from reports.type.loading import LATE, loaded

ODD = """
import re
formulas = re.compile({formulas!r}, re.I)
words = re.compile("[a-z]+")
try:
    import uharfbuzz
except ImportError:
    uharfbuzz = None
"""


def test_what_waits_is_there_when_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = LATE + r"(\S+)"
    (tmp_path / "odd_reportlab.py").write_text(ODD.format(formulas=pattern), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = re.compile, sys.modules.get("uharfbuzz")

    odd = loaded("odd_reportlab")

    assert isinstance(odd.words, re.Pattern)
    assert not isinstance(odd.formulas, re.Pattern)
    assert odd.formulas.match(f"{LATE}(x)").groups() == ("(x)",)
    assert odd.uharfbuzz is None or before[1] is not None
    assert (re.compile, sys.modules.get("uharfbuzz")) == before
    assert loaded("odd_reportlab") is odd


def test_the_pattern_is_reportlab_s_own() -> None:
    assert LATE in Path(rl_safe_eval.__file__).read_text("utf-8")
