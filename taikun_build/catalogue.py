"""What people read from the program, in their language: one gettext catalogue a language."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from babel.dates import format_date
from babel.messages.pofile import read_po

from taikun_build.problems import Text, Value
from taikun_build.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations by English template. English needs none: its templates are the texts."""

    language: Language
    messages: Mapping[str, str]

    def say(self, text: Value) -> str:
        """A text in this language, with its values filled in."""
        match text:
            case Text():
                template = self.messages.get(text.template, text.template)
                return template.format(**{name: self.say(value) for name, value in text.values.items()})
            case tuple():
                return ", ".join(text)
            case _:
                return str(text)

    def outline(self, text: Text) -> str:
        """A sentence with an ellipsis for each of its values: what a rule says before it has found anything."""
        names = (name for _, name, _, _ in Formatter().parse(text.template) if name)
        return self.say(Text(text.template, dict.fromkeys(names, "…"))).replace("….", "…")

    def count(self, one: Text, many: Text, number: int) -> str:
        """The form for one or for several; `number` is filled in."""
        return self.say(Text((one if number == 1 else many).template, {"number": number}))

    def day(self, value: date, *, weekday: bool = False) -> str:
        """A day as it is written in a text: «25. november 2026», and before it «onsdag» when that is wanted."""
        return str(format_date(value, "full" if weekday else "long", locale=str(self.language)))


def read_catalogue(language: Language, po: bytes) -> Catalogue:
    """A catalogue from the bytes of a .po file; texts marked as fuzzy are left out."""
    messages = {
        str(message.id): str(message.string)
        for message in read_po(io.BytesIO(po), locale=None)
        if message.id and message.string and not message.fuzzy
    }
    return Catalogue(language, messages)
