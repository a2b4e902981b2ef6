"""The accessibility statement: every part that the law asks for, what is not filled in, a bad file, and its address."""

from __future__ import annotations

import gzip
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from careerpaths.checks.check import check
from careerpaths.cli import main
from careerpaths.html.pages.statement import COMPLAINT, StatementFrame, statement_page
from careerpaths.locale import phrases_for
from careerpaths.model.known_faults import FRAMEWORK
from careerpaths.model.problems import ContentError
from careerpaths.model.statement import Conformity, InaccessiblePart, Method, Statement
from careerpaths.model.text import Text
from careerpaths.reading.statement import NAME, SHIPPED, read_statement
from careerpaths.reading.store import Store
from careerpaths.single_file.document import single_file
from tests.support.cards import EVIL, filled
from tests.support.html_tree import Element, read
from tests.support.known_faults import KNOWN_FAULTS
from tests.support.models import copy_small, small
from tests.support.server import ROOT, Server

LANGUAGES = ("sv", "en")
PAGE = "/om/tillganglighet"
HERE = {"sv": "Tillgänglighetsredogörelse", "en": "Accessibility statement"}
BLANK = {"sv": "ifylls av organisationen", "en": "to be filled in by the organisation"}
BLANKS = ("statement.actor", "statement.assessed", "contact.link")

FILLED = {
    "  actor:  ": "  actor: Socialnämnden i Exempelstad  ",
    "  assessed:  ": "  assessed: 2027-01-15  ",
    "  link:  ": "  link: mailto:webben@exempelstad.se  ",
}


def shipped(language: str) -> Statement:
    """Return the statement that comes with the program."""
    return read_statement(SHIPPED, language)


def complete(language: str) -> Statement:
    """Return a statement in which nothing is left out."""
    one = InaccessiblePart(
        "one", Text("Filmen", language), Text("Den saknar text.", language), Text("Läs bladet.", language), "1.2.2"
    )
    found = shipped(language)
    return replace(
        found,
        actor=Text("Nämnden"),
        assessed=date(2027, 1, 15),
        contact=replace(found.contact, link="https://exempelstad.se/brist", phone="0123-45 67 89", who=Text("Växeln")),
        evaluation=replace(found.evaluation, by=Text("Granskarna AB"), method=Method.EXTERNAL),
        shortcomings=(one,),
        burden=(replace(one, id="two", what=Text("Det gamla", language)),),
        outside=(replace(one, id="three", what=Text("Direktsändningen", language)),),
        blanks={},
    )


def page(statement: Statement, language: str, embedded: bool = False) -> Element:
    """Return the page as elements."""
    model = small(language)
    around = StatementFrame(("../web/x/page.css",), embedded)
    return read(statement_page(statement, model, phrases_for(language), around).decode())


def below(root: Element, place: str) -> str:
    """Return the text under a heading, up to the next one."""
    text = root.find("main")[0].text
    headings = [one.text for one in root.find("h1", "h2")]
    (start,) = [one.text for one in root.find("h1", "h2") if one.attributes.get("id") == place]
    after = [one for one in headings if text.index(one) > text.index(start)]
    return text[text.index(start) : text.index(after[0]) if after else None]


