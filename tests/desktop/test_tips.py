"""Where the mouse rests, what people typed is shown as they typed it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from desktop.system.long_text import as_tip

DESKTOP = Path(__file__).parents[2] / "desktop"
OURS = {"as_tip", "cap", "gettext", "ngettext"}


def plain(node: ast.expr) -> bool:
    """Whether it is made of our own words alone, or went through `as_tip`."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in OURS
        case ast.Call(func=ast.Attribute(value=text, attr="format"), args=args, keywords=named):
            return all(plain(each) for each in (text, *args, *(word.value for word in named)))
        case ast.IfExp(body=one, orelse=other):
            return plain(one) and plain(other)
        case ast.JoinedStr(values=values):
            return all(plain(each.value if isinstance(each, ast.FormattedValue) else each) for each in values)
    return False


def test_no_tip_is_set_from_what_people_typed_without_care() -> None:
    careless = [
        f"{path.name}:{node.lineno}"
        for path in DESKTOP.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "setToolTip"
        if not plain(node.args[0])
    ]
    assert careless == []


@pytest.mark.parametrize("typed", ["<b>Leak</b> & <img src='x'>", "a < b", "two\nlines <hr>", "plain & simple"])
def test_a_tip_shows_the_letters_that_were_typed(typed: str) -> None:
    made = as_tip(typed)
    document = QTextDocument()
    if "<" in made:
        document.setHtml(made)
    else:
        document.setPlainText(made)
    assert document.toPlainText().replace("\u2028", "\n") == typed
