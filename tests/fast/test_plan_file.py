"""The plan's file: out and in again, and everything that must not come in."""

from __future__ import annotations

import json
import time
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from careerpaths.documents import pdf_attachment
from careerpaths.documents.clean_text import NOTE, clean
from careerpaths.documents.errors import PlanError, Reason
from careerpaths.documents.pdf_attachment import PDF_MOST, PLAN_MOST
from careerpaths.locale import phrases_for
from careerpaths.model.model import Text
from careerpaths.talk.plan import Activity, Choice, Plan
from careerpaths.talk.plan_file import FileKind, Remark, filename, read_plan, to_json
from careerpaths.talk.words import REMARK
from tests.support.models import small
from tests.support.sample_plans import TODAY, marked, plan_pdf, talk, texts

MARKUP = "#inte_markup *stjärna* <b> $x$ </w:t> <script>alert('é–”')</script> \\u0041 ]]> {{ }} &amp; \"citat\""


def as_json(**changes: Any) -> bytes:
    """Return a plan's file with some of its values changed; `...` takes a key away."""
    values = {**json.loads(to_json(talk())), **changes}
    return json.dumps({key: value for key, value in values.items() if value is not ...}).encode()


def refusal(data: bytes) -> PlanError:
    """Return why the data is refused."""
    with pytest.raises(PlanError) as caught:
        read_plan(data, small())
    return caught.value


def pdf_with(*attachments: bytes, **saving: Any) -> bytes:
    """Return a PDF that carries these files, saved by pikepdf."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for number, data in enumerate(attachments):
        pdf.attachments[f"plan{number}.json"] = pikepdf.AttachedFileSpec(pdf, data, mime_type="application/json")
    saved = BytesIO()
    pdf.save(saved, **saving)
    return saved.getvalue()


def pdf_stream(packed: bytes, dictionary: bytes = b"/Type /EmbeddedFile /Filter /FlateDecode") -> bytes:
    """Return a PDF written by hand, with one stream whose packed content is given."""
    length = str(len(packed)).encode()
    body = b"%PDF-1.7\n1 0 obj\n<< " + dictionary + b" /Length " + length + b" >>\nstream\n" + packed
    return body + b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def test_what_goes_out_comes_in_again() -> None:
    """A plan that is saved and loaded on the same model is the same plan."""
    for plan in (talk(), Plan.empty(small(), TODAY)):
        assert read_plan(to_json(plan), small()).plan == plan
        assert read_plan(to_json(plan), small()).remarks == ()


def test_the_file_is_the_same_every_time_and_readable() -> None:
    """The file is UTF-8 with its letters as they are, and says its form first."""
    data = to_json(talk())
    assert data == to_json(talk())
    assert data.decode().startswith('{\n "schema": "karriarkartan.plan/1",\n "model_version"')
    assert "Bra samtal." in data.decode()
    assert "gone" not in data.decode()


def test_the_pdf_comes_in_as_the_plan_it_carries() -> None:
    """The PDF is both the paper and the file to load."""
    pdf = plan_pdf(talk(), small())
    assert read_plan(pdf, small()).plan == talk()


@pytest.mark.parametrize(
    "saving",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
        {"recompress_flate": True},
        {"qdf": True},
    ],
)
def test_the_pdf_comes_in_after_another_program_has_saved_it(saving: dict[str, Any]) -> None:
    """Archives and signing services save PDFs anew, packed, unpacked or linearised."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(plan_pdf(talk(), small()))) as pdf:
        pdf.save(saved, **saving)
    assert read_plan(saved.getvalue(), small()).plan == talk()


def test_a_signed_pdf_that_only_grew_comes_in() -> None:
    """A digital signature adds to the end of the file."""
    assert read_plan(plan_pdf(talk(), small()) + b"\n9 0 obj\n<< >>\nendobj\n%%EOF\n", small()).plan == talk()


def test_markup_and_script_are_text() -> None:
    """Whatever was typed comes back letter for letter."""
    plan = marked(talk(), MARKUP)
    assert read_plan(to_json(plan), small()).plan == plan
    assert len([text for text in texts(plan) if MARKUP in text]) == len(texts(plan)) > 25


