"""Hashes are the same whoever works them out."""

from __future__ import annotations

import hashlib

import pytest

from models.hashes import LARGE, blake2b, sha256


@pytest.mark.parametrize("length", [0, 1, LARGE - 1, LARGE, LARGE + 1])
def test_a_hash_is_that_of_the_standard_however_long_the_data(length: int) -> None:
    data = b"\x5a" * length

    assert sha256(data) == hashlib.sha256(data).hexdigest()
    assert blake2b(data, digest_size=16).digest() == hashlib.blake2b(data, digest_size=16).digest()
