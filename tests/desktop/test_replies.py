"""A returned plan in the window: dropped or chosen, shown beside the plan, taken by choice, taken back by one undo."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from facilitator import Facilitator
from pypdf import PdfWriter
from pypdf.annotations import Text
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QPlainTextEdit, QWidget
from window_audit import audit

from desktop.console.report.page import ReportPage
from desktop.console.steps import Step
from models.diagnosis.by_letter import answered_by_letter
from models.engagement.copying import duplicate
from models.engagement.engagement import Action
from models.plan.plan import plan_lines
from models.values.refusal import Refusal
from models.values.sentence import act_called
from models.values.terms import Decision, NoteKind, Progress, RoundState
from reports.documents.documents import DocumentKind, render
from reports.exports.questions import questionnaires
from reports.reply.fields import Box, FieldName
from reports.reply.file import returned as what_a_file_brings
from reports.reply.plan_data import plan_revision
from reports.reply.returned import Returned
from reports.words.facts import Facts


@pytest.fixture
def reader(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.waits_until_saved()
    return facilitator


def first(facilitator: Facilitator) -> Action:
    return next(a for a in facilitator.engagement.current.actions if a.decision is Decision.ACCEPTED)


def returned(facilitator: Facilitator, path: Path, **values: str) -> Path:
    """The plan as it is sent now and comes back with these values for its first action."""
    session = facilitator.session
    data = render(DocumentKind.ACTION_PLAN, session.engagement, session.method, today=date.today())
    boxes = {"status": Box.STATUS, "day": Box.DAY, "remark": Box.HELD_UP}
    revision, action = plan_revision(session.engagement), first(facilitator).id
    names = {key: str(FieldName(session.engagement.id, revision, action, box)) for key, box in boxes.items()}
    writer = PdfWriter(clone_from=BytesIO(data))
    fields = {names[key]: value for key, value in values.items()}
    writer.update_page_form_field_values(None, fields, auto_regenerate=False)
    writer.write(path)
    return path


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enters(widget: QWidget, data: QMimeData) -> bool:
    """Whether something dragged over the widget would be taken, by it or by what it stands in."""
    place, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    event = QDragEnterEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drops(facilitator: Facilitator, *paths: Path, on: QWidget | None = None) -> None:
    window = facilitator.window
    data = mime(*paths)
    assert enters(on or window, data)
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert event.type() is QEvent.Type.Drop
    QApplication.sendEvent(window, event)


def page(facilitator: Facilitator) -> ReportPage:
    found = facilitator.window.pages[Step.REPORT]
    assert isinstance(found, ReportPage)
    return found


def shows(facilitator: Facilitator, text: str) -> None:
    facilitator.waits_until(lambda: text in facilitator.reads())


def tick(facilitator: Facilitator, name: str) -> QCheckBox:
    wanted = f"Take: {name}, {first(facilitator).title}"
    return next(b for b in facilitator.window.findChildren(QCheckBox) if b.accessibleName() == wanted)


def test_a_dropped_reply_is_shown_beside_the_plan_and_changes_nothing(reader: Facilitator, tmp_path: Path) -> None:
    before = reader.engagement
    drops(reader, returned(reader, tmp_path / "back.pdf", status="/done", day="1 March 2027", remark="Who pays?"))
    shows(reader, "3 things to take or leave, from back.pdf")
    shows(reader, "Who pays?")
    said = reader.reads()

    assert reader.window.step is Step.REPORT
    for text in ("The plan", "The reply", "27 November 2026", "1 March 2027", "In progress", "Done", "Who pays?"):
        assert text in said
    assert reader.engagement == before


def test_what_is_ticked_is_taken_and_one_undo_takes_it_back(reader: Facilitator, tmp_path: Path) -> None:
    before, action = reader.engagement, first(reader)
    drops(reader, returned(reader, tmp_path / "back.pdf", status="/done", day="1 March 2027", remark="Who pays?"))
    shows(reader, "Take what is ticked (3)")
    tick(reader, "Date").click()
    shows(reader, "Take what is ticked (2)")
    page(reader).send._reply._take.click()
    reader.waits_until_saved()

    assert page(reader).send.replying.reply is None
    assert first(reader) == replace(action, progress=Progress.DONE)
    (note,) = set(reader.engagement.current.notes) - set(before.current.notes)
    assert (note.kind, note.for_client, note.text) == (
        NoteKind.PARKED, False, f"Comment on “{action.title}”: Who pays?",
    )  # fmt: skip
    shows(reader, "2 things taken from the reply. Undo takes all of it back.")
    assert reader.session.labels.undo == act_called("Take in a reply")
    reader.presses("Undo")
    reader.waits_until(lambda: reader.engagement == before)


def test_what_the_plan_changed_as_well_is_told_and_not_ticked(reader: Facilitator, tmp_path: Path) -> None:
    path = returned(reader, tmp_path / "back.pdf", day="1 March 2027", status="/done")
    reader.session.edit(act_called("Move"), replace(first(reader), due=date(2027, 4, 4)))
    drops(reader, path)
    shows(reader, "The plan was changed as well since this was sent: it said “27 November 2026” then.")

    assert "The plan has changed since this document was sent" in reader.reads()
    assert (tick(reader, "Date").isChecked(), tick(reader, "Status").isChecked()) == (False, True)


def test_the_plan_beside_an_open_reply_follows_the_plan(reader: Facilitator, tmp_path: Path) -> None:
    drops(reader, returned(reader, tmp_path / "back.pdf", status="/done", day="1 March 2027"))
    shows(reader, "2 things to take or leave")
    reader.session.edit(act_called("Do"), replace(first(reader), progress=Progress.DONE))
    shows(reader, "1 thing to take or leave")


def test_a_reply_read_again_after_it_was_taken_says_so(reader: Facilitator, tmp_path: Path) -> None:
    path = returned(reader, tmp_path / "back.pdf", remark="Who pays?")
    for text in ("2 things to take or leave", "says nothing that the plan does not say already"):
        drops(reader, path)
        shows(reader, text)
        page(reader).send._reply._take.click()
        reader.waits_until_saved()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda r, p: p.write_bytes(b"no pdf"), "This file is no PDF."),
        (lambda r, p: p.write_bytes(b"%PDF-1.7\nbroken"), "damaged"),
        (lambda r, p: _summary(r, p), "There are no fields in this file"),
        (lambda r, p: _of_another(r, p), "belongs to the plan of another engagement"),
    ],
    ids=["no pdf", "damaged", "another document", "another engagement"],
)
def test_what_is_no_reply_gets_a_clear_answer(
    reader: Facilitator, tmp_path: Path, make: Callable[[Facilitator, Path], object], sentence: str
) -> None:
    before = reader.engagement
    make(reader, tmp_path / "odd.pdf")
    drops(reader, tmp_path / "odd.pdf")
    shows(reader, sentence)

    assert "odd.pdf holds no reply that can be read" in reader.reads()
    assert reader.engagement == before


def _summary(facilitator: Facilitator, path: Path) -> None:
    session = facilitator.session
    path.write_bytes(render(DocumentKind.SUMMARY, session.engagement, session.method, today=date.today()))


def _of_another(facilitator: Facilitator, path: Path) -> None:
    session = facilitator.session
    other = replace(session.engagement, pilot=replace(session.engagement.pilot, id="f" * 32))
    path.write_bytes(render(DocumentKind.ACTION_PLAN, other, session.method, today=date.today()))


def test_a_value_that_is_none_is_told_and_the_rest_can_be_taken(reader: Facilitator, tmp_path: Path) -> None:
    drops(reader, returned(reader, tmp_path / "back.pdf", status="/done", day="soon"))
    shows(reader, "“soon” is no date with a day, a month and a year. It is kept as a parked item")
    page(reader).send._reply._take.click()
    reader.waits_until_saved()

    texts = [note.text for note in reader.engagement.current.notes]
    assert f"Reply on “{first(reader).title}”, not understood: soon" in texts


def test_actions_have_the_plans_numbers(reader: Facilitator, tmp_path: Path) -> None:
    session = reader.session
    lines = plan_lines(session.method, session.engagement, session.words, date.today())
    number = [line.action.id for line in lines].index(first(reader).id) + 1
    drops(reader, returned(reader, tmp_path / "back.pdf", day="1 March 2027"))
    shows(reader, f"{number}\n{first(reader).title}")


def test_what_has_to_be_asked_is_not_ticked(reader: Facilitator, tmp_path: Path) -> None:
    drops(reader, returned(reader, tmp_path / "back.pdf", remark="No word from the supplier"))
    shows(reader, "What was written may be a remark, or say that it is held up: is it?")

    assert (tick(reader, "Status").isChecked(), tick(reader, "Comment").isChecked()) == (False, True)


def test_a_note_on_a_page_is_shown_with_page_and_author_and_taken_as_a_parked_item(
    reader: Facilitator, tmp_path: Path
) -> None:
    path = returned(reader, tmp_path / "back.pdf")
    writer = PdfWriter(clone_from=path)
    note = Text(rect=(50, 550, 70, 570), text="Whose budget is this?", title_bar="Ben Okoro")
    writer.add_annotation(page_number=1, annotation=note)
    writer.write(path)
    drops(reader, path)
    shows(reader, "Written on page 2 by Ben Okoro:\nWhose budget is this?")
    page(reader).send._reply._take.click()
    reader.waits_until_saved()

    kept = reader.engagement.current.notes[-1]
    assert (kept.kind, kept.for_client, kept.text) == (
        NoteKind.PARKED, False, "Written on page 2 by Ben Okoro: Whose budget is this?",
    )  # fmt: skip


def test_a_file_put_together_says_whose_plans_its_pages_are(reader: Facilitator, tmp_path: Path) -> None:
    """The library knows the name of the other engagement, and is asked for it."""
    mine = returned(reader, tmp_path / "mine.pdf", status="/done")
    ours = reader.session.engagement
    theirs = duplicate(ours, "Lift inspections", datetime.now(UTC))
    reader.clearway.ledger.ask(
        lambda library: library.add(theirs, act_called("Import")), lambda _: None, lambda _: None
    )
    other = render(DocumentKind.ACTION_PLAN, theirs, reader.session.method, today=date.today())
    writer = PdfWriter(clone_from=mine)
    writer.append(BytesIO(other))
    writer.write(tmp_path / "both.pdf")
    drops(reader, tmp_path / "both.pdf")
    shows(reader, "a plan of another engagement, Lift inspections, Arkenby Water.")

    assert "1 thing to take or leave, from both.pdf" in reader.reads()


def test_a_file_that_is_gone_is_told(reader: Facilitator, tmp_path: Path) -> None:
    drops(reader, tmp_path / "gone.pdf")
    shows(reader, "The file cannot be read: No such file or directory.")


def test_the_button_asks_for_the_file_beside_the_window(reader: Facilitator, tmp_path: Path) -> None:
    reader.goes_to(Step.REPORT)
    reader.presses("Read a reply…")
    (dialog,) = reader.window.findChildren(QFileDialog)
    assert not dialog.isModal()
    dialog.fileSelected.emit(str(returned(reader, tmp_path / "back.pdf", status="/done")))
    dialog.close()
    shows(reader, "1 thing to take or leave, from back.pdf")
    reader.presses("Put it away")
    reader.waits_until(page(reader).preview.isVisible)
    assert page(reader).send.replying.reply is None


def test_only_pdfs_and_folders_and_only_with_an_engagement_open(
    facilitator: Facilitator, reader: Facilitator, tmp_path: Path
) -> None:
    one, two = tmp_path / "a.pdf", tmp_path / "b.PDF"
    assert enters(reader.window, mime(two))
    assert enters(reader.window, mime(one, two, tmp_path))
    assert not enters(reader.window, mime(one, tmp_path / "a.png"))
    assert not enters(reader.window, mime(tmp_path / "a.png"))
    web = QMimeData()
    web.setUrls([QUrl("https://example.org/a.pdf")])
    assert not enters(reader.window, web)
    text = QMimeData()
    text.setText("words")
    assert not enters(reader.window, text)
    reader.session.gone.emit()
    assert reader.window.session is None
    assert not enters(reader.window, mime(one))


@pytest.mark.parametrize("name", ["Client", "What the pilot does"])
def test_a_reply_dropped_on_a_field_is_a_reply_and_not_a_path(reader: Facilitator, tmp_path: Path, name: str) -> None:
    reader.goes_to(Step.PREPARE)
    field = reader.field(name)
    field = field.viewport() if isinstance(field, QPlainTextEdit) else field
    before = reader.engagement
    drops(reader, returned(reader, tmp_path / "back.pdf", status="/done"), on=field)
    shows(reader, "1 thing to take or leave")

    assert reader.engagement == before
    words = QMimeData()
    words.setText("dragged words")
    assert enters(field, words)


def test_a_folder_is_told_apart_by_content_and_told_in_one_summary(reader: Facilitator, tmp_path: Path) -> None:
    session = reader.session
    session.edit(act_called("Open"), replace(session.current.assessment, state=RoundState.OPEN))
    facts = Facts(session.engagement, session.method, date.today(), session.words)
    for number, parcel in enumerate(questionnaires(facts, only_theirs=False)[:2]):
        writer = PdfWriter(clone_from=BytesIO(parcel.document))
        names = [name for name in writer.get_fields() or {} if name.endswith(":answer")]
        unvoted = next(name for name in names if not session.current.ballots_on(name.split(":")[-2]))
        writer.update_page_form_field_values(None, {unvoted: "/level-2"}, auto_regenerate=False)
        writer.write(tmp_path / f"answers {number}.pdf")
    for number, day in enumerate(("1 March 2027", "2 March 2027")):
        os.utime(returned(reader, tmp_path / f"reply {number}.pdf", day=day), (number, number))
    (tmp_path / "odd.pdf").write_bytes(b"no PDF")
    drops(reader, tmp_path)
    shows(reader, "1 thing to take or leave, from reply 0.pdf")

    said = reader.window.banner.text()
    assert said.splitlines() == [
        "Answers of 2 files taken in.",
        "2 replies to look at, one after another.",
        "odd.pdf: This file is no PDF. Ask for the PDF itself, filled in and saved.",
    ]
    assert "1 more reply waits to be looked at." in reader.reads()
    assert len(answered_by_letter(reader.session.current)) == 2
    assert first(reader).due != date(2027, 3, 1)
    reader.presses("Put it away")
    shows(reader, "1 thing to take or leave, from reply 1.pdf")
    page(reader).send._reply._take.click()
    reader.waits_until_saved()
    assert first(reader).due == date(2027, 3, 2)
    assert page(reader).send.views.isHidden()


def test_a_file_is_read_once_however_much_is_typed_beside_it(
    reader: Facilitator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[bytes]()

    def reads(data: bytes, titles: list[str], wanted: Callable[[], bool]) -> Returned:
        read.append(data)
        return what_a_file_brings(data, titles, wanted)

    monkeypatch.setattr("desktop.view_models.replying.returned", reads)
    drops(reader, returned(reader, tmp_path / "back.pdf", status="/done"))
    shows(reader, "1 thing to take or leave")
    for number in range(8):
        reader.session.edit(act_called("Rename"), replace(first(reader), title=f"Another title {number}"))
    shows(reader, "Another title 7")
    assert len(read) == 1


def test_a_file_that_was_refused_is_not_read_again_while_one_types(
    reader: Facilitator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[bytes]()

    def reads(data: bytes, titles: list[str], wanted: Callable[[], bool]) -> Returned:
        read.append(data)
        return what_a_file_brings(data, titles, wanted)

    monkeypatch.setattr("desktop.view_models.replying.returned", reads)
    (tmp_path / "odd.pdf").write_bytes(b"%PDF-1.7 and nothing that can be read")
    reader.goes_to(Step.REPORT)
    replying = page(reader).send.replying
    replying.read(tmp_path / "odd.pdf")
    reader.waits_until(lambda: bool(replying.refusal))
    for number in range(4):
        reader.session.edit(act_called("Rename"), replace(first(reader), title=f"Another title {number}"))
        reader.comes_to_rest()
    assert len(read) == 1
    assert replying.refusal


def test_whoever_leaves_does_not_wait_for_what_is_read(
    reader: Facilitator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, unwanted = threading.Event(), threading.Event()

    def reads(data: bytes, titles: list[str], wanted: Callable[[], bool]) -> Returned:
        begun.set()
        end = time.monotonic() + 20
        while wanted() and time.monotonic() < end:
            time.sleep(0.001)
        if not wanted():
            unwanted.set()
        raise Refusal("Nobody waits for it.")

    path = returned(reader, tmp_path / "back.pdf", status="/done")
    monkeypatch.setattr("desktop.view_models.replying.returned", reads)
    reader.goes_to(Step.REPORT)
    page(reader).send.read_replies([path])
    assert begun.wait(20)
    page(reader).leave()
    assert unwanted.is_set()


def test_a_long_reply_is_sound_at_every_size(reader: Facilitator, tmp_path: Path) -> None:
    path = returned(reader, tmp_path / ("name " * 24 + ".pdf"), remark="Many words. " * 160, day="nonsense " * 20)
    reader.session.edit(act_called("Rename"), replace(first(reader), title="A long title of an action " * 12))
    drops(reader, path)
    shows(reader, "Many words.")
    faults = []
    for size in ((1024, 768), (1920, 1080)):
        reader.window.resize(QSize(*size))
        for _ in range(8):
            reader.qtbot.wait(60)
            found = audit(reader.window)
            if not found:
                break
        faults += found
    assert not faults, "\n".join(faults)
