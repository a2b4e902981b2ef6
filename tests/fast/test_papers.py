"""The papers of the talk, read back: PDF, Word and calendar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import icalendar
import pikepdf
import pytest
import typst
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from careerpaths.documents.blocks import Heading, Table
from careerpaths.documents.calendar_entry import follow_up_entry
from careerpaths.locale import phrases_for
from careerpaths.model.model import Model
from careerpaths.talk.papers import pdf as paper_pdf
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.plan import Choice, Direction, Outcome, Plan
from careerpaths.talk.plan_file import read_plan, to_json
from careerpaths.talk.words import OUTCOME
from tests.support.models import small
from tests.support.sample_plans import FOLLOW_UP, TODAY, marked, plan_pdf, plan_word, talk

MARKUP = "#inte_markup *stjärna* <b> $x$ </w:t> ]]> {{ x }} &amp; `kod` \\ _a_ @b =c é–” //d /*e*/ [f] ~g"
UID = "8c3f2d6e9f0b4c578a521d0c0e5f4a11"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
LANGUAGES = ("sv", "en")
WORD_TAGS = {"sv": "sv-SE", "en": "en-GB"}


def opened(plan: Plan, model: Model | None = None) -> pikepdf.Pdf:
    """Return the plan's PDF, opened."""
    return pikepdf.open(BytesIO(plan_pdf(plan, model or small(plan.language))))


def word(plan: Plan) -> WordDocument:
    """Return the plan's Word document, opened."""
    return Document(BytesIO(plan_word(plan, small(plan.language))))


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """Return the tags of the structure tree in reading order."""
    return [str(node["/S"])[1:] for node in _nodes(pdf.Root.StructTreeRoot.K)]


