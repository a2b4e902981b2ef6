"""The command line: `karriarkartan run`, `check`, `build` and `schema`; `python -m careerpaths` is the same."""

from __future__ import annotations

import gzip
import os
import runpy
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from careerpaths import settings
from careerpaths.analysis.dead_ends import reachability_problems
from careerpaths.checks.check import Report, check
from careerpaths.locale import DEFAULT_LANGUAGE, Phrases, languages, phrases_for
from careerpaths.reading.model import read_model
from careerpaths.reading.schema import schema
from careerpaths.reading.statement import read_statement, statement_beside
from careerpaths.single_file.document import single_file

EVERY_LANGUAGE = "both"


class Language(click.ParamType[str]):
    """A language that has words, and where `every` is set also the word for all of them; asked when it is used."""

    name = "language"

    def __init__(self, every: bool = False) -> None:
        """Note whether all languages together can be asked for."""
        self.every = every

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the tag; end with the known ones where it is not one of them."""
        known = (*languages(), *((EVERY_LANGUAGE,) if self.every else ()))
        if value not in known:
            self.fail(f"{value!r} is not one of {', '.join(known)}.", param, ctx)
        return value


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run Karriärkartan, or work with its files."""
    settings.check()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks «→» shows «?» instead of stopping


@main.command("run", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("options", nargs=-1, metavar="[OPTION]...", type=click.UNPROCESSED)
def run_command(options: tuple[str, ...]) -> None:
    """Start the server, with the settings that come with the program; OPTIONs are Streamlit's own.

    Such as --server.port 8502. Streamlit finds the settings beside the app's file, wherever it is started.
    """
    sys.argv = ["streamlit", "run", str(settings.ROOT / "app.py"), *options]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


@main.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--lang", default=DEFAULT_LANGUAGE, type=Language(), help="Language of the messages: sv, en, …")
@click.option(
    "--replaces",
    metavar="MODEL",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where FILE will be moved to: checked with the translations and the statement that lie there.",
)
def check_command(files: tuple[Path, ...], lang: str, replaces: Path | None) -> None:
    """List everything that is wrong in FILE (default: the model that would be shown).

    Exits with 1 when there is a problem. Warnings go to standard error and do not count.
    """
    phrases = phrases_for(lang)
    report = _checked(files or (_near(settings.model_file()),), phrases, replaces)
    word = phrases.say("warning")
    for warning in report.warnings:
        click.echo(f"{warning.file}:{warning.line}: {word}: {warning.message}", err=True)
    for line in report.problems or report.counts(lang):
        click.echo(line)
    sys.exit(1 if report.problems else 0)


@main.command("build")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--lang", default=EVERY_LANGUAGE, type=Language(every=True), help="sv, en, …; both: all the model has.")
@click.option(
    "--data", type=click.Path(path_type=Path), help="Folder with roles.yaml; else the model that would be shown."
)
@click.option("--public", is_flag=True, help="Leave out what the model marks as internal.")
def build_command(target: Path, lang: str, data: Path | None, public: bool) -> None:
    """Write the whole map as one file, which needs no server, no network and no other file.

    Where the model has problems they are listed as by «check», nothing is written, and the exit code is 1.
    """
    phrases = phrases_for(DEFAULT_LANGUAGE if lang == EVERY_LANGUAGE else lang)
    model = _near(data / settings.MODEL_FILE.name if data else settings.model_file())
    report = _checked((model,), phrases)
    if report.problems:
        click.echo("\n".join(str(problem) for problem in report.problems))
        sys.exit(1)
    spoken = report.models[0].languages if lang == EVERY_LANGUAGE else (lang,)
    statement = statement_beside(model)
    stated = [read_statement(statement, language) for language in spoken]
    body = single_file([read_model(model, language) for language in spoken], public, stated)
    _put(target, body, phrases)
    click.echo(_size(target, body, phrases, spoken))
    click.echo(phrases.say("Read from {file}.", file=model))


@main.command("schema")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--lang", default=DEFAULT_LANGUAGE, type=Language(), help="Language of the descriptions: sv, en, …")
def schema_command(target: Path, lang: str) -> None:
    """Write the JSON Schema from which editors complete the keys of the model's file, and say what each is for."""
    _put(target, schema(phrases_for(lang)).encode(), phrases_for(lang))


def _size(target: Path, body: bytes, phrases: Phrases, languages: tuple[str, ...]) -> str:
    return phrases.say(
        "{file}: {size} kB, {packed} kB compressed; languages: {languages}",
        file=target,
        size=phrases.number(round(len(body) / 1000)),
        packed=phrases.number(round(len(gzip.compress(body)) / 1000)),
        languages=", ".join(languages),
    )


def _put(target: Path, body: bytes, phrases: Phrases) -> None:
    """Write a file; end with a sentence where that cannot be done."""
    try:
        _write_whole(target, body)
    except OSError as fault:
        click.echo(phrases.say("{file} could not be written: {reason}", file=target, reason=fault.strerror), err=True)
        sys.exit(1)


def _write_whole(target: Path, body: bytes) -> None:
    """Put a file in place when all of it is written: whoever reads it meanwhile gets the old one."""
    target = target.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        beside.write_bytes(body)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _checked(files: tuple[Path, ...], phrases: Phrases, place: Path | None = None) -> Report:
    """Return what a check finds, also what only shows when the steps are followed; `place` as in `check`."""
    report = check(files, phrases.language, place=place)
    return report.with_problems(
        problem for one in report.models for problem in reachability_problems(one.model, one.file, phrases)
    )


def _near(path: Path) -> Path:
    """Return the path as seen from the working directory, where that is possible."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path