def test_what_was_pasted_from_word_is_made_clean_on_the_way_out() -> None:
    """Word's line breaks and bullets, signs without meaning and hidden direction do not stop a plan."""
    pasted = "a\x0bb\r\nc\x00\ud800\uf0b7\u202ed\ufeffe\u0301"
    back = read_plan(to_json(replace(talk(), during=pasted)), small()).plan
    assert back.during == "a\nb\nc\ufffd•dé"
    assert clean(clean(pasted)) == clean(pasted)


def test_an_older_model_version_loads_and_what_is_gone_is_kept_and_marked() -> None:
    """The text stays as it was, and every kind of item can be marked."""
    plan = replace(
        talk(),
        model_version="2019.1",
        role=Choice("borttagen", text="Rollen som fanns"),
        activities=(Activity("steps/erfaren.mentor/prepares/borta", what="Kursen som fanns"), Activity(what="Egen")),
    )
    loaded = read_plan(to_json(plan), small())
    assert loaded.remarks == (Remark.OTHER_VERSION, Remark.GONE)
    assert loaded.plan.role == Choice("borttagen", text="Rollen som fanns", gone=True)
    assert [(one.what, one.gone) for one in loaded.plan.activities] == [("Kursen som fanns", True), ("Egen", False)]
    assert read_plan(to_json(loaded.plan), small()).plan == loaded.plan


def test_everything_is_marked_on_a_model_that_has_none_of_it() -> None:
    """Only what people wrote themselves is not gone."""
    model = small()
    empty = replace(model, roles=(), steps=(), requirements=(), measures=())
    plan = read_plan(to_json(talk()), empty).plan
    items = (*plan.goals, *plan.gaps, *plan.prerequisites, *plan.activities, *plan.questions, *plan.looking_back)
    assert {item.gone for item in items if item.id} == {True}
    assert {item.gone for item in items if not item.id} == {False}


def test_texts_stay_as_they_were_when_the_model_says_them_otherwise_now() -> None:
    """A plan is a picture of one talk."""
    model = small()
    roles = tuple(replace(role, name=Text("Nytt namn")) for role in model.roles)
    assert read_plan(to_json(talk()), replace(model, roles=roles)).plan.role == talk().role


def test_a_later_minor_form_may_hold_more_and_says_so() -> None:
    """Unknown keys are refused in our own form, and passed over in a later one."""
    extra = {"activities": [{"what": "x", "cost": "1"}], "mood": "bra"}
    assert refusal(as_json(**extra)).reason is Reason.UNKNOWN_KEY
    loaded = read_plan(as_json(schema="karriarkartan.plan/1.2", **extra), small())
    assert loaded.plan.activities == (Activity(what="x"),)
    assert loaded.remarks == (Remark.PASSED_OVER,)


def test_a_language_without_words_becomes_the_models() -> None:
    """A plan from an organisation with another language can be read; its texts stay as they are."""
    loaded = read_plan(as_json(language="xx"), small())
    assert loaded.plan == talk()
    assert loaded.remarks == ()


def test_bom_and_spaces_around_are_no_fault() -> None:
    """Editors add them."""
    assert read_plan(b"\xef\xbb\xbf\n" + to_json(talk()) + b"\n\n", small()).plan == talk()


