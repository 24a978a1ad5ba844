"""Keeps invitations (the hash of their tokens) and requests for access."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.access import AccessRequest
from domain.channel import Address
from domain.invite import Invitation
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.aside import readable, tell
from storage.erasures import Gone
from storage.shelf import Shelf
from storage.tables import access_request, invitation


def _invitation(row: Any) -> Invitation:
    return Invitation(
        id=row.id,
        role=Role(row.role),
        office=row.office,
        sector=Sector(row.sector) if row.sector else None,
        uses_left=row.uses_left,
        expires_at=row.expires_at,
        revoked=row.revoked_at is not None,
    )


class Invitations(Shelf):
    """The doors into one network."""

    async def add(
        self,
        token_hash: bytes,
        role: Role,
        office: str | None,
        sector: Sector | None,
        uses: int,
        expires_at: datetime,
    ) -> int:
        """Keep an invitation and return its id."""
        return await self._add(
            invitation,
            network=self._network,
            token_hash=token_hash,
            role=role,
            office=office,
            sector=sector,
            uses_left=uses,
            expires_at=expires_at,
        )

    async def find(self, token_hash: bytes, *, hold: bool = False) -> Invitation | None:
        """Return the invitation of a token, open or not; one that is held is locked."""
        mine = sa.and_(invitation.c.network == self._network, invitation.c.token_hash == token_hash)
        query = sa.select(invitation).where(mine)
        row = await self._first(query.with_for_update() if hold else query)
        return _invitation(row) if row else None

    async def open(self, now: datetime) -> list[Invitation]:
        """Return the invitations somebody can still come in by, newest first."""
        query = sa.select(invitation.c.id).where(
            invitation.c.network == self._network,
            invitation.c.uses_left > 0,
            invitation.c.expires_at > now,
            invitation.c.revoked_at.is_(None),
        )
        ids = [row.id for row in await self._all(query.order_by(invitation.c.id.desc()))]
        found, damaged = await readable(ids, self._read)
        for each in damaged:
            tell("invitation", each.row, each.reason)
        return found

    async def _read(self, ids: Sequence[int]) -> list[Invitation]:
        query = sa.select(invitation).where(
            invitation.c.network == self._network, invitation.c.id.in_(list(ids))
        )
        return [_invitation(row) for row in await self._all(query.order_by(invitation.c.id.desc()))]

    async def use(self, invitation_id: int, now: datetime) -> bool:
        """Take one use; False if none was left, so the last one is never shared."""
        open_door = sa.and_(
            invitation.c.network == self._network,
            invitation.c.id == invitation_id,
            invitation.c.uses_left > 0,
            invitation.c.expires_at > now,
            invitation.c.revoked_at.is_(None),
        )
        fewer = sa.update(invitation).where(open_door)
        result = await self._run(fewer.values(uses_left=invitation.c.uses_left - 1))
        return result.rowcount == 1

    async def revoke_id(self, invitation_id: int, now: datetime) -> bool:
        """Close a door by its number; False if there is no such open one."""
        mine = sa.and_(
            invitation.c.network == self._network,
            invitation.c.id == invitation_id,
            invitation.c.revoked_at.is_(None),
        )
        result = await self._run(sa.update(invitation).where(mine).values(revoked_at=now))
        return result.rowcount == 1

    async def forget_old(self, before: datetime) -> int:
        """Delete doors that closed before a moment, and return how many."""
        mine = sa.and_(invitation.c.network == self._network, invitation.c.expires_at < before)
        return int((await self._run(sa.delete(invitation).where(mine))).rowcount)


class AccessRequests(Shelf):
    """Who asks to be let in."""

    #: Whose request was taken back in this transaction, for the journal outside of the database.
    gone: Sequence[Gone] = ()

    async def add(self, newcomer: Newcomer, now: datetime) -> int | None:
        """Keep a request and return its id; None if this chat has one already."""
        row = {
            "network": self._network,
            "chat_key": self._vault.lookup(newcomer.address.mark),
            "chat_id": self._vault.seal(newcomer.address.mark),
            "office": newcomer.place.office,
            "sector": newcomer.place.sector,
            "language": newcomer.language,
            "consent_version": newcomer.consent_version,
            "requested_at": now,
        }
        new = self._insert(access_request).values(**row)
        once = new.on_conflict_do_nothing(index_elements=["network", "chat_key"])
        added = await self._first(once.returning(access_request.c.id))
        return int(added.id) if added else None

    async def get(self, request_id: int) -> AccessRequest | None:
        """Return a request that nobody has decided yet."""
        mine = sa.and_(access_request.c.network == self._network, access_request.c.id == request_id)
        row = await self._first(sa.select(access_request).where(mine))
        return self._request(row) if row else None

    def _of_chat(self, of: Address) -> Any:
        keys = self._vault.lookups(of.mark)
        return sa.and_(
            access_request.c.network == self._network, access_request.c.chat_key.in_(keys)
        )

    async def of_chat(self, of: Address) -> AccessRequest | None:
        """Return the request that a chat waits for."""
        row = await self._first(sa.select(access_request).where(self._of_chat(of)))
        return self._request(row) if row else None

    async def drop(self, of: Address) -> bool:
        """Delete the request of a chat; False if there was none."""
        key, sealed = (
            access_request.c.chat_key.label("key"),
            access_request.c.chat_id.label("sealed"),
        )
        dropped = sa.delete(access_request).where(self._of_chat(of))
        rows = await self._all(dropped.returning(access_request.c.id, key, sealed))
        self.gone = (*self.gone, *self._gone(access_request, rows))
        return bool(rows)

    async def take(self, request_id: int) -> AccessRequest | None:
        """Return a request and delete it; None if somebody else decided already."""
        mine = sa.and_(access_request.c.network == self._network, access_request.c.id == request_id)
        row = await self._first(sa.delete(access_request).where(mine).returning(access_request))
        return self._request(row) if row else None

    def _request(self, row: Any) -> AccessRequest | None:
        """Return the request of a row; one that cannot be read is none, and goes in time."""
        try:
            asks = Address.of_mark(self._vault.open(row.chat_id))
            place = Place(row.office, Sector(row.sector))
        except ValueError as error:
            tell("access_request", row.id, type(error).__name__)
            return None
        newcomer = Newcomer(
            asks, Role.SPECIALIST, place, row.language, consent_version=row.consent_version
        )
        return AccessRequest(row.id, newcomer, row.requested_at)

    async def forget_old(self, before: datetime) -> int:
        """Delete requests that nobody decided; return how many."""
        mine = sa.and_(
            access_request.c.network == self._network, access_request.c.requested_at < before
        )
        return int((await self._run(sa.delete(access_request).where(mine))).rowcount)
