"""Taking a plan elsewhere and bringing a reply back, from the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfWriter
from PySide6.QtGui import QImage

from desktop.command_line.main import main
from models.engagement.copying import duplicate
from models.engagement.edit import Edit
from models.plan.plan import accepted_actions
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import NoteKind, Progress
from reports.reply.fields import Box, FieldName
from reports.reply.plan_data import plan_revision

CHARTS = {"radar", "heat-map", "modes", "priorities", "timeline", "owners", "budget"}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def sample(library: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--library", str(library), "sample"]) == 0
    return capsys.readouterr().out.strip()


@pytest.fixture
def returned(library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sample's plan as it comes back: its first action done, later, and with a comment."""
    plan, back = tmp_path / "plan.pdf", tmp_path / "back.pdf"
    assert main(["--library", str(library), "report", sample, "--kind", "action-plan", "--output", str(plan)]) == 0
    with Library.open(library, who="Ann") as opened:
        engagement = opened.engagement(sample)
    first = engagement.current.actions[0].id
    values = {Box.STATUS: "/done", Box.DAY: "1 March 2027", Box.HELD_UP: "Who \x1b[31m pays?"}
    fields = {str(FieldName(sample, plan_revision(engagement), first, box)): v for box, v in values.items()}
    writer = PdfWriter(clone_from=BytesIO(plan.read_bytes()))
    writer.update_page_form_field_values(None, fields, auto_regenerate=False)
    writer.write(back)
    capsys.readouterr()
    return back


def run(library: Path, *arguments: str | Path) -> int:
    return main(["--library", str(library), *map(str, arguments)])


def test_the_actions_as_a_workbook_and_as_a_calendar(library: Path, sample: str, tmp_path: Path) -> None:
    assert run(library, "export-actions", sample, tmp_path / "plan.xlsx") == 0
    assert run(library, "export-actions", sample[:8], tmp_path / "plan.ICS") == 0

    with Library.open(library, who="Ann") as opened:
        agreed = accepted_actions(opened.engagement(sample).current)
    assert load_workbook(tmp_path / "plan.xlsx").active.max_row == len(agreed) + 1
    events = Calendar.from_ical((tmp_path / "plan.ICS").read_bytes()).walk("VEVENT")
    assert len(events) == sum(a.due is not None for a in agreed) > 9


def test_exporting_again_gives_the_same_bytes_until_something_changes(
    library: Path, sample: str, tmp_path: Path, returned: Path
) -> None:
    def exported(ending: str) -> bytes:
        assert run(library, "export-actions", sample, tmp_path / f"plan.{ending}") == 0
        return (tmp_path / f"plan.{ending}").read_bytes()

    before = exported("xlsx"), exported("ics")
    assert (exported("xlsx"), exported("ics")) == before
    assert run(library, "read-reply", returned, "--apply") == 0
    after = exported("xlsx"), exported("ics")
    assert after[0] != before[0]
    old, new = (Calendar.from_ical(data).walk("VEVENT") for data in (before[1], after[1]))
    assert {e["uid"] for e in old} == {e["uid"] for e in new}
    assert new[0]["sequence"] >= old[0]["sequence"]
    assert new[0].decoded("dtstamp") >= old[0].decoded("dtstamp")


def test_a_later_calendar_calls_off_what_the_plan_has_dropped(library: Path, sample: str, tmp_path: Path) -> None:
    assert run(library, "export-actions", sample, tmp_path / "before.ics") == 0
    with Library.open(library, who="Ann") as opened:
        current = opened.engagement(sample).current
        dropped, undated = [a for a in accepted_actions(current) if a.due and a.progress is not Progress.DONE][:2]
        opened.save(Edit(act_called("Remove"), sample, remove=(dropped,)))
        opened.save(Edit(act_called("Empty"), sample, put=(replace(undated, due=None),)))
    assert run(library, "export-actions", sample, tmp_path / "after.ics") == 0

    before, after = (
        {str(e["uid"]): e for e in Calendar.from_ical((tmp_path / f"{name}.ics").read_bytes()).walk("VEVENT")}
        for name in ("before", "after")
    )
    off = {uid for uid, event in after.items() if event["status"] == "CANCELLED"}
    assert before.keys() == after.keys()
    assert off == {f"{dropped.id}@clearway", f"{undated.id}@clearway"}
    assert all(after[uid]["sequence"] >= before[uid]["sequence"] for uid in after)
    assert run(library, "export-actions", sample, tmp_path / "again.ics") == 0
    assert (tmp_path / "again.ics").read_bytes() == (tmp_path / "after.ics").read_bytes()


