"""Says of a file that was put together from several plans what each of its pages are."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations

from models.engagement.engagement import Engagement
from models.values.months import long_date
from reports.reply.plan_data import plan_revision
from reports.reply.returned import PlanPart


def put_together(
    parts: tuple[PlanPart, ...], engagement: Engagement, names: Mapping[str, str], words: NullTranslations
) -> str:
    """One sentence for each plan; empty where there is one only. `names` are those of other engagements, by id."""
    if len(parts) < 2:
        return ""
    found = [words.gettext("This file was put together from several.")]
    for part in parts:
        text = words.ngettext("Page {first}: {plan}.", "Pages {first} to {last}: {plan}.", part.last - part.first + 1)
        plan = _plan(part, engagement, names, words)
        found.append(text.format(first=part.first, last=part.last, plan=plan))
    return " ".join(found)


def _plan(part: PlanPart, engagement: Engagement, names: Mapping[str, str], words: NullTranslations) -> str:
    if part.engagement != engagement.id:
        name = names.get(part.engagement, "")
        if name:
            return words.gettext("a plan of another engagement, {name}").format(name=name)
        return words.gettext("a plan of an engagement that is not in this library")
    if part.revision == plan_revision(engagement):
        return words.gettext("this plan as it stands now")
    sent = [dispatch for dispatch in engagement.outbox if dispatch.revision == part.revision]
    if sent:
        day = long_date(sent[-1].prepared_at.astimezone().date(), words)
        return words.gettext("this plan as it was sent on {date}").format(date=day)
    return words.gettext("this plan as it stood before")
