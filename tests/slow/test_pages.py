"""The pages as Streamlit runs them, without a browser: title, language, and what a broken model does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerpaths.app.controls import address_widgets
from careerpaths.app.navigation import HOME
from careerpaths.locale import languages, phrases_for
from careerpaths.settings import MODEL
from careerpaths.web.stores import store
from tests.support.apptest import MAIN, PATIENCE, data_of, given, script_of
from tests.support.html_tree import Element, read
from tests.support.models import copy_small
from tests.support.server import ROOT

Opened = Callable[..., AppTest]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the pages show a small model of which the test may write every line."""
    file = copy_small(tmp_path, "small")
    monkeypatch.setenv(MODEL, str(file))
    store.cache_clear()
    yield file
    store.cache_clear()


@pytest.fixture
def opened(model: Path) -> Opened:
    """Return a way to open a page: its script's name, its query, and whether it is in a frame."""

    def open_page(name: str, embedded: bool = False, **query: str) -> AppTest:
        app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
        app.query_params.update(query)
        app.context["is_embedded"] = embedded
        app.run()
        if name != "karta":
            app.switch_page(script_of(name)).run()
        return app

    return open_page


def told(app: AppTest) -> str:
    """Return everything the page says: texts, faults, and the text of our components."""
    parts = [
        str(one.value)
        for kind in (app.title, app.header, app.markdown, app.error, app.warning, app.info)
        for one in kind
    ]
    for one in app.main:
        parts.append(read(data_of(one).get("html", "")).text)
        if one.type == "html":
            parts.append(read(one.proto.body).text)
    return "\n".join(parts)


@pytest.mark.parametrize("name", sorted(file.stem for file in HOME.glob("*.py") if file.stem != "__init__"))
@pytest.mark.parametrize(("language", "embedded"), [("sv", False), ("en", True)])
def test_page_opens_in_every_language_and_in_a_frame(opened: Opened, name: str, language: str, embedded: bool) -> None:
    """No page fails, whichever language and wherever it is shown."""
    app = opened(name, embedded, lang=language)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize(("language", "titles"), [("sv", ("Karta", "Om modellen")), ("en", ("Map", "About the model"))])
def test_head_names_the_pages_in_the_visitors_language(opened: Opened, language: str, titles: tuple[str, str]) -> None:
    """The head lists the pages, marks the one that is shown, and offers the other language."""
    for name, title in zip(("karta", "om"), titles, strict=True):
        head = given(opened(name, lang=language), "head")
        pages = [(page["title"], page["current"]) for page in head["pages"]]  # type: ignore[attr-defined]
        assert (title, True) in pages
        assert [current for _, current in pages].count(True) == 1
        assert head["language"] == language
        offered = [one["id"] for one in head["others"]]  # type: ignore[attr-defined]
        assert offered == [one for one in languages() if one != language]


@pytest.mark.parametrize(("language", "title"), [("sv", "Om modellen"), ("en", "About the model")])
def test_about_tells_of_the_model(opened: Opened, language: str, title: str) -> None:
    """Title and whose it is; each part has an address of its own, and its tab is marked."""
    headings = {
        "": "How we handle data",
        "sources": "Sources",
        "glossary": "Glossary",
        "embed": "Send this to IT",
        "data": "Take the model home",
        "verify": "Examples by role",
        "finns-inte": "Who keeps the map",
    }
    for part, heading in headings.items():
        app = opened("om", lang=language, **({"part": part} if part else {}))
        assert [one.value for one in app.title] == [title]
        assert phrases_for(language).say(heading) in told(app)
        (tab,) = read(given(app, "about")["html"]).find("a", aria_current="page")  # type: ignore[arg-type]
        assert tab.attributes["href"].count("part=") == (part not in ("", "finns-inte"))
    assert "Exempelstad" in told(opened("om"))


def test_address_from_when_the_page_was_one_still_gives_the_code(opened: Opened) -> None:
    """A bookmark with a role or a view leads to the part about embedding; in a frame there is none."""
    assert "role=mentor" in str(given(opened("om", role="mentor"), "frame-code")["html"])
    assert [getattr(one, "key", None) for one in opened("om", embedded=True, role="mentor").main].count(
        "embedding"
    ) == 0


