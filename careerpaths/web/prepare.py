"""Read a snapshot and fill its cache with everything visitors can ask for, so that no request has to wait."""

from __future__ import annotations

import pickle
from pathlib import Path

from careerpaths.map.layout.arranged import Layouts, known_layouts
from careerpaths.model.statement import Statement
from careerpaths.reading.store import Snapshot, read_snapshot
from careerpaths.single_file.document import single_files
from careerpaths.web.assets import Asset, address_of, asset_names
from careerpaths.web.download import model_file, prepare_downloads
from careerpaths.web.statement import prepare_pages

PICKLED, LAYOUTS = "packed", "layouts"


def prepared_snapshot(
    path: Path, last: tuple[Statement, ...], shown: str = "", layouts: Layouts | None = None
) -> Snapshot:
    """Return what a model's files hold now, with all that is made of it; `last` as in `read_snapshot`.

    Of the version that is `shown` nothing but the file's own text is made anew. `layouts` are those already computed.
    """
    snapshot = read_snapshot(path, last)
    if snapshot.version and snapshot.version == shown:
        model_file(snapshot, "yaml", snapshot.languages[0])
        return snapshot
    known_layouts().update(layouts or {})
    for name in asset_names(snapshot):
        address_of(name, snapshot)  # its hash too: a page that names it would compute that for its visitor
    prepare_downloads(snapshot)
    prepare_pages(snapshot)
    pickled_contents(snapshot)
    snapshot.cached(LAYOUTS, lambda: dict(known_layouts()))
    return snapshot


def layouts_of(snapshot: Snapshot) -> Layouts:
    """Return the layouts that a snapshot was drawn with; none where nothing was."""
    return snapshot.cached(LAYOUTS, dict)


def pickled_contents(snapshot: Snapshot) -> bytes:
    """Return models, statements and layouts as another process takes them."""
    stated = tuple(snapshot.statement(model.language) for model in snapshot.models)
    return snapshot.cached(PICKLED, lambda: pickle.dumps((snapshot.models, stated, known_layouts())))


def single_files_by_language(pickled_contents: bytes) -> dict[str, Asset]:
    """Return the document of `/embed` with each language first, by language."""
    models, stated, layouts = pickle.loads(pickled_contents)  # noqa: S301 - from our own process
    known_layouts().update(layouts)
    bodies = zip(models, single_files(models, statements=stated), strict=True)
    return {model.language: Asset.of(f"embed.{model.language}.html", body) for model, body in bodies}
