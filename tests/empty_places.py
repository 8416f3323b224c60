"""Where code would fail on what holds nothing: a bare `next`, a first or last one taken unseen.

With PySide6 6.11 on Python 3.11 an IndexError or a StopIteration that C code raises in an event handler can end the
process without a word; what is raised in Python is logged, and the window stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

_SPLITS = ("partition", "rpartition", "split", "rsplit")
"""What these give always has a first and a last."""


def bare_nexts(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls of `next` that say nothing of what to do at the end."""
    for node in ast.walk(tree):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next"
        if named and isinstance(node, ast.Call) and len(node.args) < 2:
            yield node


def unseen_places(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and text of what is taken by a fixed number, or by `pop`, and was not asked just before for being there."""
    yield from _within(tree, frozenset())


def places_in(path: Path) -> Iterator[tuple[int, str]]:
    """The same, for a file."""
    return unseen_places(ast.parse(path.read_text("utf-8")))


def _within(node: ast.AST, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """`known` are the texts of what is not empty here."""
    held = _taken_from(node)
    if held is not None and ast.unparse(held) not in known and not _always_full(held):
        yield getattr(node, "lineno", 0), ast.unparse(node)
    if isinstance(node, ast.BoolOp):
        yield from _one_after_another(node, known)
    elif isinstance(node, ast.IfExp):
        yield from _within(node.test, known)
        yield from _within(node.body, known | _asked(node.test))
        yield from _within(node.orelse, known | _refuted(node.test))
    elif isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        asked = frozenset[str]().union(*(_asked(test) for one in node.generators for test in one.ifs))
        yield from _within(node.elt, known | asked)
        for one in node.generators:
            yield from _within(one, known)
    else:
        yield from _in_statements(node, known)


def _one_after_another(node: ast.BoolOp, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    for value in node.values:
        yield from _within(value, known)
        known |= _asked(value) if isinstance(node.op, ast.And) else _refuted(value)


def _in_statements(node: ast.AST, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """What is asked for in an `if` holds within it, and after one that leaves where it does not hold."""
    within = known | _asked(node.test) if isinstance(node, ast.If | ast.While) else known
    for name, field in ast.iter_fields(node):
        here = known | _refuted(node.test) if isinstance(node, ast.If) and name == "orelse" else within
        if isinstance(field, ast.AST):
            yield from _within(field, known)
        for child in field if isinstance(field, list) else ():
            if not isinstance(child, ast.AST):
                continue
            yield from _within(child, here)
            if isinstance(child, ast.If) and isinstance(child.body[-1], _LEAVES):
                here |= _refuted(child.test)


_LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)


def _taken_from(node: ast.AST) -> ast.expr | None:
    """What something is taken out of by its place, if the node does so."""
    if isinstance(node, ast.Subscript):
        return node.value if _is_number(node.slice) else None
    popped = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("pop", "popleft")
    )
    if popped and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.value if all(_is_number(a) for a in node.args) and not node.keywords else None
    return None


def _is_number(node: ast.expr) -> bool:
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant) and isinstance(inner.value, int)


def _asked(test: ast.expr) -> frozenset[str]:
    """What holds something where the test came out true."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return frozenset[str]().union(*(_asked(value) for value in test.values))
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _refuted(test.operand)
    if isinstance(test, ast.NamedExpr):
        return frozenset((ast.unparse(test.target),)) | _asked(test.value)
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Eq | ast.Gt | ast.GtE):
        return _counted(test) if ast.unparse(test.comparators[0]) != "0" or isinstance(test.ops[0], ast.Gt) else _NONE
    return frozenset((ast.unparse(test),))


_NONE: frozenset[str] = frozenset()


def _refuted(test: ast.expr) -> frozenset[str]:
    """What holds something where the test came out false."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _asked(test.operand)
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        return frozenset[str]().union(*(_refuted(value) for value in test.values))
    if isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.NotEq):
        return _counted(test) if ast.unparse(test.comparators[0]) != "0" else _NONE
    return _NONE


def _counted(test: ast.Compare) -> frozenset[str]:
    counts = isinstance(test.left, ast.Call) and ast.unparse(test.left.func) == "len"
    return frozenset((ast.unparse(test.left.args[0]),)) if counts and isinstance(test.left, ast.Call) else _NONE


def _always_full(held: ast.expr) -> bool:
    if isinstance(held, ast.Tuple | ast.List):
        return bool(held.elts)
    return isinstance(held, ast.Call) and isinstance(held.func, ast.Attribute) and held.func.attr in _SPLITS
