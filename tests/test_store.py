"""The store: a good edit shows at once, a broken one leaves the last good model on screen."""

from __future__ import annotations

import logging
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import pytest

from careerpaths.content.problems import ContentError
from careerpaths.content.store import ModelStore

MODELS = Path(__file__).parent / "models"
GOOD = (MODELS / "small.yaml").read_text(encoding="utf-8")
GOOD_ENGLISH = (MODELS / "small.en.yaml").read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a copy of the small model, with its translation beside it."""
    (tmp_path / "roles.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "roles.en.yaml").write_text(GOOD_ENGLISH, encoding="utf-8")
    return tmp_path / "roles.yaml"


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text in a file, as an editor does that writes a new file in its place."""
    fresh = file.with_suffix(".tmp")
    fresh.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    fresh.replace(file)


def title(store: ModelStore, language: str = "sv") -> str:
    """Return the title of what is shown."""
    return store.current(language).about.title


def test_good_edit_shows_at_the_next_look(path: Path) -> None:
    """An edit of the model or of its translation is read at the next call."""
    store = ModelStore(path)
    assert (title(store), title(store, "en")) == ("Lilla kartan", "The small map")
    edit(path, "Lilla kartan", "Nya kartan")
    assert title(store) == "Nya kartan"
    edit(path.with_name("roles.en.yaml"), "The small map", "The new map")
    assert title(store, "en") == "The new map"


def test_model_is_not_read_again_while_the_files_stay(path: Path) -> None:
    """Between edits, the same model is given."""
    store = ModelStore(path)
    assert store.current() is store.current()
    assert store.current("en") is store.current("en")


def test_edit_of_the_same_length_within_the_same_second_shows(path: Path) -> None:
    """An edit is noticed even when size and time of writing are as before."""
    store = ModelStore(path)
    before = path.stat()
    assert title(store) == "Lilla kartan"
    edit(path, "Lilla kartan", "Stora kartan"[:12])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert title(store) == "Stora kartan"


@pytest.mark.parametrize("name", ["roles.yaml", "roles.en.yaml"])
def test_broken_edit_leaves_the_last_good_model(path: Path, name: str) -> None:
    """A broken file changes nothing on screen, in any language, and its problems are told with their lines."""
    store = ModelStore(path)
    good = (store.current(), store.current("en"), store.version, store.loaded_at)
    file = path.with_name(name)
    edit(file, "model:", "model")
    assert (store.current(), store.current("en"), store.version, store.loaded_at) == good
    assert [(problem.file, problem.line) for problem in store.problems] == [(str(file), 2)]
    edit(file, "model\n", "model:\n")
    assert store.problems == ()


def test_deleted_file_leaves_the_last_good_model(path: Path) -> None:
    """While the file is away, the last good model stays."""
    store = ModelStore(path)
    assert title(store) == "Lilla kartan"
    path.unlink()
    assert title(store) == "Lilla kartan"
    assert [problem.message for problem in store.problems] == ["filen finns inte"]


def test_store_without_any_good_model_raises(path: Path) -> None:
    """When there never was a good model, every problem comes with the error; a repair is enough to go on."""
    edit(path, "stage: leda", "stage: led")
    store = ModelStore(path)
    with pytest.raises(ContentError) as caught:
        store.current()
    assert [problem.line for problem in caught.value.problems] == [210]
    edit(path, "stage: led\n", "stage: leda\n")
    assert title(store) == "Lilla kartan"


def test_broken_translation_at_the_start_leaves_the_original(path: Path) -> None:
    """A model whose translation is broken from the start is shown in its own language."""
    edit(path.with_name("roles.en.yaml"), "model:", "model")
    store = ModelStore(path)
    assert title(store, "en") == "Lilla kartan"
    assert store.languages == ("sv",)
    assert len(store.problems) == 1


def test_problems_are_logged_once_for_each_change(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The server log lists every problem with its line, once."""
    store = ModelStore(path)
    edit(path, "stage: leda", "stage: led")
    edit(path, "to: enhetschef", "to: chef")
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert len(store.problems) == 2
    logged = [record.getMessage() for record in caplog.records]
    assert [message.split(": ")[0] for message in logged] == [f"{path}:210", f"{path}:271"]


def test_version_follows_the_content(path: Path) -> None:
    """The version is the same for the same content in any process, and another after an edit."""
    store = ModelStore(path)
    version = store.version
    assert version == ModelStore(path).version
    assert len(version) == 12
    edit(path.with_name("roles.en.yaml"), "The small map", "The new map")
    assert store.version != version


def test_store_tells_languages_and_time(path: Path) -> None:
    """The languages are the model's own and its translations; a new translation shows like any edit."""
    store = ModelStore(path)
    languages = [store.languages]
    assert abs((datetime.now(UTC) - store.loaded_at).total_seconds()) < 60
    path.with_name("roles.de.yaml").write_text("model: {title: Die kleine Karte}\n", encoding="utf-8")
    languages.append(store.languages)
    assert languages == [("sv", "en"), ("sv", "de", "en")]
    assert title(store, "de") == "Die kleine Karte"
    assert title(store, "xx") == "Lilla kartan"


def test_time_of_reading_follows_a_good_edit(path: Path) -> None:
    """The age that /readyz tells begins anew when another model is shown."""
    store = ModelStore(path)
    before = store.loaded_at
    edit(path, "Lilla kartan", "Nya kartan")
    assert store.loaded_at > before


def test_many_threads_read_one_model(path: Path) -> None:
    """Threads that ask at the same time get the same model, while the file changes under them."""
    store, one_editor = ModelStore(path), Lock()

    def look(number: int) -> str:
        if number % 10 == 0:
            with one_editor:
                edit(path, "Lilla kartan", "Nya kartan")
        return title(store)

    with ThreadPoolExecutor(8) as pool:
        titles = list(pool.map(look, range(60)))
    assert set(titles) <= {"Lilla kartan", "Nya kartan"}
    assert titles[-1] == "Nya kartan"
