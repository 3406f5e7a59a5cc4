"""A reader's value holds nothing that is for the facilitator alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from taikun_build.model import Curriculum, FacilitatorNote
from taikun_build.site.audiences import for_readers


def texts(value: Any) -> Iterator[str]:
    """Every text inside a value, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif hasattr(value, "model_dump"):
        yield from texts(value.model_dump())
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (*texts(key), *texts(inner))
    elif isinstance(value, tuple | list | frozenset):
        for inner in value:
            yield from texts(inner)


def test_no_secret_is_left_in_a_readers_module(curriculum: Curriculum) -> None:
    for module in curriculum.modules:
        theme = curriculum.theme(module.meta.theme)
        assert theme is not None
        whole = " ".join(texts(module))
        reader = " ".join(texts(for_readers(module, theme, curriculum.settings.roles)))
        secret = "LØYN" if module.meta.language == "nn" else "HEMMELIG"
        assert secret in whole
        assert secret not in reader.replace("UFERDIG HEMMELIG UTKAST", "")


def test_what_is_for_readers_stays(curriculum: Curriculum) -> None:
    module = curriculum.modules[0]
    theme = curriculum.theme("etikk")
    assert theme is not None
    reader = for_readers(module, theme, curriculum.settings.roles)
    kept = [part for part in module.parts() if not isinstance(part, FacilitatorNote)]
    found = [part for item in reader.body for part in (item.parts if hasattr(item, "parts") else (item,))]
    assert found == kept
    assert reader.dilemmas["svaret"].questions == module.meta.dilemmas[0].questions
