"""The text of finished PDFs, page by page, as a viewer gives it to somebody who copies it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2


def page_texts(made: bytes | Path) -> list[str]:
    """What each page says, in the order it was written; lines end in a line end."""
    document = pypdfium2.PdfDocument(made)
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def text_of(made: bytes | Path) -> str:
    """All pages as one line of words."""
    return " ".join(" ".join(page_texts(made)).split())
