"""A sealed file: only our keys open it, and nothing of it can be changed or left out unnoticed."""

from __future__ import annotations

import io
import os
import tracemalloc

import pytest

from storage.crypto import Vault, new_key
from storage.sealed_file import CHUNK, SealedFileProblem, Sealing, unsealed

KEYS = [new_key(), new_key()]
VAULT = Vault(KEYS)


def sealed(data: bytes, vault: Vault = VAULT) -> bytes:
    file = io.BytesIO()
    sealing = Sealing(file, vault)
    sealing.write(data)
    sealing.end()
    return file.getvalue()


def opened(data: bytes, vault: Vault = VAULT) -> bytes:
    return b"".join(unsealed(io.BytesIO(data), vault))


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_sealed_is_opened(size: int) -> None:
    data = os.urandom(size)

    assert opened(sealed(data)) == data
    assert sealed(data) != sealed(data)


def test_each_of_our_keys_opens_it_and_no_other() -> None:
    data = sealed(b"words", Vault(KEYS[1:]))

    assert opened(data) == b"words"
    with pytest.raises(SealedFileProblem, match=f"the key {VAULT.versions[1]}"):
        opened(data, Vault([new_key()]))


def test_no_bit_can_be_changed_and_nothing_cut_off() -> None:
    data = sealed(os.urandom(2 * CHUNK + 100))
    for place in (30, len(data) // 2, len(data) - 1):
        with pytest.raises(SealedFileProblem):
            opened(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    first = len(data.partition(b"\n")[0]) + 1
    one = 4 + CHUNK + 16
    for wrong in (
        *(data[:place] for place in (0, 10, first, first + one, first + 2 * one, len(data) - 1)),
        data[: first + one] + data[first : first + one] + data[first + 2 * one :],
        data + b"x",
        b"anything else",
    ):
        with pytest.raises(SealedFileProblem):
            opened(wrong)


class Nothing(io.BytesIO):
    """Keeps nothing of what is written."""

    def write(self, data: object) -> int:
        return 0


def test_memory_stays_bounded() -> None:
    tracemalloc.start()
    sealing = Sealing(Nothing(), VAULT)
    piece = os.urandom(CHUNK)
    for _ in range(40):
        sealing.write(piece)
    sealing.end()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 8 * CHUNK
