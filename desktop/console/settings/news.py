"""What came with this Clearway: told once after an update, and from Settings whenever it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget

from desktop.console.settings.page_text import PageText
from desktop.widgets.labels import button
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.bar import Bar
from desktop.words import gettext, spoken
from resources import news_page
from resources.version import VERSION
from resources.words import language_of

SEEN = "version"
"""In the settings: which Clearway was here last."""


class NewsBar(Bar):
    """A quiet line across the top, which is there once."""

    def __init__(self) -> None:
        show, aside = button(gettext("What is new")), button(gettext("Keep out of the way"), "quiet")
        super().__init__(show, aside)
        show.clicked.connect(self._show)
        aside.clicked.connect(lambda: self.say(""))

    def look(self, settings: QSettings) -> None:
        """Says so where another Clearway was here before; a first one is no news."""
        before = str(settings.value(SEEN, ""))
        settings.setValue(SEEN, VERSION)
        if before and before != VERSION:
            self.say(gettext("This is Clearway {version}, which is new here.").format(version=VERSION))

    def _show(self) -> None:
        self.say("")
        NewsCard(self.window())


class NewsCard(CardOverlay):
    """A page to read."""

    widest = 760
    highest = 560

    def __init__(self, console: QWidget) -> None:
        super().__init__(console, f"Clearway {VERSION}")
        self.text = PageText(gettext("What is new"))
        self.inside.addWidget(self.text, 1)
        self.end_with_done()
        self.cover(console)
        self.text.show_page(news_page(language_of(spoken())))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
