"""The room's page with a piece of evidence."""

from __future__ import annotations

from pathlib import PurePosixPath

from desktop.view_models.evidence.looking import Shown
from desktop.view_models.room.evidence.pages import RoomEvidence
from desktop.view_models.session import EngagementSession
from models.engagement.evidence import Evidence
from models.readiness.readiness import points_of
from models.values.months import long_date


def evidence_page(session: EngagementSession, shown: Shown) -> RoomEvidence:
    """A picture with its caption; of a file that is none, only what kind it is."""
    words, one = session.words, shown.evidence
    ending = PurePosixPath(one.name).suffix.removeprefix(".").upper()[:8]
    kind = words.gettext("A file ({kind})").format(kind=ending) if ending else words.gettext("A file")
    return RoomEvidence(
        picture=shown.picture,
        caption=one.caption.strip() or ("" if shown.picture is not None else kind),
        alternative=one.alternative.strip(),
        day=long_date(one.taken_in.astimezone().date(), words),
        about=_about(session, one),
        mark=words.pgettext("evidence", "For the client") if one.for_client else words.pgettext("evidence", "Internal"),
    )


def _about(session: EngagementSession, one: Evidence) -> str:
    method, current = session.method, session.current
    if one.sign_id:
        sign = next((sign for sign in method.signs if sign.id == one.sign_id), None)
        rating = current.ratings.get(one.sign_id)
        level = rating.answer.level if rating else None
        title = sign.title if sign else ""
        return title if level is None else f"{title} \N{MIDDLE DOT} {level} {method.levels[level]}"
    if one.point_id:
        return next((point.title for point in points_of(method) if point.id == one.point_id), "")
    entry = next((entry for entry in current.entries if entry.id == one.entry_id), None)
    return next((register.title for register in method.registers if entry and register.id == entry.register_id), "")
