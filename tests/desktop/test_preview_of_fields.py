"""The preview shows what a reader of the document will see: the fields to be filled in too."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.console.report.page_preview import PagePreview, PageView
from models.engagement.engagement import Engagement
from models.method.method import Method
from reports.documents.documents import DocumentKind, render


def test_the_fields_of_the_status_reply_are_seen(qtbot: QtBot, sample: Engagement, method: Method) -> None:
    data = render(DocumentKind.ACTION_PLAN, sample, method, today=date(2026, 11, 12))
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.resize(900, 700)
    preview.show_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        number = next(n for n, page in enumerate(pdf.pages) if "/Annots" in page)
        day = next(widget for widget in list(pdf.pages[number].Annots) if "/T" in widget)
        _, _, right, top = (float(edge) for edge in day.Rect)
        width, height = (float(edge) for edge in list(pdf.pages[number].MediaBox)[2:])
    page = preview.findChildren(PageView)[number]
    image = page.grab().toImage()
    scale = image.width() / width
    ground = QColor(image.pixel(round((right - 16) * scale), round((height - top + 2) * scale)))
    assert ground != QColor("white")
    assert ground.lightness() > 200
