"""The single-file edition: a whole document without script, nothing from anywhere, small, and safe to show outside."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import brotli
import pytest
from click.testing import CliRunner, Result

from careerpaths.analysis.comparison import compare
from careerpaths.analysis.routes.finder import RouteFinder
from careerpaths.cli import main
from careerpaths.html.pages.statement import COMPLAINT
from careerpaths.model.model import Model, Text
from careerpaths.model.public import without_internal
from careerpaths.model.statement import Statement
from careerpaths.reading.model import read_model
from careerpaths.reading.statement import SHIPPED, read_statement
from careerpaths.single_file.document import policy, single_file, single_files
from tests.support.builders import line
from tests.support.cards import EVIL, filled
from tests.support.html_tree import Element, read
from tests.support.known_faults import KNOWN_FAULTS
from tests.support.models import copy_small, shipped, small
from tests.support.server import Server

LANGUAGES = ("sv", "en")
LIMIT = 450_000  # bytes, packed, with both languages
SECRET = "zzhemligtzz"  # noqa: S105 - a word that nothing else says


@cache
def whole() -> bytes:
    """Return the edition of the shipped model in both languages."""
    return single_file([shipped(language) for language in LANGUAGES], statements=stated())


@cache
def stated() -> tuple[Statement, ...]:
    """Return the accessibility statement that is shipped, in both languages."""
    return tuple(read_statement(SHIPPED, language) for language in LANGUAGES)


@cache
def document() -> Element:
    """Return that edition as elements."""
    return read(whole().decode())


def part(language: str, root: Element | None = None) -> Element:
    """Return the document in one of its languages."""
    (found,) = (root or document()).find("div", data_part=language)
    return found


def data(html: bytes) -> Any:
    """Return what the script of an edition is given."""
    (found,) = read(html.decode()).find("script", id="_data")
    return json.loads("".join(text for text, _ in found.texts()))


def test_document_is_one_file_and_asks_for_nothing() -> None:
    """No element fetches anything: whatever has an address is a link that a reader chooses to follow."""
    for one in document().inside():
        assert "src" not in one.attributes, one
        assert one.tag not in ("iframe", "object", "embed", "form", "base")
        if one.tag == "link":
            assert one.attributes["href"] == "data:,"
        if one.tag == "use":
            assert one.attributes["href"].startswith("#sign-")
        assert [name for name in one.attributes if name.startswith("on") or name == "style"] == []
    (styles,) = document().find("style")
    assert not re.search(r"url\(|@import", styles.text)


def test_links_lead_within_the_document_or_where_model_and_statement_say() -> None:
    """Every anchor has its target; outside are only the vacancies, the authority, and where faults are followed."""
    ids = {one.attributes["id"] for one in document().inside() if "id" in one.attributes}
    outside = {shipped("sv").about.vacancies, COMPLAINT, *(one.upstream for one in KNOWN_FAULTS)}
    for link in document().find("a"):
        address = link.attributes["href"]
        assert address.removeprefix("#") in ids if address.startswith("#") else address in outside, address


def test_ids_are_unique() -> None:
    """In both languages together no id stands twice."""
    ids = [one.attributes["id"] for one in document().inside() if "id" in one.attributes]
    assert sorted(set(ids)) == sorted(ids)


def test_no_id_of_a_model_can_meet_one_of_the_document() -> None:
    """Ids of roles and steps hold small letters, digits, single hyphens and a full stop; the document's own hold more."""
    own = [one.attributes["id"] for one in document().inside() if "id" in one.attributes and one.tag != "article"]
    assert [one for one in own if re.fullmatch(r"(en_)?[a-z][a-z0-9.-]*", one) and not one.endswith("--benefits")] == [
        one.attributes["id"] for one in document().find("symbol")
    ]