@pytest.mark.parametrize("asked", ["xx", "", "SV", "<script>", "sv-SE", "../sv"])
def test_unknown_language_is_swedish(opened: Opened, asked: str) -> None:
    """A language nobody speaks gives the default, not a fault."""
    app = opened("om", lang=asked)
    assert not app.exception
    assert [one.value for one in app.title] == ["Om modellen"]


@pytest.mark.parametrize("name", sorted(file.stem for file in HOME.glob("*.py") if file.stem != "__init__"))
@pytest.mark.parametrize(("language", "embedded"), [("sv", False), ("en", True)])
def test_every_page_leads_to_the_accessibility_statement(
    opened: Opened, name: str, language: str, embedded: bool
) -> None:
    """The last thing on each page is a link that keeps language and frame; in a frame it is all there is of a foot."""
    last = list(opened(name, embedded, lang=language).main)[-1]
    (link,) = read(last.proto.body).find("a")
    query = "?lang=en&embed=true" if embedded else ""
    assert link.attributes["href"] == f"om/tillganglighet{query}"
    assert link.text == {"sv": "Tillgänglighetsredogörelse", "en": "Accessibility statement"}[language]


def test_page_about_the_model_lists_the_faults_of_the_statement(opened: Opened, model: Path) -> None:
    """A bad edit of the statement is told where one of the model is, with its line."""
    (model.parent / "accessibility.yaml").write_text("statement:\n  service: x\n", encoding="utf-8")
    assert "accessibility.yaml:1" in told(opened("om"))


def test_embedded_page_has_a_slim_head_and_no_foot(opened: Opened) -> None:
    """Pages and language can be reached; the foot is the intranet's own."""
    app = opened("om", embedded=True)
    assert [getattr(one, "key", None) for one in app.main].count("head") == 1
    assert "Kartan är information" not in told(app)


def test_map_is_told_where_its_parts_are(opened: Opened) -> None:
    """Script, rules and model have addresses with a hash, relative to the page."""
    data = given(opened("karta"), "explorer")
    for name in ("script", "styles", "model"):
        assert str(data[name]).startswith("web/")
    assert data["embedded"] in (False, None)
    assert given(opened("karta", embedded=True), "explorer")["embedded"] is True


def test_links_of_a_card_keep_language_and_frame(opened: Opened) -> None:
    """Who reads in English in a frame goes on so."""
    for address in given(opened("karta", embedded=True, lang="en"), "explorer")["links"].values():  # type: ignore[attr-defined]
        assert "lang=en" in address
        assert "embed=true" in address


def test_good_edit_shows_at_the_next_run(opened: Opened, model: Path) -> None:
    """The file is read again when it has changed; nobody restarts anything."""
    app = opened("om")
    before = given(opened("karta"), "explorer")["model"]
    model.write_text(model.read_text(encoding="utf-8").replace("Exempelstad", "Nystad"), encoding="utf-8")
    app.run()
    assert not app.exception
    assert "Nystad" in told(app)
    assert "Exempelstad" not in read(given(app, "about")["html"]).text  # type: ignore[arg-type]
    assert given(opened("karta"), "explorer")["model"] != before


def test_broken_edit_keeps_the_last_good_model_and_is_listed(opened: Opened, model: Path) -> None:
    """Visitors go on reading; the page about the model lists every fault with its line, until the file is mended."""
    app = opened("om")
    good = model.read_text(encoding="utf-8")
    lines = good.splitlines()
    first = next(number for number, line in enumerate(lines, 1) if "stage: i-yrket" in line)
    second = next(number for number, line in enumerate(lines, 1) if line.strip() == "kind: assignment")
    lines[first - 1] = lines[first - 1].replace("i-yrket", "i-yrkett")
    lines[second - 1] = lines[second - 1].replace("assignment", "uppdrag")
    model.write_text("\n".join(lines), encoding="utf-8")
    app.run()
    assert not app.exception
    text = told(app)
    assert "Exempelstad" in text
    for line in (first, second):
        assert f"{model.name}:{line}" in text
    assert "i-yrkett" in text
    model.write_text(good, encoding="utf-8")
    app.run()
    assert f"{model.name}:{first}" not in told(app)


def test_broken_edit_leaves_the_map_as_it_was(opened: Opened, model: Path) -> None:
    """The map's model keeps its address, so nothing flickers and nothing is fetched again."""
    app = opened("karta")
    before = given(app, "explorer")["model"]
    model.write_text("roles: [", encoding="utf-8")
    app.run()
    assert not app.exception
    assert given(app, "explorer")["model"] == before


