"""ReportLab is loaded light, and nothing of what waits is lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from reportlab.platypus import paragraph

from reports.type.loading import LATE, loaded

ODD = """
import re
addresses = re.compile({addresses!r}, re.I)
words = re.compile("[a-z]+")
try:
    import uharfbuzz
except ImportError:
    uharfbuzz = None
"""


def test_what_waits_is_there_when_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = LATE[0] + r"\.\-\+]*)://)(\S+)"
    (tmp_path / "odd_reportlab.py").write_text(ODD.format(addresses=pattern), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    before = re.compile, sys.modules.get("uharfbuzz")

    odd = loaded("odd_reportlab")

    assert isinstance(odd.words, re.Pattern)
    assert not isinstance(odd.addresses, re.Pattern)
    assert odd.addresses.match("https://example.org").groups() == ("https://", "example.org")
    assert odd.uharfbuzz is None or before[1] is not None
    assert (re.compile, sys.modules.get("uharfbuzz")) == before
    assert loaded("odd_reportlab") is odd


def test_addresses_are_still_found_and_the_patterns_are_reportlab_s_own() -> None:
    assert paragraph._uri_split_pairs("http://a.example/b/c")[0] == ("http://a.example/b/", "c")
    source = Path(paragraph.__file__).read_text("utf-8") + (
        Path(paragraph.__file__).parents[1] / "lib/rl_safe_eval.py"
    ).read_text("utf-8")
    assert "uri_pat = re.compile('" + LATE[0] in source
    assert LATE[1] in source
