"""The themes, modules and sessions that resources and events name are there."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.model import Curriculum
from taikun_build.problems import Location, Problem, Rule, Text, msg
from taikun_build.shapes import did_you_mean

RULE = Rule(
    "unknown-target",
    msg("There is no {what} with the id «{value}»."),
    msg("{suggestion}Write the id as it stands in the curriculum, or delete it from «{key}»."),
)
_WHAT = {"themes": msg("theme"), "modules": msg("module"), "session": msg("session")}


def check(curriculum: Curriculum) -> Iterator[Problem]:
    """Report ids that nothing has. What could not be read has been reported already."""
    known = {
        "themes": tuple(theme.id for theme in curriculum.settings.themes),
        "modules": tuple(module.meta.id for module in curriculum.modules),
        "session": tuple(session.meta.id for session in curriculum.sessions),
    }
    for key, value, where in _named(curriculum):
        is_unread = any(path.endswith((f"/{value}.md", f"/{value}.yml")) for path in curriculum.unread)
        if value not in known[key] and not is_unread:
            what: Text = _WHAT[key]
            yield RULE.at(where, what=what, value=value, key=key, suggestion=did_you_mean(value, known[key]))


def _named(curriculum: Curriculum) -> Iterator[tuple[str, str, Location]]:
    """Every id that is named: the key, the id, its place."""
    for index, resource in enumerate(curriculum.resources):
        for key, values in (("themes", resource.themes), ("modules", resource.modules)):
            for number, value in enumerate(values):
                yield key, value, curriculum.resources.at("resources", index, key, number)
    for index, event in enumerate(curriculum.events):
        if event.session is not None:
            yield "session", event.session, curriculum.events.at("events", index, "session")
        for number, value in enumerate(event.modules):
            yield "modules", value, curriculum.events.at("events", index, "modules", number)
