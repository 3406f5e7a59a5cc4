"""The guard on time: it interrupts work in the main thread that has gone on for too long.

Where there is an interval timer (POSIX) it measures the process's computing time, so that neither a busy machine nor a
lid that is closed makes ordinary text too slow. Elsewhere (Windows) a thread measures the time that passes; it has no
say while one regular expression runs. In other threads than the main one Python delivers no signals: there nothing is
watched, and the caps of `limits` are all there is.
"""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from taikun_build.limits import SECONDS, TookTooLong


@contextmanager
def watched(seconds: float = SECONDS) -> Iterator[None]:
    """Raise TookTooLong in the `with` block when it has gone on for some seconds. Not to be nested."""
    if threading.current_thread() is not threading.main_thread():
        yield
    elif hasattr(signal, "setitimer"):
        with _interval_timer(seconds):
            yield
    else:
        with _timer_thread(seconds):
            yield


@contextmanager
def _interval_timer(seconds: float) -> Iterator[None]:
    """Count computing time. Fires again until it is heard: code called back from C may swallow the exception."""
    with _handled(signal.SIGVTALRM):
        before = signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds)
        try:
            try:
                yield
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, *before)
        finally:  # once more, in case the alarm went off on the line above
            signal.setitimer(signal.ITIMER_VIRTUAL, *before)


@contextmanager
def _timer_thread(seconds: float) -> Iterator[None]:
    """Count the time that passes. Windows never sends SIGTERM by itself, so that it cannot be mistaken for Ctrl-C."""
    with _handled(signal.SIGTERM):
        timer = threading.Timer(seconds, _thread.interrupt_main, [signal.SIGTERM])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


@contextmanager
def _handled(number: signal.Signals) -> Iterator[None]:
    """Have a signal raise TookTooLong, and give it back its own handler afterwards."""
    before = signal.signal(number, _time_is_up)
    try:
        yield
    finally:
        signal.signal(number, before)


def _time_is_up(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLong
