"""Libraries' own additions to guides, sheets and slides: files beside the curriculum, which stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taikun_build.frontmatter import read_data_file
from taikun_build.images import Misfit, look_at
from taikun_build.model import Institution, Positions
from taikun_build.problems import Problem, Rule, msg
from taikun_build.sources import Kind, Sources

FOLDER = "institutions"

FILE_NAME = Rule(
    "institution-file-name",
    msg("The file of the library «{id}» must be called {path}."),
    msg("Rename the file, or mend the id."),
)
LOGO = Rule(
    "institution-logo",
    msg("The logo «{name}» cannot be used: {why}."),
    msg("{advice}"),
)
RULES = (FILE_NAME, LOGO)


@dataclass(frozen=True, slots=True)
class Local:
    """A library with its logo, as the bytes of a PNG or JPG."""

    institution: Institution
    logo: bytes | None


def read_institutions(sources: Sources) -> tuple[tuple[Local, ...], tuple[Problem, ...]]:
    """The files in `institutions/`, in the order of their names."""
    found: list[Local] = []
    problems: list[Problem] = []
    files = {entry.path for entry in sources.entries() if entry.kind is Kind.FILE}
    for path in sorted(path for path in files if path.endswith(".yml")):
        shaped, _, of_file = read_data_file(sources.read(path), Institution)
        problems += of_file
        if shaped is None or shaped.value is None:
            continue
        institution = shaped.value
        logo = f"{FOLDER}/{institution.logo}"
        data = sources.read(logo).data if logo in files else None
        problems += _problems_of(institution, shaped.at, data)
        found.append(Local(institution, data))
    return tuple(found), tuple(problems)


def _problems_of(institution: Institution, at: Positions, logo: bytes | None) -> Iterator[Problem]:
    """What is wrong with one file, and with the logo that it names."""
    path = f"{FOLDER}/{institution.id}.yml"
    if at().path != path:
        yield FILE_NAME.at(at("id"), id=institution.id, path=path)
    if institution.logo is None:
        return
    if logo is None:
        put = msg("Put it into {folder}/, or take «logo» away.", folder=FOLDER)
        yield LOGO.at(at("logo"), name=institution.logo, why=msg("it is not there"), advice=put)
        return
    seen = look_at(institution.logo[institution.logo.rindex(".") :], logo)
    if isinstance(seen, Misfit):
        yield LOGO.at(at("logo"), name=institution.logo, why=seen.why, advice=seen.advice)
