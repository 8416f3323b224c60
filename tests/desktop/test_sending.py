"""Sending what is seen: the bytes of the preview are the bytes saved, mailed and kept, and the outbox says so."""

from __future__ import annotations

import email
import email.policy
import os
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from facilitator import Facilitator
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QPlainTextEdit
from window_audit import audit

from desktop.console.report.page import ReportPage
from desktop.console.steps import Step
from desktop.system.outgoing import KEPT_FOR, OutgoingFolder
from models.engagement.outbox import Dispatch
from models.plan.plan import accepted_actions
from models.values.sentence import act_called
from reports.documents.documents import DocumentKind


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose `xdg-open` is a program that writes down what it was asked to open; its list of that."""
    programs, opened = tmp_path / "programs", tmp_path / "opened"
    programs.mkdir()
    (programs / "xdg-open").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{opened}"\n')
    (programs / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return opened


@pytest.fixture
def sender(facilitator: Facilitator, desk: Path) -> Facilitator:
    """Someone who looks at the sample's action plan."""
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.REPORT)
    facilitator.waits_until(lambda: page(facilitator).send.sending.document is not None)
    return facilitator


def page(facilitator: Facilitator) -> ReportPage:
    found = facilitator.window.pages[Step.REPORT]
    assert isinstance(found, ReportPage)
    return found


def opened_files(facilitator: Facilitator, desk: Path, count: int = 1) -> list[Path]:
    facilitator.waits_until(lambda: desk.exists() and len(desk.read_text().splitlines()) >= count)
    return [Path(line) for line in desk.read_text().splitlines()]


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def kept(facilitator: Facilitator, sha: str) -> bytes:
    """The file in the library."""
    found: list[bytes] = []
    facilitator.session.ask(
        lambda library: library.asset(sha), lambda asset: found.append(asset.data if asset else b"")
    )
    facilitator.waits_until(lambda: bool(found))
    return found[0]


def test_what_is_seen_is_what_is_saved_mailed_and_kept(sender: Facilitator, desk: Path, tmp_path: Path) -> None:
    shown = page(sender).preview._document
    assert shown is not None
    seen = digest(shown._input)  # the very bytes the preview draws from

    page(sender).save_to(tmp_path / "saved.pdf")
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")
    sender.waits_until_saved()
    (eml,) = opened_files(sender, desk)
    message = email.message_from_bytes(eml.read_bytes(), policy=email.policy.default)
    (attached,) = message.iter_attachments()
    (sent,) = sender.engagement.outbox

    assert digest((tmp_path / "saved.pdf").read_bytes()) == seen
    assert digest(attached.get_content()) == seen
    assert digest(kept(sender, sent.sha256)) == sent.sha256 == seen
    assert (message["X-Unsent"], message["From"]) == ("1", None)


def test_the_outbox_says_what_went_to_whom(sender: Facilitator, desk: Path) -> None:
    sender.presses("Send by e-mail")
    for box in page(sender).send.findChildren(QCheckBox):
        if box.accessibleName() not in ("Send to Margaret Oduya", "Send to Priya Raman"):
            box.click()
    assert "Dear Margaret Oduya and Priya Raman," in sender.finds(QPlainTextEdit, "Text of the message").toPlainText()
    sender.presses("Open in the mail program")
    sender.waits_until_saved()
    (sent,) = sender.engagement.outbox

    assert sent.document == DocumentKind.ACTION_PLAN
    assert sent.recipients.splitlines() == [
        "Margaret Oduya <margaret.oduya@arkenby-water.example>",
        "Priya Raman <priya.raman@arkenby-water.example>",
    ]
    sender.presses("Files sent")
    sender.waits_until(lambda: "To Margaret Oduya, Priya Raman" in sender.reads())
    assert f"SHA-256 {sent.sha256[:12]}…, plan as of revision {sent.revision}" in sender.reads()


