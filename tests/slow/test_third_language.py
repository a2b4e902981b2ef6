"""A third language needs only a catalogue and a data file: shown with one that is made for the purpose."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.dates import get_month_names
from click.testing import CliRunner
from docx import Document
from streamlit.testing.v1 import AppTest

from careerpaths.analysis.overview import overview
from careerpaths.app.navigation import HOME
from careerpaths.charts import pictures
from careerpaths.cli import main
from careerpaths.html.cards import legend, list_html, welcome
from careerpaths.html.pages import routes
from careerpaths.html.pages.about import PARTS, about_html, foot
from careerpaths.html.pages.comparison import comparison_html
from careerpaths.html.pages.overview import overview_html
from careerpaths.html.pages.overview_pictures import overview_pictures
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.locale import languages, phrases_for
from careerpaths.map.explorer_data import explorer_json
from careerpaths.model.model import Model
from careerpaths.reading.model import read_model
from careerpaths.settings import LOCALES, MODEL
from careerpaths.single_file.document import single_file
from careerpaths.talk.plan import Choice, Plan
from careerpaths.web import assets
from careerpaths.web.stores import store
from tests.support.apptest import MAIN, PATIENCE, given, script_of
from tests.support.html_tree import Element, read
from tests.support.models import SMALL
from tests.support.sample_plans import plan_word
from tests.support.third_language import NAME, TAG, Site, made, strange

SAME_EVERYWHERE = {
    "kr",  # an amount's unit stands in the model as it is
    "YAML", "JSON", "CSV",  # names of file kinds
    *get_month_names("wide", "format", TAG).values(),
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a folder with the third language."""
    return made(tmp_path_factory.mktemp("third"))


