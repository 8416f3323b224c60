"""Reading finished PDFs back in tests."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from report_cases import TODAY, built_in_method

from models.engagement.engagement import Engagement
from reports.documents.documents import DocumentKind, render


def plan(engagement: Engagement) -> bytes:
    return render(DocumentKind.ACTION_PLAN, engagement, built_in_method(), today=TODAY)


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader(data).pages).split())


def without_spaces(text: str) -> str:
    return "".join(text.split())
