"""Pictures that come from outside, checked before they are decoded."""

from __future__ import annotations

from functools import lru_cache
from gettext import NullTranslations
from io import BytesIO

from PIL import Image as PillowImage
from PIL.PngImagePlugin import PngImageFile
from reportlab.lib.utils import ImageReader

from models.engagement.engagement import Engagement
from models.frozen import frozen
from reports.layout.flowables import Flowable
from reports.layout.marks import Logo
from reports.layout.page_kit import PageKit
from reports.tagging.structure import Tag
from reports.words.text import plain

DOTS = 3.0
"""To a point: 216 to an inch."""
QUALITY = 84
LARGEST_DOT = 1.0
"""Points of a pixel where a picture has few."""
LARGEST_LOGO = 20_000_000
"""Pixels; a logo is checked when it is taken in, and again here before it is decoded."""


@frozen
class FittedLogo:
    """A logo that can be decoded, and how large it comes out."""

    data: bytes
    decoded: PillowImage.Image
    width: float
    height: float


def logo_of(engagement: Engagement, asset_id: str, width: float, height: float) -> FittedLogo | None:
    """The picture scaled to fit, or None where it is missing or cannot be read."""
    asset = engagement.assets.get(asset_id) if asset_id else None
    decoded = _decoded(asset.data) if asset else None
    if asset is None or decoded is None:
        return None
    scale = min(width / decoded.width, height / decoded.height)
    return FittedLogo(asset.data, decoded, decoded.width * scale, decoded.height * scale)


def logo(kit: PageKit, asset_id: str, width: float, height: float, right: bool = False) -> Flowable | None:
    """The picture scaled to fit, or None where it is missing or cannot be read."""
    found = logo_of(kit.engagement, asset_id, width, height)
    if found is None:
        return None
    drawn = Logo(ImageReader(found.decoded), found.width, found.height)
    drawn.tag = Tag("Figure", alternative=whose(kit.engagement, asset_id, kit.words))
    drawn.to_the_right = right
    return drawn


def picture(kit: PageKit, asset_id: str, width: float, height: float, alternative: str) -> Flowable | None:
    """Evidence scaled to fit, never above its own size; None where it is missing or cannot be read."""
    asset = kit.engagement.assets.get(asset_id)
    made = _for_paper(asset.data, round(max(width, height) * DOTS)) if asset else None
    if made is None:
        return None
    data, (across, down) = made
    scale = min(width / across, height / down, LARGEST_DOT)
    drawn = Logo(ImageReader(BytesIO(data)), across * scale, down * scale)
    drawn.tag = Tag("Figure", alternative=alternative)
    return drawn


@lru_cache(maxsize=64)
def _for_paper(data: bytes, longest: int) -> tuple[bytes, tuple[int, int]] | None:
    """A JPEG with no more dots than paper shows, and its size."""
    try:
        with PillowImage.open(BytesIO(data), formats=["JPEG", "PNG"]) as opened:
            if opened.width * opened.height > LARGEST_LOGO:
                return None
            opened.draft("RGB", (longest, longest))
            plain = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError):
        return None
    plain.thumbnail((longest, longest))
    buffer = BytesIO()
    plain.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue(), plain.size


def whose(engagement: Engagement, asset_id: str, words: NullTranslations) -> str:
    """A logo in words."""
    ours = asset_id == engagement.brand.practice_logo
    owner = plain(engagement.brand.practice if ours else engagement.client.name).strip()
    if owner:
        return words.gettext("Logo of {name}").format(name=owner)
    return words.gettext("Logo of the practice") if ours else words.gettext("Logo of the client")


def _decoded(data: bytes) -> PillowImage.Image | None:
    """The picture if it can be decoded whole, else None."""
    try:
        # Opened as what it is: `PillowImage.open` would load what reads other kinds.
        with PngImageFile(BytesIO(data)) as picture:
            if picture.width * picture.height > LARGEST_LOGO:
                return None
            picture.load()
            return picture
    except (OSError, ValueError, SyntaxError, PillowImage.DecompressionBombError):
        return None