def test_each_owner_has_a_calendar(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(library, "calendars", sample, tmp_path / "for" / "owners") == 0
    made = sorted((tmp_path / "for" / "owners").glob("*.ics"))

    with Library.open(library, who="Ann") as opened:
        engagement = opened.engagement(sample)
    owners = {a.owner_id for a in accepted_actions(engagement.current) if a.due and a.progress is not Progress.DONE}
    assert {file.stem for file in made} == {p.name for p in engagement.stakeholders if p.id in owners}
    assert sorted(capsys.readouterr().out.splitlines()) == [str(file.resolve()) for file in made]


@pytest.mark.parametrize(("size", "number"), [("A4", 9), ("Letter", 1)])
def test_the_workbook_is_for_the_paper_that_is_named(
    library: Path, sample: str, tmp_path: Path, size: str, number: int
) -> None:
    assert run(library, "export-actions", sample, tmp_path / "plan.xlsx", "--page-size", size) == 0
    assert int(load_workbook(tmp_path / "plan.xlsx").active.page_setup.paperSize) == number


@pytest.mark.parametrize("name", ["plan.csv", "plan", "plan.xls"])
def test_another_ending_is_refused_with_the_two_there_are(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(library, "export-actions", sample, tmp_path / name) == 1
    assert "neither .xlsx (a workbook) nor .ics (a calendar)" in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_the_charts_are_drawn_without_a_screen(library: Path, sample: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "charts"
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "desktop.command_line", "--library", library, "charts", sample, folder]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert {p.stem for p in folder.glob("*.svg")} == {p.stem for p in folder.glob("*.png")} == CHARTS
    assert sorted(map(Path, done.stdout.splitlines())) == sorted(folder.iterdir())
    assert QImage(str(folder / "radar.png")).width() == 640


def test_a_folder_that_cannot_be_made_is_refused(
    library: Path, sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert run(library, "charts", sample, tmp_path / "file" / "charts") == 1
    assert "cannot be made" in capsys.readouterr().err


def test_a_reply_is_told_and_nothing_is_taken(
    library: Path, sample: str, returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(library, "read-reply", returned) == 0
    said = capsys.readouterr().out

    assert "Leak Watch, Arkenby Water: 3 things to take or leave." in said
    assert "status: sent In progress, plan now In progress, reply Done" in said
    assert "date: sent 27 November 2026, plan now 27 November 2026, reply 1 March 2027" in said
    assert "comment: Who [31m pays?" in said
    assert "\x1b" not in said
    with Library.open(library, who="Ann") as opened:
        assert opened.engagement(sample).current.actions[0].progress is Progress.IN_PROGRESS


def test_a_reply_is_taken_in_once_and_undo_takes_it_back(
    library: Path, sample: str, returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library, who="Ann") as opened:
        before = opened.engagement(sample)
    assert run(library, "read-reply", returned, "--apply") == 0
    assert "Taken in." in capsys.readouterr().out
    assert run(library, "read-reply", returned, "--apply") == 0
    assert "says nothing that the plan does not say already" in capsys.readouterr().out

    with Library.open(library, who="Ann") as opened:
        now = opened.engagement(sample)
        assert now.current.actions[0].progress is Progress.DONE
        (note,) = set(now.current.notes) - set(before.current.notes)
        assert (note.kind, note.for_client) == (NoteKind.PARKED, False)
        assert opened.undo(sample) == act_called("Take in a reply")
        assert opened.engagement(sample) == before


def test_what_the_plan_changed_as_well_is_left(
    library: Path, sample: str, returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:

    with Library.open(library, who="Ann") as opened:
        action = opened.engagement(sample).current.actions[0]
        opened.save(Edit(act_called("Block"), sample, put=(replace(action, progress=Progress.BLOCKED),)))
    assert run(library, "read-reply", returned, "--apply") == 0

    assert "plan now Blocked, reply Done; the plan was changed as well" in capsys.readouterr().out
    with Library.open(library, who="Ann") as opened:
        assert opened.engagement(sample).current.actions[0].progress is Progress.BLOCKED


def test_a_reply_to_what_this_library_does_not_hold_is_refused(
    tmp_path: Path, returned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "other.clearway", "read-reply", returned) == 1
    assert "belongs to an engagement that is not in this library" in capsys.readouterr().err


def test_a_file_put_together_is_read_for_each_engagement_that_the_library_holds(
    library: Path, sample: str, returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library, who="Ann") as opened:
        other = duplicate(opened.engagement(sample), "Lift inspections", datetime.now(UTC))
        opened.add(other, act_called("Duplicate"))
    assert run(library, "report", other.id, "--kind", "action-plan", "--output", tmp_path / "other.pdf") == 0
    writer = PdfWriter(clone_from=returned)
    writer.append(tmp_path / "other.pdf")
    writer.write(tmp_path / "both.pdf")
    capsys.readouterr()
    assert run(library, "read-reply", tmp_path / "both.pdf", "--apply") == 0
    said = capsys.readouterr().out

    assert "Leak Watch, Arkenby Water: 3 things to take or leave." in said
    assert "Lift inspections, Arkenby Water: the reply says nothing that the plan does not say already." in said
    assert "a plan of another engagement, Lift inspections, Arkenby Water." in said
    assert said.count("this plan as it stands now") == 2
    assert run(library, "read-reply", tmp_path / "both.pdf", "--library", tmp_path / "empty.clearway") == 1


def test_what_is_not_understood_is_told_and_kept(
    library: Path, sample: str, returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library, who="Ann") as opened:
        engagement = opened.engagement(sample)
    name = str(FieldName(sample, plan_revision(engagement), engagement.current.actions[0].id, Box.DAY))
    writer = PdfWriter(clone_from=returned)
    writer.update_page_form_field_values(None, {name: "when the feed runs"}, auto_regenerate=False)
    writer.write(tmp_path / "odd.pdf")
    assert run(library, "read-reply", tmp_path / "odd.pdf", "--apply") == 0

    assert "“when the feed runs” is no date with a day, a month and a year. It is kept as a parked item." in (
        capsys.readouterr().out
    )
    with Library.open(library, who="Ann") as opened:
        texts = [note.text for note in opened.engagement(sample).current.notes]
    assert any(text.endswith("not understood: when the feed runs") for text in texts)


@pytest.mark.parametrize(("content", "reason"), [(b"", "no PDF"), (b"%PDF-1.7 broken", "damaged")])
def test_what_is_no_reply_is_refused(
    library: Path, tmp_path: Path, content: bytes, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.pdf").write_bytes(content)
    assert run(library, "read-reply", tmp_path / "odd.pdf") == 1
    assert reason in capsys.readouterr().err
    assert run(library, "read-reply", tmp_path / "gone.pdf") == 1
    assert "cannot be read" in capsys.readouterr().err


def test_wrong_usage_is_told_apart(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["read-reply"], ["charts", "x"], ["export-actions"]):
        with pytest.raises(SystemExit) as stop:
            run(library, *arguments)
        assert stop.value.code == 2
    capsys.readouterr()


def test_a_folder_of_replies_is_read_in_one_act_and_an_odd_file_stands_in_no_other_s_way(
    library: Path, returned: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "replies"
    folder.mkdir()
    (folder / "odd.pdf").write_bytes(b"no PDF")
    returned.rename(folder / "back.pdf")
    assert run(library, "read-reply", folder, "--apply") == 1
    said = capsys.readouterr()
    assert "Taken in." in said.out
    assert "odd.pdf: This file is no PDF" in said.err
