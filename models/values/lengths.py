"""How long, or how much, what people type can be."""

LONGEST_NAME = 300
"""Characters of a name: of a client, a pilot, a person, a role, an action. Twice what a wall can show as a title."""
LONGEST_TEXT = 100_000
"""Characters of anything else that is typed: a book's chapter."""
MOST_DAYS = 400
"""Of work that is typed as a number of days."""
