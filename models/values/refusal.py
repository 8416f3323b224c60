"""The one kind of error that is shown to people as it stands."""


class Refusal(Exception):
    """Something the person can mend. str() says in plain words what is wrong and what to do next.

    Any other exception is a fault of ours: it is logged with its context, never shown as if the person were to blame.
    """