GOOD = to_json(talk())
DEEP = b'{"schema": "karriarkartan.plan/1", "goals": ' + b"[" * 90_000 + b"]" * 90_000 + b"}"
BAD: dict[str, tuple[bytes, Reason]] = {
    "nothing": (b"", Reason.EMPTY),
    "only spaces": (b" \n\t ", Reason.EMPTY),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Reason.WRONG_KIND),
    "word document": (b"PK\x03\x04 word/document.xml", Reason.WRONG_KIND),
    "web page": (b"<!doctype html><script>alert(1)</script>", Reason.WRONG_KIND),
    "list": (b"[" + GOOD + b"]", Reason.WRONG_KIND),
    "null": (b"null", Reason.WRONG_KIND),
    "number": (b"17", Reason.WRONG_KIND),
    "utf-16": (GOOD.decode().encode("utf-16"), Reason.WRONG_KIND),
    "latin-1": (GOOD.decode().encode("latin-1"), Reason.WRONG_KIND),
    "cut off": (GOOD[: len(GOOD) // 2], Reason.BROKEN),
    "two plans after each other": (GOOD + GOOD, Reason.BROKEN),
    "trailing comma": (b'{"schema": "karriarkartan.plan/1",}', Reason.BROKEN),
    "pickle": (b"{csubprocess\ncall\n.", Reason.BROKEN),
    "nan": (as_json(since=float("nan")), Reason.BROKEN),
    "infinity": (as_json(since=float("inf")), Reason.BROKEN),
    "same key twice": (GOOD.replace(b'"since"', b'"during"', 1), Reason.TWICE),
    "same key twice inside": (as_json(role={}).replace(b'"role": {}', b'"role": {"id": "a", "id": "b"}'), Reason.TWICE),
    "too deep": (DEEP, Reason.BROKEN),
    "too big": (b"{" + b" " * PLAN_MOST + b"}", Reason.TOO_BIG),
    "no schema": (as_json(schema=...), Reason.OTHER_SCHEMA),
    "empty object": (b"{}", Reason.OTHER_SCHEMA),
    "other schema": (as_json(schema="https://json-schema.org/draft/2020-12/schema"), Reason.OTHER_SCHEMA),
    "schema is a list": (as_json(schema=["karriarkartan.plan/1"]), Reason.OTHER_SCHEMA),
    "schema with more after it": (as_json(schema="karriarkartan.plan/1\n"), Reason.OTHER_SCHEMA),
    "schema 0": (as_json(schema="karriarkartan.plan/0"), Reason.OTHER_SCHEMA),
    "newer schema": (as_json(schema="karriarkartan.plan/2"), Reason.NEWER_SCHEMA),
    "unknown key": (as_json(__class__="Plan"), Reason.UNKNOWN_KEY),
    "name of a person": (as_json(name="Anna Andersson"), Reason.UNKNOWN_KEY),
    "mark that is worked out": (as_json(role={"id": "mentor", "text": "M", "gone": True}), Reason.UNKNOWN_KEY),
    "no day": (as_json(created=...), Reason.MISSING_KEY),
    "no language": (as_json(language=...), Reason.MISSING_KEY),
    "look back without day": (as_json(looking_back=[{"part": "goal"}]), Reason.MISSING_KEY),
    "day is a number": (as_json(created=20261121), Reason.WRONG_TYPE),
    "number with ten thousand digits": (
        as_json(since=0).replace(b'"since": 0', b'"since": ' + b"9" * 10_000),
        Reason.WRONG_TYPE,
    ),
    "goals is an object": (as_json(goals={"id": "mentor"}), Reason.WRONG_TYPE),
    "goals is a text": (as_json(goals="mentor"), Reason.WRONG_TYPE),
    "goals is null": (as_json(goals=None), Reason.WRONG_TYPE),
    "goal is a text": (as_json(goals=["mentor"]), Reason.WRONG_TYPE),
    "role is a list": (as_json(role=[]), Reason.WRONG_TYPE),
    "text is null": (as_json(before=None), Reason.WRONG_TYPE),
    "text is true": (as_json(before=True), Reason.WRONG_TYPE),
    "activity is a list": (as_json(activities=[{"what": ["x"]}]), Reason.WRONG_TYPE),
    "agreed is a text": (as_json(prerequisites=[{"agreed": "yes"}]), Reason.WRONG_TYPE),
    "agreed is one": (as_json(prerequisites=[{"agreed": 1}]), Reason.WRONG_TYPE),
    "day that is not": (as_json(created="2026-02-30"), Reason.WRONG_VALUE),
    "day in another form": (as_json(created="20261121"), Reason.WRONG_VALUE),
    "day with arabic digits": (as_json(created="٢٠٢٦-١١-٢١"), Reason.WRONG_VALUE),
    "day at the end of time": (as_json(follow_up="9999-12-31"), Reason.WRONG_VALUE),
    "status that is not": (as_json(gaps=[{"id": "x", "status": "delvis"}]), Reason.WRONG_VALUE),
    "direction that is not": (as_json(direction="up"), Reason.WRONG_VALUE),
    "language is a path": (as_json(language="../../etc/passwd"), Reason.WRONG_VALUE),
    "note too long": (as_json(during="å" * (NOTE + 1)), Reason.TOO_LONG),
    "id too long": (as_json(role={"id": "x" * 5000}), Reason.TOO_LONG),
    "three goals": (as_json(goals=[{"id": "a"}, {"id": "b"}, {"id": "c"}]), Reason.TOO_MANY),
    "too many activities": (as_json(activities=[{}] * 61), Reason.TOO_MANY),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_gets_a_clear_sentence(case: str) -> None:
    """Everything else than a plan is refused for its own reason, in Swedish and English."""
    data, reason = BAD[case]
    error = refusal(data)
    assert error.reason is reason
    for language, unchanged in (("sv", "Ingenting har ändrats."), ("en", "Nothing has been changed.")):
        sentence = error.sentence(phrases_for(language))
        assert sentence.endswith(unchanged)
        assert "{" not in sentence
        assert len(sentence) < 300


@cache
def bomb(times: int = 1, start: bytes = b"") -> bytes:
    """Return 100 MB of nothing, packed so many times."""
    packer = zlib.compressobj(9)
    data = packer.compress(start) + b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data


def locked(**passwords: str) -> bytes:
    """Return the plan's PDF, locked."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(plan_pdf(talk(), small()))) as pdf:
        pdf.save(saved, encryption=pikepdf.Encryption(**passwords))
    return saved.getvalue()


PREFIX = b'{\n "schema": "karriarkartan.plan/1",\n "before": "'
OBJECT_STREAM = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
LZW = b"/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode"


def many_plans() -> bytes:
    """Return a PDF with five hundred plans in it, each another one and padded to 200 kB."""
    starts = (f'{{"schema":"karriarkartan.plan/1","a":"{number}'.encode() for number in range(500))
    streams = (zlib.compress(start.ljust(200_000), 9) for start in starts)
    return b"%PDF-1.7\n" + b"".join(b"stream\n" + one + b"\nendstream\n" for one in streams)


def same_plan_again() -> bytes:
    """Return a PDF that holds one padded plan five hundred times."""
    packed = zlib.compress(b'{"schema":"karriarkartan.plan/1"'.ljust(200_000), 9)
    return b"%PDF-1.7\n" + (b"stream\n" + packed + b"\nendstream\n") * 500


@pytest.mark.parametrize(
    ("made", "reason"), [(many_plans, Reason.SEVERAL_PLANS), (same_plan_again, Reason.TOO_BIG)], ids=["other", "same"]
)
def test_all_that_is_unpacked_is_counted_together(
    made: Callable[[], bytes], reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds of plans in one small file take neither the memory nor the time of hundreds."""
    pdf = made()
    unpacked = []
    whole = pdf_attachment._unpacked
    monkeypatch.setattr(pdf_attachment, "_unpacked", lambda *given: unpacked.append(whole(*given)) or unpacked[-1])
    assert len(pdf) <= PDF_MOST
    assert refusal(pdf).reason is reason
    assert sum(map(len, unpacked)) <= 4_300_000


BAD_PDFS: dict[str, tuple[Callable[[], bytes], Reason]] = {
    "without a plan": (pdf_with, Reason.NO_PLAN),
    "only the first line": (lambda: b"%PDF-1.7\n", Reason.NO_PLAN),
    "cut off before the plan": (lambda: plan_pdf(talk(), small())[:2000], Reason.NO_PLAN),
    "with another file": (lambda: pdf_with(b"hello"), Reason.NO_PLAN),
    "with another schema": (lambda: pdf_with(as_json(schema="other/1")), Reason.NO_PLAN),
    "with a newer plan": (lambda: pdf_with(as_json(schema="karriarkartan.plan/2")), Reason.NEWER_SCHEMA),
    "with a cut plan": (lambda: pdf_with(GOOD[:300]), Reason.BROKEN),
    "with a bad plan": (lambda: pdf_with(as_json(goals=17)), Reason.WRONG_TYPE),
    "with two plans": (lambda: pdf_with(GOOD, to_json(replace(talk(), since="2020"))), Reason.SEVERAL_PLANS),
    "locked by a password": (lambda: locked(user="u", owner="o"), Reason.ENCRYPTED),
    "locked for changes only": (lambda: locked(owner="o"), Reason.ENCRYPTED),
    "too big": (lambda: b"%PDF-1.7\n" + bytes(PDF_MOST), Reason.TOO_BIG),
    "plan too big": (lambda: pdf_with(PREFIX + b"a" * PLAN_MOST + b'"}'), Reason.TOO_BIG),
    "plan with a broken checksum": (lambda: pdf_stream(zlib.compress(GOOD)[:-4] + b"\0\0\0\0"), Reason.BROKEN),
    "bomb": (lambda: pdf_stream(bomb()), Reason.NO_PLAN),
    "bomb that begins as a plan": (lambda: pdf_stream(bomb(start=PREFIX)), Reason.TOO_BIG),
    "bomb packed twice": (lambda: pdf_stream(bomb(2), b"/Filter [/FlateDecode /FlateDecode]"), Reason.NO_PLAN),
    "bomb packed three times": (lambda: pdf_stream(bomb(3), b"/Filter 9 0 R"), Reason.NO_PLAN),
    "bomb as object stream": (lambda: pdf_stream(bomb(), OBJECT_STREAM), Reason.NO_PLAN),
    "other packing": (lambda: pdf_stream(b"\x80" * 1_500_000, LZW), Reason.NO_PLAN),
    "a million streams": (lambda: b"%PDF-1.7\n" + b"stream\nx" * 200_000, Reason.TOO_BIG),
    "streams within streams": (lambda: b"%PDF-1.7\n" + b"stream\n\x78\x9c\x00\x00\x00\xff\xff" * 4_900, Reason.NO_PLAN),
}


@pytest.mark.parametrize("case", BAD_PDFS)
def test_a_bad_pdf_is_refused_and_nothing_goes_off(case: str) -> None:
    """Bombs, locks and other PDFs cost neither memory (4 MB at most) nor time."""
    make, reason = BAD_PDFS[case]
    data = make()
    tracemalloc.start()
    begun = time.perf_counter()
    try:
        error = refusal(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.reason is reason
    assert peak < 4_000_000
    assert time.perf_counter() - begun < 2


def test_a_plan_too_long_to_load_again_is_said_at_once() -> None:
    """The file that goes out can always come in; if it could not, it does not go out."""
    with pytest.raises(PlanError) as caught:
        to_json(replace(talk(), during="x" * (NOTE + 1)))
    assert (caught.value.reason, caught.value.where) == (Reason.TOO_LONG, "during")
    with pytest.raises(PlanError):
        to_json(replace(talk(), activities=tuple(Activity(what="å" * 1_500, when="ö" * 300) for _ in range(60))))


def test_the_place_in_the_file_is_named_briefly_and_as_text() -> None:
    """What a stranger's file calls its keys cannot fill the page or turn its direction."""
    error = refusal(json.dumps({**json.loads(GOOD), "\u202e<b>{where}\n" + "x" * 5_000: 1}).encode())
    assert error.where.startswith("<b>{where} xxx")
    assert len(error.where) <= 81
    deep = refusal(as_json(activities=[{}, {"what": 1}]))
    assert deep.where == "activities 2 → what"
    assert "”activities 2 → what”" in deep.sentence(phrases_for("sv"))


def test_filenames_say_the_day_and_nothing_else() -> None:
    """A file's name may lie in a list of downloads for everyone to see."""
    names = [filename(kind, date(2026, 11, 21)) for kind in FileKind]
    assert names == [
        "utvecklingsplan-2026-11-21.pdf",
        "utvecklingsplan-2026-11-21.docx",
        "uppfoljning-2026-11-21.ics",
        "utvecklingsplan-2026-11-21.json",
    ]
    assert all("/" in kind.mime for kind in FileKind)


@pytest.mark.parametrize("remark", Remark)
def test_remarks_are_said_in_swedish_too(remark: Remark) -> None:
    """A remark is a sentence in both languages."""
    assert phrases_for("sv").say(REMARK[remark]) != phrases_for("en").say(REMARK[remark])
