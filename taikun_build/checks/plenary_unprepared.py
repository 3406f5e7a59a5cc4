"""Before a talk with everyone, each has had time to think, to write, or to say something to a few.

Without it the quickest and most confident do the talking (wait time: Rowe, 1974; think–pair–share: Lyman, 1981).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from taikun_build.model import Activity, Box, Curriculum, Module
from taikun_build.problems import Problem, Rule, Severity, msg
from taikun_build.vocabulary import Method

RULE = Rule(
    "plenary-unprepared",
    msg("All talk together in «{title}», but nobody has had time to think first."),
    msg(
        "Begin the activity with a «/// reflection» block, put work alone, in pairs or in groups before it, or choose"
        " the method «igp»."
    ),
    Severity.WARNING,
)

PREPARING = frozenset(
    {
        Method.CHECK_IN,
        Method.INDIVIDUAL,
        Method.PAIRS,
        Method.GROUPS,
        Method.IGP,
        Method.ONE_TWO_FOUR_ALL,
        Method.STATIONS,
        Method.ROLE_PLAY,
        Method.DILEMMA,
        Method.SCENARIO_AXES,
    }
)
"""Methods in which every participant thinks, writes or speaks. In a fishbowl most listen."""
NEEDS = frozenset({"body"})


def check(module: Module, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report plenary talks that nothing has prepared."""
    for activity in unprepared(module.activities):
        yield RULE.at(activity.at("method"), title=activity.title)


def unprepared(activities: Iterable[Activity]) -> Iterator[Activity]:
    """The plenary talks for which participants have not thought.

    What was prepared is used up by the plenary that follows. It outlasts a presentation and a break: the notes still
    lie on the table.
    """
    is_prepared = False
    for activity in activities:
        prepares = activity.options.method in PREPARING or _has_time_to_reflect(activity)
        if activity.options.method is not Method.PLENARY:
            is_prepared = is_prepared or prepares
            continue
        if not (is_prepared or prepares):
            yield activity
        is_prepared = False


def _has_time_to_reflect(activity: Activity) -> bool:
    return any(isinstance(part, Box) and part.kind == "reflection" for part in activity.parts)
