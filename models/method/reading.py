"""Turns the tables of a content pack into the typed method, a function a kind of table."""

from __future__ import annotations

from models.method.limits import LIMITS
from models.method.method import (
    COLUMN_KINDS,
    REGISTER_KINDS,
    ActionTemplate,
    Activity,
    Column,
    FailureMode,
    GlossaryTerm,
    Method,
    Phase,
    PlaybookItem,
    ReadinessGroup,
    ReadinessPoint,
    Register,
    WarningSign,
)
from models.method.pack_table import PackTable
from models.method.presets import AgendaPreset, BoxKind, PresetBox
from models.method.reading_rules import rules_in
from models.method.roles import ColumnRole, RegisterRole
from models.values.sentence import Sentence
from models.values.terms import Group

LONGEST_DAY, LONGEST_BOX = 1440, 480
"""Minutes."""


def method_in(root: PackTable) -> Method:
    """The whole method. What breaks a rule is noted by the reader, and stands as harmless filler."""
    levels = root.texts("levels", 4, 4, limit=16)
    method = Method(
        id=root.identifier("id"),
        version=root.text("version", 20),
        language=root.text("language", 20),
        title=root.text("title", LIMITS.title),
        levels=(levels[0], levels[1], levels[2], levels[3]),
        modes=tuple(_mode(t) for t in root.tables("mode", 1, 8)),
        actions=tuple(_action(t) for t in root.tables("action", 1, 400)),
        phases=tuple(_phase(t) for t in root.tables("phase", 1, 8)),
        registers=tuple(_register(t) for t in root.tables("register", 1, 100)),
        readiness=tuple(_readiness(t) for t in root.tables("readiness", 1, 6)),
        rules=rules_in(root),
        agenda=tuple(filter(None, map(_preset, root.tables("agenda", 1, 5)))) if root.offers("agenda") else (),
        glossary=tuple(map(_term, root.tables("glossary", 1, 200))) if root.offers("glossary") else (),
    )
    root.finish()
    return method


def _mode(table: PackTable) -> FailureMode:
    mode = FailureMode(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        short=table.text("short", LIMITS.short),
        finding=table.text("finding", LIMITS.finding),
        fix=table.text("fix", LIMITS.fix),
        signs=tuple(_sign(t) for t in table.tables("sign", 1, 6)),
    )
    table.finish()
    return mode


def _sign(table: PackTable) -> WarningSign:
    anchors = table.texts("anchors", 4, 4, limit=LIMITS.anchor)
    sign = WarningSign(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        question=table.text("question", LIMITS.question),
        anchors=(anchors[0], anchors[1], anchors[2], anchors[3]),
        evidence=table.texts("evidence", 1, 4, limit=LIMITS.evidence),
        ask=tuple(Group(g) for g in table.choices("ask", 1, 7, [g.value for g in Group])),
        actions=table.texts("actions", 2, 3, limit=60),
        healthy=table.text("healthy", LIMITS.healthy) if table.offers("healthy") else "",
        finding=_finding(table) if table.offers("finding") else ("", ""),
    )
    table.finish()
    return sign


def _finding(table: PackTable) -> tuple[str, str]:
    """One text for both levels, or one for each."""
    if isinstance(table.raw("finding"), str):
        found = table.text("finding", LIMITS.finding)
        return found, found
    at_two, at_three = table.texts("finding", 2, 2, limit=LIMITS.finding)
    return at_two, at_three


def _short(table: PackTable, limit: int, otherwise: str) -> str:
    """The few words for a narrow place; `otherwise` where the pack has none."""
    return table.text("short", limit) if table.offers("short") else otherwise


def _action(table: PackTable) -> ActionTemplate:
    low, high = table.range_of_days("effort")
    title = table.text("title", LIMITS.action)
    action = ActionTemplate(
        id=table.identifier("id"),
        title=title,
        phase=table.text("phase", 60),
        owner_role=table.text("owner_role", LIMITS.role),
        owner_group=Group(table.choice("owner_group", [g.value for g in Group])),
        effort_low=low,
        effort_high=high,
        done_when=table.text("done_when", LIMITS.done_when),
        confirms=table.texts("confirms", 1, 15, limit=60),
        short=_short(table, LIMITS.action_short, title),
    )
    table.finish()
    return action


def _register(table: PackTable) -> Register:
    register = Register(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        kind=table.choice("kind", REGISTER_KINDS),
        columns=tuple(_column(t) for t in table.tables("columns", 1, 12)),
        private=table.flag("private"),
        role=RegisterRole(role) if (role := _role(table, [r.value for r in RegisterRole])) else None,
    )
    ids = [column.id for column in register.columns]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        table.problem("columns", Sentence("the id “{name}” stands twice", {"name": twice}))
    table.finish()
    return register


