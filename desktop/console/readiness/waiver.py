"""By whom a point is waived, why and until when; of one that does not apply, why. The evidence makes room for it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.view_models.judging import Judging
from desktop.view_models.not_understood import Where
from desktop.widgets.labels import restyle
from desktop.widgets.note_list import WordsField
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.person_field import PersonField
from desktop.widgets.typed.understood_field import DateField
from desktop.words import gettext
from models.engagement.judgements import Judgement
from models.values.terms import PointState


class Waiver:
    """The fields; they are laid out by the point they belong to."""

    def __init__(self, model: Judging) -> None:
        self._model = model
        self._shown: Where | None = None
        self.by = PersonField(gettext("Waived by"))
        self.by.chosen.connect(lambda key: model.write("waived_by", key))
        self.reason = WordsField(gettext("Why"), gettext("Why it is waived, or does not apply"), lines=1)
        self.reason.typed.connect(lambda text, typing: model.write("reason", text, typing))
        self._until = DateField(gettext("Until"), gettext("12 mar"), date.today())
        self._until.settled.connect(lambda day: model.write("until", day))
        self._until.unclear.connect(lambda text: model.session.not_understood.keep(self._where(), text))
        self.until: QWidget = self._until.note.under_field()
        for field in (self.by, self.reason, self._until):
            reads_as_text(field)

    def show_judgement(self, judgement: Judgement | None) -> None:
        """What is said so far."""
        self.by.show_person(self._model.session.people(), judgement.waived_by if judgement else "")
        restyle(self.by, "bare", bool(judgement and judgement.waived_by))
        self.reason.show_text(judgement.reason if judgement else "")
        where, kept = self._where(), self._model.session.not_understood
        anew, self._shown = where != self._shown, where
        self._until.show_value(judgement.until if judgement else None, anew=anew, unclear=kept.text(where))
        excused = judgement is not None and judgement.state in (PointState.WAIVED, PointState.DOES_NOT_APPLY)
        restyle(self.reason, "invalid", excused and not (judgement and judgement.reason.strip()))

    def _where(self) -> Where:
        return Where("readiness", self._model.point.id, self._until.accessibleName())
