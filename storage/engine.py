"""SQLAlchemy's asyncio engine alone: its package would bring the whole ORM along.

We have no ORM. Left out, it saves each process 6 MB and about a twentieth of its start.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import create_async_engine

_PACKAGE = "sqlalchemy.ext.asyncio"


def _alone() -> ModuleType:
    """Return the engine's module, imported past what its package imports beside it.

    Whoever imports the package later gets the whole of it.
    """
    if _PACKAGE in sys.modules:
        return importlib.import_module(f"{_PACKAGE}.engine")
    spec = importlib.util.find_spec(_PACKAGE)
    assert spec is not None
    sys.modules[_PACKAGE] = importlib.util.module_from_spec(spec)
    try:
        return importlib.import_module(f"{_PACKAGE}.engine")
    finally:
        del sys.modules[_PACKAGE]


if not TYPE_CHECKING:
    create_async_engine = _alone().create_async_engine

__all__ = ["create_async_engine"]