def test_pressing_twice_is_one_entry_and_another_version_is_another(sender: Facilitator, desk: Path) -> None:
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")
    sender.presses("Show the file")
    sender.waits_until_saved()
    assert len(sender.engagement.outbox) == 1
    files = opened_files(sender, desk, 2)
    (folder,) = [file for file in files if file.is_dir()]  # which of two programs starts first is the system's affair
    assert sorted(p.suffix for p in folder.iterdir()) == [".eml", ".pdf"]

    sender.presses("Summary")
    sender.waits_until(lambda: page(sender).send.sending.document is not None)
    sender.presses("Open in the mail program")
    sender.waits_until_saved()
    assert [d.document for d in sender.engagement.outbox] == ["action-plan", "summary"]
    assert len({d.sha256 for d in sender.engagement.outbox}) == 2


def test_two_keys_send_what_is_shown(sender: Facilitator, desk: Path) -> None:
    sender.presses_key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page(sender).send.views.isVisible()
    assert sender.keyboard_goes_to().accessibleName() == "Open in the mail program"
    sender.presses_key(Qt.Key.Key_Return)
    assert opened_files(sender, desk)[0].suffix == ".eml"

    sender.presses_key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page(sender).send.views.isHidden()
    assert sender.keyboard_goes_to() is page(sender).preview


def test_a_double_press_opens_one_message(sender: Facilitator, desk: Path) -> None:
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")
    sender.presses("Open in the mail program")
    sender.presses("Show the file")
    files = opened_files(sender, desk, 2)
    assert sorted(f.suffix for f in files) == ["", ".eml"]


def test_undo_takes_the_entry_back_and_a_restart_keeps_it(
    sender: Facilitator, desk: Path, start: Callable[[], Facilitator]
) -> None:
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")
    sender.waits_until_saved()
    sent = sender.engagement.outbox
    sender.presses("Undo")
    sender.waits_until(lambda: sender.engagement.outbox == ())
    sender.waits_until(sender.finds(QAbstractButton, "Redo").isEnabled)
    sender.presses("Redo")
    sender.waits_until(lambda: sender.engagement.outbox == sent)
    sender.closes()

    again = start()
    again.clearway.browsing.open(sender.engagement.id)
    again.waits_until(lambda: again.window.session is not None)
    assert again.engagement.outbox == sent


def test_the_file_that_was_sent_opens_and_can_be_copied(sender: Facilitator, desk: Path, tmp_path: Path) -> None:
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")
    sender.waits_until_saved()
    (sent,) = sender.engagement.outbox
    opened_files(sender, desk)
    sender.presses("Files sent")
    _opens_the_sent_file(sender)
    path = opened_files(sender, desk, 2)[1]

    assert digest(path.read_bytes()) == sent.sha256
    assert path.name == sent.file_name
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)
    page(sender).send.sending.save_sent(sent, tmp_path / "copy.pdf")
    sender.waits_until((tmp_path / "copy.pdf").exists)
    assert digest((tmp_path / "copy.pdf").read_bytes()) == sent.sha256


def _buttons(facilitator: Facilitator) -> list[QAbstractButton]:
    return [b for b in facilitator.window.findChildren(QAbstractButton) if b.isVisible()]


def _opens_the_sent_file(facilitator: Facilitator) -> None:
    def found() -> list[QAbstractButton]:
        return [b for b in _buttons(facilitator) if b.accessibleName().startswith("Open the file")]

    facilitator.waits_until(lambda: bool(found()))
    found()[0].click()


def test_a_file_that_lies_in_another_library_is_told_so(sender: Facilitator, desk: Path) -> None:
    elsewhere = Dispatch(
        engagement_id=sender.engagement.id,
        document="summary",
        title="Summary",
        file_name="../../etc/passwd",
        sha256="5" * 64,
        prepared_at=sender.engagement.pilot.created,
    )
    sender.session.edit(act_called("Import"), elsewhere)
    sender.waits_until_saved()
    sender.presses("Files sent")
    sender.waits_until(lambda: "No addressee was chosen here" in sender.reads())
    _opens_the_sent_file(sender)
    sender.waits_until(lambda: "it was sent from another one" in sender.reads())
    assert page(sender).send.sending.safe_file_name(elsewhere) == "passwd.pdf"
    assert not desk.exists()


