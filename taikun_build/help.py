"""The command line's help in Norwegian: click's own headings and sentences, said in our words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import click

_HEADINGS = {"Options": "Valg", "Commands": "Kommandoer", "Arguments": "Argumenter"}


class Formatter(click.HelpFormatter):
    """Lays out a page of help under Norwegian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is written."""
        words = args.replace("[OPTIONS]", "[VALG]").replace("COMMAND [ARGS]...", "KOMMANDO …")
        super().write_usage(prog, words, prefix or "Bruk: ")

    @contextlib.contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A part of the page under its heading."""
        with super().section(_HEADINGS.get(name, name)):
            yield


class Context(click.Context):
    """Gives every command the formatter above."""

    formatter_class = Formatter


class Command(click.Command):
    """A command that explains itself in Norwegian."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows this help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjelpen."
        return option


class Group(click.Group, Command):
    """A group of such commands."""

    command_class = Command
    group_class = type