def answered() -> None:
    """Do what `st.App` does when a page raises: hand the error to `show_error_page`."""
    from careerpaths.app.error_page import show_error_page
    from careerpaths.app.page_context import current_visit

    try:
        current_visit()
    except Exception as error:
        show_error_page(error)


def failing() -> None:
    """Be a page with a fault of the program."""
    from careerpaths.app.error_page import show_error_page

    show_error_page(ValueError("C:/hemligt/spår.py line 7"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("sv", "Modellen går inte att läsa"), ("en", "The model cannot be read")],
)
def test_model_that_never_was_good_is_said_with_every_fault(model: Path, language: str, sentence: str) -> None:
    """A sentence and every line with a fault, never a traceback."""
    text = (
        model.read_text(encoding="utf-8")
        .replace("kind: assignment", "kind: uppdrag")
        .replace("  updated: 2026-11-21", "  updated: i går")
    )
    model.write_text(text, encoding="utf-8")
    app = AppTest.from_function(answered, default_timeout=PATIENCE)
    app.query_params["lang"] = language
    app.run()
    assert not app.exception
    assert sentence in app.error[0].value
    lines = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if ("uppdrag" in line and "kind" in line) or "i går" in line
    ]
    assert {f"{model.name}:{line}" for line in lines} <= {place.text for place in listed(app)}


def listed(app: AppTest) -> list[Element]:
    """Return the places of the faults that the page lists."""
    (body,) = (one.proto.body for one in app.main if one.type == "html")
    return read(body).find("code")


@pytest.mark.parametrize("content", ["", "roles: [", "\t- x", "- en lista", "en mening", "\x00", "&a [*a]"])
def test_whatever_the_file_holds_the_visitor_is_answered(model: Path, content: str) -> None:
    """Empty, cut off, not YAML: the sentence, and at least one fault."""
    model.write_text(content, encoding="utf-8")
    app = AppTest.from_function(answered, default_timeout=PATIENCE).run()
    assert not app.exception
    assert "Modellen går inte att läsa" in app.error[0].value
    assert len(listed(app)) >= 1


def test_nothing_loads_the_libraries_of_tables() -> None:
    """Streamlit's tables would load pandas and pyarrow, half a second and 80 MB; our own templates do not."""
    code = (
        "import os, sys, app\n"
        "from streamlit.testing.v1 import AppTest\n"
        "from careerpaths.web.stores import store\n"
        f"for page in {[file.stem for file in HOME.glob('[a-z]*.py')]}:\n"
        f"    shown = AppTest.from_file({str(MAIN)!r}, default_timeout={PATIENCE}).run()\n"
        f"    assert not shown.switch_page(f'{HOME.name}/{{page}}.py').run().exception\n"
        "os.environ['KARRIARKARTAN_MODEL'] = os.devnull\n"
        "store.cache_clear()\n"
        f"from tests.slow.test_pages import answered\n"
        f"assert AppTest.from_function(answered, default_timeout={PATIENCE}).run().error\n"
        "print(sorted({'pandas', 'pyarrow'} & set(sys.modules)))\n"
    )
    path = os.pathsep.join(map(str, (ROOT, ROOT / "tests")))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True
    )
    assert done.stdout == "[]\n", done.stderr


def test_file_that_is_not_there_is_answered_too(model: Path) -> None:
    """A missing file is a fault like any other."""
    model.unlink()
    app = AppTest.from_function(answered, default_timeout=PATIENCE).run()
    assert "Modellen går inte att läsa" in app.error[0].value


