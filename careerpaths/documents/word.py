"""The plan as a Word document: real headings, header rows that repeat, its language told, and no person in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from careerpaths.documents.blocks import Facts, Heading, Paper, Prose, Room, Signatures, Table
from careerpaths.documents.clean_text import clean
from careerpaths.documents.word_style import FULL_WIDTH, QUIET, add_field, draw_grid, dress, mark_header, tell_language

TAGS = {"sv": "sv-SE", "en": "en-GB"}
DAY_LINE = Cm(5)


def word(sheet: Paper, day: date) -> bytes:
    """Return a paper of a day as a .docx."""
    document = Document()
    dress(document)
    tell_language(document, TAGS.get(sheet.language, sheet.language))
    _tell_about(document, sheet, day)
    _head(document, sheet)
    for block in sheet.blocks:
        _DRAWN[type(block)](document, block)
    _foot(document, sheet)
    saved = BytesIO()
    document.save(saved)
    return _undated(saved)


def _tell_about(document: WordDocument, sheet: Paper, day: date) -> None:
    about = document.core_properties
    about.title, about.language = sheet.title, TAGS.get(sheet.language, sheet.language)
    about.author = about.last_modified_by = "Karriärkartan"
    about.comments = about.keywords = about.subject = ""
    about.created = about.modified = datetime(day.year, day.month, day.day)
    about.revision = 1


def _head(document: WordDocument, sheet: Paper) -> None:
    if sheet.letterhead:
        _add(document, sheet.letterhead, QUIET)
    document.add_heading(clean(sheet.title), level=1)
    _add(document, sheet.lead, QUIET)


def _heading(document: WordDocument, block: Heading) -> None:
    document.add_heading(clean(block.text), level=block.level)


def _prose(document: WordDocument, block: Prose) -> None:
    paragraph = _add(document, block.text, QUIET if block.quiet else None)
    paragraph.paragraph_format.keep_with_next = block.quiet


def _facts(document: WordDocument, block: Facts) -> None:
    for label, value in block.rows:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(4))
        paragraph.paragraph_format.left_indent = Cm(4)
        paragraph.paragraph_format.first_line_indent = -Cm(4)
        paragraph.add_run(f"{label}\t", style=QUIET)
        paragraph.add_run(clean(value)).bold = True


def _table(document: WordDocument, block: Table) -> None:
    table = document.add_table(rows=0, cols=len(block.head))
    for row in (block.head, *block.rows):
        for cell, text, share in zip(table.add_row().cells, row, block.shares, strict=True):
            cell.width = int(FULL_WIDTH * share / sum(block.shares))
            cell.paragraphs[0].add_run(clean(text))
    draw_grid(table)
    mark_header(table)


def _room(document: WordDocument, block: Room) -> None:
    """Leave one empty paragraph: in Word the room grows with what is written in it."""
    document.add_paragraph()


def _signatures(document: WordDocument, block: Signatures) -> None:
    for who in block.who:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(26)
        paragraph.paragraph_format.keep_with_next = True
        _ruled(paragraph, f"{who}\t  {block.day}\t")


def _ruled(paragraph: Paragraph, text: str) -> None:
    """Write the text with lines to write on where its tabs stand."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(FULL_WIDTH - DAY_LINE, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
    stops.add_tab_stop(FULL_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run(text)


def _foot(document: WordDocument, sheet: Paper) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(FULL_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    before, _, rest = sheet.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    paragraph.add_run(f"{sheet.foot}\t{before}")
    add_field(paragraph, "PAGE")
    paragraph.add_run(between)
    add_field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _add(document: WordDocument, text: str, style: str | None = None) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(clean(text), style=style)
    return paragraph


def _undated(saved: BytesIO) -> bytes:
    """Return the document with the same parts, without the time of day it was packed."""
    packed = BytesIO()
    with ZipFile(saved) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(ZipInfo(part.filename), old.read(part), ZIP_DEFLATED)
    return packed.getvalue()


_DRAWN: dict[type[object], Callable[[WordDocument, Any], None]] = {
    Heading: _heading,
    Prose: _prose,
    Facts: _facts,
    Table: _table,
    Room: _room,
    Signatures: _signatures,
}