def _nodes(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _nodes(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _nodes(node.get("/K", pikepdf.Array()))


def pdf_words(plan: Plan) -> str:
    """Return the text of the PDF, as its fonts map it back, without white space."""
    return "".join(_shown(opened(plan).pages))


def _shown(pages: Iterable[pikepdf.Page]) -> Iterator[str]:
    for page in pages:
        letters: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                letters = _letters(page.Resources.Font[str(operands[0])])
            strings = operands[0] if str(operator) == "TJ" else operands if str(operator) == "Tj" else ()
            for string in strings:
                if isinstance(string, pikepdf.String):
                    yield from _decoded(bytes(string), letters)


def _decoded(codes: bytes, letters: dict[int, str]) -> Iterator[str]:
    for code in (codes[i : i + 2] for i in range(0, len(codes), 2)):
        yield "".join(letters.get(int.from_bytes(code), "").split())


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Return what each glyph of a font stands for, from its ToUnicode table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for code, text in re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>\s*$", table, re.MULTILINE):
        found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def together(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_is_tagged_titled_and_says_its_language(language: str) -> None:
    """The PDF says that it is tagged, which language it is in, and shows its title, not its file name."""
    with opened(talk(language)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("3", "A")
            day = {"sv": "Utvecklingsplan 21 november 2026", "en": "Development plan 21 November 2026"}[language]
            assert about["dc:title"] == day
            assert about["dc:creator"] == ["Karriärkartan"]


def test_pdf_has_headings_lists_and_tables_with_header_cells() -> None:
    """One title, headings that skip no level, a head in each table and a cell in each place."""
    plan = talk()
    blocks = paper(plan, small()).blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    with opened(plan) as pdf:
        found = Counter(tags(pdf))
        order = [int(tag[1]) for tag in tags(pdf) if re.fullmatch("H[1-6]", tag)]
    assert found["H1"] == 1
    assert found["H2"] + found["H3"] == sum(isinstance(block, Heading) for block in blocks)
    assert all(later - earlier <= 1 for earlier, later in pairwise(order))
    assert found["Table"] == found["THead"] == len(tables) == 6
    assert found["TH"] == sum(len(table.head) for table in tables)
    assert found["TD"] == sum(len(row) for table in tables for row in table.rows)
    assert found["LI"] == found["Lbl"] == found["LBody"] == 3
    assert not found["Figure"]


def test_header_cells_say_what_they_head() -> None:
    """A reader is told the column's name with each cell."""
    with opened(talk()) as pdf:
        heads = [node for node in _nodes(pdf.Root.StructTreeRoot.K) if str(node["/S"]) == "/TH"]
        assert {str(node["/A"][0]["/Scope"] if "/A" in node else "") for node in heads} == {"/Column"}


def test_signatures_are_never_alone_on_a_page() -> None:
    """Where the notes end just above the foot of a page, the day of the follow-up goes over with the names."""
    for lines in (25, 29, 33):
        with opened(replace(talk(), after="\n".join(["rad"] * lines))) as pdf:
            pages = ["".join(_shown([page])) for page in pdf.pages]
        assert any("Uppföljning21maj2027Underskrifter" in page for page in pages), lines


def test_pdf_carries_the_plan_file_unchanged() -> None:
    """What is attached is byte for byte what the plan's own file is."""
    plan = marked(talk(), MARKUP + " 😀 漢")
    with opened(plan) as pdf:
        assert list(pdf.attachments) == ["plan.json"]
        attached = pdf.attachments["plan.json"]
        assert attached.get_file().read_bytes() == to_json(plan)
        assert attached.get_file().mime_type == "application/json"
        assert str(attached.obj["/AFRelationship"]) == "/Data"


def test_pdf_is_the_same_every_time() -> None:
    """The same plan gives the same bytes, dated by the day of the talk."""
    assert plan_pdf(talk(), small()) == plan_pdf(talk(), small())
    with opened(talk()) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261121000000")


def test_pdf_is_set_in_the_open_sans_font() -> None:
    """The font comes from its package, and is embedded."""
    with opened(talk()) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert fonts
    assert all("SourceSansPro" in font for font in fonts)


def test_pdf_is_made_without_the_font_package_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the font gets the fonts that typst has inside, and no error."""
    monkeypatch.setattr(paper_pdf, "FONT_PACKAGE", "no_such_font_package")
    paper_pdf._fonts.cache_clear()
    try:
        assert read_plan(plan_pdf(talk(), small()), small()).plan == talk()
    finally:
        paper_pdf._fonts.cache_clear()


@pytest.mark.parametrize(
    "strange", ["😀", "漢字", "👩‍👧 och 👍🏽", "\ue000", "\U0001f9ff\ufdd0", "ꙮ", "\x07\x00", "\u202egnortS"]
)
def test_pdf_is_made_whatever_people_type(strange: str) -> None:
    """A sign that no font has is shown as one, and the plan that is carried keeps it."""
    plan = replace(talk(), during=f"före {strange} efter", since="räksmörgås ÅÄÖ é – ”")
    pdf = plan_pdf(plan, small())
    assert read_plan(pdf, small()).plan.during == read_plan(to_json(plan), small()).plan.during
    shown = pdf_words(plan)
    assert "räksmörgåsÅÄÖé–”" in shown
    assert "före" in shown
    assert "efter" in shown


def test_pdf_is_made_even_if_typst_complains_in_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """If typst's message is not understood, rare signs go and the rest stays."""
    monkeypatch.setattr(paper_pdf, "_NOT_IN_FONTS", re.compile("never said"))
    assert "räksmörgåsÅÄÖ" in pdf_words(replace(talk(), during="räksmörgås ÅÄÖ 😀"))


def test_any_other_fault_of_typst_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that is broken is an error, not an endless try."""
    monkeypatch.setattr(paper_pdf, "TEMPLATE", b"#panic()")
    with pytest.raises(typst.TypstError):
        plan_pdf(talk(), small())


def test_markup_stays_text_in_the_pdf() -> None:
    """Markup of any kind, in every field, is printed as it was typed."""
    plan = marked(talk(), MARKUP)
    shown = pdf_words(plan).replace("\u200b", "").replace("\u00ad", "")
    goals = len(plan.goals) + 2  # the role today and since
    in_tables = sum(len(block.rows) for block in paper(plan, small()).blocks if isinstance(block, Table))
    assert shown.count(together(MARKUP)) >= goals + in_tables
    for text in (plan.before, plan.during, plan.after, plan.since, plan.activities[-1].what, plan.questions[-1].note):
        assert together(text) in shown


def test_markup_stays_text_in_word() -> None:
    """Markup of any kind, in every field, is printed as it was typed."""
    plan = marked(talk(), MARKUP)
    document = word(plan)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    shown = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for text in (plan.before, plan.during, plan.after, plan.since, plan.activities[-1].what, plan.questions[-1].note):
        assert text in shown
    assert shown.count(MARKUP) == sum(str(block).count(repr(MARKUP)[1:-1]) for block in paper(plan, small()).blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_says_its_language_title_and_nobody(language: str) -> None:
    """Screen readers and spelling follow the language; the properties name no person."""
    document = word(talk(language))
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == WORD_TAGS[language]
    about = document.core_properties
    assert about.language == WORD_TAGS[language]
    assert about.title == paper(talk(language), small(language)).title
    assert {about.author, about.last_modified_by} == {"Karriärkartan"}
    assert about.comments == about.keywords == about.subject == ""
    assert about.created.date() == TODAY


def test_word_has_headings_in_order_and_header_rows() -> None:
    """Real heading styles, and a first row in each table that is marked as its header and repeats."""
    document = word(talk())
    levels = [int(p.style.name[-1]) for p in document.paragraphs if p.style.name.startswith("Heading")]
    blocks = paper(talk(), small()).blocks
    assert levels == [1, *(block.level for block in blocks if isinstance(block, Heading))]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(document.tables) == len(tables)
    for shown, wanted in zip(document.tables, tables, strict=True):
        marks = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in shown.rows]
        assert marks == [True] + [False] * len(wanted.rows)
        assert tuple(cell.text for cell in shown.rows[0].cells) == wanted.head
        assert [tuple(cell.text for cell in row.cells) for row in shown.rows[1:]] == [*wanted.rows]


def test_word_is_the_same_every_time_and_numbers_its_pages() -> None:
    """No time of day in the package; the page numbers are fields."""
    data = plan_word(talk(), small())
    assert data == plan_word(talk(), small())
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        assert len(package.namelist()) == len(set(package.namelist()))
        footers = "".join(package.read(name).decode() for name in package.namelist() if "footer" in name)
    assert 'w:instr="PAGE"' in footers
    assert 'w:instr="NUMPAGES"' in footers


def test_word_takes_whatever_people_paste() -> None:
    """Signs that XML cannot hold do not stop the document, and lines stay lines."""
    document = word(replace(talk(), during="a\x0bb\x00\ud800\ufffe 😀"))
    assert "a\nb\ufffd\ufffd 😀" in {paragraph.text for paragraph in document.paragraphs}


def test_supplements_stand_apart_with_year_condition_and_what_to_check() -> None:
    """An amount is never without its year, never a right, and never added up."""
    text = pdf_words(talk())
    assert together("2 000 kr per månad, uppgift från 2019 – kontrollera gällande belopp") in text
    assert together("För den som är mentor.") in text
    assert together("Att ett tillägg står här ger ingen rätt till det.") in text
    assert b"2000" not in to_json(talk())
    staying = replace(talk(), direction=Direction.STAY)
    assert "Mentorstillägg" not in pdf_words(replace(staying, questions=(), looking_back=()))


def test_supplements_of_two_roles_stand_once_each() -> None:
    """The same amount for two roles is one row that names both."""
    model = small()
    measure = replace(model.measures[0], roles=("erfaren", "mentor"))
    other = replace(model, measures=(measure,))
    rows = [block.rows for block in paper(talk(), other).blocks if isinstance(block, Table)][-1]
    assert [row[0] for row in rows] == ["Mentorstillägg\nRoll: Erfaren socialsekreterare · Mentor"]


def test_what_is_gone_is_marked_on_paper() -> None:
    """A role that the map has lost is named, and marked."""
    plan = replace(talk(), role=Choice("borta", text="Utredare", gone=True))
    assert together("Utredare (finns inte längre i kartan)") in pdf_words(plan)


def test_an_empty_plan_is_a_paper_to_write_on() -> None:
    """Without content there are no empty tables, and there is room for notes, the day and signatures."""
    plan = Plan.empty(small(), TODAY)
    with opened(plan) as pdf:
        assert Counter(tags(pdf))["Table"] == 0
    shown = pdf_words(plan)
    for word_shown in ("Inte ifyllt", "Inte bestämt än", "Under samtalet", "Uppföljning", "Medarbetare", "Chef"):
        assert together(word_shown) in shown
    assert word(plan).tables == []


def test_who_stays_reads_of_merits_and_not_of_requirements() -> None:
    """Requirement, merit and the employer's part are three different things."""
    headings = [
        b.text for b in paper(replace(talk(), direction=Direction.STAY), small()).blocks if isinstance(b, Heading)
    ]
    assert "Det här är meriterande" in headings
    assert "Det här krävs" not in headings


def test_english_paper_has_no_swedish_words_of_its_own() -> None:
    """Headings and heads are English, dates British."""
    sheet = paper(talk("en"), small("en"))
    said = [sheet.title, sheet.lead, sheet.foot, sheet.page, *(b.text for b in sheet.blocks if isinstance(b, Heading))]
    said += [head for block in sheet.blocks if isinstance(block, Table) for head in block.head]
    assert not re.search("[åäöÅÄÖ]", " ".join(said))
    assert "21 November 2026" in sheet.title


def test_the_day_of_the_year_before_stands_with_what_was_planned() -> None:
    """The look back says when it was planned and what became of it."""
    table = next(block for block in paper(talk(), small()).blocks if isinstance(block, Table))
    assert table.rows[0] == ("Läsa kurs\n20 november 2025", "Klart", "Ja!")
    assert table.rows[1][1] == "Inte besvarat"
    assert phrases_for("sv").say(OUTCOME[Outcome.DROPPED]) == "Utgår"


@pytest.mark.parametrize("language", LANGUAGES)
def test_calendar_entry_is_a_private_day_with_a_reminder_and_nobody_in_it(language: str) -> None:
    """The entry may lie in a shared calendar."""
    data = follow_up_entry(FOLLOW_UP, phrases_for(language), UID, NOW)
    calendar = icalendar.Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    (alarm,) = calendar.walk("VALARM")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (FOLLOW_UP, date(2027, 5, 22))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["class"] == "PRIVATE"
    assert event["uid"] == UID
    assert event.decoded("dtstamp") == NOW
    assert alarm.decoded("trigger") == timedelta(days=-14)
    assert alarm["action"] == "DISPLAY"
    assert not {"ATTENDEE", "ORGANIZER", "CONTACT", "LOCATION"} & {name.upper() for name in event}
    assert not re.search(rb"mentor|socialsekreterare", data, re.IGNORECASE)
    assert calendar["version"] == "2.0"
    assert max(len(line) for line in data.splitlines()) <= 75
    title = {"sv": "Uppföljning av utvecklingsplanen", "en": "Follow-up of the development plan"}[language]
    assert event["summary"] == title


def test_pdf_tells_a_language_with_its_region() -> None:
    """A tag of more than one part is taken apart for typst, and put together in the PDF."""
    with pikepdf.open(BytesIO(plan_pdf(replace(talk(), language="pt-BR"), small()))) as pdf:
        assert str(pdf.Root.Lang) == "pt-BR"
