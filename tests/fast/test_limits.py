"""How much may be asked: places for all together, an allowance for each visitor, and a memory that is bounded."""

from __future__ import annotations

import pytest

from careerpaths.web.plan_api.limits import MOST_VISITORS, REFILL_SECONDS, Limits, TooManyError, visitor_of


class Clock:
    """A clock that goes when it is told."""

    def __init__(self) -> None:
        """Begin at some time."""
        self.now = 1_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def ask(limits: Limits, host: str | None, times: int = 1) -> None:
    """Ask so many times, one after another."""
    for _ in range(times):
        with limits.slot(host):
            pass


def test_allowance_comes_back_with_time() -> None:
    """One request for each span, never more than the whole allowance."""
    clock = Clock()
    limits = Limits(burst=3, clock=clock)
    ask(limits, "192.0.2.1", 3)
    with pytest.raises(TooManyError):
        ask(limits, "192.0.2.1")
    clock.now += REFILL_SECONDS
    ask(limits, "192.0.2.1")
    with pytest.raises(TooManyError):
        ask(limits, "192.0.2.1")
    clock.now += 1_000 * REFILL_SECONDS
    ask(limits, "192.0.2.1", 3)
    with pytest.raises(TooManyError):
        ask(limits, "192.0.2.1")


def test_place_is_given_back_when_the_work_fails() -> None:
    """A fault takes no place for ever."""
    limits = Limits(at_once=1)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), limits.slot(None):
            raise ZeroDivisionError
    with limits.slot(None), pytest.raises(TooManyError):
        ask(limits, None)
    ask(limits, None)


def test_addresses_of_one_network_are_one_visitor() -> None:
    """Who has a whole IPv6 network has no more than who has one address."""
    assert visitor_of("2001:db8::1") == visitor_of("2001:db8::ffff:1") != visitor_of("2001:db8:0:1::1")
    assert visitor_of("::ffff:192.0.2.1") == visitor_of("192.0.2.1") != visitor_of("192.0.2.2")


@pytest.mark.parametrize("host", [None, "", "127.0.0.1", "::1", "::ffff:127.0.0.1", "unix:", "testclient"])
def test_proxy_that_names_nobody_is_nobody(host: str | None) -> None:
    """All its visitors must not share one allowance."""
    ask(Limits(burst=1), host, 5)


@pytest.mark.parametrize("host", ["::", "::2", "fe80::1%eth0", "0.0.0.0"])  # noqa: S104 - nothing is bound
def test_odd_address_is_a_visitor(host: str) -> None:
    """Whatever a proxy may say."""
    limits = Limits(burst=1)
    ask(limits, host)
    with pytest.raises(TooManyError):
        ask(limits, host)


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    """A million addresses are no million entries."""
    limits = Limits()
    for number in range(MOST_VISITORS + 1_000):
        ask(limits, f"10.0.{number // 256}.{number % 256}")
    assert len(limits._full_at) == MOST_VISITORS
