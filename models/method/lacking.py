"""Says what a pack does without, so that a feature that is not there is no riddle."""

from __future__ import annotations

from collections.abc import Mapping

from models.method.method import Method
from models.method.pack_format import SECOND
from models.method.pack_table import PackTable
from models.method.roles import RegisterRole
from models.values.sentence import Sentence
from resources.words import marked

WITHOUT_ROLE: Mapping[RegisterRole, str] = {
    RegisterRole.COST: marked("there will be no budget"),
    RegisterRole.METRICS: marked("no metric is known to run from a baseline to a target"),
    RegisterRole.READINGS: marked("nothing says how far a metric has moved"),
}
WITHOUT_RULE: Mapping[str, str] = {
    "rating": marked("nothing says how to rate what the anchors leave open"),
    "production-cost": marked("what production costs is held against nothing"),
    "priority": marked("the plan is in the order of severity alone"),
    "bands": marked("each band is a quarter of the index"),
    "agreement": marked("the middle of each scale tells whether the room agrees, and on what"),
    "effort": marked("what the pack has no action for counts as a day of work"),
}


def note_lacking(root: PackTable, method: Method) -> None:
    """Notes the roles, the rules and the presets that the pack could have and has not."""
    for role, text in WITHOUT_ROLE.items():
        if not method.registers_with(role):
            values = {"role": str(role), "what": Sentence(text)}
            root.note("", Sentence("No register has the role “{role}”: {what}.", values))
    declared = root.raw("rules") or {}
    for name, text in WITHOUT_RULE.items():
        if root.reader.form >= SECOND and name not in declared:
            values = {"name": name, "what": Sentence(text)}
            root.note("", Sentence("There is no rule “{name}”: {what}.", values))
    if not method.agenda:
        root.note("", Sentence("There is no preset of an agenda: one is put together box by box."))