def test_no_mail_program_is_told_and_the_file_is_there_all_the_same(sender: Facilitator, desk: Path) -> None:
    (desk.parent / "programs" / "xdg-open").write_text("#!/bin/sh\nexit 3\n")
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")
    sender.waits_until(lambda: "No program here opens a message as a file" in sender.reads())
    assert len(sender.engagement.outbox) == 1


def test_the_text_can_be_copied_without_anything_leaving(sender: Facilitator, desk: Path) -> None:
    sender.presses("Send by e-mail")
    sender.presses("Copy the text")

    assert QGuiApplication.clipboard().text().startswith("Dear all,")
    assert sender.engagement.outbox == ()
    assert not desk.exists()


def test_nothing_can_be_sent_while_the_pages_are_being_made(sender: Facilitator, desk: Path) -> None:
    sender.presses("Send by e-mail")
    sender.presses("Summary")
    page(sender).send.sending.write()

    assert sender.engagement.outbox == ()
    assert "No document is made yet." in sender.reads()


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_noted(sender: Facilitator, desk: Path) -> None:
    (desk.parent / "cache").write_text("a file where a folder should be")
    sender.presses("Send by e-mail")
    sender.presses("Open in the mail program")

    assert "The message cannot be written" in sender.reads()
    assert sender.engagement.outbox == ()


def test_who_has_no_address_is_named(sender: Facilitator) -> None:
    first, *_ = sender.session.people()
    sender.session.edit(act_called("Edit"), replace(first, email="not an address"))
    sender.presses("Send by e-mail")

    assert "Without an address that can be used: Margaret Oduya. It is entered on Prepare." in sender.reads()
    assert not [b for b in _buttons(sender) if b.accessibleName() == "Send to Margaret Oduya"]


@pytest.mark.parametrize(
    ("button", "ending"),
    [("Save the actions as a spreadsheet", ".xlsx"), ("Save the due dates for a calendar", ".ics")],
)
def test_the_plan_is_saved_for_other_programs(sender: Facilitator, tmp_path: Path, button: str, ending: str) -> None:
    sender.presses(button)
    (dialog,) = sender.window.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(ending)
    assert not dialog.isModal()
    target = tmp_path / f"plan{ending}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    sender.waits_until(target.exists)

    sender.waits_until(lambda: "Saved as" in sender.reads())
    agreed = accepted_actions(sender.session.current)
    if ending == ".xlsx":
        assert load_workbook(target).active.max_row == len(agreed) + 1
    else:
        assert target.read_bytes().count(b"BEGIN:VEVENT") == sum(a.due is not None for a in agreed)


def test_a_later_calendar_calls_off_what_the_plan_has_dropped(sender: Facilitator, tmp_path: Path) -> None:
    exporting = page(sender).send.exporting
    exporting.calendar(tmp_path / "before.ics")
    sender.waits_until((tmp_path / "before.ics").exists)
    dropped = next(a for a in accepted_actions(sender.session.current) if a.due)
    sender.session.edit(act_called("Remove"), remove=[dropped])
    exporting.calendar(tmp_path / "after.ics")
    sender.waits_until((tmp_path / "after.ics").exists)

    before, after = ((tmp_path / name).read_bytes() for name in ("before.ics", "after.ics"))
    assert (before.count(b"STATUS:CANCELLED"), after.count(b"STATUS:CANCELLED")) == (0, 1)
    assert before.count(b"BEGIN:VEVENT") == after.count(b"BEGIN:VEVENT")


def test_each_owner_has_a_calendar_in_a_folder_of_their_own(sender: Facilitator, tmp_path: Path) -> None:
    sender.presses("Save a calendar for each owner")
    (dialog,) = sender.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    folder = tmp_path / "Arkenby Water - Leak Watch - Calendars"
    sender.waits_until(lambda: "calendars, each for one owner" in sender.reads())

    owners = {a.owner_id for a in accepted_actions(sender.session.current) if a.due}
    assert {file.stem for file in folder.iterdir()} == {p.name for p in sender.session.people() if p.id in owners}


