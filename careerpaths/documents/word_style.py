"""What python-docx has no word for: the look of the document, its language, header rows and page numbers."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

FONT = "Calibri"
QUIET = "Quiet"
BLUE = RGBColor(0x0B, 0x3A, 0x66)
INK = RGBColor(0x1C, 0x28, 0x33)
GREY = RGBColor(0x4A, 0x58, 0x66)
MARGIN = Cm(2.4)
FULL_WIDTH = Length(Cm(21) - 2 * MARGIN)
CELL_AIR = "80"
AFTER_HYPHENATION = ("w:characterSpacingControl", "w:compat")
NEWEST = "15"
HEADINGS = {1: (21, BLUE, 4), 2: (14, BLUE, 18), 3: (11, INK, 10)}


def dress(document: WordDocument) -> None:
    """Give the document an A4 page, one calm font and quiet colours."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = MARGIN
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2.4)
    _font(document, "Normal", 11, INK)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    for level, (size, colour, before) in HEADINGS.items():
        _font(document, f"Heading {level}", size, colour)
        document.styles[f"Heading {level}"].paragraph_format.space_before = Pt(before)
        document.styles[f"Heading {level}"].paragraph_format.space_after = Pt(5)
    _font(document, "Footer", 9, GREY)
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    _modernise(document)
    quiet = document.styles.add_style(QUIET, WD_STYLE_TYPE.CHARACTER)
    quiet.font.color.rgb = GREY


def _modernise(document: WordDocument) -> None:
    """Let Word divide long words, and open the document as one of its own time."""
    settings = document.settings.element
    settings.insert_element_before(OxmlElement("w:autoHyphenation"), *AFTER_HYPHENATION)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), NEWEST)


def _font(document: WordDocument, style: str, size: int, colour: RGBColor) -> None:
    """Set a style's font for every script, also where the template points to its theme."""
    font = document.styles[style].font
    font.name, font.size, font.color.rgb = FONT, Pt(size), colour
    fonts = font.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)


def tell_language(document: WordDocument, tag: str) -> None:
    """Say which language the whole document is in, such as sv-SE."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), tag)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), tag)


def mark_header(table: Table) -> None:
    """Make the first row the header that repeats on each page, and keep every row on one page."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    first = table.rows[0]
    first._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in first.cells:
        cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill="EEF3F8"))
        for run in cell.paragraphs[0].runs:
            run.bold = True


def draw_grid(table: Table) -> None:
    """Draw thin lines between the rows, give the cells air, and tell how wide the columns are."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side, size, colour in (("top", "8", "0B3A66"), ("bottom", "4", "B5C0CA"), ("insideH", "4", "B5C0CA")):
        borders.append(_element(f"w:{side}", val="single", sz=size, space="0", color=colour))
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(_element(f"w:{side}", w=CELL_AIR, type="dxa"))
    indent = _element("w:tblInd", w=CELL_AIR, type="dxa")
    for new in (indent, borders, _element("w:tblLayout", type="fixed"), margins):
        properties.insert_element_before(new, "w:tblLook")
    for column, cell in zip(table.columns, table.rows[0].cells, strict=True):
        column.width = cell.width
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word works out, such as PAGE."""
    field = _element("w:fldSimple", instr=code)
    run = paragraph.add_run("1")
    run._r.addprevious(field)
    field.append(run._r)


def _element(tag: str, **values: str) -> Any:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made
