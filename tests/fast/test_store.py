"""The store: a good edit shows at once, a broken one leaves the last good model on screen."""

from __future__ import annotations

import logging
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import pytest

from careerpaths.model.model import Model
from careerpaths.model.problems import ContentError
from careerpaths.reading.signature import digest, signature
from careerpaths.reading.store import Store
from tests.support.models import GOOD, GOOD_ENGLISH, copy_small


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a copy of the small model, with its translation beside it."""
    return copy_small(tmp_path)


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text in a file, as an editor does that writes a new file in its place."""
    fresh = file.with_suffix(".tmp")
    fresh.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    fresh.replace(file)


def title(store: Store, language: str = "sv") -> str:
    """Return the title of what is shown."""
    return store.model(language).about.title


def test_good_edit_shows_at_the_next_look(path: Path) -> None:
    """An edit of the model or of its translation is read at the next call."""
    store = Store(path)
    assert (title(store), title(store, "en")) == ("Lilla kartan", "The small map")
    edit(path, "Lilla kartan", "Nya kartan")
    assert title(store) == "Nya kartan"
    edit(path.with_name("roles.en.yaml"), "The small map", "The new map")
    assert title(store, "en") == "The new map"


def test_model_is_not_read_again_while_the_files_stay(path: Path) -> None:
    """Between edits, the same model is given."""
    store = Store(path)
    assert store.model() is store.model()
    assert store.model("en") is store.model("en")


def test_edit_of_the_same_length_within_the_same_second_shows(path: Path) -> None:
    """An edit is noticed even when size and time of writing are as before."""
    store = Store(path)
    before = path.stat()
    assert title(store) == "Lilla kartan"
    edit(path, "Lilla kartan", "Stora kartan"[:12])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert title(store) == "Stora kartan"


def test_broken_edit_leaves_the_last_good_model(path: Path) -> None:
    """A broken model changes nothing on screen, in any language, and its problems are told with their lines."""
    store = Store(path)
    good = store.snapshot()
    edit(path, "model:", "model")
    broken = store.snapshot()
    assert (broken.models, broken.version, broken.loaded_at, broken.text) == (
        good.models,
        good.version,
        good.loaded_at,
        good.text,
    )
    assert [(problem.file, problem.line) for problem in broken.problems] == [(str(path), 2)]
    edit(path, "model\n", "model:\n")
    assert store.snapshot().problems == ()


def test_deleted_file_leaves_the_last_good_model(path: Path) -> None:
    """While the file is away, the last good model stays."""
    store = Store(path)
    assert title(store) == "Lilla kartan"
    path.unlink()
    assert title(store) == "Lilla kartan"
    assert [problem.message for problem in store.snapshot().problems] == ["filen finns inte"]


def test_store_without_any_good_model_raises(path: Path) -> None:
    """When there never was a good model, every problem comes with the error; a repair is enough to go on."""
    edit(path, "stage: leda", "stage: led")
    store = Store(path)
    with pytest.raises(ContentError) as caught:
        store.model()
    assert [problem.line for problem in caught.value.problems] == [210]
    edit(path, "stage: led\n", "stage: leda\n")
    assert title(store) == "Lilla kartan"


@pytest.mark.parametrize(
    ("old", "new", "titles", "faults"),
    [
        ("model:", "modell:", ("Nya kartan", "Nya kartan"), 1),  # its texts translate nothing
        ("title: The small map", "title: [x]", ("Nya kartan", "Nya kartan"), 1),  # one text cannot be read
        ("  mentor:", "  mentorr:", ("Nya kartan", "The small map"), 1),  # an id that is gone, as after a removal
        ("model:", "\t{", ("Nya kartan", "Nya kartan"), 1),  # nothing of it can be read
    ],
)
def test_faulty_translation_holds_back_its_own_texts_alone(
    path: Path, old: str, new: str, titles: tuple[str, str], faults: int
) -> None:
    """The good edit beside it shows, and a running process and a fresh one show the same."""
    running = Store(path)
    assert title(running) == "Lilla kartan"
    edit(path, "Lilla kartan", "Nya kartan")
    edit(path.with_name("roles.en.yaml"), old, new)
    for store in (running, Store(path)):
        assert (title(store), title(store, "en")) == titles
        assert len({problem.file for problem in store.snapshot().problems}) == faults
    assert running.snapshot().version == Store(path).snapshot().version
    assert running.snapshot().models == Store(path).snapshot().models


