"""Who attends, taken from what the facilitator already has: pasted, dropped, or chosen as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from desktop.console.steps import Step
from models.values.terms import Group

CTRL = Qt.KeyboardModifier.ControlModifier
BLOCK = (
    "Name\tJob title\tDepartment\tE-mail\r\n"
    "Ana Ruiz\tHead of Data\tData\tana@harbour.example\r\nTom Ashby\tManager\tOps\t\r\n"
)
INVITATION = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nORGANIZER;CN=Nadia Ferrers:mailto:nadia@quillmere.example\r\n"
    "ATTENDEE;CN=ana ruiz:mailto:ana@harbour.example\r\nATTENDEE;CUTYPE=ROOM;CN=Quay:mailto:quay@harbour.example\r\n"
    "ATTENDEE;CN=Jan Novak:mailto:jan@harbour.example\r\nATTENDEE:nothing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def preparing(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    return facilitator


def copies(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def people(preparing: Facilitator) -> list[tuple[str, str]]:
    return [(person.name, person.email) for person in preparing.session.people()]


def drops(preparing: Facilitator, target: QWidget, dropped: QMimeData) -> bool:
    """As the system does: offered first to what lies under the mouse, then to what that lies in."""
    place, copy = QPoint(target.width() // 2, target.height() // 2), Qt.DropAction.CopyAction
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget: QWidget | None = target
    while widget is not None:
        if widget.acceptDrops():
            enter = QDragEnterEvent(place, copy, dropped, button, held)
            QApplication.sendEvent(widget, enter)
            if enter.isAccepted():
                QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, dropped, button, held))
                return True
        widget = widget.parentWidget()
    return False


def files(*paths: Path) -> QMimeData:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return dropped


def test_a_block_pasted_into_the_first_name_becomes_people_in_one_act(preparing: Facilitator) -> None:
    preparing.presses("Add a stakeholder")
    copies(BLOCK)
    preparing.presses_key(Qt.Key.Key_V, CTRL)

    assert people(preparing) == [("Ana Ruiz", "ana@harbour.example"), ("Tom Ashby", "")]
    ana, tom = preparing.session.people()
    assert (ana.role, ana.group, tom.role, tom.group) == ("Head of Data", Group.DATA, "Manager", Group.OPERATIONS)
    assert "2 people added." in preparing.reads()
    preparing.presses_key(Qt.Key.Key_Z, CTRL)
    preparing.waits_until(lambda: people(preparing) == [("", "")])
    assert "2 people added." not in preparing.reads()


def test_one_name_is_pasted_as_ever_and_line_ends_become_spaces(preparing: Facilitator) -> None:
    preparing.presses("Add a stakeholder")
    copies("Ana Ruiz")
    preparing.presses_key(Qt.Key.Key_V, CTRL)
    preparing.types_into("Role", "")
    copies("Head of Data\r\nand of reports\n")
    preparing.presses_key(Qt.Key.Key_V, CTRL)

    (person,) = preparing.session.people()
    assert (person.name, person.role) == ("Ana Ruiz", "Head of Data and of reports")


def test_an_address_line_pasted_on_the_page_joins_those_who_are_there(preparing: Facilitator) -> None:
    copies(BLOCK)
    preparing.presses_key(Qt.Key.Key_V, CTRL)
    copies('"Ashby, Tom" <tom@harbour.example>; Ana <ANA@harbour.example>; zoe.byrne@harbour.example; @@')
    preparing.presses("Paste people")

    assert people(preparing) == [
        ("Ana Ruiz", "ana@harbour.example"),
        ("Tom Ashby", "tom@harbour.example"),
        ("Zoe Byrne", "zoe.byrne@harbour.example"),
    ]
    said = preparing.reads()
    for sentence in (
        "1 person added.",
        "1 who was there: what was empty is filled in.",
        "1 was there already.",
        "1 name is guessed from the address.",
        "Not understood: 1, “@@”.",
    ):
        assert sentence in said


def test_an_invitation_dropped_on_a_field_or_beside_it(preparing: Facilitator, tmp_path: Path) -> None:
    preparing.types_into("Facilitator", "Nadia Ferrers")
    preparing.presses("Add a stakeholder")
    path = tmp_path / "call.ics"
    path.write_bytes(INVITATION.encode("utf-16"))

    assert drops(preparing, preparing.field("Name"), files(path))

    assert people(preparing) == [("ana ruiz", "ana@harbour.example"), ("Jan Novak", "jan@harbour.example")]
    said = preparing.reads()
    assert "The facilitator is left out." in said
    assert "1 left out: a room, a list, or only informed." in said
    assert "Not understood: 1, “nothing”." in said
    assert drops(preparing, preparing.window.pages[Step.PREPARE], files(path))
    assert "2 were there already." in preparing.reads()
    assert not drops(preparing, preparing.window.pages[Step.PREPARE], files(tmp_path / "logo.png"))


def test_cards_are_chosen_as_files_with_a_key_several_at_once(preparing: Facilitator, tmp_path: Path) -> None:
    for name in ("Ana Ruiz", "Jan Novak"):
        card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD\n"
        (tmp_path / f"{name}.vcf").write_text(card)
    preparing.types("t")
    dialog = preparing.window.findChild(QFileDialog)
    assert dialog is not None
    chosen = [str(tmp_path / "Ana Ruiz.vcf"), str(tmp_path / "Jan Novak.vcf"), str(tmp_path / "gone.vcf")]
    dialog.filesSelected.emit(chosen)
    dialog.close()

    assert people(preparing) == [("Ana Ruiz", ""), ("Jan Novak", "")]
    assert "2 people added. The file cannot be read." in preparing.reads()
    assert preparing.session.labels.undo is not None
    assert str(preparing.session.labels.undo) == "Take in 2 people"


def test_a_file_that_is_none_and_an_empty_clipboard_say_so(preparing: Facilitator, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"PK\x03\x04 a workbook")
    drops(preparing, preparing.window.pages[Step.PREPARE], files(tmp_path / "people.csv"))
    assert "copy the rows and paste them" in preparing.reads()
    QGuiApplication.clipboard().clear()
    preparing.presses("Paste people")
    assert "Nobody was found in it." in preparing.reads()
    assert people(preparing) == []


def test_what_was_dropped_on_a_name_or_chosen_from_its_menu_is_no_other(preparing: Facilitator) -> None:
    preparing.presses("Add a stakeholder")
    dropped = QMimeData()
    dropped.setText("Ana Ruiz\nJan Novak")
    assert drops(preparing, preparing.field("Name"), dropped)
    assert people(preparing) == [("Ana Ruiz", ""), ("Jan Novak", "")]

    copies("tom@harbour.example; zoe@harbour.example")
    field = preparing.field("Email")
    place = field.rect().center()
    QApplication.sendEvent(field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place)))
    (menu,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.close()
    assert len(people(preparing)) == 4


def tabs_to(preparing: Facilitator, name: str, *, back: bool = False) -> None:
    for _ in range(40):
        if preparing.keyboard_goes_to().accessibleName() == name:
            return
        if back:
            preparing.presses_key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            preparing.presses_key(Qt.Key.Key_Tab)
    raise AssertionError(name)


def test_the_sponsor_is_marked_with_keys_alone_and_one_only(preparing: Facilitator) -> None:
    copies("Ana Ruiz\nJan Novak")
    preparing.presses_key(Qt.Key.Key_V, CTRL)
    preparing.field("Name").setFocus()
    tabs_to(preparing, "Sponsor: Jan Novak")
    preparing.presses_key(Qt.Key.Key_Space)
    tabs_to(preparing, "Here? Ana Ruiz", back=True)
    tabs_to(preparing, "Sponsor: Ana Ruiz")
    preparing.presses_key(Qt.Key.Key_Space)

    assert [person.sponsor for person in preparing.session.people()] == [True, False]
