"""No handler of the windows takes the first or last of what a person can empty."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from empty_places import bare_nexts, places_in, unseen_places

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "desktop").rglob("*.py"))
OF_THE_DOMAIN = sorted(path for room in ("models", "reports") for path in (ROOT / room).rglob("*.py"))

SOUND = {
    "a tuple whose length its type says, which mypy holds": {
        "console/diagnose/page.py": {"self.model.voting.revealed(self.model.sign_id)[0]"},
        "console/diagnose/capture_bar.py": {"parted(made.text())[1]"},
        "console/pace_strip.py": {"others[0][0]"},
        "console/history/act_list.py": {"row[0]"},
        "console/plan/calendar/chart.py": {"axis.today[1]"},
        "room/pages/moved.py": {"heads[0][1]"},
        "view_models/reporting.py": {"asked[0]", "found[0]", "found[1]"},
        "view_models/workshop/posted.py": {"parseaddr(line)[1]"},
        "own_hub.py": {"read_address(known)[0]", "self._met[0]", "self._met[1]"},
        "console/plan/picture/impact_picture.py": {"self._placed[0]", "self._placed[1]"},
        "console/library/standing_columns.py": {"one[0]", "one[1]", "one[2]"},
        "console/plan/action_list.py": {"self._heights(option, index)[0]", "self._heights(option, index)[2]"},
        "console/playbook/budget/axis.py": {
            "plan[0]",
            "plan[1]",
            "plan[2]",
            "said[0]",
            "said[1]",
            "wide[0]",
            "wide[1]",
        },
        "console/playbook/budget/rows.py": {"self._texts[1]"},
        "console/playbook/cell_delegate.py": {"PART[0]", "PART[1]"},
        "console/playbook/gate/condition_row.py": {
            "self._model.likely_action(row)[1]",
            "self._model.likely_action(self._row)[0]",
        },
        "console/results/chart.py": {
            "self._modes[at][0]",
            "self._modes[before][0]",
            "self._modes[self._open][0]",
        },
        "theme.py": {"length[1]"},
        "view_models/playbook/finding.py": {"one[1]"},
        "view_models/playbook/standing.py": {"one[1]"},
        "view_models/diagnosing.py": {
            "newest_revealed(current, self.sign_id)[0]",
            "newest_revealed(self.session.current, self.sign_id)[0]",
        },
    },
    "the part of a pair in a list that was asked for being filled": {
        "widgets/matched.py": {"parts[-1][0]", "parts[-1][1]"},
        "console/prepare/person_row.py": {"self._measured[0]", "self._measured[1]"},
        "console/report/page_preview.py": {"size[0]", "size[1]"},
        "room/drawing/brand.py": {"house[1]", "house[2]"},
        "room/drawing/readings.py": {"face[0]", "face[1]"},
        "room/pages/across/portfolio.py": {"grid.xs[0]", "grid.xs[1]", "grid.widths[0]", "grid.widths[1]"},
        "room/pages/agreement.py": {"look.scale[2]"},
        "room/pages/budget.py": {"look.scale[1]", "look.scale[2]"},
        "room/drawing/calendar.py": {"made[1]"},
        "room/pages/impact.py": {"at[0]", "at[1]", "plane.days[0]", "plane.days[1]"},
        "room/pages/load.py": {"look.level(2)[0]"},
        "console/plan/calendar/load_chart.py": {"theme.levels[1]"},
        "console/playbook/budget/axis.py": {"theme.levels[0]"},
        "console/playbook/budget/rows.py": {"theme.levels[1]"},
        "console/results/captured_view.py": {"captured_kinds()[0]"},
        "console/results/page.py": {"wanted.kinds[0]"},
        "console/settings/word_choice.py": {"choices[0]", "choices[0][0]"},
        "room/pages/timeline.py": {"look.level(2)[0]"},
        "room/pages/reveal.py": {"FEWER[-1]"},
        "screens/room_check.py": {"act[0]", "act[1]"},
        "view_models/playbook/sheet.py": {"latest[0]", "latest[1]"},
        "view_models/sending.py": {"prepared[1][1]"},
    },
    "a content pack without one is refused when it is read": {
        "console/playbook/activity_form.py": {
            "self._activity.items[0]",
            "self.parts[0]",
        },
        "console/playbook/budget/form.py": {"self._activity.items[0]", "self._opened.items[0]", "self.parts[0]"},
        "console/playbook/budget/columns.py": {"places[0]", "places[-1]"},
        "console/playbook/budget/rows.py": {"boxes_of(self, self._places, width)[-1]"},
        "console/playbook/cell_delegate.py": {"rooms[0]"},
        "console/playbook/map_lines.py": {"states[0]"},
        "console/playbook/register_head.py": {"widths[0]", "widths[-1]"},
        "console/playbook/register_part.py": {"kinds[0]", "self.items[0]"},
        "console/playbook/phase_map.py": {"self._phases[place].lines[0]"},
        "console/closing/page.py": {"self.session.method.signs[0]"},
        "console/prepare/page.py": {"self.session.method.signs[0]"},
        "view_models/diagnosing.py": {"session.method.signs[0]", "modes[place].signs[0]"},
        "view_models/sharing/record_words.py": {"register.columns[0]"},
        "view_models/judging.py": {"self.points[0]"},
        "view_models/planning.py": {"self.session.method.phases[0]"},
        "view_models/playbook/filling.py": {"register.columns[0]"},
        "view_models/playbook/sheet.py": {"self._columns[0]"},
        "view_models/playbook/stops.py": {"register.columns[0]"},
    },
    "made a line above with something in it": {
        "console/library/handing_overlay.py": {"self._fields[0]"},
        "view_models/hub/meeting.py": {"keys[0]"},
        "widgets/parts/hints.py": {"names[0]", "names[-1]"},
        "room/drawing/sheet.py": {"steps[0]", "steps[-1]"},
        "view_models/room/moved.py": {"days[0]", "days[1]"},
        "view_models/sharing/taking_words.py": {"counts[0]", "counts[1]", "counts[2]"},
        "room/drawing/readings.py": {"styles[-1]"},
        "room/pages/impact.py": {"lines[0]"},
        "room/pages/moved.py": {"LISTS[-1]", "heads[0]"},
        "view_models/room/planned/calendar.py": {"STEPS[-1]"},
        "system/programs.py": {"command[0]"},
        "widgets/flow.py": {"lines[-1]"},
    },
    "its length, or what is in it, is asked for in other words above": {
        "console/playbook/offering.py": {"typed[0]"},
        "room/drawing/typesetter.py": {"kept.pop()", "piece[0]", "made.lines[-1]"},
        "system/svg.py": {"elements[-1]"},
    },
    "stands until the library's answer, which is why this is called": {
        "view_models/ledger.py": {"self._waiting[-1]", "self._waiting[0]", "self._waiting.pop(0)"},
    },
}
"""Why each place that the check cannot see through holds something, whatever a person does."""


def test_no_bare_next_stands_under_any_handler() -> None:
    found = [f"{path}:{node.lineno}" for path in FILES for node in bare_nexts(ast.parse(path.read_text("utf-8")))]

    assert found == []


def test_the_domain_below_takes_no_bare_next_either() -> None:
    """But for the endless ones, and one whose end is what is waited for."""
    endless = {"document_font.py": 1, "steps.py": 1}
    found = {path.name: n for path in OF_THE_DOMAIN if (n := len(list(bare_nexts(ast.parse(path.read_text("utf-8"))))))}

    assert found == endless


def places() -> set[tuple[str, str]]:
    """Those of the windows; a command without a window ends with its fault in any case."""
    found = {(path.relative_to(ROOT / "desktop").as_posix(), text) for path in FILES for _, text in places_in(path)}
    return {place for place in found if not place[0].startswith("command_line/")}


def test_nothing_is_taken_by_its_place_without_a_look_or_a_reason() -> None:
    reasoned = {(file, text) for of in SOUND.values() for file, texts in of.items() for text in texts}

    assert places() - reasoned == set()
    assert reasoned - places() == set(), "the list of reasons holds what is no longer there"


@pytest.mark.parametrize(
    "planted",
    [
        "rows[-1]",
        "rows[0]",
        "rows.pop()",
        "rows.pop(0)",
        "rows[0] if columns else None",
        "if rows:\n    pass\nrows[0]",
        "rows[0] if len(rows) >= 0 else None",
        "rows or rows[0]",
        "if not rows:\n    print()\nrows[0]",
        "if rows:\n    pass\nelse:\n    rows[0]",
        "[r[0] for r in rows]",
    ],
)
def test_a_planted_place_is_seen(planted: str) -> None:
    assert [*unseen_places(ast.parse(planted))]


@pytest.mark.parametrize(
    "sound",
    [
        "rows[0] if rows else None",
        "rows and rows[0]",
        "not rows or rows[0]",
        "if not rows or other:\n    raise KeyError\nrows[0]",
        "while rows:\n    rows.pop()",
        "if len(rows) == 1:\n    rows[0]",
        "if (found := rows):\n    found[0]",
        "text.partition(':')[0]",
        "rows[key]",
    ],
)
def test_what_was_asked_for_just_before_is_not(sound: str) -> None:
    assert [*unseen_places(ast.parse(sound))] == []


def test_a_planted_next_is_seen() -> None:
    assert len([*bare_nexts(ast.parse("next(rows)\nnext(rows, None)\nnext(r for r in rows)"))]) == 2


def entered(path: Path) -> list[str]:
    """Where Qt is entered from Python so that a fault below it could end the process, or a painter might not end."""
    found = []
    tree = ast.parse(path.read_text("utf-8"))
    ended = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in ("sendEvent", "grab", "notify") or (name == "QPainter" and id(node) not in ended):
            found.append(f"{path.name}:{node.lineno} {name}")
    return found


def test_no_handler_enters_qt_so_that_a_fault_would_end_the_process() -> None:
    """Events are posted, pictures are painted by a painter that ends whatever happens."""
    windows = [path for path in FILES if "command_line" not in path.parts]
    assert [place for path in windows for place in entered(path)] == []


@pytest.mark.parametrize("planted", ["QApplication.sendEvent(a, b)", "window.grab()", "painter = QPainter(self)"])
def test_a_planted_entry_is_seen(tmp_path: Path, planted: str) -> None:
    (tmp_path / "planted.py").write_text(planted)
    assert entered(tmp_path / "planted.py")
