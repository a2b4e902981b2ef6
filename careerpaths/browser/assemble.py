"""Bundle a script with every module it imports into one minified ES module.

So running the product needs no build step, and a page makes one request for each entry. Each imported module keeps its
own scope and exports by name; `vendor/` holds other people's, as they ship them: `import { default as Name } from …`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import rjsmin

IMPORT = re.compile(r'^import\s+(?:\{(?P<names>[^}]*)\}\s*from\s*)?"(?P<path>\.{1,2}/[^"]+)";\n', re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const)\b\*? ?(?P<name>[\w$]+))", re.M)
DEFAULT = re.compile(r"^export \{ (?P<name>\w+) as default \};$", re.M)
OTHER = re.compile(r"^(?:import\b(?!\s*\()|export\b).*", re.M)
RENAMED = re.compile(r"\s+as\s+")
SAID = re.compile(r'(?<![\w.$])(?<!function )say\((?:\s*(?P<text>"(?:[^"\\\n]|\\.)*")\s*[,)])?')


class ScriptError(ValueError):
    """A script that cannot be assembled or translated; says which and why."""


class Import(NamedTuple):
    """An import statement: the module and the names between its braces."""

    path: Path
    names: tuple[str, ...]


class Module(NamedTuple):
    """One script: its code without imports, what it imports, and what it exports under which name."""

    path: Path
    code: str
    imports: tuple[Import, ...]
    exports: dict[str, str]


def assembled(entry: Path) -> str:
    """Return a script with all modules it imports as one minified module with the entry's exports.

    Raises ScriptError for a module that is not there, imports in a circle, a name that is not exported, and ways to
    import and export that are not ours.
    """
    found: dict[Path, Module] = {}
    _follow(entry.resolve(), found, ())
    numbers = {path: f"$module{number}" for number, path in enumerate(found)}
    *inner, last = found.values()
    parts = [_scope(module, numbers, found) for module in inner]
    return str(rjsmin.jsmin("\n".join((*parts, _taken(last, numbers, found), last.code))))


@cache
def said_by(entry: Path) -> frozenset[str]:
    """Return every sentence that a script and all that it imports say: the English of `say("…")`, word for word.

    Raises ScriptError as `assembled` does, and for a `say` of anything but a sentence that stands there.
    """
    found: dict[Path, Module] = {}
    _follow(entry.resolve(), found, ())
    return frozenset(text for module in found.values() for text in said_in(module.code, module.path))


def said_in(code: str, path: Path) -> Iterator[str]:
    """Yield the sentences that one script says; see `said_by`."""
    for said in SAID.finditer(code):
        if said["text"] is None:
            raise ScriptError(f"{path}: what is said must stand there, to be translated: {code[said.start() :][:60]}")
        yield json.loads(said["text"])


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
    exports = {match["name"]: match["name"] for match in EXPORT.finditer(code)}
    if default := DEFAULT.search(code):
        exports["default"] = default["name"]
    rest = DEFAULT.sub("", EXPORT.sub("", code))
    strange = next((line for line in OTHER.findall(rest) if not is_entry or line.startswith("import")), None)
    if strange:
        raise ScriptError(f"{path}: not a way to import or export here: {strange}")
    return Module(path, code if is_entry else rest, imports, exports)


def _import(path: Path, match: re.Match[str]) -> Import:
    names = (name.strip() for name in (match["names"] or "").split(","))
    return Import((path.parent / match["path"]).resolve(), tuple(name for name in names if name))


def _scope(module: Module, numbers: dict[Path, str], found: dict[Path, Module]) -> str:
    """Return a module wrapped in a function that is called once and returns its exports."""
    own = numbers[module.path]
    code = f"{_taken(module, numbers, found)}\n{module.code}"
    exports = ", ".join(f"{name}: {local}" for name, local in module.exports.items())
    return f"const {own} = (() => {{\n{code}\nreturn {{{exports}}};\n}})();"


def _taken(module: Module, numbers: dict[Path, str], found: dict[Path, Module]) -> str:
    """Return a module's imports as names taken from those before it."""
    for path, names in module.imports:
        missing = {RENAMED.split(name)[0] for name in names} - found[path].exports.keys()
        if missing:
            raise ScriptError(f"{module.path}: {path.name} does not export {', '.join(sorted(missing))}")
    taken = ((", ".join(RENAMED.sub(": ", name) for name in names), path) for path, names in module.imports)
    return "\n".join(f"const {{ {names} }} = {numbers[path]};" for names, path in taken if names)
