"""Letters to the owners of actions in one act, and to those alone who are late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from facilitator import Facilitator
from PySide6.QtWidgets import QFileDialog
from test_sending import desk, page, sender  # noqa: F401

from models.plan.plan import accepted_actions
from models.values.sentence import act_called
from models.values.terms import Progress


def presses_and_chooses(sender: Facilitator, name: str, folder: Path) -> None:  # noqa: F811
    sender.presses(name)
    (dialog,) = sender.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def test_every_owner_gets_a_letter_and_the_outbox_knows_who_got_what(
    sender: Facilitator,  # noqa: F811
    tmp_path: Path,
) -> None:
    presses_and_chooses(sender, "Letters to owners", tmp_path)
    sender.waits_until(lambda: "each with its calendar and a message to open" in sender.reads())

    folder = tmp_path / "Arkenby Water - Leak Watch - Letters"
    open_ = [a for a in accepted_actions(sender.session.current) if a.progress is not Progress.DONE]
    owners = {a.owner_id for a in open_ if a.owner_id}
    outbox = sender.engagement.outbox
    assert len(outbox) == len(owners)
    assert len(list(folder.iterdir())) == 3 * len(owners)
    for dispatch in outbox:
        assert sha256((folder / dispatch.file_name).read_bytes()).hexdigest() == dispatch.sha256
        assert dispatch.document == "letter"
        assert Path(dispatch.file_name).stem.removeprefix("Leak Watch - ") in dispatch.recipients

    presses_and_chooses(sender, "Letters to owners", tmp_path)
    sender.waits_until(lambda: page(sender).send.lettering._thread is None)
    assert sender.engagement.outbox == outbox, "what is there already is not noted twice"


def test_who_is_late_is_chased_alone(sender: Facilitator, tmp_path: Path) -> None:  # noqa: F811
    first, *others = accepted_actions(sender.session.current)
    later = [replace(action, due=date.today() + timedelta(days=90)) for action in others]
    late = replace(first, due=date.today() - timedelta(days=3))
    sender.session.edit(act_called("Move"), late, *later)
    sender.waits_until(lambda: page(sender).send.sending.document is not None)
    presses_and_chooses(sender, "Chase what is late", tmp_path)
    sender.waits_until(lambda: "letter with its calendar and a message to open" in sender.reads())

    names = sorted(path.name for path in (tmp_path / "Arkenby Water - Leak Watch - Reminders").iterdir())
    owner = sender.engagement.stakeholder(first.owner_id)
    assert owner
    assert names == [f"Leak Watch - {owner.name}{ending}" for ending in (".eml", ".ics", ".pdf")]
    (dispatch,) = sender.engagement.outbox
    assert dispatch.title == "One of your actions is late"
