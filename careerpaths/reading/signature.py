"""Whether a model's files have changed: the model, the statement beside it, and their translations."""

from __future__ import annotations

import stat
from hashlib import sha256
from pathlib import Path

from careerpaths.reading.load import translation_of, translations_of
from careerpaths.reading.statement import NAME
from careerpaths.reading.yaml.file_text import MOST_BYTES

Signature = tuple[tuple[str, int, int, int, int], ...]


def signature(path: Path) -> Signature:
    """Return name, mtime, ctime, size and inode of each file of a model: changes when one is written."""
    return tuple(_stamp(file) for file in _files(path))


def digest(path: Path) -> str:
    """Return a hash of what a model's files hold, for network drives that hide an edit which keeps time and size."""
    found = sha256()
    for file in _files(path):
        try:
            if stat.S_ISREG(file.stat().st_mode):
                with file.open("rb") as opened:
                    found.update(opened.read(MOST_BYTES))
        except OSError:
            found.update(b"-")
    return found.hexdigest()


def _files(path: Path) -> tuple[Path, ...]:
    bases = (path, path.with_name(NAME))
    return tuple(
        file for base in bases for file in (base, *(translation_of(base, tag) for tag in translations_of(base)))
    )


def _stamp(file: Path) -> tuple[str, int, int, int, int]:
    """Return what changes when a file is written again; zeros when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return (file.name, 0, 0, 0, 0)
    return (file.name, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