@pytest.fixture(autouse=True)
def _with_catalogue(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the interface find the catalogue."""
    monkeypatch.setenv(LOCALES, site.settings[LOCALES])


@pytest.fixture(scope="module")
def model(site: Site) -> Model:
    """Return the model in the third language."""
    return read_model(site.model, TAG)


def foreign(root: Element, model: Model) -> set[str]:
    """Return the words in a page that are in no way in the third language; names of sources are in none."""
    names = {
        word
        for source in model.sources
        for part in (source.id, source.place, source.title[1:-1])
        for word in strange(part)
    }
    found = {word for text, _ in root.texts() for word in strange(text)}
    return found - SAME_EVERYWHERE - names


@pytest.fixture
def unbroken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a picture's names stand on one line: one on two lines is two texts."""
    monkeypatch.setattr(pictures, "wrap", lambda name, *_, **__: [name])


def test_a_catalogue_is_enough_to_be_a_language() -> None:
    """The folder's language comes after ours; without the folder it is unknown."""
    assert languages() == ("sv", "en", TAG)
    assert phrases_for(TAG).own_name.capitalize() == NAME
    assert phrases_for(TAG).say("Clear") == "⟦Clear⟧"
    assert phrases_for(TAG).count("{n} year", "{n} years", 1) == "⟦1 year⟧"
    assert phrases_for(TAG).count("{n} year", "{n} years", 2.5) == "⟦2,5 years⟧"


def test_without_the_folder_there_is_no_third_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the third language is in the house itself."""
    monkeypatch.delenv(LOCALES)
    assert languages() == ("sv", "en")
    assert phrases_for(TAG).say("Clear") == "Clear"


def test_file_of_no_language_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stray file in the folder is no language."""
    for name in ("anteckningar.po", "xx.po", "pt-BR.po"):
        (tmp_path / name).write_text("", encoding="utf-8")
    monkeypatch.setenv(LOCALES, str(tmp_path))
    assert languages() == ("sv", "en", "pt-BR")
    assert phrases_for("pt-BR").day(date(2019, 5, 2)) == "2 de maio de 2019"
    assert phrases_for("pt-BR").own_name.startswith("português")


def test_folder_may_replace_single_texts_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An organisation that says «Nollställ» instead of «Rensa» needs one line; the rest stays."""
    (tmp_path / "sv.po").write_text('msgid "Clear"\nmsgstr "Nollställ"\n', encoding="utf-8")
    monkeypatch.setenv(LOCALES, str(tmp_path))
    assert phrases_for("sv").say("Clear") == "Nollställ"
    assert phrases_for("sv").say("Map") == "Karta"


def test_model_is_read_in_it(model: Model) -> None:
    """Every text of the model is in the third language and says so."""
    assert model.language == TAG
    assert {role.name.lang for role in model.roles} == {TAG}
    assert all(role.name.startswith("⟦") for role in model.roles)


@pytest.mark.parametrize("part", ["cards", "welcome", "legend", "about", "foot", "compared", "overview", "reach"])
@pytest.mark.usefixtures("unbroken")
def test_page_is_written_in_it(model: Model, part: str) -> None:
    """No word on the page comes from anywhere but catalogue and model, and nothing is marked as another language."""
    phrases = phrases_for(TAG)
    text = RenderContext(model, phrases, f"&lang={TAG}")
    seen = overview(model, date(2026, 11, 21))
    pages = {
        "cards": lambda: list_html(model, phrases),
        "welcome": lambda: welcome(model, phrases),
        "legend": lambda: legend(model, phrases),
        "about": lambda: "".join(about_html(text, part) for part in PARTS),
        "foot": lambda: foot(model, phrases),
        "compared": lambda: comparison_html(text, model.roles[0], model.roles[1]),
        "overview": lambda: overview_html(text, seen, overview_pictures(model, phrases, seen)),
        "reach": lambda: routes.reach_html(text, model.roles[0], 3, (), ()),
    }
    root = read(pages[part]())
    assert foreign(root, model) == set()
    assert {one.attributes["lang"] for one in root.inside() if "lang" in one.attributes} <= {TAG}


def test_text_that_lacks_a_translation_is_marked_with_its_own_language(site: Site, tmp_path: Path) -> None:
    """Where the data file has a gap the model's own text stands, marked, and the check names it."""
    other = site.copied(tmp_path)
    cut = other.translation.read_text(encoding="utf-8").replace("    ask:", "    # ask:")
    other.translation.write_text(cut, encoding="utf-8")
    root = read(list_html(read_model(other.model, TAG), phrases_for(TAG)))
    marked = {one.text for one in root.find("span", lang="sv")}
    own = read_model(other.model, "sv")
    assert marked
    assert marked <= {" ".join(role.ask.text.split()) for role in own.roles if role.ask}
    report = CliRunner().invoke(main, ["check", str(other.model)])
    assert report.exit_code == 0
    assert [line for line in report.stderr.splitlines() if "saknar översättning (1): ask" in line]


def test_explorer_is_given_words_in_it(model: Model) -> None:
    """Every sentence of the script is from the catalogue, and so are kinds, levels and filters."""
    given_ = json.loads(explorer_json(model, phrases_for(TAG)))
    assert given_["language"] == TAG
    said = [
        *given_["words"].values(),
        *(one["word"] for name in ("levels", "filters", "steps") for one in given_[name]),
    ]
    said += [one[name] for one in given_["roles"] for name in ("name", "short", "said")]
    assert [text for text in said if {*strange(text.replace("\u00ad", ""))}] == []
    assert {one["lang"] for one in given_["roles"]} == {None}


@pytest.mark.usefixtures("unbroken")
def test_single_file_holds_all_three(site: Site) -> None:
    """The edition has a part for each language and a link to each; its head is in the first."""
    html = single_file([read_model(site.model, one) for one in ("sv", "en", TAG)]).decode()
    root = read(html)
    assert [one.attributes["lang"] for one in root.find("div", kind="part")] == ["sv", "en", TAG]
    assert [one.text for one in root.find("a", kind="language")] == ["Svenska", "English", NAME]
    (part,) = root.find("div", kind="part", lang=TAG)
    assert foreign(part, read_model(site.model, TAG)) == set()


def test_command_builds_and_checks_in_it(site: Site, tmp_path: Path) -> None:
    """`build --lang fi` and `check --lang fi` know the language; a complete one has nothing missing."""
    target = tmp_path / "karta.html"
    built = CliRunner().invoke(main, ["build", str(target), "--data", str(site.folder), "--lang", TAG])
    assert built.exit_code == 0, built.output
    assert read(target.read_text(encoding="utf-8")).find("html")[0].attributes["lang"] == TAG
    checked = CliRunner().invoke(main, ["check", str(site.model), "--lang", TAG])
    assert checked.exit_code == 0
    assert checked.stdout.startswith("⟦")
    assert f"sv, en, {TAG}" in checked.stdout
    assert str(site.catalogue) not in checked.stderr
    assert str(site.translation) not in checked.stderr


def test_check_counts_what_the_catalogue_lacks(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that are not translated are a warning; a lost `{field}` is a problem, since the page would show it."""
    other = site.copied(tmp_path)
    monkeypatch.setenv(LOCALES, other.settings[LOCALES])
    text = other.catalogue.read_text(encoding="utf-8")
    assert 'msgstr "⟦Clear⟧"' in text
    other.catalogue.write_text(text.replace('msgstr "⟦Clear⟧"', 'msgstr ""'), encoding="utf-8")
    report = CliRunner().invoke(main, ["check", str(other.model), "--lang", "en"])
    assert f"{other.catalogue}:1: warning: the interface says 1 texts in English: «Clear»" in report.stderr
    assert report.exit_code == 0
    other.catalogue.write_text(text.replace("⟦{percent} per cent.⟧", "⟦{procent} per cent.⟧"), encoding="utf-8")
    report = CliRunner().invoke(main, ["check", str(other.model), "--lang", "en"])
    assert report.exit_code == 1
    assert "the translation of «{percent} per cent.» must have the same fields in braces" in report.stdout


def test_check_says_when_a_translation_has_no_catalogue(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data file alone is read, but nobody can choose its language."""
    monkeypatch.delenv(LOCALES)
    report = CliRunner().invoke(main, ["check", str(site.model)])
    assert report.exit_code == 0
    assert f"{site.translation}:1: varning: gränssnittet har inga ord på 'fi'" in report.stderr


def test_talk_is_written_in_it(model: Model) -> None:
    """The Word document says its language, and every word of it is from catalogue and model."""
    first = model.roles[0]
    role = Choice(first.id, text=first.name)
    plan = Plan(created=date(2026, 11, 21), language=TAG, model_version=model.about.version, role=role)
    word = Document(BytesIO(plan_word(plan, model)))
    assert word.core_properties.language == TAG
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "⟦" in text
    assert {*strange(text)} - SAME_EVERYWHERE == set()


# ── the app and the server ──


@pytest.fixture(scope="module")
def _shown(site: Site) -> Iterator[None]:
    """Let the pages show the model in three languages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MODEL, str(site.model))
        store.cache_clear()
        yield
    store.cache_clear()


def opened(name: str, language: str) -> AppTest:
    """Open a page in a language."""
    app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
    app.query_params["lang"] = language
    app.run()
    if name != "karta":
        app.switch_page(script_of(name)).run()
    return app


@pytest.mark.usefixtures("_shown")
@pytest.mark.parametrize("name", sorted(file.stem for file in HOME.glob("*.py") if file.stem != "__init__"))
def test_page_opens_in_it(name: str) -> None:
    """Title and head are in the third language, and nothing fails."""
    app = opened(name, TAG)
    assert not app.exception
    assert not app.error
    assert [title.value for title in app.title if {*strange(title.value)}] == []
    head: dict[str, Any] = given(app, "head")
    assert head["language"] == TAG
    assert [page["title"] for page in head["pages"] if {*strange(page["title"])}] == []


@pytest.mark.usefixtures("_shown")
@pytest.mark.parametrize(
    ("language", "others"),
    [("sv", ["English", NAME]), ("en", ["Svenska", NAME]), (TAG, ["Svenska", "English"])],
)
def test_head_offers_every_other_language(language: str, others: list[str]) -> None:
    """With three languages two are offered, in their own words."""
    head: dict[str, Any] = given(opened("om", language), "head")
    assert [one["name"] for one in head["others"]] == others


def test_catalogue_without_a_data_file_shows_the_models_own_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language of the interface alone is no fault: the words are its own, the texts the model's, and marked so."""
    shutil.copy(SMALL, tmp_path)
    monkeypatch.setenv(MODEL, str(tmp_path / SMALL.name))
    store.cache_clear()
    for language, word in ((TAG, "⟦Clear⟧"), ("en", "Clear")):
        found = assets.asset(f"model.{language}.json", store().snapshot())
        assert found
        whole = json.loads(found.body)
        assert whole["words"]["clear"] == word
        assert {role["lang"] for role in whole["roles"]} == {"sv"}
    store.cache_clear()