def test_problems_are_logged_once_for_each_change(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The server log lists every problem with its line, once."""
    store = Store(path)
    edit(path, "stage: leda", "stage: led")
    edit(path, "to: enhetschef", "to: chef")
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert len(store.snapshot().problems) == 2
    logged = [record.getMessage() for record in caplog.records]
    assert [message.split(": ")[0] for message in logged] == [f"{path}:210", f"{path}:271"]


def test_version_follows_the_content(path: Path) -> None:
    """The version is the same for the same content in any process, and another after an edit."""
    store = Store(path)
    version = store.snapshot().version
    assert version == Store(path).snapshot().version
    assert len(version) == 12
    edit(path.with_name("roles.en.yaml"), "The small map", "The new map")
    assert store.snapshot().version != version


def test_store_tells_languages_and_time(path: Path) -> None:
    """The languages are the model's own and its translations; a new translation shows like any edit."""
    store = Store(path)
    languages = [store.snapshot().languages]
    assert abs((datetime.now(UTC) - store.snapshot().loaded_at).total_seconds()) < 60
    path.with_name("roles.de.yaml").write_text("model: {title: Die kleine Karte}\n", encoding="utf-8")
    languages.append(store.snapshot().languages)
    assert languages == [("sv", "en"), ("sv", "de", "en")]
    assert title(store, "de") == "Die kleine Karte"
    assert title(store, "xx") == "Lilla kartan"


def test_time_of_reading_follows_a_good_edit(path: Path) -> None:
    """The age that /readyz tells begins anew when another model is shown."""
    store = Store(path)
    before = store.snapshot().loaded_at
    edit(path, "Lilla kartan", "Nya kartan")
    assert store.snapshot().loaded_at > before


def test_many_threads_read_one_model(path: Path) -> None:
    """Threads that ask at the same time get the same model, while the file changes under them."""
    store, one_editor = Store(path), Lock()

    def look(number: int) -> str:
        if number % 10 == 0:
            with one_editor:
                edit(path, "Lilla kartan", "Nya kartan")
        return title(store)

    with ThreadPoolExecutor(8) as pool:
        titles = list(pool.map(look, range(60)))
    assert set(titles) <= {"Lilla kartan", "Nya kartan"}
    assert titles[-1] == "Nya kartan"


@pytest.mark.parametrize("name", ["roles[2].yaml", "ro*les.yaml", "roles?.yaml"])
def test_translation_of_a_file_with_an_odd_name_is_found(tmp_path: Path, name: str) -> None:
    """Brackets, stars and question marks in a name are letters like others."""
    model = tmp_path / name
    model.write_text(GOOD, encoding="utf-8")
    model.with_name(f"{model.stem}.en.yaml").write_text(GOOD_ENGLISH, encoding="utf-8")
    assert title(Store(model), "en") == "The small map"


def test_version_is_of_what_is_shown_and_of_nothing_else(path: Path) -> None:
    """A remark that moves every line changes nothing; a text that is no longer translated is in another language."""
    store = Store(path)
    first = store.snapshot()
    edit(path, "model:", "# en rad till\nmodel:")
    assert store.snapshot() != first
    assert store.snapshot().version == first.version
    english = path.with_name("roles.en.yaml")
    edit(english, "The small map", "Lilla kartan")
    same_words = store.snapshot().version
    edit(english, "  title: Lilla kartan\n", "")
    assert title(store, "en") == "Lilla kartan"
    assert store.snapshot().version != same_words


def test_what_is_made_of_an_edition_belongs_to_it(path: Path) -> None:
    """A request that holds a snapshot while the file is saved gets nothing of the newer one, and the other way round."""
    store = Store(path)
    before = store.snapshot()
    edit(path, "Lilla kartan", "Nya kartan")
    after = store.snapshot()
    titles = [one.cached("title", lambda one=one: one.model().about.title) for one in (before, after, before)]
    assert titles == ["Lilla kartan", "Nya kartan", "Lilla kartan"]


def test_edition_holds_the_file_that_is_shown(path: Path) -> None:
    """While a broken edit or nothing at all lies there, the text is still that of the model on screen."""
    store = Store(path)
    assert store.snapshot().text == path.read_bytes()
    edit(path, "stage: leda", "stage: led")
    assert store.snapshot().text == GOOD.encode()
    path.unlink()
    assert store.snapshot().text == GOOD.encode()


def test_watched_store_looks_at_no_file(path: Path) -> None:
    """Whoever watches brings what is to be shown; a request only takes it."""
    store = Store(path)
    shown = store.snapshot()
    store.watched = True
    path.unlink()
    assert store.snapshot() is shown


def test_contents_tell_an_edit_that_the_stamps_hide(path: Path) -> None:
    """Where a drive keeps time and size of a file that was written again, what it holds still differs."""
    stamps, held = signature(path), digest(path)
    edit(path, "Lilla kartan", "Stora kartan"[:12])
    assert digest(path) != held
    edit(path, "Stora kartan"[:12], "Lilla kartan")
    assert digest(path) == held
    assert signature(path) != stamps


@pytest.mark.parametrize("kind", ["pipe", "folder", "nothing"])
def test_what_is_no_file_is_said_and_never_waited_for(path: Path, kind: str) -> None:
    """A pipe nobody writes into, a folder, a link to nothing: the last good model stays."""
    store = Store(path)
    assert title(store) == "Lilla kartan"
    path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(path.with_name("gone.yaml"))
    assert title(store) == "Lilla kartan"
    assert [problem.line for problem in store.snapshot().problems] == [1]
    assert digest(path)


def test_what_a_model_is_asked_often_is_made_once(path: Path) -> None:
    """An index is kept as long as the model, and does not follow it into another process."""
    model, made = Store(path).model(), []

    def index(of: Model) -> list[str]:
        made.append(of)
        return [role.id for role in of.roles]

    assert model.cached(index) is model.cached(index)
    assert made == [model]
    assert pickle.loads(pickle.dumps(model)) == model  # noqa: S301 - our own
