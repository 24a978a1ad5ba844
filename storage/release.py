"""Which release of the product this is: a database remembers which one brought it up to date."""

from __future__ import annotations

from importlib import metadata


def release() -> str | None:
    """Return the version that is installed; None in a bare folder, where it is not known."""
    try:
        return metadata.version("netzbote")
    except metadata.PackageNotFoundError:
        return None
