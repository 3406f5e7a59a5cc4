"""The command line: parse, call, print, exit code.

What only some commands need (the site tool, the printing press) is imported where it is used: `taikun check` is run all
day, and should answer at once.

Exit codes: 0 all is well, 1 problems in the content, 2 the command was used wrongly, 3 refused, 4 the machine (git,
disk, a missing tool), 5 a fault in TAIKun itself.
"""

from __future__ import annotations

import re
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.text import Text as RichText

from taikun_build import __version__, checking, checks, reports, schema
from taikun_build.adapters.disk import DiskSources, load_catalogue, make_folder, write_text
from taikun_build.adapters.environment import EnvironmentFault, Misuse, today
from taikun_build.catalogue import Catalogue
from taikun_build.editions import FOLDER, read_editions
from taikun_build.help import Group
from taikun_build.problems import Problem, Text, has_errors, msg
from taikun_build.rulebook import FOLDER as RULE_PAGES
from taikun_build.rulebook import read_rule_pages
from taikun_build.shapes import did_you_mean
from taikun_build.timing import after_midnight
from taikun_build.vocabulary import Format, Language, Level, SessionKind

_STEPS: dict[str, Text] = {
    "fonts": msg("Preparing fonts …"),
    "pages": msg("Building pages and guides …"),
    "verify": msg("Verifying the site …"),
    "publish": msg("Putting the site in place …"),
}
_CONTENT, _USAGE, _MACHINE, _INTERNAL, _INTERRUPTED = 1, 2, 4, 5, 130
_CHECK_FORMATS = ("text", "json", "github", "sarif")
PRINTED = "utskrift"
"""Where `taikun guide` puts its files; the folder is not kept in git."""
SCHEMAS = ".taikun/schema"
"""Where the editor's settings look for the schemas; the folder is not kept in git."""


def main() -> None:
    """Run the command line. What goes wrong is said in one sentence; a traceback is shown only for code 5."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    say = load_catalogue(Language.NB).say
    try:
        sys.exit(taikun.main(prog_name="taikun", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(_USAGE)
    except click.UsageError as error:
        click.echo(say(_usage_sentence(error)), err=True)
        sys.exit(_USAGE)
    except EnvironmentFault as fault:
        click.echo(say(fault.message), err=True)
        sys.exit(fault.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(_MACHINE)
    except Exception:  # noqa: BLE001 - the last resort: say that the fault is ours, and show where it is
        traceback.print_exc()
        click.echo(say(msg("This is a fault in TAIKun itself. Please report it with the lines above.")), err=True)
        sys.exit(_INTERNAL)


def _usage_sentence(error: click.UsageError) -> Text:
    """What was wrong with a command, and what to do about it."""
    program = error.ctx.command_path if error.ctx else "taikun"
    help_ = f"{program} --help"
    match error:
        case click.exceptions.NoSuchCommand():
            near = _near(error.possibilities)
            return msg(
                "There is no command «{name}». {near}See `{help}`.", name=error.command_name, near=near, help=help_
            )
        case click.exceptions.NoSuchOption():
            near = _near(error.possibilities)
            return msg(
                "There is no option «{name}». {near}See `{help}`.", name=error.option_name, near=near, help=help_
            )
        case click.BadOptionUsage():
            return msg("Something is missing after «{name}». See `{help}`.", name=error.option_name, help=help_)
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return msg("The command lacks «{name}». See `{help}`.", name=name, help=help_)
        case click.BadParameter() if error.param and isinstance(error.param.type, click.Choice):
            name, allowed = error.param.opts[0], ", ".join(map(str, error.param.type.choices))
            return msg("«{name}» must be one of: {allowed}.", name=name, allowed=allowed)
        case _:
            return msg("{message} See `{help}`.", message=error.message, help=help_)


def _near(possibilities: list[str] | None) -> Text | str:
    return msg("Did you mean «{word}»? ", word=possibilities[0]) if possibilities else ""


def _root() -> Path:
    """The project's root: the nearest folder upwards from here that holds `curriculum/curriculum.yml`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "curriculum" / "curriculum.yml").is_file():
            return folder
    raise EnvironmentFault(
        msg("No curriculum here: neither {path} nor a folder above it has curriculum/curriculum.yml.", path=str(here))
    )


