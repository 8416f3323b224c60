"""Photos and files in the window: dropped, pasted, said of, shown large and to the room, exported, removed."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from facilitator import Facilitator, comes_by_post
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.console.steps import Step
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.room.pages import RoomSign
from desktop.widgets.evidence.large import LargePicture
from desktop.widgets.evidence.strip import EvidenceStrip
from models.engagement.evidence import Evidence


def shoot(window: QWidget, name: str) -> None:
    if folder := os.environ.get("SHOOT"):
        comes_by_post()
        window.grab().save(f"{folder}/{name}.png")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    buffer = io.BytesIO()
    Image.effect_mandelbrot((900, 600), (-1.5, -1, 0.5, 1), 90).convert("RGB").save(buffer, "JPEG")
    path = tmp_path / "rota.jpg"
    path.write_bytes(buffer.getvalue())
    return path


def drops(target: QWidget, *paths: Path) -> bool:
    """Whether it was welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, copy = QPoint(20, 20), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(where, copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(target, entered)
    if entered.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(where), copy, data, Qt.MouseButton.LeftButton, none))
    return entered.isAccepted()


def strip(facilitator: Facilitator) -> EvidenceStrip:
    page = facilitator.window.pages[facilitator.window.step]
    found: EvidenceStrip = page.files  # type: ignore[attr-defined]
    return found


def kept(facilitator: Facilitator) -> tuple[Evidence, ...]:
    """Without what hangs in the sample itself."""
    return tuple(found for found in facilitator.engagement.current.evidence if found.sign_id != "no-live-data")