def test_fault_of_the_program_shows_a_sentence_and_no_secret(model: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The visitor reads a sentence; what went wrong stands in the server's log."""
    app = AppTest.from_function(failing, default_timeout=PATIENCE).run()
    assert not app.exception
    assert "hemligt" not in told(app)
    assert "Traceback" not in told(app)
    assert "hemligt" in caplog.text


# ── what is chosen lives in the address ──


def chosen(app: AppTest) -> dict[str, str]:
    """Return the value of every control that lives in the address, by its name there."""
    fields = [data_of(one) for one in app.main if str(getattr(one, "key", "")).endswith("-field")]
    picked = {str(one["id"]): str(one["chosen"]) for one in fields}
    ticked = {str(one.key): str(one.value) for one in app.radio}
    return {name.removeprefix("choose-"): value for name, value in (picked | ticked).items()}


@pytest.fixture
def pick(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a way to choose in fields of ours: their browser's part is not there, so its answers are put in its place.

    Streamlit hears an answer before it runs the page: here that is when the page's first field is made.
    """
    answers: dict[str, str] = {}
    heard: dict[str, Callable[[], None]] = {}
    field, first = address_widgets._PICKER, address_widgets.choose

    def listening(key: str, data: object, picked: Callable[[], None]) -> object:
        heard[key] = picked
        return field(key, data, picked=picked)

    def hearing(*asked: Any, **settings: Any) -> str:
        for key in [*answers]:
            heard[key]()
        return first(*asked, **settings)

    def choose(app: AppTest, name: str, value: str) -> None:
        answers[f"choose-{name}-field"] = value
        app.run()

    monkeypatch.setattr(address_widgets, "_PICKER", listening)
    monkeypatch.setattr(address_widgets, "_answer", answers.pop)
    monkeypatch.setattr(address_widgets, "choose", hearing)
    return choose


@pytest.mark.parametrize(
    ("page", "name"),
    [("vagar", "from"), ("vagar", "to"), ("jamfor", "a"), ("jamfor", "b"), ("samtal", "role"), ("om", "role")],
)
def test_role_that_is_not_on_the_map_is_said(opened: Opened, page: str, name: str) -> None:
    """Whoever follows an old link reads why another role is shown, or none; the map's own script says it there."""
    app = opened(page, **{name: "borttagen"})
    assert [one.value for one in app.warning if "”borttagen” finns inte på kartan" in one.value]
    assert not list(opened(page, **{name: "mentor"}).warning)


def test_choice_made_before_the_address_has_come_back_is_kept(opened: Opened, pick: Callable[..., None]) -> None:
    """Two quick choices: the second is asked with an address that does not hold the first yet, and both count."""
    app = opened("vagar")
    pick(app, "from", "vfu-student")
    app.query_params.clear()  # what a slow connection asks with
    pick(app, "to", "erfaren")
    wanted = {"from": "vfu-student", "to": "erfaren"}
    assert {name: chosen(app)[name] for name in wanted} == wanted
    assert {name: app.query_params[name] for name in wanted} == wanted


def test_other_ends_begin_with_the_first_route_again(opened: Opened, pick: Callable[..., None]) -> None:
    """Which of the routes is told belongs to the two roles it was asked for."""
    app = opened("vagar", **{"from": "nyexaminerad", "to": "enhetschef", "route": "2"})
    pick(app, "to", "mentor")
    assert dict(app.query_params) == {"from": "nyexaminerad", "to": "mentor"}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({}, "routes"),
        ({"from": "mentor"}, "reach"),
        ({"tab": "way", "from": "mentor"}, "routes"),
        ({"from": "mentor", "to": "specialist", "years": "3"}, "routes"),
        ({"tab": "reach", "from": "mentor", "to": "specialist"}, "reach"),
    ],
)
def test_address_opens_the_tab_it_asks_for(opened: Opened, query: dict[str, str], shown: str) -> None:
    """By name, or by what it asks: who names only a start asks where it leads. Older addresses name both ends."""
    app = opened("vagar", **query)
    keys = {getattr(one, "key", None) for one in app.main}
    assert keys & {"routes", "reach"} == {shown}


def test_choices_for_a_frames_code_live_in_the_address(opened: Opened) -> None:
    """View and language are read from it and written into it; the page's own language is not touched."""
    app = opened("om", **{"frame-view": "list"})
    assert chosen(app)["frame-view"] == "list"
    app.radio(key="choose-frame-lang").set_value("en").run()
    assert app.query_params["frame-lang"] == "en"
    assert "lang" not in app.query_params
    code = str(given(app, "frame-code")["html"])
    assert "view=list" in code
    assert "lang=en" in code


def test_back_undoes_a_choice(opened: Opened, pick: Callable[..., None]) -> None:
    """An address that changes without a press on the page is the visitor's Back: the field follows."""
    app = opened("vagar", tab="way")
    before = chosen(app)["from"]
    pick(app, "from", "vfu-student")
    assert chosen(app)["from"] == "vfu-student" != before
    app.query_params.clear()
    app.query_params.update(tab="way")
    app.run()
    assert chosen(app)["from"] == before
    pick(app, "to", "erfaren")
    assert "from" not in app.query_params, "what was undone comes back"
