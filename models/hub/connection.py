"""One connection to a hub, and what the server says of it in our words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from models.hub import errors
from models.hub.address import Address

if TYPE_CHECKING:
    import psycopg

PATIENCE = 120.0
"""Seconds that one transaction may take before the hub counts as away."""
LIMITS = "SET LOCAL statement_timeout = '60s'; SET LOCAL lock_timeout = '20s'"
_BY_STATE = {
    "CW001": errors.NobodyOfThatNameError,
    "CW002": errors.LastLeadError,
    "CW003": errors.NotSharedError,
    "CW004": errors.ActNotTakenError,
    "CW005": errors.ActNotTakenError,
    "CW006": errors.SharedByOthersError,
    "42501": errors.HubForbiddenError,
    "3F000": errors.HubMissingError,
    "42P01": errors.HubMissingError,
}
_BUSY = ("40", "53", "55", "57014")
"""A deadlock, no room, a lock, a statement that took too long."""
_FULL = ("53100", "25006")
"""No disk; nothing but reading, which a rented server turns to when its disk fills."""


class Connection:
    """Each use is one transaction. Raises HubError; after HubAwayError it is to be closed."""

    def __init__(self, address: Address, password: str | None, patience: float = PATIENCE) -> None:
        """Connects. Loads the driver when called."""
        import psycopg
        from psycopg.conninfo import make_conninfo

        self.address, self._patience = address, patience
        told = make_conninfo("", **address.parameters(password, max(2, min(10, int(patience)))))
        try:
            # A server behind a pooler cannot keep prepared statements.
            self._driver = psycopg.connect(told, autocommit=True, prepare_threshold=None)
        except psycopg.Error as error:
            raise _not_connected(error, address) from None

    def close(self) -> None:
        """A second call does nothing."""
        self._driver.close()

    @contextmanager
    def transaction(self) -> Iterator[psycopg.Cursor[Any]]:
        """All that is done meanwhile, or none of it."""
        import psycopg

        try:
            with self._watched(), self._driver.transaction(), self._driver.cursor() as cursor:
                cursor.execute(LIMITS)
                yield cursor
        except psycopg.Error as error:
            raise self._told(error) from error

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """A server that takes a question and never answers it would be waited for for ever."""
        timer = threading.Timer(self._patience, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _cut(self) -> None:
        import socket

        with (
            suppress(OSError, ValueError),
            socket.fromfd(self._driver.fileno(), socket.AF_INET, socket.SOCK_STREAM) as same,
        ):
            same.shutdown(socket.SHUT_RDWR)

    def _told(self, error: psycopg.Error) -> errors.HubError:
        import psycopg

        state, host = error.sqlstate or "", self.address.host
        if (known := _BY_STATE.get(state)) is not None:
            name = (error.diag.message_detail or "") if state == "CW001" else ""
            return known(name=name)
        if state in _FULL:
            return errors.HubFullError(host=host)
        if state.startswith(_BUSY):
            return errors.HubBusyError(host=host)
        gone = not state and isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        if self._driver.closed or gone or state.startswith(("08", "57P")):
            return errors.HubAwayError(host=host)
        return errors.HubError()


def _not_connected(error: Exception, address: Address) -> errors.HubError:
    """What the library below says before anybody has logged in has no code, only words."""
    text, host = str(error), address.host
    tried = getattr(error, "pgconn", None)
    if "certificate" in text or "SSL" in text:
        reason = text.strip().splitlines()[-1].rpartition(": ")[2]
        return errors.HubCertificateError(host=host, reason=reason)
    answered, _, reason = text.rpartition("FATAL:")
    asked = tried is not None and (tried.used_password or tried.needs_password)
    if asked and (not answered or f'"{address.user}"' in reason):  # what comes after the password does not name who
        return errors.HubPasswordError(host=host, role=address.user)
    if answered:
        reason = reason.strip().splitlines()[0].rstrip(".")
        return errors.HubTurnsAwayError(host=host, role=address.user, reason=reason)
    return errors.HubAwayError(host=host)
