"""No text holds a key or a password."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from taikun_build.model import Curriculum, Written
from taikun_build.privacy import Secret, secrets
from taikun_build.problems import Location, Problem, Rule, Text, msg

RULE = Rule(
    "secret",
    msg("This looks like {what}."),
    msg(
        "Delete it, and have it changed where it is used: what has once been in git is no secret any more. In an"
        " example, write «my-password»."
    ),
)

_NAMES: Mapping[Secret, Text] = {
    Secret.PRIVATE_KEY: msg("a private key"),
    Secret.ACCESS_KEY: msg("an access key to a service"),
    Secret.PASSWORD: msg("a password"),
}


def check(text: Written, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report keys and passwords, wherever in the file. They are not repeated."""
    for kind, (start, _) in secrets(text.text):
        yield RULE.at(Location.of(start, text.text, text.path), what=_NAMES[kind])