def test_document_says_what_it_is() -> None:
    """Language, title and description stand in the head; the skip link leads to the main part."""
    (html,) = document().find("html")
    assert html.attributes["lang"] == "sv"
    assert document().find("title")[0].text == f"Karriärkartan – {shipped('sv').about.organisation}"
    assert document().find("meta", name="description")[0].attributes["content"] == shipped("sv").about.welcome
    assert len(document().find("main")) == 1
    skip = document().find("a")[0]
    assert skip.attributes["href"] == "#_content"
    assert document().find("main")[0].attributes["id"] == "_content"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_in_order(language: str) -> None:
    """One first heading a language, and no level is jumped over on the way down."""
    levels = [int(one.tag[1]) for one in part(language).find("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_and_step_is_there_with_its_anchor(language: str) -> None:
    """`#mentor` and `#erfaren.mentor` are places in the document; in the second language they begin with its tag."""
    at = "" if language == "sv" else f"{language}_"
    for kind, records in (("role", shipped(language).roles), ("step", shipped(language).steps)):
        found = part(language).find("article", kind=kind)
        assert sorted(one.attributes["id"] for one in found) == sorted(at + record.id for record in records)
    names = [one.text for one in part(language).find("h3", kind="name")]
    assert {role.name for role in shipped(language).roles} <= {*names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_document_ends_with_glossary_and_sources(language: str) -> None:
    """After the list come the words and every source with what it says; a badge points to its sources there."""
    model, found = shipped(language), part(language)
    (annex,) = found.find("div", kind="annex")
    assert [one.text for one in annex.find("dl")[0].find("dt")] == [word.word for word in model.glossary]
    sources = {
        one.attributes["id"].rpartition("_source.")[2]: one.text for one in annex.find("li") if "id" in one.attributes
    }
    assert [*sources] == [source.id for source in sorted(model.sources, key=lambda one: [*sources].index(one.id))]
    assert all(" ".join(source.text.split()) in sources[source.id] for source in model.sources)
    badges = found.find("div", kind="list")[0].find("details", kind="basis")
    assert badges
    assert all(badge.find("a") for badge in badges)


def test_each_language_is_marked() -> None:
    """The part in English says so, and the links between the languages are in the language they lead to."""
    assert part("en").attributes["lang"] == "en"
    links = document().find("a", kind="language")
    assert [(one.attributes["lang"], one.text, one.attributes["href"]) for one in links] == [
        ("sv", "Svenska", "#_top"),
        ("en", "English", "#en__top"),
    ]


def test_document_can_begin_with_either_language() -> None:
    """With English first only the order differs: places and ids are the same."""
    models = [shipped(language) for language in LANGUAGES]
    swedish, english = (read(html.decode()) for html in single_files(models, statements=stated()))
    assert [one.attributes["data-part"] for one in english.find("div", kind="part")] == ["en", "sv"]
    assert english.find("html")[0].attributes["lang"] == "en"
    assert english.find("a")[0].text == "Skip to the content"
    for language in LANGUAGES:
        assert part(language, english).shape == part(language, swedish).shape
        assert part(language, english).text == part(language, swedish).text


def test_one_language_alone_names_no_other() -> None:
    """Where only one language was asked for there is nothing to choose."""
    html = single_file([shipped("en")])
    root = read(html.decode())
    assert root.find("html")[0].attributes["lang"] == "en"
    assert len(root.find("div", kind="part")) == 1
    assert root.find("a", kind="language") == []
    assert [*data(html)["spoken"]] == ["en"]


def test_document_is_small_enough() -> None:
    """Both languages, with the drawing library, come packed in 450 kB."""
    size = len(gzip.compress(whole(), 9))
    print(f"single-file edition: {len(whole()):,} bytes, {size:,} packed")
    assert size <= LIMIT


def test_document_is_the_same_each_time() -> None:
    """The same model gives the same bytes, so that a browser may keep them."""
    assert single_file([shipped(language) for language in LANGUAGES], statements=stated()) == whole()


def test_policy_lets_only_the_documents_own_scripts_run() -> None:
    """The policy in the head names a hash for each script and for the rules, and lets nothing be fetched."""
    (meta,) = document().find("meta", http_equiv="Content-Security-Policy")
    assert meta.attributes["content"] == policy()
    rules = dict(rule.split(" ", 1) for rule in policy().split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy()
    assert "http" not in policy()
    assert len(rules["script-src"].split()) == len(
        [one for one in document().find("script") if "id" not in one.attributes]
    )


def test_routes_are_those_of_the_page() -> None:
    """For every pair of roles the script has the very legs that the page Vägar finds, or that there are none."""
    model = shipped("sv")
    finder = RouteFinder(model)
    answers = data(whole())["answers"]["ways"]
    for start, row in zip(model.roles, answers, strict=True):
        for goal, answer in zip(model.roles, row, strict=True):
            legs = [[model.steps[leg].id for leg in route["legs"]] for route in answer.get("routes", [])]
            assert legs == [[leg.id for leg in route.legs] for route in finder.routes(start.id, goal.id)]
            assert legs or answer["reason"] is not None


def test_comparisons_count_what_two_roles_share() -> None:
    """For every pair of roles and heading the script has as many common lines as the page Jämför."""
    model = shipped("sv")
    common = data(whole())["spoken"]["sv"]["common"]
    for here, row in zip(model.roles, common, strict=True):
        for there, found in zip(model.roles, row, strict=True):
            parts = compare(here, there, model).parts
            assert here is there or [len(one) for one in found[: len(parts)]] == [len(one.common) for one in parts]


# ── nothing in the model can do anything ──


CHART = re.compile(r'<svg class="chart".*?</svg>', re.S)


def test_nasty_texts_stay_texts() -> None:
    """With every text of the model evil, the document has the very elements that it has with harmless ones.

    In a picture a long name stands on more lines than a short one: there the kinds of element are the same.
    """
    made = [single_file([filled(shipped("sv"), text, text)]).decode() for text in (EVIL, "vanlig text på flera rader")]
    pictures = [{one.tag for svg in re.findall(CHART, html) for one in read(svg).inside()} for html in made]
    assert pictures[0] == pictures[1]
    nasty, harmless = (read(re.sub(CHART, "", html)) for html in made)
    assert nasty.shape == harmless.shape
    assert nasty.find("h1")[0].text == " ".join(EVIL.split())


def test_nasty_texts_cannot_leave_the_data() -> None:
    """What the script is given holds no «<», so it can neither end its element nor open a comment in it."""
    nasty = replace(
        shipped("sv"), stages=tuple(replace(one, name=Text(EVIL), short=Text(EVIL)) for one in shipped("sv").stages)
    )
    html = single_file([nasty])
    found = re.search(r'<script type="application/json" id="_data">(.*?)</script>', html.decode(), re.S)
    assert found
    assert "<" not in found[1]
    assert data(html)["spoken"]["sv"]["model"]["stages"][0]["name"] == EVIL


def test_scripts_cannot_end_themselves() -> None:
    """No script holds what would end it early or hide its end."""
    for script in re.findall(r"<script[^>]*>(.*?)</script>", whole().decode(), re.S):
        assert "<!--" not in script
        assert "sourceMappingURL" not in script


# ── the public edition ──


def marked(model: Model) -> Model:
    """Return the model with a line, a role and a step that are internal and say a word that nothing else says."""
    secret = line("secret", SECRET, internal=True)
    roles = [replace(role, benefits=(*role.benefits, secret)) for role in model.roles]
    hidden = replace(
        roles[-1], id="dold", name=Text(f"{SECRET}-roll"), short=Text(SECRET), purpose=line("p", SECRET), internal=True
    )
    first, second, *rest = model.steps
    return replace(
        model,
        roles=(*roles, hidden),
        steps=(
            replace(first, internal=True, how=line("how", SECRET)),
            replace(second, how=replace(second.how, text=Text(SECRET), internal=True)),
            *rest,
            replace(rest[0], start=roles[0].id, end="dold", how=line("how", SECRET), internal=False),
        ),
    )


def test_public_edition_says_nothing_of_what_is_internal() -> None:
    """Lines, roles and steps that are marked, and the steps to such roles, leave no word behind; the rest stays."""
    model = marked(small())
    assert SECRET.encode() in single_file([model])
    public = single_file([model], public=True)
    assert SECRET.encode() not in public
    assert b"dold" not in public
    root = read(public.decode())
    assert [one.attributes["id"] for one in root.find("article", kind="role")] == [role.id for role in small().roles]
    assert {one.attributes["id"] for one in root.find("article", kind="step")} == {
        step.id for step in small().steps[2:]
    }
    assert "publika utgåvan" in root.text


def test_public_extract_keeps_what_is_not_marked() -> None:
    """Where nothing is marked, roles, steps, measures, words and sources of roles and steps are all there."""
    model = shipped("sv")
    public = without_internal(model)
    assert public.roles == model.roles
    assert public.steps == model.steps
    assert public.measures == model.measures
    assert public.glossary == model.glossary


def test_public_extract_asks_no_question_of_the_organisation() -> None:
    """What only those who work there can answer stays with them; so do the plan and what changed over time."""
    model = shipped()
    assert model.questions
    assert model.plan
    assert model.timeline
    public = without_internal(model)
    assert (public.questions, public.plan, public.timeline) == ((), (), ())


def test_what_only_internal_lines_rest_on_goes_too() -> None:
    """A source or requirement that nothing public uses any more is not shown; neither are empty columns."""
    mentor = small().role("mentor")
    assert mentor is not None
    roles = tuple(replace(one, internal=one.id == "mentor") for one in small().roles)
    public = without_internal(replace(small(), roles=roles))
    left = {role.id for role in public.roles}
    assert "mentor" not in left
    assert all({step.start, step.end} <= left for step in public.steps)
    assert "mentorsutbildning" not in {one.id for one in public.requirements}
    assert {role.stage for role in public.roles} == {*public.stages}
    assert all({*role.beside} <= left for role in public.roles)
    assert all({*one.roles} <= left for one in public.measures)


def test_role_without_a_public_purpose_is_not_public() -> None:
    """A role cannot be shown without its purpose, so it goes with it."""
    first, *rest = small().roles
    model = replace(small(), roles=(replace(first, purpose=replace(first.purpose, internal=True)), *rest))
    assert without_internal(model).role(first.id) is None


# ── the command ──


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with the small model in a folder of its own."""
    (tmp_path / "modell").mkdir()
    copy_small(tmp_path / "modell")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def build(*arguments: str) -> Result:
    """Run `build karta.html` on the small model."""
    return CliRunner().invoke(main, ["build", "karta.html", "--data", "modell", *arguments])


def test_build_writes_the_file_and_says_its_size(folder: Path) -> None:
    """One line: name, size, size when packed, languages; and nothing else is left in the folder."""
    result = build()
    assert result.exit_code == 0
    assert re.fullmatch(
        r"karta\.html: [\d\s]+ kB, komprimerad \d+ kB; språk: sv, en\nLäst från .*roles\.yaml\.\n", result.stdout
    )
    assert sorted(file.name for file in folder.iterdir()) == ["karta.html", "modell"]
    models = [read_model(Path("modell/roles.yaml"), one) for one in LANGUAGES]
    assert (folder / "karta.html").read_bytes() == single_file(models, statements=stated())


@pytest.mark.parametrize("language", LANGUAGES)
def test_build_of_one_language(folder: Path, language: str) -> None:
    """`--lang` chooses the document's language, and the command's."""
    result = build("--lang", language)
    assert {"sv": "språk: sv", "en": "languages: en"}[language] in result.stdout
    html = (folder / "karta.html").read_text(encoding="utf-8")
    assert read(html).find("html")[0].attributes["lang"] == language


def test_build_for_the_public(folder: Path) -> None:
    """`--public` leaves out the line that the small model marks as internal."""
    internal = "Nätverk för mentorer."
    build()
    assert internal in (folder / "karta.html").read_text(encoding="utf-8")
    build("--public")
    assert internal not in (folder / "karta.html").read_text(encoding="utf-8")


def test_bad_model_gives_its_problems_and_leaves_the_old_file(folder: Path) -> None:
    """Problems are listed as by the check, the exit code is 1, and what was built before is still there."""
    build()
    before = (folder / "karta.html").read_bytes()
    file = folder / "modell" / "roles.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("to: enhetschef", "to: enhetchef", 1), encoding="utf-8")
    result = build()
    assert result.exit_code == 1
    assert result.stdout == CliRunner().invoke(main, ["check", str(Path("modell/roles.yaml"))]).stdout
    assert (folder / "karta.html").read_bytes() == before
    assert sorted(one.name for one in folder.iterdir()) == ["karta.html", "modell"]


def test_missing_model_is_said_in_a_sentence(folder: Path) -> None:
    """A folder without a model gives the check's sentence, not a traceback."""
    result = CliRunner().invoke(main, ["build", "karta.html", "--data", "finns-inte"])
    assert result.exit_code == 1
    assert "finns-inte" in result.stdout
    assert isinstance(result.exception, SystemExit)


def test_place_that_cannot_be_written_is_said_in_a_sentence(folder: Path) -> None:
    """A folder that is not there gives a sentence and exit code 1."""
    result = CliRunner().invoke(main, ["build", "finns-inte/karta.html", "--data", "modell"])
    assert result.exit_code == 1
    assert "gick inte att skriva" in result.stderr
    assert isinstance(result.exception, SystemExit)


# ── the address /embed ──


def test_embed_sends_the_document(server: Server) -> None:
    """Whatever place is asked for, the address gives the same document, complete before any script."""
    answer = server.page("/embed")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.body == whole()
    for query in ("?role=mentor", "?step=erfaren.mentor", "?view=list", "?role=%3Cscript%3E", "?lang=xx"):
        assert server.page(f"/embed{query}").headers["etag"] == answer.headers["etag"], query
    assert "written by the server itself" not in server.log.read_text(encoding="utf-8")


def test_embed_has_the_asked_language_first(server: Server) -> None:
    """`?lang=en` gives the same document with English first, so that it is right before any script runs."""
    answer = server.page("/embed?lang=en")
    root = read(answer.text)
    assert answer.headers["content-language"] == "en"
    assert root.find("html")[0].attributes["lang"] == "en"
    assert [one.attributes["data-part"] for one in root.find("div", kind="part")] == ["en", "sv"]


def test_embed_is_packed_only_when_asked(server: Server) -> None:
    """Who takes no packing gets it plain; all say that the packing decides."""
    plain, gzip_body, pressed = (server.ask("/embed", accept_encoding=way) for way in ("identity", "gzip", "gzip, br"))
    assert [one.headers.get("content-encoding") for one in (plain, gzip_body, pressed)] == [None, "gzip", "br"]
    assert plain.body == gzip.decompress(gzip_body.body) == brotli.decompress(pressed.body) == whole()
    for answer in (plain, gzip_body, pressed):
        assert {*answer.headers["vary"].split(", ")} == {"Accept-Encoding"}


def test_embed_is_asked_for_again_and_costs_nothing_then(server: Server) -> None:
    """The document may be kept but must be asked for; an unchanged one is answered without a body."""
    first = server.page("/embed")
    assert first.headers["cache-control"] == "no-cache"
    for known in (first.headers["etag"], f"W/{first.headers['etag']}", f'"other", {first.headers["etag"]}'):
        again = server.ask("/embed", accept="text/html", if_none_match=known)
        assert (again.status, again.body) == (304, b"")
    assert server.ask("/embed", if_none_match='"other"').status == 200


def test_embed_has_a_policy_of_its_own(server: Server) -> None:
    """Its own scripts only, and framed by those that the server names; the other headers are as everywhere."""
    answer = server.page("/embed")
    assert answer.headers["content-security-policy"] == f"{policy()}; frame-ancestors 'self'"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_head_of_embed_has_no_body(server: Server) -> None:
    """A proxy may ask for the head alone."""
    answer = server.ask("/embed", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")