def _language_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--language",
        type=click.Choice([str(language) for language in (Language.NB, Language.NN, Language.EN)]),
        default=str(Language.NB),
        help="Språket i funnene: nb, nn eller en.",
    )(command)


def _printed_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--output",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(PRINTED),
        help="Mappa filene legges i.",
    )(command)


def _choice(values: Iterable[str]) -> click.Choice[str]:
    return click.Choice([str(value) for value in values])


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="taikun", help="Vis hvilken versjon dette er.")
def taikun() -> None:
    """Kontrollerer TAIKuns opplæringsopplegg og publiserer det som nettsted, veiledninger og utgaver."""


@taikun.command()
@click.argument("paths", nargs=-1, metavar="[STI] …", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(_CHECK_FORMATS), default="text", help="Hvordan funnene vises.")
@click.option(
    "--changed-since",
    "revision",
    metavar="REF",
    help="Vis bare det som er nytt siden en commit, en gren eller et merke.",
)
@_language_option
def check(paths: tuple[Path, ...], form: str, revision: str | None, language: str) -> None:
    """Kontroller innholdet og vis alle funn. Uten STI kontrolleres alt; ellers vises funnene i filene du nevner."""
    root = _root()
    catalogue = load_catalogue(Language(language))
    wanted = tuple(_relative(path, root) for path in paths)
    found = checking.verdict(root, today()) if revision is None else checking.verdict_since(root, revision, today())
    problems = tuple(p for p in found.problems if not wanted or _is_below(p.where.path, wanted))
    match form:
        case "json":
            click.echo(reports.as_json(problems, catalogue))
        case "github":
            click.echo(reports.as_github(problems, catalogue), nl=bool(problems))
        case "sarif":
            click.echo(reports.as_sarif(problems, checks.RULES, catalogue, __version__))
        case _:
            _print_problems(problems, catalogue, root, found.modules)
            if problems:
                _advise(problems[0].code, catalogue)
    sys.exit(_CONTENT if has_errors(problems) else 0)


@taikun.command()
@click.argument("code", metavar="[KODE]", required=False)
@_language_option
def explain(code: str | None, language: str) -> None:
    """Forklar en regel: hvorfor den finnes, hva som er galt og rett, og hvordan du retter. Uten KODE vises alle."""
    catalogue = load_catalogue(Language(language))
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    if code is None:
        for known in sorted(checks.RULES, key=lambda rule: rule.code):
            console.print(RichText(f"{known.code:<26} {catalogue.outline(known.message)}"))
        return
    name = code.strip("[]").lower()
    rule = next((rule for rule in checks.RULES if rule.code == name), None)
    if rule is None:
        near = did_you_mean(name, tuple(other.code for other in checks.RULES))
        sentence = msg("There is no rule called «{code}». {near}", code=code, near=near)
        raise click.UsageError(catalogue.say(sentence).rstrip())
    page = read_rule_pages(DiskSources(_root(), RULE_PAGES)).get(name)
    if page is None or catalogue.language is not Language.NB:
        console.print(RichText(f"{name}\n\n  {catalogue.outline(rule.message)}"))
        console.print(RichText(f"  → {catalogue.outline(rule.hint)}"))
    if page is not None:
        console.print(Markdown(page.text) if sys.stdout.isatty() else RichText(page.text.rstrip()))