def test_the_spreadsheet_is_for_the_paper_of_the_documents(sender: Facilitator, tmp_path: Path) -> None:
    sender.presses("US Letter")
    page(sender).send.exporting.sheet(tmp_path / "plan.xlsx")

    assert int(load_workbook(tmp_path / "plan.xlsx").active.page_setup.paperSize) == 1


def test_the_charts_are_saved_in_a_folder_of_their_own(sender: Facilitator, tmp_path: Path) -> None:
    sender.presses("Save the charts as pictures for slides")
    (dialog,) = sender.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    folder = tmp_path / "Arkenby Water - Leak Watch - Charts"

    assert len(list(folder.glob("*.png"))) == len(list(folder.glob("*.svg"))) == 7
    sender.waits_until(lambda: "7 charts, each as PNG and SVG" in sender.reads())


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_the_pages_stay_beside_what_is_sent(sender: Facilitator, size: tuple[int, int]) -> None:
    sender.window.resize(*size)
    assert page(sender).send.posted.isVisible()
    sender.presses("Send by e-mail")
    assert page(sender).preview.isVisible()
    assert not page(sender).send.posted.isVisible()
    sender.presses("Send by e-mail")
    assert page(sender).send.posted.isVisible()


def test_files_on_their_way_go_after_a_day(tmp_path: Path) -> None:
    outgoing = OutgoingFolder(tmp_path / "out")
    old, new = outgoing.put({"a.pdf": b"1"})[0], outgoing.put({"b.pdf": b"2"})[0]
    past = time.time() - KEPT_FOR - 60
    os.utime(old.parent, (past, past))
    outgoing.put({"c.pdf": b"3"})

    assert not old.exists()
    assert new.read_bytes() == b"2"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x.pdf", "x.pdf"),
        ("a/b\\c:d*.pdf", "a b c d.pdf"),
        ("CON.pdf", "CON_.pdf"),
        (".pdf", "pdf"),
        ("", "file"),
        ("信件\0\n.pdf", "信件.pdf"),
        ("x" * 400 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_a_name_from_elsewhere_is_made_safe(tmp_path: Path, name: str, safe: str) -> None:
    (path,) = OutgoingFolder(tmp_path / "out").put({name: b"1"})

    assert path.name == safe
    assert path.parent.parent == tmp_path / "out"


def test_what_is_sent_is_sound_at_every_size(sender: Facilitator, desk: Path) -> None:
    crowd = [
        replace(sender.session.people()[0], id=f"{n:032x}", position=n, name=f"Person with a Name {n}")
        for n in range(40)
    ]
    sender.session.edit(act_called("Invite"), *crowd)
    sender.waits_until(lambda: page(sender).send.sending.document is not None)
    sender.presses("Send by e-mail")
    sender.presses("Show the file")
    faults = []
    for view in ("Send by e-mail", "Files sent"):
        if view == "Files sent":
            sender.presses(view)
        for size in ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160)):
            sender.window.resize(*size)
            found = [""]
            for _ in range(10):
                sender.qtbot.wait(60)
                if not (found := audit(sender.window)):
                    break
            faults += [f"{view} {size}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def test_the_keyboard_reaches_everything(sender: Facilitator) -> None:
    sender.presses("Send by e-mail")
    sender.waits_until(lambda: any(b.accessibleName() == "Send to Margaret Oduya" for b in _buttons(sender)))
    reached = set()
    for _ in range(60):
        sender.presses_key(Qt.Key.Key_Tab)
        reached.add(sender.keyboard_goes_to().accessibleName())

    wanted = {"Open in the mail program", "Show the file", "Copy the text", "Files sent", "Send to Margaret Oduya"}
    assert wanted <= reached
