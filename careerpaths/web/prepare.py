"""Reads an edition and makes everything of it that a visitor may ask for, so that no request has to."""

from __future__ import annotations

import pickle
from pathlib import Path

from careerpaths.model.statement import Statement
from careerpaths.reading.store import Edition, read_edition
from careerpaths.single_file.document import editions
from careerpaths.web.assets import Asset, asset, asset_names
from careerpaths.web.download import downloads
from careerpaths.web.statement import prepare_pages

PACKED = "packed"


def prepared_edition(path: Path, last: tuple[Statement, ...]) -> Edition:
    """Return what a model's files hold now, with all that is made of it; `last` as in `read_edition`."""
    edition = read_edition(path, last)
    for name in asset_names(edition):
        asset(name, edition)
    downloads(edition)
    prepare_pages(edition)
    packed(edition)
    return edition


def packed(edition: Edition) -> bytes:
    """Return models and statements as another process takes them."""
    stated = tuple(edition.statement(model.language) for model in edition.models)
    return edition.cached(PACKED, lambda: pickle.dumps((edition.models, stated)))


def single_files(packed: bytes) -> dict[str, Asset]:
    """Return the document of `/embed` with each language first, by language."""
    models, stated = pickle.loads(packed)  # noqa: S301 - from our own process
    bodies = zip(models, editions(models, statements=stated), strict=True)
    return {model.language: Asset.of(f"embed.{model.language}.html", body) for model, body in bodies}