@taikun.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    help="Mappa nettstedet legges i.",
)
@_language_option
def build(output: Path, language: str) -> None:
    """Bygg hele nettstedet: utgavene og arbeidsutkastet. Ved feil blir det gamle nettstedet stående urørt."""
    from taikun_build import pipeline
    from taikun_build.adapters.folders import is_ours_or_free

    root = _root()
    catalogue = load_catalogue(Language(language))
    target = output if output.is_absolute() else (root if output == Path("site") else Path.cwd()) / output
    if not is_ours_or_free(target):
        raise click.UsageError(
            catalogue.say(
                msg("{path} holds something else than a TAIKun site. Choose another folder.", path=str(target))
            )
        )
    started = time.monotonic()
    built = pipeline.build(root, target, today(), _progress(catalogue))
    _print_problems(built.problems, catalogue, root, built.modules)
    if built.output is None:
        click.echo(catalogue.say(msg("Nothing was published; the site is as it was.")), err=True)
        internal = any(problem.code.startswith("site-") for problem in built.problems)
        sys.exit(_INTERNAL if internal else _CONTENT)
    click.echo(
        catalogue.say(
            msg(
                "Built {editions} and {number} sheets to print in {seconds} seconds: {path}",
                editions=", ".join(built.editions),
                number=built.documents,
                seconds=f"{time.monotonic() - started:.0f}",
                path=str(built.output / "index.html"),
            )
        )
    )


@taikun.command()
@click.argument("session_id", metavar="ID")
@click.option("--date", "day", metavar="ÅÅÅÅ-MM-DD", help="Dagen kursdagen begynner. Da lages også en kalenderfil.")
@click.option("--start", help="Når dagen begynner, hvis det er en annen tid enn i fila.")
@_printed_option
@_language_option
def session(session_id: str, day: str | None, start: str | None, output: Path, language: str) -> None:
    """Lag kjøreplanen for en kursdag eller samling som PDF, med dato og klokkeslett for når dere skal ha den."""
    from taikun_build import authoring, pipeline

    root = _root()
    catalogue = load_catalogue(Language(language))
    first = None if day is None else authoring.check_day(day)
    held = pipeline.Held(session_id, first, _minutes_after_midnight(start, catalogue))
    written, problems = pipeline.print_session(root, held, output, today())
    _tell_written(written, problems, output, catalogue, root)


@taikun.command()
@click.argument("modules", nargs=-1, metavar="[MODUL] …")
@click.option("--format", "forms", type=_choice(Format), multiple=True, help="Formen økta holdes i; gjenta valget.")
@click.option("--start", help="Når økta begynner, for eksempel 09:30. Da viser kjøreplanen klokkeslett.")
@click.option("--institution", metavar="ID", help="Biblioteket i institutions/ID.yml, med kontakt, verktøy og logo.")
@_printed_option
@_language_option
def guide(
    *,
    modules: tuple[str, ...],
    forms: tuple[str, ...],
    start: str | None,
    institution: str | None,
    output: Path,
    language: str,
) -> None:
    """Lag det en fasilitator skriver ut og viser fram, for modulene du nevner. Uten MODUL lages det for alle."""
    from taikun_build import pipeline

    root = _root()
    catalogue = load_catalogue(Language(language))
    wanted = pipeline.Wanted(modules, tuple(map(Format, forms)), _minutes_after_midnight(start, catalogue), institution)
    written, problems = pipeline.print_kit(root, wanted, output, today())
    _tell_written(written, problems, output, catalogue, root)


def _tell_written(
    written: tuple[str, ...], problems: tuple[Problem, ...], output: Path, catalogue: Catalogue, root: Path
) -> None:
    """Name the files that were written below `output`, or say what stopped it."""
    if not written:
        _print_problems(problems, catalogue, root, 0)
        click.echo(catalogue.say(msg("Nothing was made.")), err=True)
        sys.exit(_CONTENT)
    for path in written:
        click.echo(str(output / path))


def _minutes_after_midnight(start: str | None, catalogue: Catalogue) -> int | None:
    """A clock time as it is written in Norway, with a dot or a colon."""
    if start is None:
        return None
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", start)
    if found is None:
        raise click.UsageError(catalogue.say(msg("«{start}» is no time of day. Write it as 09:30.", start=start)))
    return after_midnight(f"{found[1]}:{found[2]}")


