"""Makes the sample's photo of a whiteboard from its drawing: python -m tests.sample_picture"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from models.pictures.kept import take_in

FOLDER = Path(__file__).parents[1] / "resources/sample"
WIDE, HIGH, QUALITY = 1280, 800, 84


def main() -> int:
    """Writes whiteboard.jpg and whiteboard-small.jpg, and says what the sample has to name them by."""
    taken = take_in(drawn(), "whiteboard.jpg")
    assert taken.thumbnail is not None
    for name, asset in (("whiteboard.jpg", taken.file), ("whiteboard-small.jpg", taken.thumbnail)):
        (FOLDER / name).write_bytes(asset.data)
        print(name, len(asset.data), asset.id)
    return 0


def drawn() -> bytes:
    """The drawing as a camera would give it: a JPEG."""
    canvas = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "whiteboard.svg")).render(painter)
    painter.end()
    buffer, jpeg = QBuffer(), BytesIO()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")
    Image.open(BytesIO(buffer.data().data())).convert("RGB").save(jpeg, "JPEG", quality=QUALITY)
    return jpeg.getvalue()


if __name__ == "__main__":
    sys.exit(main())