# ── what the law asks for ──


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_authoritys_list_is_there(language: str) -> None:
    """Actor, service, conformity, shortcomings with reasons, both dates, method, message, complaint, both exemptions."""
    found = page(complete(language), language)
    facts = {one.text for one in found.find("dd")}
    assert facts >= {"Nämnden", "Karriärkartan"}
    assert {"sv": "delvis förenlig", "en": "partly compliant"}[language] in facts
    assert {phrases_for(language).day(date(2027, 1, 15)), phrases_for(language).day(shipped("sv").updated)} <= facts
    assert all(word in below(found, "_shortcomings") for word in ("Filmen", "Den saknar text.", "Läs bladet.", "1.2.2"))
    for place, what in (("_burden", "Det gamla"), ("_outside", "Direktsändningen")):
        assert what in below(found, place)
        assert "Den saknar text." in below(found, place)
    assert "Granskarna AB" in below(found, "_tested")
    links = {one.attributes["href"] for one in found.find("main")[0].find("a")}
    assert {COMPLAINT, "https://exempelstad.se/brist"} <= links
    assert "0123-45 67 89" in below(found, "_contact")
    assert not found.find("mark")


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_statement_tells_what_is_tested_and_what_is_not(language: str) -> None:
    """Every line of the file is on the page; the map's text equal and the lack of tests with people are said."""
    statement = shipped(language)
    text = page(statement, language).text
    for line in (*statement.aids, *statement.evaluation.tested, *statement.evaluation.untested):
        assert line in text
        assert line.lang == language
    assert {"sv": "skärmläsare", "en": "screen reader"}[language] in below(page(statement, language), "_tested")
    assert statement.conformity is Conformity.PARTLY


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_known_fault_of_the_framework_is_told(language: str) -> None:
    """What it is, why, what there is instead, and where to follow it; its own words are marked as English."""
    found = page(shipped(language), language)
    told = below(found, "_shortcomings")
    say = phrases_for(language).say
    for fault in KNOWN_FAULTS:
        assert say(fault.what) in told
        assert say(fault.reason).format(quoted=fault.quoted) in told
        assert say(fault.instead) in told
        assert fault.rule in told
        assert fault.upstream in {one.attributes["href"] for one in found.find("a")}
        assert fault.quoted in [one.text for one in found.find("span", lang="en")]
    assert FRAMEWORK in told
    assert f"streamlit=={FRAMEWORK.split()[1]} " in (ROOT / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_filled_in_is_marked(language: str) -> None:
    """Actor, date of assessment and contact each say who fills them in; nothing is made up in their place."""
    found = page(shipped(language), language)
    assert [one.text for one in found.find("mark")] == [BLANK[language]] * 3
    assert list(shipped(language).blanks) == list(BLANKS)
    half = replace(complete(language), assessed=None)
    assert len(page(half, language).find("mark")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_says_what_it_is_and_needs_no_script(language: str) -> None:
    """Language, title, one first heading, headings in order, no script, and links that keep the language."""
    found = page(shipped(language), language)
    assert found.find("html")[0].attributes["lang"] == language
    assert found.find("title")[0].text == f"{HERE[language]} – Karriärkartan"
    assert [one.tag for one in found.find("h1", "h2")] == ["h1", *["h2"] * 6]
    assert found.find("h1")[0].text == HERE[language]
    assert found.find("script") == []
    links = {one.text: one.attributes["href"] for one in found.find("header")[0].find("a")}
    kept = "" if language == "sv" else "?lang=en"
    assert links["Karriärkartan"] == f"../{kept}"
    assert links[{"sv": "Om modellen", "en": "About the model"}[language]] == f"../om{kept}"
    other = {"sv": "../om/tillganglighet?lang=en", "en": "../om/tillganglighet"}
    assert links[{"sv": "English", "en": "Svenska"}[language]] == other[language]
    skip = found.find("a")[0]
    assert skip.attributes["href"] == f"#{found.find('main')[0].attributes['id']}"


def test_page_in_a_frame_has_a_way_back_and_neither_pages_nor_foot() -> None:
    """The intranet has its own; language and frame are kept."""
    found = page(shipped("en"), "en", embedded=True)
    assert found.find("nav", "footer") == []
    assert found.find("a", kind="brand")[0].attributes["href"] == "../?lang=en&embed=true"
    assert found.find("a", kind="language")[0].attributes["href"] == "../om/tillganglighet?embed=true"


def test_nasty_texts_stay_texts() -> None:
    """With every text evil the page has the very elements that it has with harmless ones."""
    nasty: Any = filled(complete("sv"), EVIL, EVIL)
    harmless: Any = filled(complete("sv"), "vanlig text", "vanlig text")
    link = "https://exempelstad.se/"
    shapes = [page(replace(one, contact=replace(one.contact, link=link)), "sv").shape for one in (nasty, harmless)]
    assert shapes[0] == shapes[1]


# ── the single file ──


def test_single_file_has_the_statement_and_a_link_in_its_foot() -> None:
    """In both languages the foot's link leads to a section with the same parts; ids stand once."""
    models = [small(language) for language in LANGUAGES]
    root = read(single_file(models, statements=[shipped(language) for language in LANGUAGES]).decode())
    for language, at in (("sv", ""), ("en", "en_")):
        (part,) = root.find("div", data_part=language)
        (foot,) = part.find("div", kind="foot")
        assert [one.attributes["href"] for one in foot.find("a")] == [f"#{at}_accessibility"]
        (section,) = part.find("section", kind="statement")
        assert section.find("h2")[0].attributes["id"] == f"{at}_accessibility"
        assert section.find("h2")[0].text == HERE[language]
        assert len(section.find("h3")) == 6
        assert len(section.find("mark")) == 3
        assert COMPLAINT in [one.attributes["href"] for one in section.find("a")]
    ids = [one.attributes["id"] for one in root.inside() if "id" in one.attributes]
    assert sorted(set(ids)) == sorted(ids)


def test_single_file_without_a_statement_links_to_none() -> None:
    """Who makes a document of a model alone gets no dead link."""
    root = read(single_file([small()]).decode())
    assert [one for one in root.find("a") if "accessibility" in one.attributes["href"]] == []


def test_command_writes_the_statement_too(folder: Path) -> None:
    """`build` takes the statement beside the model; where that is bad nothing is written."""
    edit(folder, FILLED)
    result = CliRunner().invoke(main, ["build", "karta.html", "--data", "."])
    assert result.exit_code == 0, result.output
    assert "Socialnämnden i Exempelstad" in (folder / "karta.html").read_text(encoding="utf-8")
    edit(folder, {"conformity: partly": "conformity: nästan"})
    assert CliRunner().invoke(main, ["build", "ny.html", "--data", "."]).exit_code == 1
    assert not (folder / "ny.html").exists()


# ── the check ──


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with the small model, and the shipped statement beside it."""
    copy_small(tmp_path)
    for tag in ("", ".en"):
        shutil.copy(SHIPPED.with_name(f"accessibility{tag}.yaml"), tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(folder: Path, changes: dict[str, str], name: str = NAME) -> None:
    """Replace texts that stand in the statement's file, as an editor does that writes a new file in its place."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    fresh = file.with_suffix(".tmp")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)


def line_of(folder: Path, start: str, name: str = NAME) -> int:
    """Return the line that begins with a text."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def run(*arguments: str) -> Result:
    """Run the check."""
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.mark.parametrize("asked", ["roles.yaml", "accessibility.yaml", "accessibility.en.yaml"])
def test_check_warns_for_each_blank_until_it_is_filled_in(folder: Path, asked: str) -> None:
    """FILE:LINE for each, on standard error; the check ends well. Filled in, nothing is said."""
    result = run(asked)
    assert result.exit_code == 0, result.stdout
    warned = [line for line in result.stderr.splitlines() if line.startswith(NAME)]
    lines = [line_of(folder, f"  {key.rpartition('.')[2]}:") for key in BLANKS]
    assert [int(line.split(":")[1]) for line in warned] == lines
    for line, key in zip(warned, BLANKS, strict=True):
        assert f": varning: '{key}' är tomt" in line
    edit(folder, FILLED)
    assert NAME not in run(asked).stderr
    assert check([Path("roles.yaml")]).problems == ()


def test_shipped_statement_is_checked_by_default() -> None:
    """The files that come with the program are in order, apart from what the organisation fills in."""
    found = check([ROOT / "data" / "roles.yaml"])
    assert found.problems == ()
    assert [one.line for one in found.warnings if one.file.endswith(NAME)] == list(shipped("sv").blanks.values())
    assert [one for one in found.warnings if "accessibility.en" in one.file] == []


def test_model_without_a_statement_beside_it_is_a_warning(folder: Path) -> None:
    """Who keeps the model elsewhere is told to copy the statement there."""
    (folder / NAME).unlink()
    assert "roles.yaml:1: varning: bredvid den här filen finns ingen accessibility.yaml" in run("roles.yaml").stderr


def test_judgement_that_is_too_good_is_a_warning(folder: Path) -> None:
    """«Helt förenlig» does not go with a list of shortcomings."""
    edit(folder, {"conformity: partly": "conformity: fully"})
    line = line_of(folder, "  conformity:")
    assert (
        f"{NAME}:{line}: varning: conformity: säger att allt är tillgängligt, men brister räknas upp: 1"
        in run(NAME).stderr
    )


BAD = [
    ("conformity: partly", "conformity: partial", "  conformity:", "menade du 'partly'?"),
    ("updated: 2026-11-22", "updated: i går", "  updated:", "ska vara ett datum"),
    ("  link:  ", "  link: webben@exempelstad.se  ", "  link:", "adress"),
    ("shortcomings: {}", "shortcomings:\n  film:\n    what: Filmen", "  film:", "'why' saknas"),
    ("  method: self", "  metod: self", "  metod:", "menade du 'method'?"),
    ("burden: {}", "burden: {}\nburden: {}", "burden:", "två gånger"),
    ("statement:\n", "statement\n", "statement", ""),
    ("  service: Karriärkartan", "  service: Karriärkartan\n\tactor: x", "\tactor", ""),
    ("  actor:  ", "  actor: 17  ", "  actor:", "citattecken"),
]


@pytest.mark.parametrize(("old", "new", "start", "said"), BAD, ids=[new.strip()[:20] for _, new, _, _ in BAD])
def test_bad_line_is_a_problem_with_its_line(folder: Path, old: str, new: str, start: str, said: str) -> None:
    """The same reader as the model's: the line, what is wrong, and the likely fix; exit code 1, no traceback."""
    edit(folder, {old: new})
    result = run("roles.yaml")
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    numbers = [
        n
        for n, line in enumerate((folder / NAME).read_text(encoding="utf-8").splitlines(), 1)
        if line.startswith(start)
    ]
    assert any(f"{NAME}:{number}: " in result.stdout for number in numbers), result.stdout
    assert said in result.stdout


def test_translation_is_held_against_its_original(folder: Path) -> None:
    """A text that translates nothing is a problem; one that is missing is a warning, and is shown in Swedish."""
    english = "accessibility.en.yaml"
    edit(folder, {"  untested:": "  untestd:"}, english)
    result = run("roles.yaml")
    assert f"{english}:{line_of(folder, '  untestd:', english)}: " in result.stdout
    edit(folder, {"  service: Karriärkartan\n": "  {}\n", "  untestd:": "  untested:"}, english)
    assert f"{english}:" in run("roles.yaml").stderr
    assert read_statement(folder / NAME, "en").service.lang == "sv"


# ── the store ──


def test_good_edit_shows_and_a_bad_one_keeps_the_last_good(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Like the model: read again when saved; a broken file changes nothing and is told with its line."""
    store = Store(folder / "roles.yaml")
    assert store.snapshot().statement().actor == ""
    edit(folder, FILLED)
    good = store.snapshot().statement()
    assert good.actor == "Socialnämnden i Exempelstad"
    assert store.snapshot().problems == ()
    edit(folder, {"conformity: partly": "conformity: nästan"})
    assert store.snapshot().statement() == good
    assert [(one.file, one.line) for one in store.snapshot().problems] == [
        (str(folder / NAME), line_of(folder, "  conformity:"))
    ]
    assert NAME in caplog.text
    (folder / NAME).unlink()
    assert store.snapshot().statement() == good


def test_without_a_file_of_its_own_the_shipped_statement_is_shown(folder: Path) -> None:
    """A statement there must always be; as soon as the organisation lays its own beside the model, that one is shown."""
    kept = (folder / NAME).read_text(encoding="utf-8")
    (folder / NAME).unlink()
    store = Store(folder / "roles.yaml")
    assert (store.snapshot().statement(), store.snapshot().problems) == (shipped("sv"), ())
    (folder / NAME).write_text(kept.replace("  actor:  ", "  actor: Nämnden  "), encoding="utf-8")
    assert store.snapshot().statement().actor == "Nämnden"


@pytest.mark.parametrize(
    "content", ["", "statement: [", "\t- x", "en mening", "\x00", "&a [*a]", "statement:\n  actor: x"]
)
def test_file_that_never_was_good_gives_the_shipped_statement(folder: Path, content: str) -> None:
    """Whatever the file holds, visitors have a statement and the editor has the faults."""
    (folder / NAME).write_text(content, encoding="utf-8")
    store = Store(folder / "roles.yaml")
    assert store.snapshot().statement("en") == shipped("en")
    assert len(store.snapshot().problems) >= 1
    with pytest.raises(ContentError):
        read_statement(folder / NAME)


# ── the address ──


def test_address_sends_a_whole_page(server: Server) -> None:
    """Language, title and text are there from the first byte, and Streamlit has no part in it."""
    for query, language in (("", "sv"), ("?lang=en", "en"), ("?lang=xx", "sv"), ("?lang=en&embed=true", "en")):
        answer = server.page(f"{PAGE}{query}")
        assert answer.status == 200
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["content-language"] == language
        root = read(answer.text)
        assert root.find("html")[0].attributes["lang"] == language
        assert root.find("title")[0].text.startswith(HERE[language])
        framed = "embed" in query
        assert [one.attributes["src"].rpartition("/")[2] for one in root.find("script")] == ["height.js"] * framed
        assert ("script-src 'self'" in answer.headers["content-security-policy"]) is framed
        assert bool(root.find("nav")) is not framed


def test_address_has_headers_like_its_neighbours(server: Server) -> None:
    """No script may run, nobody strange may frame it, and the usual headers are there."""
    headers = server.page(PAGE).headers
    rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == "'self'"
    assert "script-src" not in rules
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_address_is_asked_for_again_and_costs_nothing_then(server: Server) -> None:
    """ETag, 304, HEAD, and plain or packed as asked."""
    first = server.ask(PAGE, accept="text/html", accept_encoding="gzip, deflate")
    assert first.headers["cache-control"] == "no-cache"
    for known in (first.headers["etag"], f"W/{first.headers['etag']}"):
        again = server.ask(PAGE, accept="text/html", if_none_match=known)
        assert (again.status, again.body) == (304, b"")
    head = server.ask(PAGE, method="HEAD", accept="text/html")
    assert (head.status, head.body) == (200, b"")
    plain = server.ask(PAGE)
    assert "content-encoding" not in plain.headers
    assert plain.body == gzip.decompress(first.body)


def test_rules_of_the_page_are_there(server: Server) -> None:
    """Each stylesheet has an address with a hash, and may be kept."""
    addresses = re.findall(r'rel="stylesheet" href="\.\./([^"]+)"', server.ask(PAGE).text)
    assert [one.rpartition("/")[2] for one in addresses] == ["page.css", "statement.css"]
    for address in addresses:
        assert "immutable" in server.ask(f"/{address}").headers["cache-control"]


@pytest.mark.parametrize("path", ["/tillganglighet?lang=en", "/om/tillganglighet/?lang=en"])
def test_other_spellings_lead_there(server: Server, path: str) -> None:
    """A short address for paper, and one with a slash too many; relative, so that a folder before it does no harm."""
    answer = server.page(path)
    assert answer.status == 307
    up = "" if path.startswith("/t") else "../../"
    assert answer.headers["location"] == f"{up}om/tillganglighet?lang=en"
