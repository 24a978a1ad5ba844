"""Which version this is."""

from __future__ import annotations


def version() -> str:
    """Return the version that is installed; of a bare folder it is not known."""
    from importlib import metadata  # here: dear to import, and each command would

    try:
        return metadata.version("netzbote")
    except metadata.PackageNotFoundError:
        return "not installed"
