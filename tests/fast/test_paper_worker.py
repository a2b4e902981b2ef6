"""Papers are made in another process, which is replaced in time; a fault there tells no word of the plan."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from careerpaths.documents.word import word
from careerpaths.talk.papers.paper import paper
from careerpaths.talk.papers.pdf import pdf_texts, set_pdf
from careerpaths.web.plan_api.paper_worker import PaperError, PaperWorker
from tests.support.models import small
from tests.support.sample_plans import plan_pdf, plan_word, talk


@pytest.fixture
def worker() -> Iterator[PaperWorker]:
    """Return a worker that is closed afterwards."""
    made = PaperWorker()
    yield made
    made.close()


def number_of(worker: PaperWorker) -> int:
    """Return the number of the process that would make the next paper."""
    return int(worker.make(os.getpid))  # type: ignore[arg-type]


def test_papers_are_the_same_as_here(worker: PaperWorker) -> None:
    """Byte for byte, one after another."""
    for _ in range(2):
        assert worker.make(set_pdf, *pdf_texts(talk(), small())) == plan_pdf(talk(), small())
        assert worker.make(word, paper(talk(), small()), talk().created) == plan_word(talk(), small())


def test_process_is_replaced_when_it_has_been_given_enough() -> None:
    """What a library keeps goes with the process."""
    worker = PaperWorker(most_given=1)
    try:
        first, second = number_of(worker), number_of(worker)
    finally:
        worker.close()
    assert len({first, second, os.getpid()}) == 3


def test_same_process_makes_the_next_paper(worker: PaperWorker) -> None:
    """A start costs more than a paper."""
    assert number_of(worker) == number_of(worker) != os.getpid()


def test_fault_tells_its_place_and_no_word_of_the_plan(worker: PaperWorker) -> None:
    """And the next paper is made."""
    with pytest.raises(PaperError, match="ValueError") as caught:
        worker.make(int, "hemligtmärke")  # type: ignore[arg-type]
    assert "hemligtmärke" not in str(caught.value)
    assert worker.make(bytes, 1) == b"\0"


def test_process_that_dies_is_an_error_and_another_takes_over(worker: PaperWorker) -> None:
    """Killed for its memory, or ended by a fault in a library."""
    with pytest.raises(PaperError, match="no answer"):
        worker.make(os._exit, 1)
    assert worker.make(bytes, 1) == b"\0"


def test_process_that_died_between_two_papers_is_not_noticed(worker: PaperWorker) -> None:
    """The next paper starts another one."""
    os.kill(number_of(worker), 9)
    time.sleep(0.2)
    assert worker.make(bytes, 1) == b"\0"


def test_paper_that_never_comes_is_not_waited_for() -> None:
    """One plan that a library cannot end does not hold the others for ever."""
    worker = PaperWorker(patience=0.5)
    try:
        with pytest.raises(PaperError):
            worker.make(time.sleep, 60)  # type: ignore[arg-type]
    finally:
        worker.close()
