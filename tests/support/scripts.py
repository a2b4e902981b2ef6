"""Our scripts' modules in Chromium, without a server; and the tables of cases in `cases/`.

A table is `{"module": …, "cases": [{"it": …, "call": …, "given": […], "gives": …}]}`; `classes` is the module of those
that are given, where it is another. What JSON has no words for is written `{"$set": […]}`, `{"$map": {…}}`, `{"$query": "a=1"}`, `{"$new": ["Class", …]}` and `{"$undefined": true}`.
A rule that Python has too is held to the same table in `test_cases.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parents[1] / "cases"
SITE = "http://scripts.test/"  # no such site: every request is answered here
CALL = """async ([address, classes, name, given]) => {
  const [module, made] = [await import(address), await import(classes)];
  const read = (value) => {
    if (Array.isArray(value)) return value.map(read);
    if (value === null || typeof value !== "object") return value;
    if ("$set" in value) return new Set(read(value.$set));
    if ("$map" in value) return new Map(Object.entries(read(value.$map)));
    if ("$query" in value) return new URLSearchParams(value.$query);
    if ("$new" in value) return new made[value.$new[0]](...read(value.$new.slice(1)));
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, read(part)]));
  };
  const written = (value) => {
    if (value === undefined) return { $undefined: true };
    if (value instanceof Set) return { $set: [...value] };
    if (value instanceof URLSearchParams) return { $query: String(value) };
    if (Array.isArray(value)) return value.map(written);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)]));
  };
  return written(module[name](...read(given)));
}"""


@dataclass(frozen=True)
class Case:
    """One row of a table: which function of which module is given what, and what it gives."""

    it: str
    module: str
    classes: str
    call: str
    given: list[Any]
    gives: Any


def table(name: str) -> list[Case]:
    """Return the cases of one table."""
    read = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    modules = {"module": read["module"], "classes": read.get("classes", read["module"])}
    return [Case(**modules, **case) for case in read["cases"]]


def answer(route: Route) -> None:
    """Answer a request with a file of ours, as it stands in the house."""
    path = ROOT / "careerpaths" / route.request.url.removeprefix(SITE)
    if path.suffix == ".js":
        route.fulfill(body=path.read_text(encoding="utf-8"), content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><title>scripts</title>", content_type="text/html")


def called(page: Page, case: Case) -> Any:
    """Return what the function of a case gives in the browser."""
    return page.evaluate(CALL, [f"{SITE}{case.module}", f"{SITE}{case.classes}", case.call, case.given])
