"""The field for the practice's name, which holds with every key."""

from __future__ import annotations

from desktop.settings import PRACTICE
from desktop.system.choosing import Choosing
from desktop.widgets.fields import LineField
from desktop.words import gettext
from models.values.lengths import LONGEST_NAME


def practice_field(choosing: Choosing) -> LineField:
    """Shows what is set."""
    field = LineField(gettext("Your practice"), own_undo=True, longest=LONGEST_NAME)
    field.setText(choosing.value(PRACTICE))
    field.typed.connect(lambda text, _: choosing.choose(PRACTICE, text))
    return field
