"""What a search looks through: words of names, kept in step with every edit, and words of texts, read in between.

A key typed into a note must not wait for a search: it only notes, once, that the engagement's texts are to be read
again. Both are folded and derived, and made anew where another folding made them.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.storage.database import Database
from models.values.folding import FOLDING, folded, words_of

_MOST_WORDS = 32
"""A pasted page has thousands, and would take seconds to look for."""
_IN_NAMES = "id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)"
_IN_TEXTS = "id IN (SELECT rowid FROM text_words WHERE text_words MATCH ?)"
_ENTRY = "(SELECT id FROM entry WHERE engagement_id = ?)"


def keep_names(database: Database, engagement_id: str, names: Iterable[str]) -> None:
    """Brings the words of an engagement's names up to date."""
    words = " ".join(dict.fromkeys(searchable("\n".join(names))))
    (entry,) = database.execute("SELECT id FROM entry WHERE engagement_id = ?", (engagement_id,)).fetchone()
    known = database.execute("SELECT words FROM entry_words WHERE rowid = ?", (entry,)).fetchone()
    if known is None:
        database.execute("INSERT INTO entry_words (rowid, words) VALUES (?, ?)", (entry, words))
    elif known[0] != words:
        database.execute("UPDATE entry_words SET words = ? WHERE rowid = ?", (words, entry))


def forget(database: Database, engagement_id: str) -> None:
    """Takes an engagement out of the search. To be called while its entry is there."""
    for table, column in (("entry_words", "rowid"), ("text_words", "rowid"), ("unread", "entry")):
        database.execute(f"DELETE FROM {table} WHERE {column} = {_ENTRY}", (engagement_id,))


def read_again(database: Database, engagement_id: str) -> None:
    """Notes that the texts of an engagement are not those that were read; writes nothing where that is noted."""
    database.execute(f"INSERT OR IGNORE INTO unread (entry) SELECT * FROM {_ENTRY}", (engagement_id,))


def read_texts(database: Database, most: int) -> tuple[int, int]:
    """Reads the texts of so many engagements that are to be read again. How many were, and how many are left then."""
    from models.storage.search.texts import texts_of

    select = "SELECT id, engagement_id FROM unread JOIN entry ON entry.id = unread.entry ORDER BY recent DESC LIMIT ?"
    unread = database.execute(select, (most,)).fetchall()
    for entry, engagement_id in unread:
        words = (word for _, text in texts_of(database, engagement_id) for word in searchable(text))
        insert = "INSERT OR REPLACE INTO text_words (rowid, words) VALUES (?, ?)"
        database.execute(insert, (entry, " ".join(dict.fromkeys(words))))
        database.execute("DELETE FROM unread WHERE entry = ?", (entry,))
    return len(unread), left_to_read(database)


def left_to_read(database: Database) -> int:
    """Of how many engagements the texts are to be read."""
    return int(database.execute("SELECT count(*) FROM unread").fetchone()[0])


def is_of_this_folding(database: Database) -> bool:
    """Whether the words were folded as they are looked for."""
    return database.execute("SELECT number FROM folding").fetchall() == [(FOLDING,)]


def begin_anew(database: Database) -> None:
    """Empties both, since another folding made them; the names are to be kept again, the texts will be read again."""
    database.execute("DELETE FROM entry_words")
    database.execute("INSERT INTO text_words (text_words) VALUES ('delete-all')")
    database.execute("INSERT OR IGNORE INTO unread (entry) SELECT id FROM entry")
    database.execute("DELETE FROM folding")
    database.execute("INSERT INTO folding (number) VALUES (?)", (FOLDING,))


def condition(search: str) -> tuple[str, str, list[str]] | None:
    """What is true of an entry that a search finds, what of one whose names alone say so, and the values of both.

    Every word must begin a word somewhere. None where nothing is looked for.
    """
    words = [begins(word) for word in sought(search)]
    if not words:
        return None
    if all(map(_is_letter, sought(search))):
        return _IN_NAMES, _IN_NAMES, [" ".join(words)] * 2
    found = " AND ".join([f"({_IN_NAMES} OR {_IN_TEXTS})"] * len(words))
    return found, _IN_NAMES, [*(word for word in words for _ in range(2)), " ".join(words)]


def sought(search: str) -> list[str]:
    """The words that are looked for, without apostrophes. A single letter begins a word everywhere.

    It counts where there is nothing else to look for, in names.
    """
    words = words_of(folded(search.replace("\0", " ")).replace("'", ""))
    return ([word for word in words if not _is_letter(word)] or words)[:_MOST_WORDS]


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii()


def begins(word: str) -> str:
    """As full text is asked for the beginning of a word: a quoted string, so that nothing typed is read as syntax."""
    return f'"{word}"*'


def searchable(text: str) -> list[str]:
    """The words of a text, and those with an apostrophe as one word too: "O'Brien" is looked for as "obrien"."""
    words = words_of(text)
    if "'" in (line := folded(text)):
        words += words_of(line.replace("'", ""))
    return words