def _column(table: PackTable) -> Column:
    kind = table.choice("kind", COLUMN_KINDS)
    column = Column(
        id=table.identifier("id"),
        title=table.text("title", 40),
        kind=kind,
        choices=table.texts("choices", 2, 12, limit=40) if kind == "choice" else (),
        settled=table.texts("settled", 1, 12, limit=40) if kind == "choice" and "settled" in table else (),
        source=table.text("source", 60) if kind == "reference" and "source" in table else "",
        offers=table.texts("offers", 1, 12, limit=60) if kind == "text" and "offers" in table else (),
        private=table.flag("private"),
        role=ColumnRole(role) if (role := _role(table, [r.value for r in ColumnRole])) else None,
        yearly=table.texts("yearly", 1, 12, limit=40) if kind == "choice" and table.offers("yearly") else (),
    )
    for key, named in (("settled", column.settled), ("yearly", column.yearly)):
        for choice in named:
            if choice not in column.choices:
                table.problem(key, Sentence("“{choice}” is not one of the column's choices", {"choice": choice}))
    table.finish()
    return column


def _role(table: PackTable, known: list[str]) -> str:
    return table.known_choice("role", known) if table.offers("role") else ""


def _phase(table: PackTable) -> Phase:
    phase = Phase(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        purpose=table.text("purpose", LIMITS.done_when),
        activities=tuple(_activity(t) for t in table.tables("activity", 1, 12)),
    )
    table.finish()
    return phase


def _activity(table: PackTable) -> Activity:
    activity = Activity(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        items=tuple(_item(t) for t in table.tables("item", 1, 12)),
    )
    table.finish()
    return activity


def _item(table: PackTable) -> PlaybookItem:
    prompt = table.text("prompt", LIMITS.question)
    item = PlaybookItem(
        id=table.identifier("id"),
        prompt=prompt,
        short=_short(table, LIMITS.item_short, prompt),
        register=table.text("register", 60),
        columns=table.texts("columns", 0, 12, limit=60) if "columns" in table else (),
    )
    table.finish()
    return item


def _preset(table: PackTable) -> AgendaPreset | None:
    """None where a newer program has a kind of box in it that is not known here."""
    before = len(table.reader.problems)
    preset_id, title = table.identifier("id"), table.text("title", LIMITS.short)
    minutes = table.whole("minutes", 1, LONGEST_DAY)
    boxes = [_box(t) for t in table.tables("boxes", 1, 40)]
    table.finish()
    known = tuple(box for box in boxes if box is not None)
    found = AgendaPreset(preset_id, title, known)
    if len(known) < len(boxes):
        return None
    if len(table.reader.problems) == before and found.minutes != minutes:
        sums = {"found": found.minutes, "minutes": minutes}
        table.problem("minutes", Sentence("must be what the boxes add up to: {found}, not {minutes}", sums))
    return found


def _box(table: PackTable) -> PresetBox | None:
    kind = table.known_choice("kind", [kind.value for kind in BoxKind])
    minutes = table.whole("minutes", 1, LONGEST_BOX)
    named = "title" in table and kind != BoxKind.MODES
    title = table.text("title", LIMITS.title) if named else ""
    table.finish()
    return PresetBox(BoxKind(kind), minutes, title) if kind else None


def _term(table: PackTable) -> GlossaryTerm:
    term = GlossaryTerm(
        term=table.text("term", LIMITS.term),
        meaning=table.text("meaning", LIMITS.meaning),
        also=table.texts("also", 1, 6, limit=LIMITS.term) if "also" in table else (),
    )
    table.finish()
    return term


def _readiness(table: PackTable) -> ReadinessGroup:
    group = ReadinessGroup(
        id=table.identifier("id"),
        title=table.text("title", LIMITS.title),
        points=tuple(_point(t) for t in table.tables("point", 1, 12)),
    )
    table.finish()
    return group


def _point(table: PackTable) -> ReadinessPoint:
    title = table.text("title", LIMITS.title)
    point = ReadinessPoint(
        id=table.identifier("id"),
        title=title,
        short=_short(table, LIMITS.point_short, title),
        question=table.text("question", LIMITS.question),
        evidence=table.text("evidence", LIMITS.evidence),
        items=table.texts("items", 1, 12, limit=60) if "items" in table else (),
    )
    table.finish()
    return point
