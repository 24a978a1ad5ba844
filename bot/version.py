"""Which version this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Return the version that is installed; of a bare folder it is not known."""
    try:
        return metadata.version("netzbote")
    except metadata.PackageNotFoundError:
        return "not installed"
