"""Scripts put together for the browser: everything an entry asks for, once; what is not our way is refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from careerpaths.browser.assemble import ScriptError, assembled, said_by
from careerpaths.browser.files import FILES
from careerpaths.html.script_words import script_words
from careerpaths.locale import phrases_for

ENTRIES = sorted({path for path in FILES.values() if path.suffix == ".js"} | {FILES["edition.js"]})


def written(folder: Path, scripts: Mapping[str, str]) -> Path:
    """Write scripts into a folder; return the first."""
    for name, code in scripts.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(code, encoding="utf-8")
    return folder / next(iter(scripts))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: path.name)
def test_served_script_asks_for_nothing_more(entry: Path) -> None:
    """What is served is one request: no import of ours is left in it, and no comment."""
    script = assembled(entry)
    assert re.findall(r'\bfrom\s*"\.|\bimport\s*["{]', script) == []
    assert "@param" not in script


def test_module_asked_for_twice_stands_once(tmp_path: Path) -> None:
    """Two modules that import a third share it, so that what it remembers is one thing."""
    scripts = {
        "entry.js": 'import { a } from "./a.js";\nimport { b } from "./b.js";\nexport const all = [a, b];\n',
        "a.js": 'import { kept } from "./base/kept.js";\nexport const a = kept;\n',
        "b.js": 'import {\n  kept,\n} from "./base/kept.js";\nexport const b = kept;\n',
        "base/kept.js": "export const kept = new Map();\n",
    }
    assert assembled(written(tmp_path, scripts)).count("new Map()") == 1


def test_module_imported_for_what_it_does_is_there(tmp_path: Path) -> None:
    """An import without names runs the module before the entry."""
    script = assembled(written(tmp_path, {"entry.js": 'import "./a.js";\nsecond();\n', "a.js": "first();\n"}))
    assert script.index("first()") < script.index("second()")


@pytest.mark.parametrize(
    ("scripts", "said"),
    [
        ({"entry.js": 'import { a } from "./a.js";\n'}, "a.js: No such file"),
        (
            {"entry.js": 'import { a } from "./a.js";\n', "a.js": 'import { a } from "./a.js";\n'},
            "a.js → a.js: modules that import each other",
        ),
        (
            {
                "entry.js": 'import { a } from "./a.js";\n',
                "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            "a.js → b.js → a.js: modules that import each other",
        ),
        ({"entry.js": 'import { a } from "./a.js";\n', "a.js": "const a = 1;\n"}, "a.js does not export a"),
        (
            {"entry.js": 'import a from "./a.js";\n', "a.js": ""},
            'not a way to import or export here: import a from "./a.js"',
        ),
        ({"entry.js": 'import { a } from "a";\n'}, 'not a way to import or export here: import { a } from "a"'),
        ({"entry.js": 'import { a } from "./a.js";\n', "a.js": "const a = 1;\nexport { a };\n"}, "export { a }"),
        ({"entry.js": 'import { a } from "./a.js";\n', "a.js": "export let a = 1;\n"}, "export let a = 1"),
    ],
    ids=["not there", "itself", "a circle", "not exported", "a default", "not ours", "a list", "a name that changes"],
)
def test_script_that_cannot_be_assembled_is_named(tmp_path: Path, scripts: Mapping[str, str], said: str) -> None:
    """A mistake stops at the start with the script's name, not in a visitor's browser."""
    with pytest.raises(ScriptError, match=re.escape(said)):
        assembled(written(tmp_path, scripts))


def test_sentences_of_a_script_are_found_in_all_that_it_imports(tmp_path: Path) -> None:
    """Each `say("…")` counts, over several lines and with values, in the entry and in what it imports."""
    entry = {
        "entry.js": 'import { one } from "./one.js";\nsay("An entry");\nsay(\n  "Two\\u00a0words",\n  { n: one },\n);\n',
        "one.js": 'export function say(sentence) {}\nexport const one = () => say("{n} steps", { n: 1 });\n',
    }
    assert said_by(written(tmp_path, entry)) == {"An entry", "Two\u00a0words", "{n} steps"}


@pytest.mark.parametrize("code", ["say(word);", 'say("a" + "b");', "say(`a`);", "say(isNew ? 'a' : 'b');"])
def test_sentence_that_does_not_stand_in_the_script_is_refused(tmp_path: Path, code: str) -> None:
    """What is put together at run time has no translation: it stops at the start, not in a visitor's browser."""
    with pytest.raises(ScriptError, match=re.escape(f"what is said must stand there, to be translated: {code}")):
        said_by(written(tmp_path, {"entry.js": code}))


@pytest.mark.parametrize("name", ["talk.js", "unit.js"])
def test_script_gets_the_words_that_it_says_and_no_other(name: str) -> None:
    """English needs none, and no language those that are the same in it."""
    swedish = script_words(name, phrases_for("sv"))
    assert swedish["Try again"] == "Försök igen"
    assert swedish.keys() <= said_by(FILES[name])
    assert script_words(name, phrases_for("en")) == {}