@taikun.command("schema")
@click.argument("kind", metavar="[TYPE]", type=click.Choice(list(schema.KINDS)), default="module")
@click.option("--write", is_flag=True, help=f"Skriv alle skjemaene til {SCHEMAS}/ i stedet, der editoren finner dem.")
@_language_option
def print_schema(kind: str, write: bool, language: str) -> None:
    """Vis hvilke nøkler og verdier som er lov, som JSON Schema. TYPE er module, activity, page, session, path,
    curriculum, glossary, resources, events, futures, accessibility, framework, institution eller edition."""
    catalogue = load_catalogue(Language(language))
    if not write:
        click.echo(schema.as_text(schema.KINDS[kind], catalogue), nl=False)
        return
    root = _root()
    make_folder(root, SCHEMAS)
    for name, known in schema.KINDS.items():
        write_text(root, f"{SCHEMAS}/{name}.json", schema.as_text(known, catalogue))
    click.echo(catalogue.say(msg("Wrote {number} schemas to {path}.", number=len(schema.KINDS), path=SCHEMAS)))


@taikun.group()
def new() -> None:
    """Lag en ny modul, et nytt dilemma, en ny kursdag eller et nytt læringsløp. Det som mangler, blir du spurt om."""


@new.command("module")
@click.argument("module_id", metavar="ID")
@click.option("--theme", help="Id-en til temaet.")
@click.option("--title", help="Tittelen deltakerne ser.")
@click.option("--level", type=_choice(Level), help="Nivået.")
@click.option("--format", "forms", type=_choice(Format), multiple=True, help="En form; gjenta valget for flere.")
@click.option("--duration", help="Minutter i alt, med pauser.")
@click.option("--language", type=_choice((Language.NB, Language.NN)), help="Språket modulen skrives på.")
def add_module(
    *,
    module_id: str,
    theme: str | None,
    title: str | None,
    level: str | None,
    forms: tuple[str, ...],
    duration: str | None,
    language: str | None,
) -> None:
    """Lag en ny modul i temaets mappe, med alle nøkler og «Skriv her» der du skal skrive."""
    from taikun_build import authoring
    from taikun_build.skeletons import NewModule

    project = authoring.read_project(_root())
    authoring.check_id(module_id)
    themes = tuple(known.id for known in project.curriculum.settings.themes)
    answers = _Answers(
        {
            "--theme": theme,
            "--title": title,
            "--level": level,
            "--format": ",".join(forms),
            "--duration": duration,
            "--language": language,
        }
    )
    asked = NewModule(
        module_id,
        answers.one_of("--theme", msg("Which theme?"), themes),
        answers.text("--title", msg("What shall the module be called?")).strip(),
        Level(answers.one_of("--level", msg("Which level?"), tuple(Level))),
        tuple(map(Format, answers.some_of("--format", msg("Which formats? Put commas between."), tuple(Format)))),
        answers.number("--duration", msg("How many minutes in all?")),
        Language(answers.one_of("--language", msg("Which language?"), (Language.NB, Language.NN))),
        today(),
    )
    path = authoring.write_module(project, asked)
    say = load_catalogue(Language.NB).say
    click.echo(say(msg("Made {path}. Replace every «Write here», and run `taikun check`.", path=path)))


@new.command("dilemma")
@click.argument("dilemma_id", metavar="ID")
@click.option("--module", "module_id", help="Id-en til modulen dilemmaet skal inn i.")
@click.option("--title", help="Tittelen deltakerne ser.")
def add_dilemma(dilemma_id: str, module_id: str | None, title: str | None) -> None:
    """Sett et nytt dilemma inn i en modul: i metadataene, og i den siste aktiviteten der deltakerne drøfter noe."""
    from taikun_build import authoring
    from taikun_build.skeletons import NewDilemma

    project = authoring.read_project(_root())
    authoring.check_id(dilemma_id)
    answers = _Answers({"--module": module_id, "--title": title})
    modules = tuple(module.meta.id for module in project.curriculum.modules)
    wanted = answers.one_of("--module", msg("Which module?"), modules)
    asked = NewDilemma(dilemma_id, answers.text("--title", msg("What shall the dilemma be called?")).strip())
    path = authoring.write_dilemma(project, wanted, asked)
    say = load_catalogue(Language.NB).say
    click.echo(say(msg("Put the dilemma into {path}. Replace every «Write here», and run `taikun check`.", path=path)))


