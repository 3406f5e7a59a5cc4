"""What a page says of itself to machines: its address, its card for those who share it, and schema.org as JSON-LD.

Canonical links, `og:url` and `og:image` must be absolute by their specifications, and are left out while nobody has
said where the site is. Links in JSON-LD may be relative: a reader of HTML resolves them against the page (JSON-LD 1.1,
7.1), so there they are always given.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from taikun_build.catalogue import Catalogue
from taikun_build.site.audiences import ReaderModule
from taikun_build.site.pages import (
    CATALOGUE,
    FEED,
    HOME,
    SitePage,
    ThemeCard,
    card_image,
    guide_pdf,
    module_page,
    theme_page,
    url_of,
)
from taikun_build.site.plan import GuidePage, HomePage, ModulePage, SitePlan
from taikun_build.vocabulary import Format, Labelled, Language, Licence

PROFILE = "https://bioschemas.org/profiles/TrainingMaterial/1.0-RELEASE"
CARD_SIZE = (1200, 630)
"""Width and height in pixels of the picture that is shown where a page is shared."""

_LOCALES: Mapping[Language, str] = {
    Language.NB: "nb_NO",
    Language.NN: "nn_NO",
    Language.SE: "se_NO",
    Language.EN: "en_GB",
}
_LICENCES: Mapping[Licence, str] = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}
_MODES: Mapping[Format, str] = {Format.PHYSICAL: "onsite", Format.DIGITAL: "online", Format.HYBRID: "blended"}
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_AUTHOR = "author"

Json = dict[str, Any]


def metadata(page: SitePage, plan: SitePlan, catalogue: Catalogue) -> Mapping[str, Any]:
    """Front matter for the frame: `canonical`, `og`, `alternates` and `jsonld`, each where there is something to say.

    Texts are plain, not yet escaped for HTML, but for `jsonld`, which is safe in a script element.
    """
    found: Json = {"canonical": plan.address + url_of(page.path)} if plan.address else {}
    found["og"] = [{"property": name, "content": text} for name, text in _card(page, plan, catalogue)]
    found["alternates"] = [{"type": "application/atom+xml", "title": plan.settings.title, "path": FEED}]
    if not isinstance(page.value, GuidePage):
        found["jsonld"] = in_script(_Graph(page, plan, catalogue).data())
    return found


def in_script(data: object) -> str:
    """Data as JSON that cannot end the script element it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def _card(page: SitePage, plan: SitePlan, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    is_home = page.path == HOME
    yield "og:title", f"{plan.settings.title} – {plan.settings.tagline}" if is_home else catalogue.say(page.title)
    yield "og:type", "website" if is_home else "article"
    yield "og:description", catalogue.say(page.description)
    yield "og:locale", _LOCALES[page.language]
    yield "og:site_name", plan.settings.title
    if plan.address:
        yield "og:url", plan.address + url_of(page.path)
        image = card_image(page.path) if card_image(page.path) in plan.cards else card_image(HOME)
        yield "og:image", plan.address + image
        yield "og:image:type", "image/png"
        yield "og:image:width", str(CARD_SIZE[0])
        yield "og:image:height", str(CARD_SIZE[1])
        yield "og:image:alt", plan.cards[image].title


class _Graph:
    """What a page is about, in the words of schema.org."""

    def __init__(self, page: SitePage, plan: SitePlan, catalogue: Catalogue) -> None:
        self.page = page
        self.plan = plan
        self.say = catalogue.say

    def data(self) -> Json:
        """The nodes of the page: what it holds, and the way to it from the front page."""
        return {"@context": "https://schema.org/", "@graph": list(self.nodes())}

    def nodes(self) -> Iterator[Json]:
        """A module, the whole curriculum, or neither; then the breadcrumbs, but for the front page."""
        match self.page.value:
            case ModulePage() as value:
                yield self.module(value)
            case HomePage() as value:
                yield self.curriculum(value)
                yield self.owner()
        if self.page.path != HOME:
            yield self.breadcrumbs()

    def link(self, path: str) -> str:
        """The address of a staged page or a file: absolute when it is known where the site is."""
        url = url_of(path) if path.endswith(".md") else path
        if self.plan.address:
            return self.plan.address + url
        relative = posixpath.relpath(url or ".", url_of(self.page.path) or ".")
        return relative if url and not url.endswith("/") else relative + "/"

    def owner(self) -> Json:
        """Who is responsible."""
        return {"@type": "Organization", "@id": f"{self.link(HOME)}#owner", "name": self.plan.settings.owner}

    def curriculum(self, home: HomePage) -> Json:
        """All the modules together. It is material and not a course that somebody can sign up for."""
        settings = self.plan.settings
        return {
            **self.material(HOME, settings.title, settings.description, settings.language),
            "keywords": [card.theme.title for card in home.themes],
            "abstract": settings.tagline,
            "license": _LICENCES[settings.licence],
            "author": {"@id": f"{self.link(HOME)}#owner"},
            "publisher": {"@id": f"{self.link(HOME)}#owner"},
            "learningResourceType": "curriculum",
            "hasPart": [self.mention(module) for module in home.modules],
            **({"datePublished": self.plan.shown.date} if self.plan.shown.date else {}),
        }

    def material(self, path: str, name: str, description: str, language: Language) -> Json:
        """What every piece of training material says, by Bioschemas TrainingMaterial 1.0."""
        return {
            "@type": "LearningResource",
            "@id": self.link(path),
            "http://purl.org/dc/terms/conformsTo": {"@id": PROFILE, "@type": "CreativeWork"},
            "name": name,
            "description": description,
            "url": self.link(path),
            "inLanguage": str(language),
            "isAccessibleForFree": True,
        }

    def mention(self, module: ReaderModule) -> Json:
        """Another module, by its name and address."""
        return {
            "@type": "LearningResource",
            "@id": self.link(module_page(module.id)),
            "name": module.title,
            "inLanguage": str(module.language),
        }

    def module(self, value: ModulePage) -> Json:
        """A module, with all that the profile requires and recommends and the model knows."""
        module = value.module
        return {
            **self.material(module_page(module.id), module.title, module.summary, module.language),
            "keywords": [module.theme.title, *(term.term.shown_in(module.language) for term in value.terms)],
            "about": [
                {"@type": "DefinedTerm", "termCode": module.theme.id, "name": module.theme.title},
                *(self.term(term.id, term.term.shown_in(module.language)) for term in value.terms),
            ],
            "abstract": module.summary,
            "identifier": module.id,
            "version": module.version,
            "creativeWorkStatus": self.say(module.status.label),
            "license": _LICENCES[module.licence],
            "learningResourceType": "lesson plan",
            "educationalLevel": self.defined(module.level),
            "timeRequired": f"PT{module.duration}M",
            "audience": [{"@type": "Audience", "audienceType": one} for one in module.audience],
            "teaches": [
                {"@type": "DefinedTerm", "termCode": one.id, "name": one.text, "description": self.say(one.kind.label)}
                for one in module.outcomes
            ],
            "competencyRequired": [self.mention(one) for one in value.prerequisites],
            "author": list(self.people(module, are_authors=True)),
            "contributor": list(self.people(module, are_authors=False)),
            "dateModified": module.reviewed,
            "isPartOf": {"@type": "LearningResource", "@id": self.link(HOME), "name": self.plan.settings.title},
            "accessMode": ["textual"],
            "encoding": [
                {
                    "@type": "MediaObject",
                    "encodingFormat": "application/pdf",
                    "name": self.say(form.label),
                    "keywords": _MODES[form],
                    "contentUrl": self.link(guide_pdf(module.id, form)),
                }
                for form in module.formats
            ],
        }

    def term(self, term_id: str, name: str) -> Json:
        """A word of the glossary."""
        return {"@type": "DefinedTerm", "termCode": term_id, "name": name}

    def defined(self, value: Labelled) -> Json:
        """A value of a closed list."""
        return {"@type": "DefinedTerm", "termCode": str(value), "name": self.say(value.label)}

    def people(self, module: ReaderModule, *, are_authors: bool) -> Iterator[Json]:
        """Those who wrote the module, or those who had another part in it. The owner is an organisation."""
        for one in module.contributors:
            if (one.role == _AUTHOR) is are_authors:
                if one.name == self.plan.settings.owner:
                    yield self.owner()
                else:
                    yield {"@type": "Person", "name": one.name}

    def breadcrumbs(self) -> Json:
        """The way from the front page to this one."""
        steps = [(HOME, self.plan.settings.title), *self.above(), (self.page.path, self.say(self.page.title))]
        return {"@type": "BreadcrumbList", "itemListElement": [*_numbered(steps, self)]}

    def above(self) -> Iterable[tuple[str, str]]:
        """The pages between the front page and this one."""
        titles = {page.path: self.say(page.title) for page in self.plan.pages}
        match self.page.value:
            case ModulePage() as value:
                return [(CATALOGUE, titles[CATALOGUE]), (theme_page(value.module.theme.id), value.module.theme.title)]
            case ThemeCard():
                return [(CATALOGUE, titles[CATALOGUE])]
            case _:
                return []


def _numbered(steps: Iterable[tuple[str, str]], graph: _Graph) -> Iterator[Json]:
    for position, (path, name) in enumerate(steps, 1):
        yield {"@type": "ListItem", "position": position, "name": name, "item": graph.link(path)}
