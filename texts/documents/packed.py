"""What the zip around Word's and Excel's files may be like, and how one breaks."""

from __future__ import annotations

import zipfile
import zlib

#: What other ways unpack to cannot be bounded, and no office program writes them.
WAYS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
#: What the libraries raise for a file that was cut off, spoiled or encrypted.
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError),
    *(ValueError, LookupError, NotImplementedError, RuntimeError, OverflowError),
)