@new.command("session")
@click.argument("session_id", metavar="ID")
@click.option("--module", "modules", multiple=True, help="Id-en til en modul; gjenta valget for flere, i rekkefølge.")
@click.option("--start", help="Når dagen begynner, for eksempel 09:00.")
@click.option("--title", help="Tittelen deltakerne ser.")
@click.option("--kind", type=_choice(SessionKind), default=str(SessionKind.COURSE), help="course eller samling.")
def add_session(session_id: str, modules: tuple[str, ...], start: str | None, title: str | None, kind: str) -> None:
    """Lag en kursdag eller en samling av moduler, med pauser imellom."""
    from taikun_build import authoring

    project = authoring.read_project(_root())
    authoring.check_id(session_id)
    answers = _Answers({"--module": ",".join(modules), "--start": start, "--title": title})
    known = tuple(module.meta.id for module in project.curriculum.modules)
    path = authoring.write_session(
        project,
        session_id,
        modules=answers.some_of("--module", msg("Which modules? Put commas between."), known),
        start=answers.text("--start", msg("When does the day begin (such as 09:00)?")),
        title=answers.text("--title", msg("What shall the day be called?")),
        kind=SessionKind(kind),
    )
    say = load_catalogue(Language.NB).say
    click.echo(say(msg("Made {path}. Replace every «Write here», and run `taikun check`.", path=path)))


@new.command("path")
@click.argument("path_id", metavar="ID")
@click.option("--module", "modules", multiple=True, help="Id-en til en modul; gjenta valget for flere, i rekkefølge.")
@click.option("--title", help="Tittelen leserne ser.")
def add_path(path_id: str, modules: tuple[str, ...], title: str | None) -> None:
    """Lag et læringsløp av moduler, med «Skriv her» der du skal skrive hvorfor hver av dem kommer."""
    from taikun_build import authoring

    project = authoring.read_project(_root())
    authoring.check_id(path_id)
    answers = _Answers({"--module": ",".join(modules), "--title": title})
    known = tuple(module.meta.id for module in project.curriculum.modules)
    path = authoring.write_path(
        project,
        path_id,
        modules=answers.some_of("--module", msg("Which modules? Put commas between."), known),
        title=answers.text("--title", msg("What shall the learning path be called?")),
    )
    say = load_catalogue(Language.NB).say
    click.echo(say(msg("Made {path}. Replace every «Write here», and run `taikun check`.", path=path)))


class _Answers:
    """What was given as options; the rest is asked for on a terminal. In a pipe, what is missing is only named."""

    def __init__(self, given: Mapping[str, str | None]) -> None:
        self.given = given
        self.say = load_catalogue(Language.NB).say
        missing = [option for option, value in given.items() if not value]
        if missing and not sys.stdin.isatty():
            raise Misuse(msg("The command lacks {options}.", options=", ".join(missing)))

    def text(self, option: str, question: Text) -> str:
        """An answer in words."""
        return self.given[option] or str(click.prompt(self.say(question), err=True))

    def one_of(self, option: str, question: Text, known: Sequence[str]) -> str:
        """One of some known words. One given as an option is checked where it is used."""
        return self.given[option] or self._ask(question, known)[0]

    def some_of(self, option: str, question: Text, known: Sequence[str]) -> list[str]:
        """Some of the known words, with commas between."""
        given = self.given[option]
        return given.split(",") if given else self._ask(question, known, several=True)

    def number(self, option: str, question: Text) -> int:
        """A whole number. One given as an option, or out of range, is refused where it is used."""
        answer = self.given[option] or ""
        while not answer.isdecimal():
            if answer:
                click.echo(self.say(msg("«{value}» is not a whole number greater than zero.", value=answer)), err=True)
                if self.given[option]:
                    sys.exit(_USAGE)
            answer = str(click.prompt(self.say(question), err=True))
        return int(answer)

    def _ask(self, question: Text, known: Sequence[str], *, several: bool = False) -> list[str]:
        """Ask until every word of the answer is known."""
        listed = ", ".join(map(str, known))
        while True:
            answer = str(click.prompt(f"{self.say(question)} ({listed})", err=True))
            words = [word.strip() for word in answer.split(",")] if several else [answer.strip()]
            unknown = next((word for word in words if word not in known), None)
            if unknown is None:
                return words
            near = did_you_mean(unknown, tuple(known))
            click.echo(self.say(msg("«{word}» is not one of them. {near}", word=unknown, near=near)).rstrip(), err=True)