@pytest.fixture
def at_a_sign(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    return facilitator


def has(facilitator: Facilitator, count: int) -> None:
    facilitator.waits_until(lambda: len(kept(facilitator)) == count and not strip(facilitator).taking.waiting)


def test_a_photo_dropped_on_a_sign_is_said_of_marked_and_removed(at_a_sign: Facilitator, photo: Path) -> None:
    page = at_a_sign.window.pages[Step.DIAGNOSE]
    assert drops(page, photo)
    has(at_a_sign, 1)
    files = strip(at_a_sign)
    at_a_sign.waits_until(lambda: files.looking.thumbnail(kept(at_a_sign)[0]) is not None)
    (thumb,) = files.thumbs.values()
    QTest.mouseClick(thumb, Qt.MouseButton.LeftButton)
    files.card.caption.setFocus()
    at_a_sign.types("The rota")
    at_a_sign.presses_key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    shoot(at_a_sign.window, "sign")
    (one,) = kept(at_a_sign)
    assert (one.caption, one.for_client, one.sign_id) == ("The rota", True, page.model.sign_id)  # type: ignore[attr-defined]
    assert thumb.accessibleName() == "The rota, for the client"

    thumb.setFocus()
    at_a_sign.presses_key(Qt.Key.Key_Delete)
    assert (kept(at_a_sign), files.thumbs) == ((), {})
    at_a_sign.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [e.caption for e in kept(at_a_sign)] == ["The rota"]
    at_a_sign.waits_until_saved()


def test_a_picture_is_pasted_and_shown_large_on_this_screen_alone(at_a_sign: Facilitator) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    at_a_sign.presses_key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    has(at_a_sign, 1)
    assert kept(at_a_sign)[0].name.startswith("Picture 20")
    at_a_sign.types("n")
    at_a_sign.presses_key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    has(at_a_sign, 2)
    assert [e.sha256 for e in kept(at_a_sign)] == [kept(at_a_sign)[0].sha256] * 2, "with the caret in a field, too"
    at_a_sign.presses_key(Qt.Key.Key_Escape)
    comes_by_post()
    at_a_sign.presses_key(Qt.Key.Key_Space)
    found = lambda: at_a_sign.window.findChildren(LargePicture)  # noqa: E731
    at_a_sign.waits_until(lambda: bool(found()))
    assert found()[0].picture.size() == image.size()
    shoot(at_a_sign.window, "large")
    at_a_sign.presses_key(Qt.Key.Key_Escape)
    assert found()[0].isHidden()
    assert at_a_sign.window.door.control is None, "nothing of it went to the room"


def test_an_internal_photo_is_asked_about_once_before_the_room_sees_it(at_a_sign: Facilitator, photo: Path) -> None:
    drops(at_a_sign.window.pages[Step.DIAGNOSE], photo)
    has(at_a_sign, 1)
    at_a_sign.presses_key(Qt.Key.Key_F5)
    control = at_a_sign.room
    alt = Qt.KeyboardModifier.AltModifier
    at_a_sign.presses_key(Qt.Key.Key_I, alt)
    comes_by_post()
    told = [text.text() for text in strip(at_a_sign).card.findChildren(QLabel) if text.isVisible()]
    assert any(text.startswith("It is internal. Alt+I once more") for text in told)
    assert isinstance(control.presenter.view.page, RoomSign)
    at_a_sign.presses_key(Qt.Key.Key_I, alt)
    at_a_sign.waits_until(lambda: isinstance(control.presenter.view.page, RoomEvidence))
    page = control.presenter.view.page
    assert isinstance(page, RoomEvidence)
    assert page.mark == "Internal"
    assert "rota.jpg" not in repr(page)
    shoot(control.room, "room")
    at_a_sign.presses_key(Qt.Key.Key_Escape)
    assert isinstance(control.presenter.view.page, RoomSign), "Escape takes it away"
    assert control.presenter.view.page is not None


def test_what_cannot_be_kept_is_told_and_the_rest_is_kept(at_a_sign: Facilitator, photo: Path, tmp_path: Path) -> None:
    broken, lone = tmp_path / "broken.png", tmp_path / "reply.pdf"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    lone.write_bytes(b"%PDF-1.7")
    page = at_a_sign.window.pages[Step.DIAGNOSE]
    assert drops(page, broken, photo)
    has(at_a_sign, 1)
    assert "“broken.png” is broken and cannot be read" in at_a_sign.window.banner.text()
    assert drops(strip(at_a_sign), lone), "a lone PDF elsewhere on the page may be a reply, which the window takes"
    has(at_a_sign, 2)
    assert [e.media_type for e in kept(at_a_sign)] == ["image/jpeg", "application/octet-stream"]


def test_a_file_is_exported_as_it_came_and_opened_only_where_it_cannot_run(
    at_a_sign: Facilitator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, sheet = tmp_path / "run.sh", tmp_path / "sheet.csv"
    script.write_bytes(b"#!/bin/sh\necho")
    sheet.write_bytes(b"a,b")
    drops(at_a_sign.window.pages[Step.DIAGNOSE], script, sheet)
    has(at_a_sign, 2)
    looking, opened = strip(at_a_sign).looking, list[Path]()
    monkeypatch.setattr(looking._programs, "open", opened.append)
    looking.export(kept(at_a_sign)[0], tmp_path / "out.sh")
    at_a_sign.waits_until(lambda: (tmp_path / "out.sh").exists())
    assert (tmp_path / "out.sh").read_bytes() == script.read_bytes()
    looking.open(kept(at_a_sign)[0])
    comes_by_post()
    assert "“run.sh” could run, so it is not opened here" in at_a_sign.window.banner.text()
    looking.open(kept(at_a_sign)[1])
    at_a_sign.waits_until(lambda: bool(opened))
    assert (opened[0].name, opened[0].read_bytes()) == ("sheet.csv", b"a,b")
    opened[0].unlink()


def test_photos_hang_on_a_readiness_point_and_on_a_row(facilitator: Facilitator, photo: Path) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.READINESS)
    drops(facilitator.window.pages[Step.READINESS], photo)
    has(facilitator, 1)
    shoot(facilitator.window, "point")
    assert kept(facilitator)[0].point_id == facilitator.window.pages[Step.READINESS].model.point_id  # type: ignore[attr-defined]

    facilitator.goes_to(Step.PLAYBOOK)
    page = facilitator.window.pages[Step.PLAYBOOK]
    rows = {entry.id for entry in facilitator.engagement.current.entries_of("metrics")}
    page.show_place(next(c.id for c in facilitator.engagement.current.cells.values() if c.entry_id in rows))
    comes_by_post()
    drops(page, photo)
    has(facilitator, 2)
    shoot(facilitator.window, "row")
    assert {e.entry_id for e in kept(facilitator)} <= rows | {None}
