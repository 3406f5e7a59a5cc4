"""A sheet as a web page of its own, outside the site's frame: it works in any folder that has its assets beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

ASSETS = (
    "fonts/source-sans-italic.woff2",
    "fonts/source-sans-regular.woff2",
    "fonts/source-sans-semibold.woff2",
    "fonts/source-serif-semibold.woff2",
    "images/favicon.svg",
    "javascripts/slides.js",
    "stylesheets/slides.css",
)
"""The files that slides need, below the folder of assets."""
_KNOWN = (
    *("p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "pre", "code"),
    *("strong", "em", "sub", "sup", "kbd", "q", "span"),
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def web_page(template: str, data: Mapping[str, Any], assets: str) -> str:
    """A whole HTML document of a template. `assets` is the way from its folder to that of `ASSETS`: `../assets`."""
    environment = Environment(
        loader=PackageLoader("taikun_build", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(f"{template}.html.jinja").render(**data, assets=assets, html=html)


def html(nodes: list[Any]) -> Markup:
    """Nodes as HTML. Tags that are not known leave their text; a heading is no more than a line in bold."""
    return Markup("").join(_one(node) for node in nodes)


def _one(node: Any) -> Markup:
    if isinstance(node, str):
        return Markup.escape(node)
    inner = html(node["c"])
    match node["t"]:
        case "br":
            return Markup("<br>")
        case "a":
            return Markup('<a href="{}">{}</a>').format(node["href"], inner)
        case name if name in _HEADINGS:
            return Markup("<p><strong>{}</strong></p>").format(inner)
        case name if name in _KNOWN:
            wanted = {"lang": node.get("lang"), "start": node.get("start") if name == "ol" else None}
            written = (Markup(' {}="{}"').format(key, value) for key, value in wanted.items() if value)
            return Markup("<{0}{1}>{2}</{0}>").format(name, Markup("").join(written), inner)
        case _:
            return inner