@taikun.group()
def edition() -> None:
    """Vis og frys utgaver."""


@edition.command("list")
@_language_option
def list_editions(language: str) -> None:
    """Vis utgavene: nummer, tittel, status og hva de er frosset fra."""
    root = _root()
    catalogue = load_catalogue(Language(language))
    known, problems = read_editions(DiskSources(root, FOLDER))
    for item in known:
        frozen = f"{item.commit[:12]}  {item.date}  {len(item.modules)}" if item.commit else item.planned_for or ""
        click.echo(
            f"{item.number}  {item.id:<10} {catalogue.say(item.status.label):<18} {item.title}  {frozen}".rstrip()
        )
    if problems:
        _print_problems(problems, catalogue, root, 0)
    sys.exit(_CONTENT if has_errors(problems) else 0)


@edition.command()
@click.argument("edition_id", metavar="ID")
@click.option("--commit", "revision", default="HEAD", help="Commiten som fryses. Utelates den, fryses den siste.")
@_language_option
def freeze(edition_id: str, revision: str, language: str) -> None:
    """Frys innholdet i en commit som kandidat til utgaven ID, og skriv editions/ID.yml."""
    from taikun_build import pipeline

    root = _root()
    catalogue = load_catalogue(Language(language))
    frozen, problems = pipeline.freeze(root, edition_id, revision)
    if frozen is None:
        _print_problems(problems, catalogue, root, 0)
        click.echo(catalogue.say(msg("Nothing was frozen.")), err=True)
        sys.exit(_CONTENT)
    click.echo(
        catalogue.say(
            msg(
                "Froze {modules} modules from {commit} as a candidate for «{title}». Commit editions/{id}.yml.",
                modules=len(frozen.modules),
                commit=(frozen.commit or "")[:12],
                title=frozen.title,
                id=frozen.id,
            )
        )
    )


def _print_problems(problems: tuple[Problem, ...], catalogue: Catalogue, root: Path, modules: int) -> None:
    """Problems to standard output, with colour on a terminal; then one sentence that sums them up."""
    console = Console(highlight=False, soft_wrap=True)
    sources: dict[str, list[str]] = {}

    def line_of(path: str, number: int) -> str:
        if path not in sources:
            file = root / path
            is_there = file.is_file() and file.resolve() == root.resolve() / path and file.stat().st_nlink == 1
            sources[path] = reports.lines_in(file.read_bytes()) if is_there else []
        lines = sources[path]
        return lines[number - 1] if number <= len(lines) else ""

    for problem in problems:
        heading, _, rest = reports.as_text((problem,), catalogue, line_of).partition("\n")
        console.print(RichText(heading, style=reports.COLOURS[problem.severity]))
        console.print(RichText(rest))
    console.print(RichText(reports.summary(problems, catalogue, modules)))


def _advise(code: str, catalogue: Catalogue) -> None:
    """Tell, on a terminal, where a person can read more."""
    if sys.stdout.isatty():
        click.echo(catalogue.say(msg("Would you like to know more? Run `taikun explain {code}`.", code=code)))


def _progress(catalogue: Catalogue) -> Callable[[str], None]:
    """Tell what goes on, on a terminal; say nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda _step: None
    return lambda step: click.echo(catalogue.say(_STEPS[step]), err=True)


def _relative(path: Path, root: Path) -> str:
    """A path as problems name it. A path that does not exist is a mistake in the command."""
    if not path.exists():
        raise click.BadParameter(load_catalogue(Language.NB).say(msg("{path} does not exist.", path=str(path))))
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        text = msg("{path} lies outside the project.", path=str(path))
        raise click.BadParameter(load_catalogue(Language.NB).say(text)) from None


def _is_below(path: str, wanted: tuple[str, ...]) -> bool:
    return any(path == name or path.startswith(f"{name}/") or name == "." for name in wanted)
