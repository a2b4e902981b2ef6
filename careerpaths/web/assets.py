"""Static assets and prepared models: compressed once, served under an address with a hash of their bytes."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

import brotli

from careerpaths.browser.assemble import assembled
from careerpaths.browser.files import FILES, source
from careerpaths.documents.clean_text import LONG, NOTE, SHORT
from careerpaths.documents.pdf_attachment import PDF_MOST, PLAN_MOST
from careerpaths.locale import Phrases, languages, phrases_for
from careerpaths.map.explorer_data import explorer_json
from careerpaths.model.model import Model
from careerpaths.reading.store import Snapshot
from careerpaths.talk.form import Limits, prepared_talk
from careerpaths.talk.plan import ACTIVITIES_MOST
from careerpaths.unit.form import UnitLimits, prepared_unit
from careerpaths.unit.plan import MOST_ROWS

__all__ = ["Asset", "address_of", "asset"]


BROTLI = 9  # of 11: the last two steps would save 8 % more and make each start a second longer
SELDOM = 5  # for what hardly anybody fetches: an edit need not wait for its last tenth
TYPES = {
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "html": "text/html",
    "yaml": "application/yaml",
    "csv": "text/csv",
}


@dataclass(frozen=True)
class Asset:
    """One file with its compressed bodies; `address` is relative to the site's root."""

    name: str
    body: bytes
    gzip_body: bytes = field(repr=False, default=b"")
    brotli_body: bytes = field(repr=False, default=b"")

    @classmethod
    def of(cls, name: str, body: bytes, quality: int = BROTLI) -> Asset:
        """Return the asset with its body compressed: gzip for everybody, Brotli (a fifth smaller) for browsers."""
        return cls(name, body, gzip.compress(body, quality, mtime=0), brotli.compress(body, quality=quality))

    def encoded(self, accepted: str) -> tuple[bytes, dict[str, str]]:
        """Return the smallest body that the request header `Accept-Encoding` allows, and the headers that say so."""
        names = {part.partition(";")[0].strip() for part in accepted.split(",")}
        ways = (("br", self.brotli_body), ("gzip", self.gzip_body))
        found = next(((name, body) for name, body in ways if name in names), None)
        told = {"Vary": "Accept-Encoding"}
        return (found[1], told | {"Content-Encoding": found[0]}) if found else (self.body, told)

    @cached_property
    def tag(self) -> str:
        """Return a short hash of the body."""
        return hashlib.sha256(self.body).hexdigest()[:12]

    @property
    def address(self) -> str:
        """Return where the asset is served: `web/HASH/NAME`."""
        return f"web/{self.tag}/{self.name}"

    @property
    def media_type(self) -> str:
        """Return the media type by the name's ending."""
        return TYPES[self.name.rpartition(".")[2]]


def asset(name: str, snapshot: Snapshot) -> Asset | None:
    """Return the asset of this name (`explorer.js`, `model.sv.json`, …) in a snapshot, or None.

    Raises ContentError where it is made of the model and none can be read.
    """
    if name in FILES:
        return _file(name)
    prefix, _, ending = name.partition(".")
    language = ending.removesuffix(".json")
    make = PREPARED.get(prefix)
    if make is None or ending != f"{language}.json" or language not in {*snapshot.languages, *languages()}:
        return None
    model = snapshot.model(language)
    return snapshot.cached(name, lambda: Asset.of(name, make(model, phrases_for(language))))


def address_of(name: str, snapshot: Snapshot) -> str:
    """Return where the asset of this name is served; raises LookupError when there is none."""
    found = asset(name, snapshot)
    if found is None:
        raise LookupError(name)
    return found.address


def asset_names(snapshot: Snapshot) -> Iterator[str]:
    """Yield the names of the assets that are made of a snapshot's model."""
    spoken = dict.fromkeys((*snapshot.languages, *languages())) if snapshot.models else ()
    yield from (f"{prefix}.{language}.json" for prefix in PREPARED for language in spoken)


def load_files() -> None:
    """Load and compress the assets that do not depend on the model."""
    for name in FILES:
        _file(name)


def _talk(model: Model, phrases: Phrases) -> bytes:
    limits = Limits(SHORT, LONG, NOTE, ACTIVITIES_MOST, PLAN_MOST, PDF_MOST)
    return prepared_talk(model, phrases, limits)


def _unit(model: Model, phrases: Phrases) -> bytes:
    return prepared_unit(model, phrases, UnitLimits(SHORT, LONG, MOST_ROWS, PLAN_MOST))


PREPARED: dict[str, Callable[[Model, Phrases], bytes]] = {"model": explorer_json, "talk": _talk, "unit": _unit}
"""Functions that make the JSON of a model in a language, by the prefix of the asset's name."""


@cache
def _file(name: str) -> Asset:
    return Asset.of(name, (assembled(FILES[name]) if name.endswith(".js") else source(name)).encode())
