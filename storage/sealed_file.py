"""A file that only our keys open, written and read in chunks: memory stays bounded.

A line in plain names the key and a salt. Behind it stand chunks, each sealed with AES-GCM under its
number, the last one marked as such: none can be changed, moved, repeated or cut off unnoticed.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.problem import Problem
from storage.crypto import Vault

MAGIC = b"netzbote sealed file 1"
CHUNK = 1024 * 1024
_LONGEST_HEAD = 1000
_LENGTH = struct.Struct(">I")


class SealedFileProblem(Problem):
    """The file is none of ours, damaged, or cut off; the message says which."""


class Sealing:
    """Seals what is written to it into an open file; whole only after `end`."""

    def __init__(self, file: BinaryIO, vault: Vault) -> None:
        salt = os.urandom(16)
        head = {"key": vault.version, "salt": salt.hex()}
        self._head = MAGIC + b" " + json.dumps(head).encode() + b"\n"
        self._cipher = AESGCM(vault.secret(vault.version, salt))
        self._file, self._number, self._waiting = file, 0, bytearray()
        file.write(self._head)

    def write(self, data: bytes) -> None:
        """Add some bytes."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def end(self) -> None:
        """Seal the rest, as the last chunk."""
        self._put(bytes(self._waiting), last=True)

    def _put(self, chunk: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last=last), chunk, self._head)
        self._file.write(_LENGTH.pack(len(sealed)) + sealed)
        self._number += 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def unsealed(file: BinaryIO, vault: Vault) -> Iterator[bytes]:
    """Yield the chunks of a file. Raises SealedFileProblem, also at its end if it was cut off."""
    head = file.readline(_LONGEST_HEAD)
    if not head.startswith(MAGIC + b" ") or not head.endswith(b"\n"):
        raise SealedFileProblem("is no backup of netzbote")
    cipher = AESGCM(_secret(head, vault))
    number, chunk = 0, _chunk(file)
    while chunk is not None:
        following = _chunk(file)
        try:
            yield cipher.decrypt(_nonce(number, last=following is None), chunk, head)
        except InvalidTag:
            raise SealedFileProblem("is damaged or not whole") from None
        number, chunk = number + 1, following
    if not number:
        raise SealedFileProblem("is not whole")


def _secret(head: bytes, vault: Vault) -> bytes:
    try:
        told = json.loads(head.removeprefix(MAGIC))
        version, salt = str(told["key"]), bytes.fromhex(told["salt"])
    except (ValueError, KeyError, TypeError):
        raise SealedFileProblem("is damaged at its beginning") from None
    if version not in vault.versions:
        raise SealedFileProblem(
            f"is sealed with the key {version}, and the keys here are {', '.join(vault.versions)}; "
            "put that key behind the newest"
        )
    return vault.secret(version, salt)


def _chunk(file: BinaryIO) -> bytes | None:
    """Return the next chunk as it is sealed; None at the end of the file."""
    length = file.read(_LENGTH.size)
    if not length:
        return None
    size = _LENGTH.unpack(length)[0] if len(length) == _LENGTH.size else 0
    if not 16 <= size <= CHUNK + 16:
        raise SealedFileProblem("is damaged or not whole")
    return file.read(size)
