"""Which form an activity takes."""

from __future__ import annotations

from desktop.console.playbook.activity_form import ActivityForm
from desktop.theme import Theme
from desktop.view_models.playbook.cost_sheet import stand_as_one_table
from desktop.view_models.playbook.stops import PlaybookStops
from models.method.method import Activity


def activity_form(model: PlaybookStops, activity: Activity, theme: Theme) -> ActivityForm:
    """Costs are one table; anything else is a register after the other."""
    if stand_as_one_table(model.sheets(activity)):
        from desktop.console.playbook.budget.form import BudgetForm

        return BudgetForm(model, activity, theme)
    return ActivityForm(model, activity, theme)
