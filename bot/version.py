"""Which version this is."""

from __future__ import annotations

from storage.release import release


def version() -> str:
    """Return the version that is installed; of a bare folder it is not known."""
    return release() or "not installed"
