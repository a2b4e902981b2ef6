"""Read a snapshot and fill its cache with everything visitors can ask for, so that no request has to wait."""

from __future__ import annotations

import pickle
from pathlib import Path

from careerpaths.charts.rows import known_drawings
from careerpaths.map.layout.arranged import Layouts, known_layouts
from careerpaths.model.statement import Statement
from careerpaths.reading.store import Snapshot, read_snapshot
from careerpaths.single_file.document import single_files
from careerpaths.web.assets import Asset, address_of, asset_names
from careerpaths.web.download import model_file, prepare_downloads
from careerpaths.web.pictures import prepare_pictures
from careerpaths.web.statement import prepare_pages

PICKLED, DRAWN = "packed", "drawn"
Drawn = tuple[Layouts, dict[str, str]]
"""What takes longest and seldom changes: layouts of maps, and pictures by their specification."""


def prepared_snapshot(path: Path, last: tuple[Statement, ...], shown: str = "", drawn: Drawn | None = None) -> Snapshot:
    """Return what a model's files hold now, with all that is made of it; `last` as in `read_snapshot`.

    Of the version that is `shown` nothing but the file's own text is made anew. `drawn` is what has been drawn already.
    """
    snapshot = read_snapshot(path, last)
    if snapshot.version and snapshot.version == shown:
        model_file(snapshot, "yaml", snapshot.languages[0])
        return snapshot
    _know(drawn or ({}, {}))
    for name in asset_names(snapshot):
        address_of(name, snapshot)  # its hash too: a page that names it would compute that for its visitor
    prepare_downloads(snapshot)
    prepare_pages(snapshot)
    prepare_pictures(snapshot)
    pickled_contents(snapshot)
    snapshot.cached(DRAWN, _known)
    return snapshot


def drawn_for(snapshot: Snapshot) -> Drawn:
    """Return what was drawn for a snapshot, or for those before it; nothing where nothing was."""
    return snapshot.cached(DRAWN, lambda: ({}, {}))


def _known() -> Drawn:
    return dict(known_layouts()), dict(known_drawings())


def _know(drawn: Drawn) -> None:
    layouts, drawings = drawn
    known_layouts().update(layouts)
    known_drawings().update(drawings)


def pickled_contents(snapshot: Snapshot) -> bytes:
    """Return models, statements and what has been drawn as another process takes them."""
    stated = tuple(snapshot.statement(model.language) for model in snapshot.models)
    return snapshot.cached(PICKLED, lambda: pickle.dumps((snapshot.models, stated, _known())))


def single_files_by_language(pickled_contents: bytes, public: bool = False) -> dict[tuple[str, bool], Asset]:
    """Return the document of `/embed` with each language first, by language and whether it is the public edition."""
    models, stated, drawn = pickle.loads(pickled_contents)  # noqa: S301 - from our own process
    _know(drawn)
    bodies = zip(models, single_files(models, public, stated), strict=True)
    return {(model.language, public): Asset.of(f"embed.{model.language}.html", body) for model, body in bodies}
