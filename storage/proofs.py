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

CERTIFICATES = "certificates"
BYTES = 32


class Proofs(Shelf):
    """The secrets of one network. They stay what they are when the encryption keys change."""

    async def certificates(self) -> bytes:
        """Return what certificates are proved by; whoever needs it first makes it."""
        found = await self._kept(CERTIFICATES)
        if found is None:
            made = {"network": self._network, "name": CERTIFICATES}
            row = {**made, "sealed": self._vault.seal(secrets.token_hex(BYTES))}
            await self._add_once(secret, [row], list(made))
            found = await self._kept(CERTIFICATES)
        assert found is not None
        return found

    async def certificates_if_any(self) -> bytes | None:
        """Return the same; None where no certificate was ever printed."""
        return await self._kept(CERTIFICATES)

    async def _kept(self, name: str) -> bytes | None:
        mine = sa.and_(secret.c.network == self._network, secret.c.name == name)
        sealed = await self._scalar(sa.select(secret.c.sealed).where(mine))
        return None if sealed is None else bytes.fromhex(self._vault.open(sealed))
