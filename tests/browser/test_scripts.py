"""The scripts' own rules, module by module, in Chromium without a server: tables of cases, and each module by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from careerpaths.browser.assemble import assembled
from tests.support.scripts import CASES, ROOT, SITE, Case, called, table

TABLES = sorted(path.stem for path in CASES.glob("*.json"))
HOUSE = ROOT / "careerpaths"
MODULES = sorted(HOUSE.glob("*/scripts/*/**/*.js"))
ALL = [(name, case) for name in TABLES for case in table(name)]


@pytest.mark.parametrize("case", [case for _, case in ALL], ids=[f"{name}: {case.it}" for name, case in ALL])
def test_function_gives_what_its_table_says(scripts: Page, case: Case) -> None:
    """Each row of each table in `tests/cases` holds."""
    assert called(scripts, case) == case.gives


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_module_does_nothing_before_it_is_called(scripts: Page, module: Path) -> None:
    """A module can be loaded alone, and leaves the page as it was: a test and another module can take it as it is."""
    before = scripts.content()
    names = scripts.evaluate(
        "async (address) => Object.keys(await import(address))",
        f"{SITE}{module.relative_to(HOUSE).as_posix()}",
    )
    assert names
    assert scripts.content() == before


def test_assembled_modules_keep_their_own_names(scripts: Page, tmp_path: Path) -> None:
    """Two modules may each have a name of their own for the same word, also when they stand in one script."""
    (tmp_path / "one.js").write_text('const word = "one";\nexport const one = () => word;\n', encoding="utf-8")
    (tmp_path / "two.js").write_text(
        'import { one } from "./one.js";\nconst word = "two";\nexport const both = () => [one(), word];\n',
        encoding="utf-8",
    )
    (tmp_path / "entry.js").write_text(
        'import { both as told } from "./two.js";\nimport { one } from "./one.js";\n'
        "export const word = () => [...told(), one()];\n",
        encoding="utf-8",
    )
    script = assembled(tmp_path / "entry.js")
    given = scripts.evaluate(
        "async (code) => (await import(`data:text/javascript,${encodeURIComponent(code)}`)).word()", script
    )
    assert given == ["one", "two", "one"]
