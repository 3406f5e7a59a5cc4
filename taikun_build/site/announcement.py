"""The text that invites people to a session, made of what its module says to readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taikun_build.problems import Text, Value, msg
from taikun_build.site.audiences import ReaderModule
from taikun_build.vocabulary import Format


@dataclass(frozen=True, slots=True)
class Announcement:
    """An invitation in the language of the module. What nobody knows before there is a date stands in brackets.

    `facts` are labels with what is said under each.
    """

    module: ReaderModule
    form: Format
    facts: tuple[tuple[Text, Value], ...]


_HELD: Mapping[Format, Text] = {
    Format.PHYSICAL: msg("We meet in one room."),
    Format.DIGITAL: msg("We meet on the web."),
    Format.HYBRID: msg("You choose whether to be in the room or on screen."),
}
_TO_BRING: Mapping[Format, Text] = {
    Format.PHYSICAL: msg("[what the participants bring]"),
    Format.DIGITAL: msg("A computer with camera and headset, and a place where you can talk undisturbed."),
    Format.HYBRID: msg(
        "A computer of your own, in the room and on screen alike. On screen you need camera and headset too."
    ),
}
_PLACE, _LINK = (msg("Place"), msg("[address and room]")), (msg("Link"), msg("[link to the meeting]"))
_WHERE: Mapping[Format, tuple[tuple[Text, Value], ...]] = {
    Format.PHYSICAL: (_PLACE,),
    Format.DIGITAL: (_LINK,),
    Format.HYBRID: (_PLACE, _LINK),
}


def announcement(module: ReaderModule, form: Format, before: tuple[ReaderModule, ...]) -> Announcement:
    """The invitation to a session in one format; `before` are the modules that one should have taken part in."""
    return Announcement(module, form, tuple(_facts(module, form, before)))


def _facts(module: ReaderModule, form: Format, before: tuple[ReaderModule, ...]) -> Iterator[tuple[Text, Value]]:
    yield msg("For"), "; ".join(module.audience)
    yield msg("Duration"), msg("{number} minutes, breaks included", number=module.duration)
    yield msg("How"), _HELD[form]
    titles = ", ".join(f"«{one.title}»" for one in before)
    known = msg("You should have taken part in {titles}.", titles=titles) if before else msg("None.")
    yield msg("What you should know beforehand"), known
    yield msg("Bring"), _TO_BRING[form]
    yield msg("Group"), msg("{min}–{max} participants", min=module.group_min, max=module.group_max)
    yield msg("Time"), msg("[day, date and time]")
    yield from _WHERE[form]
    yield msg("Sign up by"), msg("[date and address of the form]")
    yield msg("Questions"), msg("[name and e-mail address]")
