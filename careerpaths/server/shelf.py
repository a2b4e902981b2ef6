"""What the browser fetches from us, ready to send: our scripts and rules, and the prepared model in each language.

Every asset carries a hash of its bytes in its address, so it may be kept for a year; it is compressed once.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field, fields
from functools import cache, cached_property, lru_cache
from pathlib import Path

import brotli

from careerpaths import settings
from careerpaths.content.stated import StatementStore
from careerpaths.content.store import ModelStore
from careerpaths.locale import languages, phrases_for
from careerpaths.picture.explorer import WEB, prepared
from careerpaths.picture.network import vis_script
from careerpaths.picture.talk_form import Limits, prepared_talk
from careerpaths.picture.unit_form import UnitLimits, prepared_unit
from careerpaths.talk.carrier import PDF_MOST, PLAN_MOST
from careerpaths.talk.plan import Plan
from careerpaths.talk.texts import LONG, NOTE, SHORT
from careerpaths.talk.unit import MOST_ROWS
from careerpaths.talk.unit_words import shared_words

ROOT = Path(__file__).parents[2]
UI_WEB = Path(__file__).parents[1] / "ui" / "web"
FILES = {
    "explorer.js": WEB / "explorer.js",
    "explorer.css": WEB / "explorer.css",
    "height.js": WEB / "height.js",
    "page.css": UI_WEB / "page.css",
    "statement.css": WEB / "statement.css",
    "travel.js": UI_WEB / "travel.js",
    "frame.js": UI_WEB / "frame.js",
    "talk.js": UI_WEB / "talk.js",
    "talk_base.js": UI_WEB / "talk_base.js",
    "talk.css": UI_WEB / "talk.css",
    "unit.js": UI_WEB / "unit.js",
    "unit_rules.js": UI_WEB / "unit_rules.js",
    "unit_files.js": UI_WEB / "unit_files.js",
    "unit.css": UI_WEB / "unit.css",
}
BROTLI = 9  # of 11: the last two steps would save 8 % more and make each start a second longer
TYPES = {"js": "text/javascript", "css": "text/css", "json": "application/json", "html": "text/html"}


@dataclass(frozen=True)
class Asset:
    """One file as it is sent; `address` is relative to the site's root."""

    name: str
    body: bytes
    zipped: bytes = field(repr=False, default=b"")
    pressed: bytes = field(repr=False, default=b"")

    @classmethod
    def of(cls, name: str, body: bytes) -> Asset:
        """Return the asset with its body compressed: gzip for everybody, Brotli (a fifth smaller) for browsers."""
        return cls(name, body, gzip.compress(body, 9, mtime=0), brotli.compress(body, quality=BROTLI))

    def packed(self, accepted: str) -> tuple[bytes, dict[str, str]]:
        """Return the smallest body that the request header `Accept-Encoding` allows, and the headers that say so."""
        names = {part.partition(";")[0].strip() for part in accepted.split(",")}
        ways = (("br", self.pressed), ("gzip", self.zipped))
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


@cache
def store() -> ModelStore:
    """Return the one store of this process."""
    return ModelStore(settings.model_file())


def statements() -> StatementStore:
    """Return the one store of the accessibility statement: of the file beside the model, else of the shipped one."""
    return _statements(store().path)


@lru_cache(maxsize=4)
def _statements(model: Path) -> StatementStore:
    return StatementStore(model)


def asset(name: str) -> Asset | None:
    """Return the asset of this name (`explorer.js`, `model.sv.json`, …) as it is now, or None."""
    if name in FILES:
        return _file(name)
    if name == "vis-network.js":
        return _script()
    prefix, _, ending = name.partition(".")
    language = ending.removesuffix(".json")
    if ending != f"{language}.json" or language not in {*store().languages, *languages()}:
        return None
    return {"model": model_asset, "talk": talk_asset, "unit": unit_asset}.get(prefix, lambda _: None)(language)


def address_of(name: str) -> str:
    """Return where the asset of this name is served; raises LookupError when there is none."""
    found = asset(name)
    if found is None:
        raise LookupError(name)
    return found.address


def model_asset(language: str) -> Asset:
    """Return the prepared model of the newest good content in a language."""
    store().current(language)  # notices an edited file
    return _prepared(store().version, language)


def talk_asset(language: str) -> Asset:
    """Return the planning talk's form for the newest good content in a language."""
    store().current(language)
    return _prepared_talk(store().version, language)


@lru_cache(maxsize=16)
def _prepared_talk(version: str, language: str) -> Asset:
    most = {one.name: one.metadata["most"] for one in fields(Plan) if "most" in one.metadata}
    limits = Limits(SHORT, LONG, NOTE, most["activities"], PLAN_MOST, PDF_MOST)
    return Asset.of(f"talk.{language}.json", prepared_talk(store().current(language), phrases_for(language), limits))


def unit_asset(language: str) -> Asset:
    """Return the page Planera for the newest good content in a language."""
    store().current(language)
    return _prepared_unit(store().version, language)


@lru_cache(maxsize=16)
def _prepared_unit(version: str, language: str) -> Asset:
    model, phrases = store().current(language), phrases_for(language)
    limits = UnitLimits(SHORT, LONG, MOST_ROWS, PLAN_MOST)
    return Asset.of(f"unit.{language}.json", prepared_unit(model, phrases, limits, shared_words(phrases)))


@lru_cache(maxsize=16)
def _prepared(version: str, language: str) -> Asset:
    return Asset.of(f"model.{language}.json", prepared(store().current(language), phrases_for(language)))


@cache
def _file(name: str) -> Asset:
    return Asset.of(name, FILES[name].read_bytes())


@cache
def _script() -> Asset:
    return Asset.of("vis-network.js", vis_script().read_bytes())
