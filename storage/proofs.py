"""What this network proves things by: made when it is needed first, sealed, and never changed."""

from __future__ import annotations

import secrets

import sqlalchemy as sa

from storage.shelf import Shelf
from storage.tables import metadata

#: What this network proves things by, sealed, by what it is for; the same under any key.
secret = sa.Table(
    "secret",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(32), primary_key=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)

CERTIFICATES, CHECK_IN = "certificates", "check-in"
BYTES = 32


class Proofs(Shelf):
    """The secrets of one network. They stay what they are when the encryption keys change."""

    async def certificates(self) -> bytes:
        """Return what certificates are proved by; whoever needs it first makes it."""
        return await self._made_once(CERTIFICATES)

    async def certificates_if_any(self) -> bytes | None:
        """Return the same; None where no certificate was ever printed."""
        return await self._kept(CERTIFICATES)

    async def check_in(self) -> bytes:
        """Return what codes at the door are proved by; whoever needs it first makes it."""
        return await self._made_once(CHECK_IN)

    async def check_in_if_any(self) -> bytes | None:
        """Return the same; None where no code was ever made."""
        return await self._kept(CHECK_IN)

    async def _made_once(self, name: str) -> bytes:
        found = await self._kept(name)
        if found is None:
            made = {"network": self._network, "name": name}
            row = {**made, "sealed": self._vault.seal(secrets.token_hex(BYTES))}
            await self._add_once(secret, [row], list(made))
            found = await self._kept(name)
        assert found is not None
        return found

    async def _kept(self, name: str) -> bytes | None:
        mine = sa.and_(secret.c.network == self._network, secret.c.name == name)
        sealed = await self._scalar(sa.select(secret.c.sealed).where(mine))
        return None if sealed is None else bytes.fromhex(self._vault.open(sealed))
