"""ReportLab is loaded light, and nothing of what waits is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.type.loading import FORMULAS, loaded

ODD = """
try:
    import uharfbuzz
except ImportError:
    uharfbuzz = None
"""
WANTED = f"""
import sys
from reports.type.loading import loaded
loaded("reportlab.pdfgen.canvas")
from reportlab.lib import utils
from reportlab.lib.colors import toColor
late = ("ast", "hashlib", "pickle", "PIL.ExifTags", "PIL.TiffTags", "reportlab.lib.rl_safe_eval")
assert all("__getattr__" in vars(sys.modules[name]) for name in late)
assert all(hasattr(utils, name) for name in {FORMULAS})
assert utils.rl_safe_eval("6 * 7") == 42 and toColor("Color(1, 0, 0)").red == 1
assert utils.literal_eval("[1]") == [1]
import hashlib, pickle
from PIL import ExifTags, Image, TiffTags
md5 = hashlib.md5
assert md5(b"a", usedforsecurity=False).digest() == hashlib.new("md5", b"a").digest()
assert hashlib.md5 is not md5 and len(hashlib.pbkdf2_hmac("sha512", b"a", b"b", 1)) == 64
assert pickle.loads(pickle.dumps([1])) == [1]
assert ExifTags.Base.Orientation == 274 and TiffTags.FLOAT and Image.ExifTags is ExifTags
assert not any("__getattr__" in vars(sys.modules[name]) for name in late)
"""


def test_the_shaper_is_hidden_while_a_module_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd_reportlab.py").write_text(ODD, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = sys.modules.get("uharfbuzz")

    odd = loaded("odd_reportlab")

    assert odd.uharfbuzz is None or before is not None
    assert sys.modules.get("uharfbuzz") == before
    assert loaded("odd_reportlab") is odd


def test_what_waits_is_there_and_whole_when_it_is_asked_for(tmp_path: Path) -> None:
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", WANTED], env=around, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
