"""Work that takes too long is interrupted, wherever it is, and the machine's signals are as they were afterwards."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Callable

import pytest

from taikun_build.adapters import watchdog
from taikun_build.adapters.watchdog import watched
from taikun_build.limits import TookTooLong

posix = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no interval timer")
KINDS = [pytest.param(True, marks=posix, id="interval timer"), pytest.param(False, id="timer thread")]


@pytest.fixture(params=KINDS)
def a_clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways in which time is measured."""
    if not request.param:
        monkeypatch.delattr(signal, "setitimer", raising=False)


def a_loop() -> None:
    while True:
        pass


def code_that_swallows_errors() -> None:
    while True:
        try:
            a_loop()
        except Exception:  # noqa: BLE001, S112 - this is what some libraries do
            continue


@pytest.mark.usefixtures("a_clock")
@pytest.mark.parametrize("work", [a_loop, code_that_swallows_errors])
def test_work_without_end_is_interrupted(work: Callable[[], None]) -> None:
    started = time.perf_counter()
    with pytest.raises(TookTooLong), watched(0.1):
        work()
    assert time.perf_counter() - started < 5


@posix
def test_a_regular_expression_without_end_is_interrupted() -> None:
    with pytest.raises(TookTooLong), watched(0.1):
        re.match(r"(a|aa)+$", "a" * 60 + "b")


@pytest.mark.usefixtures("a_clock")
def test_signals_are_as_they_were_afterwards() -> None:
    def handlers() -> list[object]:
        return [signal.getsignal(signal.SIGTERM), signal.getsignal(getattr(signal, "SIGVTALRM", signal.SIGTERM))]

    before = handlers()
    with watched(5):
        pass
    with pytest.raises(TookTooLong), watched(0.05):
        a_loop()
    assert handlers() == before
    assert not any(isinstance(thread, threading.Timer) for thread in threading.enumerate())


@posix
def test_the_timer_is_off_after_work_that_was_done_in_time() -> None:
    with watched(5):
        pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


@posix
def test_waiting_costs_no_computing_time() -> None:
    with watched(0.1):
        time.sleep(0.3)


def test_an_error_in_the_work_comes_through() -> None:
    with pytest.raises(ZeroDivisionError), watched(5):
        _ = 1 / 0


def test_in_another_thread_nothing_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    done = []
    monkeypatch.setattr(watchdog, "_handled", None)

    def work() -> None:
        with watched(0.01):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
