"""What each key means, in words: for the schema that editors read, and for the tables of the author's guide.

A key that a shape has and this file lacks is found by a test.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from taikun_build.model import (
    AccessibilityFile,
    ActivityOptions,
    Axis,
    BreakRule,
    Change,
    Competence,
    Contributor,
    CurriculumSettings,
    Dilemma,
    Edition,
    EnglishModule,
    EnglishSettings,
    Equipment,
    Event,
    EventsFile,
    Evidence,
    FacilitatorNotes,
    FourFutures,
    Framework,
    FrontMatter,
    FrozenModule,
    Future,
    FuturesFile,
    GlossaryFile,
    GroupSize,
    Guideline,
    HandTest,
    Institution,
    LearningPathMatter,
    LunchRule,
    ModuleSlot,
    Names,
    Outcome,
    OwnSlot,
    PageMatter,
    PartSlot,
    PathStep,
    Perspective,
    Preparation,
    Resource,
    ResourcesFile,
    Role,
    SessionMatter,
    Shape,
    SourceUse,
    Step,
    Term,
    Theme,
    Tool,
    Wording,
)
from taikun_build.problems import Text, msg


@dataclass(frozen=True, slots=True)
class Key:
    """A key in words: its name, what to write, and values that are well written."""

    title: Text
    description: Text
    examples: tuple[Any, ...] = ()


KEYS: Mapping[type[Shape], Mapping[str, Key]] = {
    FrontMatter: {
        "id": Key(
            msg("Id"),
            msg("The module's fixed name, the same as the file's: lower-case letters a–z, digits and hyphens."),
            ("hva-er-ki",),
        ),
        "title": Key(msg("Title"), msg("The name that participants see, at most 120 characters.")),
        "summary": Key(
            msg("Introduction"), msg("One or two sentences about what the participants do, at most 300 characters.")
        ),
        "version": Key(
            msg("Version"),
            msg("Three numbers with full stops between. Raise it when the content has changed since an edition."),
            ("1.0.0",),
        ),
        "status": Key(msg("Status"), msg("How far the module has come. A draft is never part of an edition.")),
        "theme": Key(
            msg("Theme"),
            msg("The id of one of the themes in curriculum/curriculum.yml; the file lies in the folder of that name."),
            ("etikk",),
        ),
        "level": Key(msg("Level"), msg("How much the participants must know beforehand.")),
        "format": Key(
            msg("Ways of holding it"),
            msg("The ways in which the session can be held: one, two or all three. Each activity then says how."),
            (["physical", "digital", "hybrid"],),
        ),
        "duration": Key(msg("Duration"), msg("Minutes in all, breaks included: the sum of the activities."), (90,)),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "audience": Key(msg("Audience"), msg("A list of those the session is made for.")),
        "roles": Key(
            msg("Roles"),
            msg("The ids of the roles in curriculum/curriculum.yml that get the most out of the session."),
            (["veiledning", "ledelse"],),
        ),
        "group_size": Key(
            msg("Group size"),
            msg("The fewest and the most participants that the session works with."),
            ({"min": 6, "max": 24},),
        ),
        "prerequisites": Key(
            msg("Prerequisites"), msg("The ids of modules that should come first, or []."), (["hva-er-ki"],)
        ),
        "learning_outcomes": Key(
            msg("Learning outcomes"),
            msg("A list of what participants know or can do afterwards. At least one activity works towards each."),
        ),
        "facilitator_notes": Key(
            msg("For the facilitator"), msg("What only the facilitator reads. It never stands on a participant's page.")
        ),
        "dilemmas": Key(
            msg("Dilemmas"),
            msg("A list of situations in which values pull in different directions, without an answer key, or []."),
        ),
        "sources": Key(
            msg("Sources"),
            msg("A list of keys from curriculum/references.json, or []. For the law, write key and valid_as_of."),
            (["taikun2025", {"key": "eu2024", "valid_as_of": "2026-11-22"}],),
        ),
        "terms": Key(
            msg("Terms"),
            msg("A list of ids from curriculum/glossary.yml: the words that the module explains."),
            (["spraakmodell"],),
        ),
        "reviewed": Key(
            msg("Last gone through"), msg("The day on which somebody last went through the module."), ("2026-11-23",)
        ),
        "review_by": Key(
            msg("To be gone through by"),
            msg("The day before which the module should be gone through again."),
            ("2027-05-31",),
        ),
        "contributors": Key(
            msg("Contributors"), msg("A list of those who had a part in the module, with name and role.")
        ),
        "licence": Key(
            msg("Licence"), msg("The licence of the text. In this project it is CC-BY-4.0."), ("CC-BY-4.0",)
        ),
        "changes": Key(
            msg("Changes"), msg("A list of what has changed since an edition, and why. A new module has [].")
        ),
        "english": Key(
            msg("In English"), msg("The module's title and introduction in English, for the page in English.")
        ),
    },
    GroupSize: {
        "min": Key(msg("Fewest"), msg("The fewest participants."), (6,)),
        "max": Key(msg("Most"), msg("The most participants."), (24,)),
    },
    Outcome: {
        "id": Key(
            msg("Id"), msg("A short name that the activities use to point at the outcome."), ("skille-teknikker",)
        ),
        "text": Key(msg("Text"), msg("What a participant knows or can do, beginning with a verb.")),
        "parallel": Key(
            msg("The same in the other written language"),
            msg("The outcome in nynorsk when the module is in bokmål, and the other way round. Forms must be in both."),
        ),
        "kind": Key(msg("Kind"), msg("Which of the three kinds of learning outcomes it is.")),
        "competences": Key(
            msg("Competences"),
            msg("Ids of competences from the files in curriculum/frameworks, if any fit."),
            (["acrl-ku-1"],),
        ),
    },
    FacilitatorNotes: {
        "overview": Key(msg("Overview"), msg("What the session is about, and what you must be able to do to lead it.")),
        "preparation": Key(msg("Preparation"), msg("Checklists for before, during and after the session.")),
        "equipment": Key(
            msg("Equipment"), msg("Lists of what must be at hand, one for each way of holding the session.")
        ),
        "pitfalls": Key(msg("Pitfalls"), msg("A list of what often goes wrong, and what you do then.")),
        "plan_b": Key(msg("Plan B"), msg("What you do when the network is down, time is short or few people come.")),
    },
    Preparation: {
        "before": Key(msg("Before the session"), msg("A list of what must be done beforehand.")),
        "during": Key(msg("During the session"), msg("A list of what to remember on the way, if there is anything.")),
        "after": Key(msg("After the session"), msg("A list of what to do afterwards, if there is anything.")),
    },
    Equipment: {
        "physical": Key(msg("Physical"), msg("What you need when all are in the room.")),
        "digital": Key(msg("Digital"), msg("What you need when all meet on screen.")),
        "hybrid": Key(msg("Hybrid"), msg("What you need when some are in the room and others on screen.")),
    },
    Dilemma: {
        "id": Key(msg("Id"), msg("A short name that places the dilemma in the text."), ("svaret-i-skranken",)),
        "title": Key(msg("Title"), msg("A title that does not give an answer away, at most 90 characters.")),
        "situation": Key(
            msg("Situation"), msg("What happens, in at most 120 words, so concrete that people recognise it.")
        ),
        "values": Key(
            msg("Values"),
            msg("Two to four values that pull in different directions, each of at most 60 characters."),
            (["Rask hjelp", "Etterprøvbarhet"],),
        ),
        "perspectives": Key(msg("Perspectives"), msg("How at least two of those concerned see it.")),
        "questions": Key(
            msg("Questions"), msg("Three to five questions without an answer key, each of at most 240 characters.")
        ),
        "facilitator_hint": Key(
            msg("Hint to the facilitator"), msg("What you can say or ask when the talk stops or everyone agrees.")
        ),
        "minutes": Key(msg("Minutes"), msg("How many minutes the discussion takes."), (12,)),
        "sensitivity": Key(msg("Sensitivity"), msg("How close to the bone the dilemma may come.")),
        "source": Key(msg("Source"), msg("The key of the source that it builds on, if any.")),
    },
    Perspective: {
        "role": Key(msg("Role"), msg("Who sees it.")),
        "view": Key(msg("View"), msg("How this person sees it, in one sentence.")),
    },
    SourceUse: {
        "key": Key(msg("Key"), msg("The source's id in curriculum/references.json."), ("eu2024",)),
        "valid_as_of": Key(
            msg("Valid as of"),
            msg("The day on which you checked that what the text says about the law is right."),
            ("2026-11-22",),
        ),
        "reuse": Key(
            msg("Reuse"),
            msg(
                "How the source is used. Without it, the source is only cited. To adapt a text, its licence must allow"
                " it."
            ),
        ),
    },
    Contributor: {
        "name": Key(msg("Name"), msg("The name of the person or the organisation.")),
        "role": Key(msg("Role"), msg("What the contribution was, such as author."), ("author",)),
    },
    Change: {
        "version": Key(msg("Version"), msg("The version in which the change came."), ("1.1.0",)),
        "kind": Key(msg("Kind"), msg("What sort of change it is.")),
        "what": Key(msg("What"), msg("What is different now.")),
        "why": Key(msg("Why"), msg("Why it was changed.")),
        "trigger": Key(msg("Trigger"), msg("What set it off: feedback, a review, a new law or a new tool.")),
    },
    ActivityOptions: {
        "id": Key(
            msg("Id"),
            msg(
                "The activity's name within the module, different from those of the other activities and the dilemmas."
            ),
            ("innsjekk",),
        ),
        "minutes": Key(msg("Minutes"), msg("How many minutes the activity takes, plenary included."), (18,)),
        "method": Key(msg("Method"), msg("How the activity is worked through.")),
        "purpose": Key(msg("Purpose"), msg("What the activity is good for, in one sentence.")),
        "outcomes": Key(
            msg("Outcomes"),
            msg("The ids of the learning outcomes that the activity works towards, or []."),
            (["skille-teknikker"],),
        ),
        "facilitator": Key(
            msg("Facilitator"),
            msg("What the one who leads does and says, short enough for the run sheet: at most 240 characters."),
        ),
        "participants": Key(
            msg("Participants"),
            msg("The participants' task in a sentence or two, as it stands in the run sheet and on the slide."),
        ),
        "equipment": Key(
            msg("Equipment"),
            msg("Lists of what just this activity needs, one for each way of holding the session."),
        ),
        "plan_b": Key(msg("Plan B"), msg("What to do when just this activity fails or time is short.")),
    },
    Theme: {
        "id": Key(msg("Id"), msg("The theme's fixed name, the same as its folder in curriculum/modules."), ("etikk",)),
        "letter": Key(msg("Letter"), msg("The letter that the theme has in the grant application."), ("a",)),
        "title": Key(msg("Title"), msg("The name of the theme.")),
        "summary": Key(msg("Introduction"), msg("What the theme is about, in one sentence.")),
    },
    CurriculumSettings: {
        "schema": Key(
            msg("Form of the content"), msg("The number of the form that the content is written in. Leave it as it is.")
        ),
        "title": Key(msg("Title"), msg("The name of the whole curriculum.")),
        "tagline": Key(msg("Tagline"), msg("A few words below the title.")),
        "description": Key(
            msg("Description"), msg("What the curriculum is, for those who meet it for the first time.")
        ),
        "owner": Key(msg("Owner"), msg("Who is responsible for the curriculum.")),
        "licence": Key(
            msg("Licence"), msg("The licence of the texts. In this project it is CC-BY-4.0."), ("CC-BY-4.0",)
        ),
        "language": Key(msg("Language"), msg("The language of the site's own words.")),
        "themes": Key(msg("Themes"), msg("A list of the themes, in the order that the site has them.")),
        "roles": Key(
            msg("Roles"),
            msg("A list of what people in libraries work with, in the order that the list of modules offers them."),
        ),
        "address": Key(
            msg("Address"),
            msg("Where the site is published, once that is decided: https:// first and / last."),
            ("https://example.org/taikun/",),
        ),
        "accessibility_statement": Key(
            msg("Accessibility statement"),
            msg("The address of the site's statement at Uu-tilsynet, once it is made."),
        ),
        "english": Key(msg("In English"), msg("What the curriculum is, for those who do not read Norwegian.")),
        "wording": Key(msg("Wording"), msg("A list of words that we avoid, and of what we write instead.")),
        "search": Key(
            msg("Search"),
            msg("Groups of words that the search takes for the same word, each group on a line of its own."),
            ([["kilde", "kjelde"]],),
        ),
    },
    Role: {
        "id": Key(msg("Id"), msg("The role's fixed name, which the modules point at."), ("veiledning",)),
        "title": Key(
            msg("Title"),
            msg("The name of the role, or its names in several languages, each under nb, nn, se or en."),
            ({"nb": "Ledelse", "nn": "Leiing"},),
        ),
    },
    EnglishSettings: {
        "tagline": Key(msg("Tagline"), msg("The few words below the title, in English.")),
        "description": Key(
            msg("Description"),
            msg("What the curriculum is and who it is for, in English. A blank line parts paragraphs."),
        ),
    },
    EnglishModule: {
        "title": Key(msg("Title"), msg("The name of the module in English, at most 120 characters.")),
        "summary": Key(msg("Introduction"), msg("What the participants do, in English, at most 300 characters.")),
    },
    Wording: {
        "avoid": Key(msg("Avoid"), msg("The word that we do not use."), ("chatbot",)),
        "use": Key(msg("Use"), msg("What we write instead."), ("samtalerobot",)),
        "except": Key(msg("Except"), msg("Names and phrases in which the word belongs all the same."), (["AI Act"],)),
        "languages": Key(msg("Languages"), msg("The languages it holds for. Without it, both written Norwegians.")),
    },
    GlossaryFile: {
        "terms": Key(msg("Terms"), msg("A list of the words that the modules explain.")),
    },
    Term: {
        "id": Key(msg("Id"), msg("The term's fixed name, which the modules point at."), ("spraakmodell",)),
        "term": Key(
            msg("The word"),
            msg("The word itself, or its names in several languages, each under nb, nn, se or en."),
            ("språkmodell", {"nb": "skjevhet", "nn": "skeivskap", "en": "bias"}),
        ),
        "forms": Key(msg("Forms"), msg("Inflected forms that do not begin as the word itself does.")),
        "definition": Key(msg("Definition"), msg("What the word means, briefly, and as the modules use it.")),
    },
    Names: {
        "nb": Key(msg("Bokmål"), msg("What it is called in bokmål.")),
        "nn": Key(msg("Nynorsk"), msg("What it is called in nynorsk, when that is something else.")),
        "se": Key(msg("Northern Sámi"), msg("What it is called in Northern Sámi, if you know for sure.")),
        "en": Key(msg("English"), msg("What it is called in English.")),
    },
    ResourcesFile: {
        "resources": Key(msg("Resources"), msg("A list of places elsewhere that readers should know of, or [].")),
    },
    Resource: {
        "id": Key(msg("Id"), msg("The resource's fixed name, different from those of the others."), ("sok-og-skriv",)),
        "title": Key(msg("Title"), msg("What the resource calls itself, at most 120 characters.")),
        "url": Key(msg("Address"), msg("Where it is. The address begins with https://.")),
        "owner": Key(msg("Owner"), msg("Who is behind it.")),
        "summary": Key(msg("Introduction"), msg("What one finds there, and what it is good for beside TAIKun.")),
        "language": Key(msg("Language"), msg("The language that the resource itself is written in.")),
        "relation": Key(msg("Relation"), msg("What the resource is to TAIKun.")),
        "licence": Key(
            msg("Licence"),
            msg("The licence as an SPDX id or in words. Write unknown when you have not found it."),
            ("CC-BY-NC-SA-4.0", "unknown"),
        ),
        "checked": Key(
            msg("Checked"),
            msg("The day on which somebody last opened the address. Without it the site says that nobody has."),
            ("2026-11-25",),
        ),
        "themes": Key(msg("Themes"), msg("The ids of the themes that it belongs to."), (["etikk"],)),
        "modules": Key(msg("Modules"), msg("The ids of the modules that it belongs to."), (["hva-er-ki"],)),
    },
    EventsFile: {
        "events": Key(msg("Events"), msg("A list of what is announced, or [].")),
    },
    Event: {
        "id": Key(
            msg("Id"),
            msg("The event's fixed name. Calendars know the event by it, so leave it as it is when the date changes."),
            ("samling-om-tvil",),
        ),
        "title": Key(msg("Title"), msg("What the event is called, at most 120 characters.")),
        "summary": Key(msg("Introduction"), msg("What happens, and for whom, at most 300 characters.")),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "status": Key(msg("Status"), msg("Whether it will take place. A cancelled event stays on the list.")),
        "date": Key(msg("Date"), msg("The first day."), ("2027-01-20",)),
        "start": Key(
            msg("Start"), msg("When it begins on the first day, in quotation marks, by Norwegian time."), ("09:00",)
        ),
        "end": Key(msg("End"), msg("When it is over on the last day, in quotation marks."), ("15:00",)),
        "last_day": Key(msg("Last day"), msg("The last day, when there are several."), ("2027-01-21",)),
        "format": Key(msg("Way of holding it"), msg("How it is held.")),
        "place": Key(msg("Place"), msg("Where you meet, if it is in a room.")),
        "link": Key(msg("Link"), msg("Where you meet, if it is on screen. It begins with https://.")),
        "organiser": Key(msg("Organiser"), msg("Who holds it.")),
        "registration": Key(msg("Registration"), msg("Where one signs up. The address begins with https://.")),
        "session": Key(msg("Session"), msg("The id of the session in curriculum/sessions that is held.")),
        "modules": Key(msg("Modules"), msg("The ids of the modules that are used."), (["hva-er-ki"],)),
    },
    AccessibilityFile: {
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "summary": Key(msg("Introduction"), msg("What the page tells, at most 300 characters.")),
        "introduction": Key(msg("Text"), msg("What the site is made to keep to, and who has tried it.")),
        "feedback": Key(msg("Feedback"), msg("Whom a reader tells of a fault, and what to say.")),
        "criteria": Key(
            msg("Criteria"), msg("A list of the criteria that are tested. Those that are left out count as not tested.")
        ),
    },
    Evidence: {
        "criterion": Key(msg("Criterion"), msg("The number of the success criterion in WCAG."), ("1.4.10",)),
        "automated": Key(msg("Automatic test"), msg("What is tested each time something is changed.")),
        "tests": Key(
            msg("Tests"),
            msg("The tests that do it. They are there for developers, and are not shown."),
            (["tests/test_wcag.py::test_text_can_be_twice_as_large"],),
        ),
        "by_hand": Key(msg("Tried by a person"), msg("What a person has tried, and when.")),
        "remark": Key(msg("Remark"), msg("What else a reader should know, such as why it is not relevant.")),
        "result": Key(msg("Result"), msg("What came of it. Without it the criterion counts as not tested.")),
    },
    HandTest: {
        "date": Key(msg("Date"), msg("The day on which it was tried."), ("2026-11-25",)),
        "text": Key(msg("What was tried"), msg("What the person did.")),
    },
    Framework: {
        "id": Key(msg("Id"), msg("The framework's fixed name."), ("acrl",)),
        "title": Key(msg("Title"), msg("The framework's full name.")),
        "publisher": Key(msg("Publisher"), msg("Who has published it.")),
        "year": Key(msg("Year"), msg("The year in which it was published."), (2025,)),
        "note": Key(msg("Note"), msg("What a reader should know about how we use it.")),
        "competences": Key(
            msg("Competences"), msg("A list of the competences that have been checked against the framework itself.")
        ),
    },
    Competence: {
        "id": Key(msg("Id"), msg("The competence's fixed name, which learning outcomes point at."), ("acrl-ku-1",)),
        "name": Key(msg("Name"), msg("The competence in the framework's own words.")),
    },
    FuturesFile: {
        "title": Key(msg("Title"), msg("The heading of the page.")),
        "summary": Key(msg("Introduction"), msg("What the page tells, at most 300 characters.")),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "horizon": Key(msg("Year"), msg("The year that the group imagines."), (2040,)),
        "source": Key(
            msg("Source"),
            msg("The key from curriculum/references.json of the work that the axes are taken from."),
            ("ramboll2025",),
        ),
        "origin": Key(msg("Where it comes from"), msg("What is taken from the source, and what is your own.")),
        "horizontal": Key(
            msg("The axis from left to right"), msg("Something that nobody knows how much there will be of.")
        ),
        "vertical": Key(
            msg("The axis from bottom to top"),
            msg("Something else that nobody knows, and that does not follow from the first."),
        ),
        "futures": Key(msg("The four futures"), msg("One for each corner of the cross.")),
        "steps": Key(
            msg("How it is done"), msg("A list of what the group does, in order. The page adds up the minutes.")
        ),
    },
    Axis: {
        "name": Key(msg("Name"), msg("One or two words that stand along the axis."), ("Styring",)),
        "question": Key(msg("Question"), msg("What is uncertain, as a question.")),
        "low": Key(msg("The low end"), msg("What it is called when there is little of it."), ("Lav styring",)),
        "high": Key(msg("The high end"), msg("What it is called when there is much of it."), ("Høy styring",)),
    },
    FourFutures: {
        "low_high": Key(msg("Top left"), msg("Little of what the first axis is about, much of the second.")),
        "high_high": Key(msg("Top right"), msg("Much of both.")),
        "low_low": Key(msg("Bottom left"), msg("Little of both.")),
        "high_low": Key(msg("Bottom right"), msg("Much of what the first axis is about, little of the second.")),
    },
    Future: {
        "name": Key(msg("Name"), msg("A few words to remember it by.")),
        "story": Key(
            msg("Story"), msg("What a working day is like in that future, without saying whether it is good.")
        ),
        "signs": Key(
            msg("Signs"), msg("A list of at least two things that one could see today if it were on its way.")
        ),
        "questions": Key(msg("Questions"), msg("A list of at least two questions without an answer key.")),
    },
    Step: {
        "title": Key(msg("Title"), msg("What the group does, in a few words.")),
        "minutes": Key(msg("Minutes"), msg("How many minutes it takes."), (10,)),
        "text": Key(msg("Text"), msg("How it is done, in one or a few sentences.")),
    },
    PageMatter: {
        "title": Key(msg("Title"), msg("The heading of the page.")),
        "summary": Key(msg("Introduction"), msg("What the page tells, at most 300 characters.")),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
    },
    Edition: {
        "id": Key(msg("Id"), msg("The edition's fixed name, the same as the file's."), ("first",)),
        "title": Key(msg("Title"), msg("The name that readers see.")),
        "number": Key(msg("Number"), msg("1 for the first edition, 2 for the next."), (1,)),
        "path": Key(msg("Folder"), msg("The edition's folder on the site."), ("utgave-1",)),
        "status": Key(msg("Status"), msg("Where the edition is in its life.")),
        "tag": Key(msg("Tag"), msg("The name of the git tag that leads to its content."), ("edition/first",)),
        "commit": Key(msg("Commit"), msg("The commit that the content is frozen from. The program writes it.")),
        "digest": Key(msg("Fingerprint"), msg("The fingerprint of the content. The program writes it.")),
        "date": Key(msg("Date"), msg("The day on which the edition was frozen. The program writes it.")),
        "doi": Key(msg("DOI"), msg("The DOI of the edition, once it has one.")),
        "previous": Key(msg("The one before"), msg("The id of the edition before it.")),
        "planned_for": Key(
            msg("Planned for"), msg("When the edition is meant to come, in words or as a year."), ("2027",)
        ),
        "modules": Key(msg("Modules"), msg("The modules in the edition. The program writes them.")),
    },
    FrozenModule: {
        "id": Key(msg("Id"), msg("The id of the module.")),
        "version": Key(msg("Version"), msg("The version that was frozen.")),
        "digest": Key(msg("Fingerprint"), msg("The fingerprint of the module and its files.")),
    },
    SessionMatter: {
        "id": Key(msg("Id"), msg("The session's fixed name, the same as the file's."), ("fagdag-om-tvil",)),
        "title": Key(msg("Title"), msg("The name that participants see, at most 120 characters.")),
        "summary": Key(msg("Introduction"), msg("What the day is about, at most 300 characters.")),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "kind": Key(msg("Kind"), msg("Whether it is a course or a gathering.")),
        "format": Key(msg("Way of holding it"), msg("How the day is held.")),
        "start": Key(msg("Start"), msg("When the day begins, as hours and minutes in quotation marks."), ("09:00",)),
        "end": Key(
            msg("Planned end"),
            msg("When the day must be over, if that is settled. The program says so when there is not time enough."),
            ("15:30",),
        ),
        "breaks": Key(
            msg("Breaks by rule"),
            msg("How often there is a break that the programme does not name, and how long it is."),
        ),
        "lunch": Key(msg("Lunch by rule"), msg("When there is lunch at the earliest, and how long it is.")),
        "programme": Key(
            msg("Programme"),
            msg("A list of what happens, in order: modules, and parts that have a title, minutes and a kind."),
        ),
        "place": Key(msg("Place"), msg("Where you meet, if it is in a room.")),
        "link": Key(msg("Link"), msg("Where you meet, if it is on screen. It begins with https://.")),
        "group": Key(msg("Group"), msg("Who the day is for, in a few words.")),
    },
    ModuleSlot: {
        "module": Key(
            msg("Module"), msg("The id of a module. Its activities say how many minutes it takes."), ("hva-er-ki",)
        ),
    },
    OwnSlot: {
        "title": Key(msg("Title"), msg("What this part is called in the programme.")),
        "minutes": Key(msg("Minutes"), msg("How many minutes this part takes."), (15,)),
        "kind": Key(msg("Kind"), msg("What this part of the day is for.")),
    },
    PartSlot: {
        "part": Key(msg("Part"), msg("What the part is called, when the session is held in several."), ("Del 2",)),
        "start": Key(msg("Start"), msg("When the part begins, as hours and minutes in quotation marks."), ("13:00",)),
        "end": Key(msg("Planned end"), msg("When the part must be over, if that is settled."), ("15:00",)),
        "days_later": Key(
            msg("Days later"),
            msg("How many days after the part before. Without it, the part is on the same day."),
            (7,),
        ),
    },
    BreakRule: {
        "after": Key(msg("At the latest after"), msg("The longest time in minutes without a break."), (60,)),
        "minutes": Key(msg("Minutes"), msg("How many minutes such a break lasts."), (15,)),
    },
    LunchRule: {
        "earliest": Key(
            msg("At the earliest"),
            msg("When lunch is at the earliest. It comes at the first change of activity from then on."),
            ("11:30",),
        ),
        "minutes": Key(msg("Minutes"), msg("How many minutes lunch lasts."), (45,)),
    },
    Institution: {
        "id": Key(msg("Id"), msg("The library's fixed name, the same as the file's."), ("bergen-folkebibliotek",)),
        "name": Key(msg("Name"), msg("What the library is called.")),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "contact": Key(msg("Contact"), msg("Whom participants can ask afterwards, and how.")),
        "tools": Key(msg("AI tools"), msg("A list of the AI tools that may be used at work, if there are any.")),
        "guidelines": Key(msg("Guidelines"), msg("A list of what holds where the participants work, if there is any.")),
        "logo": Key(msg("Logo"), msg("The name of a PNG or JPG that lies beside the file."), ("logo.png",)),
    },
    Tool: {
        "name": Key(msg("Name"), msg("What the tool is called.")),
        "use": Key(msg("Use"), msg("What it may be used for.")),
        "not_for": Key(msg("Not for"), msg("What it must not be used for, if there is anything.")),
    },
    Guideline: {
        "title": Key(msg("Title"), msg("What the guideline is called.")),
        "text": Key(msg("Text"), msg("The most important thing in it, in one sentence.")),
        "url": Key(msg("Address"), msg("Where it can be read. It begins with https://.")),
    },
    LearningPathMatter: {
        "id": Key(msg("Id"), msg("The learning path's fixed name, the same as the file's."), ("ved-skranken",)),
        "title": Key(msg("Title"), msg("The name that readers see, at most 120 characters.")),
        "summary": Key(msg("Introduction"), msg("What the path leads to, at most 300 characters.")),
        "language": Key(msg("Language"), msg("The one language that the text is written in.")),
        "audience": Key(msg("Audience"), msg("A list of those the path is made for.")),
        "steps": Key(msg("Steps"), msg("A list of at least two modules, in the order in which to take them.")),
    },
    PathStep: {
        "module": Key(msg("Module"), msg("The id of a module."), ("hva-er-ki",)),
        "why": Key(msg("Why"), msg("Why the module comes here, at most 300 characters.")),
    },
}
