"""Passphrases on the command line: asked for at a terminal or read from a file descriptor, never an argument.

What stands in arguments and in the environment can be read by every other program on the computer.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator

from desktop.own_library import recovered_passphrase
from desktop.words import gettext
from models.values.refusal import Refusal

LONGEST = 10_000
"""Bytes."""


def given(options: argparse.Namespace) -> str | None:
    """The library’s passphrase where a descriptor was named for it or for its recovery key. Raises Refusal."""
    if options.recovery_key_fd is not None:
        return recovered_passphrase(options.library, read_line(options.recovery_key_fd))
    return None if options.passphrase_fd is None else read_line(options.passphrase_fd)


def asked(refusal: Refusal) -> str | None:
    """What is typed at the terminal; None without one, or where what was given is wrong."""
    return asked_at_terminal() if type(refusal).__name__ == "PassphraseNeededError" else None


def asked_at_terminal() -> str | None:
    """What is typed there; None without one."""
    return ask(gettext("Passphrase: ")) if sys.stdin.isatty() else None


def ask(prompt: str) -> str:
    """What is typed at the terminal, unseen."""
    from getpass import getpass

    return getpass(prompt)


def new_passphrase(options: argparse.Namespace) -> str:
    """The passphrase to be: from its descriptor, or typed twice. Raises Refusal."""
    if options.new_passphrase_fd is not None:
        return read_line(options.new_passphrase_fd)
    if not sys.stdin.isatty():
        raise Refusal("There is no terminal to ask at. Give the new passphrase with --new-passphrase-fd N.")
    first = ask(gettext("New passphrase: "))
    if first != ask(gettext("The same again: ")):
        raise Refusal("The two are not the same. Nothing was changed.")
    return first


def read_line(descriptor: int) -> str:
    """The next line of a descriptor as text, without its end; what comes after it is left there. Raises Refusal."""
    try:
        line = b"".join(_bytes_of_line(descriptor))
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Refusal(
            "No passphrase can be read from descriptor {n}: {reason}.", n=descriptor, reason=reason
        ) from error
    try:
        return line.removesuffix(b"\r").decode()
    except UnicodeDecodeError as error:
        raise Refusal("What comes from descriptor {n} is not UTF-8 text.", n=descriptor) from error


def _bytes_of_line(descriptor: int) -> Iterator[bytes]:
    """One by one, since another passphrase may follow on the same descriptor."""
    for _ in range(LONGEST):
        byte = os.read(descriptor, 1)
        if byte in (b"", b"\n"):
            return
        yield byte
