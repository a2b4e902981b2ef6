"""Our scripts as a browser gets them: an entry with every module that it imports, as one minified module.

So nobody who runs the product builds anything, and a page makes one request for each entry. The modules stand one
after another in one scope: the names at their top are unique among those that an entry needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import rjsmin

IMPORT = re.compile(r'^import\s+(?:\{(?P<names>[^}]*)\}\s*from\s*)?"(?P<path>\.{1,2}/[^"]+)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b\*? ?(?P<name>[\w$]+))", re.M)
OTHER = re.compile(r"^(?:import\b(?!\s*\()|export\b).*", re.M)
TOP = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let|var)\b\*? ?(?P<name>[\w$]+|[{\[].*)", re.M)


class ScriptError(ValueError):
    """A script that cannot be assembled; says which and why."""


@dataclass(frozen=True)
class Import:
    """What a module takes from another: the names as they stand between the braces."""

    path: Path
    names: tuple[str, ...]


@dataclass(frozen=True)
class Module:
    """One script: its code without imports, what it imports and exports, and the names at its top."""

    path: Path
    code: str
    imports: tuple[Import, ...]
    exports: tuple[str, ...]
    names: tuple[str, ...]


def assembled(entry: Path) -> str:
    """Return a script and all that it imports from us as one minified module; what the entry exports, it exports.

    Raises ScriptError for a module that is not there, imports in a circle, a name that is not exported or that two
    modules have, and ways to import and export that are not ours.
    """
    found: dict[Path, Module] = {}
    _follow(entry.resolve(), found, ())
    _check_names(found.values())
    for module in found.values():
        _check_imports(module, found)
    return str(rjsmin.jsmin("\n".join(module.code for module in found.values())))


def _follow(path: Path, found: dict[Path, Module], way: tuple[Path, ...]) -> None:
    """Add a module after all that it imports; `way` leads to it from the entry."""
    if path in way:
        circle = " → ".join(one.name for one in (*way[way.index(path) :], path))
        raise ScriptError(f"{circle}: modules that import each other")
    if path not in found:
        module = _read(path, is_entry=not way)
        for one in module.imports:
            _follow(one.path, found, (*way, path))
        found[path] = module


def _read(path: Path, is_entry: bool) -> Module:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ScriptError(f"{path}: {error.strerror}") from error
    imports = tuple(_import(path, match) for match in IMPORT.finditer(text))
    code = IMPORT.sub("", text)
    exports = tuple(match["name"] for match in EXPORT.finditer(code))
    rest = EXPORT.sub("", code)
    strange = next((line for line in OTHER.findall(rest) if not is_entry or line.startswith("import")), None)
    if strange:
        raise ScriptError(f"{path}: not a way to import or export here: {strange}")
    names = tuple(match["name"] for match in TOP.finditer(code))
    return Module(path, code if is_entry else rest, imports, exports, names)


def _import(path: Path, match: re.Match[str]) -> Import:
    names = (name.strip() for name in (match["names"] or "").split(","))
    return Import((path.parent / match["path"]).resolve(), tuple(name for name in names if name))


def _check_names(modules: Iterable[Module]) -> None:
    """Hold that no two modules have a name in common, and that all of them can be known."""
    owners: dict[str, Path] = {}
    for module in modules:
        for name in module.names:
            if name[0] in "{[":
                raise ScriptError(f"{module.path}: names taken apart at the top of a module: {name}")
            if name in owners:
                raise ScriptError(f"{module.path}: {owners[name].name} has the name {name} too")
            owners[name] = module.path


def _check_imports(module: Module, found: Mapping[Path, Module]) -> None:
    for one in module.imports:
        missing = sorted({*one.names} - {*found[one.path].exports})
        if missing:
            raise ScriptError(f"{module.path}: {one.path.name} does not export {', '.join(missing)}")
