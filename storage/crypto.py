"""Encryption at rest and look-up keys: what leads to a person is readable only with the keys."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from domain.problem import Problem


class KeyProblem(Problem, ValueError):
    """A key is malformed, or none of the keys opens what is stored."""


def new_key() -> str:
    """Return a fresh key: 32 random bytes in URL-safe Base64."""
    return Fernet.generate_key().decode()


def new_token() -> str:
    """Return a secret of 128 random bits, 22 characters that fit into a deep link."""
    return secrets.token_urlsafe(16)


def _named(key: str) -> str:
    return hashlib.sha256(b"netzbote name of a key " + key.encode()).hexdigest()[:8]


class Vault:
    """Seals with the first key and opens with any, so that keys can be changed in operation.

    Raises KeyProblem if no key is given or one is malformed.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise KeyProblem("No encryption key is set; make one with `netzbote keys new`.")
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError as error:
            raise KeyProblem(
                "An encryption key is malformed; `netzbote keys new` makes a right one."
            ) from error
        self._secrets = {
            _named(key): hashlib.sha256(b"secret " + key.encode()).digest() for key in keys
        }
        #: The names of our keys, newest first; they tell nothing of the keys.
        self.versions = tuple(self._secrets)
        self.version = self.versions[0]
        self._lookup = [
            hashlib.sha256(b"netzbote look-up " + key.encode()).digest() for key in keys
        ]

    def seal(self, text: str) -> bytes:
        """Return the text encrypted with the newest key."""
        return self._fernet.encrypt(text.encode())

    def open(self, sealed: bytes) -> str:
        """Return what was sealed. Raises KeyProblem if no key fits."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken as error:
            raise KeyProblem("None of the encryption keys opens the stored data.") from error

    def reseal(self, sealed: bytes) -> bytes:
        """Return the same secret, sealed with the newest key. Raises KeyProblem."""
        return self.seal(self.open(sealed))

    def seal_json(self, value: Any) -> bytes:
        """Return a JSON value encrypted."""
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, sealed: bytes) -> Any:
        """Return the JSON value that `seal_json` sealed. Raises KeyProblem."""
        return json.loads(self.open(sealed))

    def lookup(self, name: int | str) -> bytes:
        """Return the key under which a chat is found: 32 bytes, useless without our keys."""
        return self._mac(self._lookup[0], name)

    def lookups(self, name: int | str) -> list[bytes]:
        """Return the look-up keys under all our keys, newest first."""
        return [self._mac(key, name) for key in self._lookup]

    def mark(self, words: str) -> str:
        """Return 64 hexadecimal digits that stand for words: equal for equal ones, else secret."""
        return hmac.digest(self._lookup[0], b"mark " + words.encode(), "sha256").hex()

    def secret(self, version: str, salt: bytes) -> bytes:
        """Return 32 bytes for one file, known to who has the key of that name."""
        given = hmac.digest(self._secrets[version], salt, "sha256")
        return hmac.digest(given, b"netzbote sealed file", "sha256")

    @staticmethod
    def _mac(key: bytes, name: int | str) -> bytes:
        return hmac.digest(key, str(name).encode(), "sha256")
