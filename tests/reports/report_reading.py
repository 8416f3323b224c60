"""Reading finished PDFs back in tests."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from report_cases import TODAY, built_in_method

from models.engagement.engagement import Engagement
from reports.documents.documents import DocumentKind, render


def plan(engagement: Engagement) -> bytes:
    return render(DocumentKind.ACTION_PLAN, engagement, built_in_method(), today=TODAY)


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def without_spaces(text: str) -> str:
    return "".join(text.split())


def filled(page: Any) -> float:
    """How far down a page what is on it reaches, as a share of its body."""
    picture = page.render(scale=0.5, grayscale=True).to_pil()
    head, foot = 33, 27
    body = picture.crop((20, head, picture.width - 20, picture.height - foot))
    dark = body.point(lambda value: 255 if value < 215 else 0).getbbox()
    return dark[3] / body.height if dark else 0.0
