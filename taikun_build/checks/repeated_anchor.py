"""Each heading of a page has an anchor of its own, so that a link to it leads to the right place for ever."""

from __future__ import annotations

from collections.abc import Iterator

from taikun_build.linking import source_targets
from taikun_build.model import Curriculum, FacilitatorNote, Module, Page, Prose, prose_of
from taikun_build.problems import Location, Problem, Rule, Text, msg
from taikun_build.prose import slug

RULE = Rule(
    "repeated-anchor",
    msg("The heading «{heading}» gets the same address as {other}: #{anchor}."),
    msg("Word one of them differently. A link to the address can lead to only one place."),
)


def check(text: Module | Page, _curriculum: Curriculum) -> Iterator[Problem]:
    """Report headings with the anchor of another heading, an activity, a dilemma or a source of the same page.

    The guide shows all that the participants' page does, and the notes beside it: headings of notes are held against
    all others, and give way. The sections that the templates add have ids that no heading gets.
    """
    taken = _of_the_page(text)
    for prose in _notes_last(text):
        for heading in prose.tree.headings:
            anchor, where = slug(heading.text), prose.location(heading.offset)
            if anchor in taken:
                other, first = taken[anchor]
                yield RULE.at(where, related=(first,), heading=heading.text, anchor=anchor, other=other)
            else:
                taken[anchor] = msg("the heading on line {line}", line=where.line), where


def _of_the_page(text: Module | Page) -> dict[str, tuple[Text, Location]]:
    """The anchors that a page has from elsewhere than its headings: what each belongs to, and where that stands."""
    title = slug(text.meta.title)
    if isinstance(text, Page):
        return {title: (msg("the title of the page"), Location(text.path))}
    found = {title: (msg("the title of the page"), text.at("title"))}
    for activity in text.activities:
        place = msg("the activity on line {line}", line=activity.where.line), activity.where
        found |= {activity.options.id: place, slug(activity.title): place}
    for index, dilemma in enumerate(text.meta.dilemmas):
        where = text.at("dilemmas", index, "id")
        place = msg("the dilemma on line {line}", line=where.line), where
        found |= {dilemma.id: place, slug(dilemma.title): place}
    for index, (key, target) in enumerate(source_targets(use.key for use in text.meta.sources).items()):
        found[target.removeprefix("#")] = msg("the source «{key}»", key=key), text.at("sources", index)
    return found


def _notes_last(text: Module | Page) -> Iterator[Prose]:
    """Every stretch of Markdown, those of the participants' page first."""
    if isinstance(text, Page):
        return text.proses()
    ordered = sorted(text.parts(), key=lambda part: isinstance(part, FacilitatorNote))
    return (prose for part in ordered if (prose := prose_of(part)) is not None)
