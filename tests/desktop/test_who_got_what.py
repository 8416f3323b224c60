"""The outbox told by people: who got what, what came back, and for whom something is late."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from facilitator import Facilitator
from painted_audit import cut_when_painted
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from test_languages_fit import in_the_sample
from test_replies import first, returned
from test_sending import desk, page, sender  # noqa: F401

from desktop.console.steps import Step
from desktop.words import speak, spoken
from models.plan.plan import accepted_actions
from models.values.months import short_day
from models.values.sentence import act_called
from resources.words import catalogue


def test_what_came_back_and_what_is_late_stand_beside_the_pages(sender: Facilitator, tmp_path: Path) -> None:  # noqa: F811
    later = [replace(a, due=date.today() + timedelta(days=90)) for a in accepted_actions(sender.session.current)]
    late = replace(first(sender), due=date.today() - timedelta(days=3))
    sender.session.edit(act_called("Move"), *(a for a in later if a.id != late.id), late)
    posted, send = page(sender).send.posted, page(sender).send
    sender.waits_until(lambda: send.sending.document is not None)
    owner = sender.engagement.stakeholder(late.owner_id)
    assert owner is not None
    assert posted.shown[0] == f"{owner.name}, nothing sent, 1 overdue"
    assert sender.reads().count("nothing sent") == 1, "once, over the list"

    sender.presses("Send by e-mail")
    sender.presses("Show the file")
    today = short_day(date.today(), sender.session.words)
    sender.waits_until(lambda: posted.shown[0] == f"{owner.name}, no reply, 1 overdue, {today}")
    assert "The plan is as it was made ready on" in sender.reads()
    assert "nothing sent yet" not in sender.reads()

    send.read_replies([returned(sender, tmp_path / "back.pdf", status="/done")])
    sender.waits_until(lambda: send.replying.chosen == 1)
    page(sender).preview.setFocus()
    sender.presses_key(Qt.Key.Key_A)
    sender.waits_until(lambda: posted.shown[0] == f"{owner.name}, reply taken in, {today}")
    sender.session.undo()
    sender.waits_until(lambda: posted.shown[0].startswith(f"{owner.name}, no reply"))


def test_a_reply_is_gone_through_and_left_with_keys(sender: Facilitator, tmp_path: Path) -> None:  # noqa: F811
    send, before = page(sender).send, sender.engagement
    send.read_replies([returned(sender, tmp_path / "back.pdf", status="/done", remark="Who pays?")])
    sender.waits_until(lambda: send.replying.chosen == 2)
    sender.comes_to_rest()
    page(sender).preview.setFocus()
    sender.presses_key(Qt.Key.Key_Right)
    assert sender.keyboard_goes_to().accessibleName().startswith("Take: Status")
    sender.presses_key(Qt.Key.Key_Space)
    assert send.replying.chosen == 1
    sender.presses_key(Qt.Key.Key_Escape)
    sender.presses_key(Qt.Key.Key_Delete)
    assert send.posted.isVisible()
    assert sender.engagement == before


def test_what_is_said_of_somebody_is_whole_beside_the_longest_name(start: Callable[[], Facilitator]) -> None:
    facilitator = in_the_sample(start, "de")
    owner = next(one for one in facilitator.engagement.stakeholders if one.name == "Ruth Hallam")
    name = "Maximiliane-Alexandra von Hohenstein-Wallenrodt"
    facilitator.session.edit(act_called("Rename"), replace(owner, name=name, email=""))
    for width in (1024, 1366):
        facilitator.window.resize(QSize(width, 768))
        facilitator.goes_to(Step.REPORT)
        facilitator.waits_until(lambda: "keine brauchbare" in " ".join(page(facilitator).send.posted.shown))
        facilitator.qtbot.wait(50)
        assert [fault for fault in cut_when_painted(facilitator.window, spoken()) if "keine" in fault] == []
    speak(catalogue("en"))


def test_roles_stand_beside_all_names_or_none(sender: Facilitator) -> None:  # noqa: F811
    sender.presses("Send by e-mail")
    sender.comes_to_rest()
    boxes = [box for box in sender.window.findChildren(QCheckBox) if box.accessibleName().startswith("Send to")]
    assert len({", " in box.text() for box in boxes}) == 1
    short = [replace(person, role="Lead") for person in sender.engagement.stakeholders]
    sender.session.edit(act_called("Roles"), *short)
    sender.waits_until(
        lambda: all(
            ", Lead" in box.text()
            for box in sender.window.findChildren(QCheckBox)
            if box.isVisible() and box.accessibleName().startswith("Send to")
        )
    )


def test_the_files_that_were_sent_are_put_away_where_they_were_opened(sender: Facilitator) -> None:  # noqa: F811
    opener = sender.finds(QAbstractButton, "Files sent")
    before = opener.mapTo(sender.window, QPoint())
    sender.presses("Files sent")
    sender.comes_to_rest()
    assert page(sender).send.views.isVisible()
    assert opener.mapTo(sender.window, QPoint()) == before
