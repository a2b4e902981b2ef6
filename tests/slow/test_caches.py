"""No cache grows with what is sent: many values of each parameter leave every one of them as it was."""

from __future__ import annotations

import gc
import json
import os
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest

from careerpaths.talk.plan_file import to_json
from careerpaths.web.stores import store
from tests.support.asked import ask, get
from tests.support.sample_plans import talk

VALUES = 1_000
MOST_GROWTH = 5_000_000  # bytes: an answer kept for each value would be seen
ADDRESSES = [
    "/plan/offers?role={}",
    "/plan/offers?role=mentor&goals={}",
    "/plan/offers?role=mentor&lang={}",
    "/plan/offers?{}=1",
    "/model.json?lang={}",
    "/model.{}",
    "/web/{}/explorer.css",
    "/web/x/{}.js",
    "/web/x/model.{}.json",
    "/tillganglighet?lang={}",
]
UNIT = {"schema": "karriarkartan.unit/1", "model_version": "1", "created": "2026-11-22", "rows": []}


def cached() -> int:
    """Return how many values all caches of our own functions, and the edition that is shown, hold together."""
    caches = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    ours = (one for one in caches if str(one.__module__).startswith("careerpaths."))
    return sum(one.cache_info().currsize for one in ours) + len(store().snapshot().kept)


def held() -> int:
    """Return the memory of this process, in bytes."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_cache_grows_with_an_address(address: str) -> None:
    """Whatever stands in a parameter or in the address itself: neither caches nor memory."""
    for number in range(20):
        get(address.format(f"first{number}"))
    before, at_most = cached(), held() + MOST_GROWTH
    for number in range(VALUES):
        get(address.format(f"x{number}"))
    assert cached() == before
    assert held() <= at_most


def test_no_cache_grows_with_a_body() -> None:
    """Nor with the languages, versions and roles that files name."""
    plan = json.loads(to_json(talk()))

    def send(tag: str) -> tuple[int, int]:
        unit = {**UNIT, "language": f"{tag}-BR"}
        talked = {**plan, "language": tag, "model_version": tag}
        return ask("/unit/read", json.dumps(unit).encode()).status, ask(
            f"/plan/read?lang={tag}&day={tag}", json.dumps(talked).encode()
        ).status

    send("xx")
    before = cached()
    assert {send(f"x{first}{last}") for first in "xyz" for last in "abcdefghij"} == {(200, 200)}
    assert cached() == before


def test_no_cache_grows_with_the_language_of_a_paper() -> None:
    """Each language made an entry once."""
    for_each = [json.dumps({**UNIT, "language": f"x{letter}"}).encode() for letter in "abcd"]
    ask("/unit/docx", for_each[0])
    before = cached()
    assert {ask("/unit/docx", body).status for body in for_each} == {200}
    assert cached() == before
