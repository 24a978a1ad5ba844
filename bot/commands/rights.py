"""Writes `docs/access.md` from the rules of who may do what."""

from __future__ import annotations

import sys

from texts.catalogue import Texts
from texts.documents.rights import page

if __name__ == "__main__":
    sys.stdout.write(page(Texts("de")))
