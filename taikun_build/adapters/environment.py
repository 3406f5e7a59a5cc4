"""The machine: what can go wrong with it, said in one sentence, the exit code that goes with it, and its calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

from taikun_build.problems import Text


class EnvironmentFault(Exception):  # noqa: N818 - a fault of the machine, not of the program
    """Git, the disk or a tool did not do what it was asked to; nothing was published."""

    exit_code = 4

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


class Misuse(EnvironmentFault):
    """The command names something that does not exist."""

    exit_code = 2


class Refusal(EnvironmentFault):
    """What was asked for must not be done, such as changing a published edition."""

    exit_code = 3


def today() -> date:
    """Today's date where the machine is."""
    return datetime.now(UTC).astimezone().date()
