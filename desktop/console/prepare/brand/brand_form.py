"""The brand kit: logos, two colours, contact and confidentiality, beside a small picture of the cover."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.prepare.brand.cover_preview import CoverPreview
from desktop.system.svg import rasterise_svg
from desktop.view_models.not_understood import Where
from desktop.view_models.preparing import Preparing
from desktop.widgets.fields import LineField, TextField
from desktop.widgets.file_dialogs import ask_colour, ask_which
from desktop.widgets.labels import button, label
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.swatch import Swatch
from desktop.widgets.typed.understood_field import UnderstoodField
from desktop.words import gettext, spoken
from models.engagement.engagement import Asset, Engagement
from models.pictures.logo import take_logo
from models.values.colour import understand_colour
from models.values.lengths import LONGEST_NAME
from models.values.refusal import Refusal


class LogoWell(QWidget):
    """Shows a logo, takes another by drop or by choosing a file, and says why one cannot be used."""

    def __init__(self, name: str, field: str, model: Preparing) -> None:
        super().__init__()
        self._field, self._model = field, model
        self._image = QImage()
        self.setAcceptDrops(True)
        self._choose = button(gettext("Choose…"), "quiet", edge="left")
        self._choose.setAccessibleName(gettext("Choose: {0}").format(name))
        self._choose.clicked.connect(self._ask)
        self._remove = button(gettext("Remove"), "quiet")
        self._remove.clicked.connect(lambda: model.logo(field, None))
        self._trouble = label("", "danger", wrap=True)
        self._picture = label("", "caption")
        self._picture.setFixedSize(QSize(160, 56))
        self._picture.setAccessibleName(name)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(label(name, "label"))
        column.addWidget(self._picture)
        column.addLayout(buttons)
        column.addWidget(self._trouble)
        self._trouble.hide()

    def take_file(self, path: Path) -> None:
        """Uses the picture in a file, or says what is wrong with it."""
        try:
            asset = take_logo(path.read_bytes(), path.name, rasterise_svg)
        except Refusal as refusal:
            self._trouble.setText(refusal.said(spoken()))
        except OSError:
            self._trouble.setText(gettext("The file cannot be read. Check that it is still there."))
        else:
            self._trouble.setText("")
            self._model.logo(self._field, asset)
        self._trouble.setVisible(bool(self._trouble.text()))

    def show_asset(self, asset: Asset | None) -> None:
        """Shows the snapshot's logo."""
        self._remove.setVisible(asset is not None)
        self._image = QImage.fromData(asset.data, "PNG") if asset else QImage()  # type: ignore[arg-type]  # it refuses bytes
        if asset is None:
            self._picture.setPixmap(QPixmap())
            self._picture.setText(gettext("PNG, JPEG or SVG"))
            return
        size = self._picture.size()
        scaled = self._image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._picture.setPixmap(QPixmap.fromImage(scaled))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.take_file(Path(urls[0].toLocalFile()))

    def _ask(self) -> None:
        pictures = gettext("Pictures (*.png *.jpg *.jpeg *.svg)")
        ask_which(self, gettext("Choose a logo"), pictures, self.take_file)


class ColourField(QWidget):
    """A colour as #RRGGBB beside a swatch that opens a chooser."""

    def __init__(self, name: str, field: str, model: Preparing) -> None:
        super().__init__()
        self._model, self._where = model, Where("prepare", "", name)
        self._line = UnderstoodField(name, "", understand_colour, str, may_be_empty=False)
        self._line.settled.connect(lambda colour: model.brand(field, colour))
        self._line.unclear.connect(lambda text: model.session.not_understood.keep(self._where, text))
        self._swatch = Swatch()
        self._swatch.setAccessibleName(gettext("Choose: {0}").format(name))
        self._swatch.clicked.connect(lambda: ask_colour(self, name, self._line.text(), self._line.take))
        line = QHBoxLayout()
        line.addWidget(self._swatch)
        line.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(label(name, "label"))
        column.addLayout(line)
        column.addWidget(self._line.note.line)

    def show_colour(self, colour: str) -> None:
        """Shows the snapshot's colour."""
        self._line.show_value(colour, unclear=self._model.session.not_understood.text(self._where))
        self._swatch.show_colour(colour)


class BrandForm(QWidget):
    """The practice's and the client's marks on everything that leaves."""

    def __init__(self, model: Preparing) -> None:
        super().__init__()
        self.practice = reads_as_text(LineField(gettext("Your practice"), longest=LONGEST_NAME))
        self.practice.typed.connect(lambda text, typing: model.brand("practice", text, typing))
        self._confidentiality = reads_as_text(LineField(gettext("Confidentiality line"), gettext("Confidential")))
        self._confidentiality.typed.connect(lambda text, typing: model.brand("confidentiality", text, typing))
        self._closing = reads_as_text(LineField(gettext("Closing line"), gettext("The last words of every document")))
        self._closing.typed.connect(lambda text, typing: model.brand("closing_line", text, typing))
        self._contact = reads_as_text(TextField(gettext("Contact"), lines=2))
        self._contact.typed.connect(lambda text, typing: model.brand("contact", text, typing))
        self.practice_logo = LogoWell(gettext("Your logo"), "practice_logo", model)
        self.client_logo = LogoWell(gettext("The client’s logo"), "client_logo", model)
        self._primary = ColourField(gettext("Main colour"), "primary", model)
        self._accent = ColourField(gettext("Accent colour"), "accent", model)
        self._cover = CoverPreview()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        contact = _named(gettext("Contact"), self._contact)
        columns: tuple[tuple[QWidget, ...], ...] = (
            (_named(gettext("Your practice"), self.practice), self._primary, self.practice_logo),
            (_named(gettext("Confidentiality line"), self._confidentiality), self._accent, self.client_logo),
            (_named(gettext("Closing line"), self._closing), contact),
        )
        for across, parts in enumerate(columns):
            grid.setColumnStretch(across, 1)
            for down, part in enumerate(parts):
                grid.addWidget(part, down, across, 1 + (part is contact), 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._cover, 0, len(columns), 3, 1, Qt.AlignmentFlag.AlignTop)

    def show_brand(self, engagement: Engagement) -> None:
        """Shows the snapshot's brand."""
        brand = engagement.brand
        self.practice.show_text(brand.practice)
        self._confidentiality.show_text(brand.confidentiality)
        self._contact.show_text(brand.contact)
        self._closing.show_text(brand.closing_line)
        self.practice_logo.show_asset(engagement.assets.get(brand.practice_logo))
        self.client_logo.show_asset(engagement.assets.get(brand.client_logo))
        self._primary.show_colour(brand.primary)
        self._accent.show_colour(brand.accent)
        self._cover.show_engagement(engagement)


def _named(name: str, field: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setSpacing(2)
    column.setContentsMargins(0, 0, 0, 8)
    column.addWidget(label(name, "label"))
    column.addWidget(field)
    return both
