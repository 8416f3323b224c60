"""A file taken in as evidence: a picture rid of what its camera wrote, anything else as it is, within limits."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath

from models.engagement.edit import Edit
from models.engagement.engagement import Asset, Engagement
from models.engagement.evidence import Beside, Evidence, Room, hung
from models.frozen import frozen
from models.hashes import sha256
from models.pictures.naming import shown_name
from models.values.refusal import Refusal
from models.values.sentence import act_called

LARGEST_PICTURE, LARGEST_FILE = 60_000_000, 25_000_000
"""Bytes of a picture as it comes, and of what is kept as it is."""
MOST_OF_ENGAGEMENT, MOST_OF_LIBRARY = 400_000_000, 4_000_000_000
"""Bytes of files beside one engagement, so that it can be handed over; and of all files of a library."""
MOST_BESIDE = 100
"""Files that hang in one place."""
_ENDINGS = {"image/jpeg": (".jpg", ".jpeg"), "image/png": (".png",)}
_MILLION = 1_000_000


@frozen
class TakenIn:
    """A file as it will be kept."""

    file: Asset
    thumbnail: Asset | None = None
    """Of a picture."""
    original: Asset | None = None
    """A picture as it came, with all that its camera wrote; where that was wished."""

    @property
    def assets(self) -> tuple[Asset, ...]:
        """All of it."""
        return tuple(asset for asset in (self.file, self.thumbnail, self.original) if asset)


def take_in(data: bytes, name: str, *, keep_original: bool = False) -> TakenIn:
    """The file of that name as it is kept. Raises Refusal."""
    from models.pictures.outside import cleaned, is_picture  # loads what decodes pictures

    name = shown_name(name)
    if not data:
        raise Refusal("“{name}” is empty: there is nothing in it to keep.", name=name)
    picture = is_picture(data)
    largest = LARGEST_PICTURE if picture and not keep_original else LARGEST_FILE
    if len(data) > largest:
        raise Refusal(
            "“{name}” is larger than {most} MB. Save it smaller, or keep it where it is and name the place in a note.",
            name=name,
            most=largest // _MILLION,
        )
    if not picture:
        return TakenIn(_asset(data, name, "application/octet-stream"))
    made = cleaned(data, name)
    return TakenIn(
        _asset(made.data, _with_ending(name, made.media_type), made.media_type),
        _asset(made.thumbnail, "thumbnail.jpg", "image/jpeg"),
        _asset(data, name, "application/octet-stream") if keep_original else None,
    )


def _with_ending(name: str, media_type: str) -> str:
    """A picture that was written anew is called what it is now."""
    endings = _ENDINGS[media_type]
    if name.lower().endswith(endings):
        return name
    return f"{PurePosixPath(name).stem or name}{endings[0]}"


def _asset(data: bytes, name: str, media_type: str) -> Asset:
    return Asset(id=sha256(data), name=name, media_type=media_type, data=data)


def check_room(taken: TakenIn, room: Room) -> None:
    """Raises Refusal where it would not find room."""
    wanted = sum(len(asset.data) for asset in taken.assets)
    if room.engagement + wanted > MOST_OF_ENGAGEMENT:
        raise Refusal(
            "The files of this engagement would take more than {most} MB. Remove some, or export them and keep them "
            "elsewhere.",
            most=MOST_OF_ENGAGEMENT // _MILLION,
        )
    if room.library + wanted > MOST_OF_LIBRARY:
        raise Refusal(
            "The files of this library would take more than {most} GB. Begin another library, or delete engagements "
            "for good that are no longer needed.",
            most=MOST_OF_LIBRARY // (1000 * _MILLION),
        )


def attaching(
    engagement: Engagement,
    beside: Beside,
    taken: TakenIn,
    now: datetime,
    *,
    caption: str = "",
    alternative: str = "",
    for_client: bool = False,
) -> Edit:
    """Hangs it there, at the end of what hangs there already; `now` in UTC. Raises Refusal."""
    current = engagement.current
    known = hung(current.evidence, beside)
    if len(known) >= MOST_BESIDE:
        raise Refusal("No more than {most} files can hang in one place.", most=MOST_BESIDE)
    added = Evidence(
        assessment_id=current.assessment.id,
        entry_id=beside.entry_id,
        sign_id=beside.sign_id,
        point_id=beside.point_id,
        position=max((one.position for one in known), default=-1) + 1,
        name=taken.file.name,
        media_type=taken.file.media_type,
        size=len(taken.file.data),
        sha256=taken.file.id,
        thumbnail=taken.thumbnail.id if taken.thumbnail else "",
        original=taken.original.id if taken.original else "",
        caption=caption,
        alternative=alternative,
        for_client=for_client,
        taken_in=now,
    )
    return Edit(act_called("Add “{name}”", name=added.name), engagement.id, put=(added,), files=taken.assets)
