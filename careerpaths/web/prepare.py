"""Reads an edition and makes everything of it that a visitor may ask for, so that no request has to."""

from __future__ import annotations

import pickle
from pathlib import Path

from careerpaths.map.layout.arrange import Layouts, known_layouts
from careerpaths.model.statement import Statement
from careerpaths.reading.store import Edition, read_edition
from careerpaths.single_file.document import editions
from careerpaths.web.assets import Asset, address_of, asset_names
from careerpaths.web.download import download, downloads
from careerpaths.web.statement import prepare_pages

PACKED, LAYOUTS = "packed", "layouts"


def prepared_edition(
    path: Path, last: tuple[Statement, ...], shown: str = "", layouts: Layouts | None = None
) -> Edition:
    """Return what a model's files hold now, with all that is made of it; `last` as in `read_edition`.

    Of the version that is `shown` nothing but the file's own text is made anew. `layouts` are those already computed.
    """
    edition = read_edition(path, last)
    if edition.version and edition.version == shown:
        download(edition, "yaml", edition.languages[0])
        return edition
    known_layouts().update(layouts or {})
    for name in asset_names(edition):
        address_of(name, edition)  # its hash too: a page that names it would compute that for its visitor
    downloads(edition)
    prepare_pages(edition)
    packed(edition)
    edition.cached(LAYOUTS, lambda: dict(known_layouts()))
    return edition


def layouts_of(edition: Edition) -> Layouts:
    """Return the layouts that an edition was drawn with; none where nothing was."""
    return edition.cached(LAYOUTS, dict)


def packed(edition: Edition) -> bytes:
    """Return models, statements and layouts as another process takes them."""
    stated = tuple(edition.statement(model.language) for model in edition.models)
    return edition.cached(PACKED, lambda: pickle.dumps((edition.models, stated, known_layouts())))


def single_files(packed: bytes) -> dict[str, Asset]:
    """Return the document of `/embed` with each language first, by language."""
    models, stated, layouts = pickle.loads(packed)  # noqa: S301 - from our own process
    known_layouts().update(layouts)
    bodies = zip(models, editions(models, statements=stated), strict=True)
    return {model.language: Asset.of(f"embed.{model.language}.html", body) for model, body in bodies}
