"""The playbook phase by phase: what its registers hold, and the decision that closes each phase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.engagement.registers import Gate, GateCondition
from models.method.method import Column as RegisterColumn
from models.method.method import Phase, Register
from models.playbook.cells import shown_cell
from models.playbook.phases import PhaseProgress, conditions_of, items_of, phase_progress
from models.playbook.raci import MATRIX, tasks
from models.values.letters import in_a_row
from models.values.months import short_date
from models.values.numbers import count_word
from models.values.terms import GateDecision, RaciPart
from reports.layout.flowables import CondPageBreak, Flowable
from reports.layout.page_kit import PageKit
from reports.layout.tables import Column, Row
from reports.words.facts import Facts
from reports.words.gate_words import printed_decision
from reports.words.late import condition_late
from reports.words.phrases import sentence
from reports.words.record_findings import phase_title, playbook_title

SHARES = {
    "text": 3.0, "person": 1.9, "reference": 2.4, "choice": 1.7, "date": 1.7, "money": 1.5, "days": 1.1,
    "percent": 1.2, "number": 1.2,
}  # fmt: skip
"""How wide a column is beside the others, by its kind."""
FIGURES = ("number", "percent", "money", "days")
STEP, DATE = 24.0, 74.0
"""Points for a row's number, and for "30 September" at least."""
Cells = list[list[tuple[str, str]]]


