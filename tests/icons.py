"""Draws the program's icon in the sizes and formats that systems ask for, from its drawing: python -m tests.icons"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).parents[1]
DRAWING = ROOT / "resources/icons/clearway.svg"
ICONS = ROOT / "resources/packaging/icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
FOR_WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    """Writes clearway-SIZE.png, clearway.ico for Windows and clearway.icns for macOS."""
    ICONS.mkdir(exist_ok=True)
    for size in SIZES:
        drawn(size).save(ICONS / f"clearway-{size}.png", optimize=True)
    of_windows = {"sizes": [(size, size) for size in FOR_WINDOWS], "append_images": [*map(drawn, FOR_WINDOWS)]}
    drawn(256).save(ICONS / "clearway.ico", **of_windows)
    drawn(1024).save(ICONS / "clearway.icns", append_images=[drawn(n) for n in (32, 64, 128, 256, 512)])
    return 0


def drawn(size: int) -> Image.Image:
    """The drawing, that many pixels wide and high."""
    canvas = QImage(size, size, QImage.Format.Format_ARGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")
    return Image.open(BytesIO(buffer.data().data())).convert("RGBA")


if __name__ == "__main__":
    sys.exit(main())
