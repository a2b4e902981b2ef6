"""The list of examples to verify: every line that rests on nothing, once."""

from __future__ import annotations

from collections import Counter

import pytest

from careerpaths.checks.unverified import GroupKind, count_examples, unverified
from careerpaths.model.model import Model
from tests.support.models import shipped, small


@pytest.fixture(scope="module", params=[small, shipped])
def model(request: pytest.FixtureRequest) -> Model:
    """Give a small model and the shipped one; both have a wildcard step."""
    made: Model = request.param()
    return made


def test_step_of_every_role_stands_once(model: Model) -> None:
    """It is one record in the file, so its examples are read and counted once, under its own heading."""
    first, *others = [step for step in model.steps if step.wildcard]
    assert others
    end = model.role(first.end)
    assert end
    found = [record for record in unverified(model) if record.heading is GroupKind.EVERY]
    assert [record.title for record in found] == [end.name]
    assert found[0].lines


def test_list_and_count_agree(model: Model) -> None:
    """What is listed is what is counted, and no line stands twice."""
    lines = [line for record in unverified(model) for line in record.lines]
    examples, total = count_examples(model)
    assert 0 < len(lines) == examples < total
    assert max(Counter(map(id, lines)).values()) == 1