def playbook(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Each phase with everything in its registers but what is private."""
    words = facts.words
    if not _begun(facts):
        story = kit.heading(words.gettext("Playbook"), playbook_title(facts))
        return kit.together([*story, kit.paragraph(_nothing_yet(facts), "lead")])
    story, shown_already = [], dict[str, int]()
    for number, phase in enumerate(facts.method.phases, 1):
        story += _phase(kit, facts, phase, number, shown_already)
    return story


def _nothing_yet(facts: Facts) -> str:
    words, phases = facts.words, len(facts.method.phases)
    text = words.ngettext(
        "Its one phase leads from the pilot to production; nothing was written down in it.",
        "Its {count} phases lead from the pilot to production; nothing was written down in them.",
        phases,
    )
    return text.format(count=count_word(phases, words))


def _begun(facts: Facts) -> bool:
    current = facts.engagement.current
    return bool(current.entries) or any(g.decision is not GateDecision.UNDECIDED for g in current.gates.values())


def _phase(kit: PageKit, facts: Facts, phase: Phase, number: int, shown_already: dict[str, int]) -> list[Flowable]:
    """`shown_already` says under which phase a register stands: those of several phases are printed once."""
    words, progress = facts.words, phase_progress(facts.method, facts.engagement, phase)
    kicker = words.gettext("Playbook, phase {number}: {phase}").format(number=number, phase=phase.title)
    opening = [*kit.heading(kicker, phase_title(facts, progress)), kit.settled(phase.purpose, "lead")]
    opening += _gate(kit, facts, progress)
    body: list[Flowable] = []
    empty, carried = [], []
    for register in _registers(facts, phase):
        if register.id in shown_already:
            text = words.gettext("{register}, under phase {number}")
            carried.append(text.format(register=register.title, number=shown_already[register.id]))
            continue
        table = _table(kit, facts, register)
        if table:
            shown_already[register.id] = number
            body += table
        else:
            empty.append(register.title)
    notes = [(words.gettext("Carried on: {names}."), carried), (words.gettext("Nothing written down: {names}."), empty)]
    for text, names in notes:
        if names:
            body.append(kit.paragraph(text.format(names=in_a_row(names, words)), "after-tables"))
    begins = body[0].height if body and isinstance(body[0], CondPageBreak) else 0
    return [*kit.together(opening, begins), *body]


def _registers(facts: Facts, phase: Phase) -> list[Register]:
    """The registers of a phase that the client may see, in the order of its items."""
    found = dict.fromkeys(item.register for item in items_of(phase))
    return [register for register in map(facts.method.register, found) if not register.private]


def _gate(kit: PageKit, facts: Facts, progress: PhaseProgress) -> list[Flowable]:
    """How far the phase is, how it was closed, and what that is tied to."""
    gate = progress.gate
    conditions = conditions_of(facts.engagement.current, gate.phase_id)
    decided = printed_decision(gate, conditions, facts.person(gate.decided_by), facts.words)
    said = f"{_states(facts, progress)} {decided}".strip()
    if gate.decision is GateDecision.UNDECIDED:
        return [kit.paragraph(said), *_conditions(kit, facts, gate)]
    return [*kit.passage(said), *_conditions(kit, facts, gate)]


def _states(facts: Facts, progress: PhaseProgress) -> str:
    """How many items have gaps or were not begun; how many are written down stands in the title."""
    words = facts.words
    counts = (
        (len(progress.open), words.gettext("{count} with gaps")),
        (len(progress.missing), words.gettext("{count} not begun")),
    )
    states = words.gettext(", ").join(text.format(count=count) for count, text in counts if count)
    return words.gettext("Items: {states}.").format(states=states) if states else ""


def _conditions(kit: PageKit, facts: Facts, gate: Gate) -> list[Flowable]:
    """What the gate is tied to: row by row, each with its day and its action; and what was written as one text."""
    words, own = facts.words, gate.conditions.strip()
    met = gate.decision in (GateDecision.PASSED, GateDecision.CONDITIONS)
    label = words.gettext("Conditions") if met else words.gettext("What comes first")
    found = conditions_of(facts.engagement.current, gate.phase_id)
    if found:
        before = words.gettext("Written down as one text: {text}").format(text=own)
        table = kit.table(*_condition_rows(kit, facts, found, label))
        return [kit.space(4), table, *(kit.passage(before, "text-muted") if own else [])]
    return [kit.paragraph(label, "section"), kit.decision(own), kit.space(6)] if own else []


def _condition_rows(
    kit: PageKit, facts: Facts, found: Sequence[GateCondition], label: str
) -> tuple[list[Column], list[Row]]:
    words, numbers = facts.words, {line.action.id: line.number for line in facts.lines}
    columns = [
        Column(label, 327, names_row=True),
        Column(words.gettext("By"), 90),
        Column(words.gettext("Action"), 70, right=True),
    ]
    rows = [
        row
        for c in found
        for row in kit.rows(
            [
                [(c.text.strip(), "cell")],
                _by(facts, c),
                [(str(numbers.get(c.action_id, "")), "cell-right")],
            ]
        )
    ]
    return columns, rows


def _by(facts: Facts, condition: GateCondition) -> list[tuple[str, str]]:
    """The day of a condition, and that it is past where nothing says that it is met."""
    day, late = short_date(condition.day, facts.words) if condition.day else "", condition_late(facts, condition)
    return [(day, "cell-late"), (sentence(late), "cell-late")] if late else [(day, "cell")]


def _table(kit: PageKit, facts: Facts, register: Register) -> list[Flowable]:
    """The register as a table under its name; nothing where it has no row with anything in it."""
    if register.kind == MATRIX:
        columns, rows = _matrix(facts, register)
    else:
        columns, rows = _listing(facts, register, kit.width)
    if not rows:
        return []
    return kit.named_table(register.title, columns, [row for cells in rows for row in kit.rows(cells)])


def _listing(facts: Facts, register: Register, width: float) -> tuple[list[Column], list[Cells]]:
    """Every row that says anything, in every column that the client may see; numbered where the order matters."""
    open_ones = [column for column in register.columns if not facts.method.is_private(column)]
    ordered = register.kind == "ordered"
    if ordered:
        width -= STEP
    columns = [
        Column(c.title, SHARES[c.kind], right=c.kind in FIGURES, names_row=not n) for n, c in enumerate(open_ones)
    ]
    dates = [c.kind == "date" for c in open_ones]
    columns = _with_room(columns, dates, width)
    if ordered:
        share = sum(c.share for c in columns) * STEP / width
        columns.insert(0, Column(facts.words.gettext("No."), share))
    rows: list[Cells] = []
    for entry in facts.engagement.current.entries_of(register.id):
        texts = [_shown(facts, entry.id, column) for column in open_ones]
        if any(texts):
            styles = [_style(number, column) for number, column in enumerate(open_ones)]
            cells = [[cell] for cell in zip(texts, styles, strict=True)]
            rows.append([[(str(len(rows) + 1), "cell")], *cells] if ordered else cells)
    return columns, rows


def _with_room(columns: list[Column], dates: list[bool], width: float) -> list[Column]:
    """The columns of dates as wide as a day and its month at least: where many stand beside them, they would be cut."""
    of_dates = [c.share for c, is_date in zip(columns, dates, strict=True) if is_date]
    others = sum(c.share for c in columns) - sum(of_dates)
    if not of_dates or not others or len(of_dates) * DATE >= width:
        return columns
    least = DATE * others / (width - len(of_dates) * DATE)
    return [replace(c, share=max(c.share, least)) if is_date else c for c, is_date in zip(columns, dates, strict=True)]


def _style(number: int, column: RegisterColumn) -> str:
    if column.kind in FIGURES:
        return "cell-right"
    return "cell" if number else "cell-strong"


def _shown(facts: Facts, entry_id: str, column: RegisterColumn) -> str:
    value = facts.engagement.current.value(entry_id, column.id).strip()
    return shown_cell(column, value, facts.cells).strip()


def _matrix(facts: Facts, register: Register) -> tuple[list[Column], list[Cells]]:
    """Tasks down, parts across: as readable with sixty people as with six."""
    if facts.method.is_private(register.columns[0]):
        return [], []
    _ = facts.words.gettext
    columns = [
        Column(register.columns[0].title, 2.4, names_row=True),
        Column(_("Accountable"), 1.5),
        Column(_("Responsible"), 1.8),
        Column(_("Consulted"), 1.8),
        Column(_("Informed"), 1.8),
    ]
    parts = (RaciPart.ACCOUNTABLE, RaciPart.RESPONSIBLE, RaciPart.CONSULTED, RaciPart.INFORMED)
    rows = []
    for task in tasks(facts.engagement.current, register, facts.engagement.stakeholders):
        cells: Cells = [[(task.title or _("A task without a name"), "cell-strong")]]
        for part in parts:
            cells.append([_people(facts, task.having(part), part)])
        rows.append(cells)
    return columns, rows


def _people(facts: Facts, ids: Sequence[str], part: RaciPart) -> tuple[str, str]:
    """The names, or that the one who has to be there is missing."""
    names = facts.words.gettext(", ").join(facts.person(key) or "–" for key in ids)
    if part is RaciPart.ACCOUNTABLE and len(ids) != 1:
        nobody = facts.words.gettext("Nobody yet")
        return (facts.words.gettext("Only one of: {names}").format(names=names) if ids else nobody), "cell-missing"
    return names, "cell"
