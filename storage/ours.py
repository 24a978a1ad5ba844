"""Whose a row is that names no network: it hangs on a training or a person that does."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from storage.tables import person, training


def own_training(network: Any, training_id: Any) -> Any:
    """Return the number of a training in a statement; nothing for one of another network."""
    mine = sa.and_(training.c.network == network, training.c.id == training_id)
    return sa.select(training.c.id).where(mine).scalar_subquery()


def own_person(network: Any, person_id: Any) -> Any:
    """Return the number of a member in a statement; nothing for one of another network."""
    mine = sa.and_(person.c.network == network, person.c.id == person_id)
    return sa.select(person.c.id).where(mine).scalar_subquery()
