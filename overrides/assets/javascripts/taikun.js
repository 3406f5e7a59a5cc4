/* What every page has: the menu, the section that is read, the other editions, formats as tabs. All of it only adds. */
"use strict";

(() => {
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /* Escape and a click elsewhere close what is folded out in the header. */
  const folds = () => document.querySelectorAll(".tk-header details[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const fold of folds()) {
      fold.open = false;
      fold.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const fold of folds()) if (!fold.contains(event.target)) fold.open = false;
  });

  /* The link to the search page becomes a field. What is written there goes behind the # of the address, which no browser
     sends to a server. */
  const way = document.querySelector(".tk-search a");
  if (way) {
    const name = way.textContent.trim();
    const field = make("input", { type: "search", id: "tk-search-word", placeholder: name, autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
    const label = make("label", { class: "tk-unseen", for: "tk-search-word" }, name);
    const button = make("button", { type: "submit", "aria-label": name }, way.querySelector("svg"));
    const form = make("form", { role: "search" }, label, field, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const there = new URL(way.href);
      there.hash = new URLSearchParams({ q: field.value.trim() });
      location.assign(there);
    });
    way.replaceWith(form);
  }

  /* The list of sections marks the last heading above the upper third of the window. */
  const links = [...document.querySelectorAll(".tk-toc a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (headings.length && headings.every(Boolean)) {
    const mark = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).length;
      links.forEach((link, number) => link.classList.toggle("tk-read", number === passed - 1));
    };
    document.addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }

  /* A table that is wider than its place can be scrolled by keyboard too. */
  const measure = () => {
    for (const place of document.querySelectorAll(".tk-scroll"))
      if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
      else place.removeAttribute("tabindex");
  };
  measure();
  addEventListener("resize", measure);

  /* The other editions: the same page there when it exists, else the front page. From a folder there is no list. */
  const editions = async (place) => {
    const list = new URL(place.dataset.list, location.href);
    const here = place.dataset.current;
    const versions = await (await fetch(list)).json();
    const current = versions.find((version) => version.version === here);
    if (!current || versions.length < 2) return;
    const root = new URL(`${here}/`, list).href;
    const page = location.href.split(/[?#]/)[0].slice(root.length);
    const rows = versions.map((version) => {
      const front = new URL(`${version.version}/`, list);
      const link = make("a", { href: front.href }, version.title);
      if (version === current) link.setAttribute("aria-current", "true");
      link.addEventListener("click", async (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || version === current) return;
        event.preventDefault();
        const same = new URL(page, front);
        const answer = await fetch(same, { method: "HEAD" }).catch(() => ({ ok: false }));
        location.assign(answer.ok ? same : front);
      });
      return make("li", {}, link);
    });
    const unseen = make("span", { class: "tk-unseen" }, `${place.dataset.label}: `);
    place.append(make("details", {}, make("summary", {}, unseen, current.title), make("ul", {}, ...rows)));
  };
  const place = document.querySelector(".tk-edition");
  if (place && location.protocol.startsWith("http")) editions(place).catch(() => {});

  /* Variants of an activity as tabs. The choice holds for the whole page and stands in its address. */
  const sets = [...document.querySelectorAll(".tk-formats")].filter((set) => set.children.length > 1);
  const choose = (form) => {
    for (const tab of document.querySelectorAll(".tk-tabs [role=tab]")) {
      const isChosen = tab.dataset.format === form;
      const others = tab.parentElement.querySelector(`[data-format="${form}"]`);
      if (!others) continue;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).toggleAttribute("data-chosen", isChosen);
    }
  };
  const remember = (form) => {
    const address = new URL(location.href);
    address.searchParams.set("format", form);
    try {
      history.replaceState(null, "", address);
    } catch {
      /* A page that is opened as a file may not change its address. */
    }
  };
  sets.forEach((set, number) => {
    const tabs = make("div", { class: "tk-tabs", role: "tablist", "aria-label": set.dataset.label });
    for (const panel of set.querySelectorAll(":scope > .tk-format")) {
      const form = panel.dataset.format;
      const name = panel.querySelector(".tk-format-name");
      panel.id = `tk-format-${number}-${form}`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", `${panel.id}-tab`);
      panel.tabIndex = 0;
      tabs.append(
        make(
          "button",
          { type: "button", role: "tab", id: `${panel.id}-tab`, "aria-controls": panel.id, "data-format": form, class: `tk-format-${form}` },
          name.textContent,
        ),
      );
    }
    const buttons = [...tabs.children];
    const go = (button) => {
      const before = button.getBoundingClientRect().top;
      choose(button.dataset.format);
      remember(button.dataset.format);
      button.focus({ preventScroll: true });
      scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" });
    };
    tabs.addEventListener("click", (event) => {
      const button = event.target.closest("[role=tab]");
      if (button) go(button);
    });
    tabs.addEventListener("keydown", (event) => {
      const at = buttons.indexOf(event.target);
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      go(buttons[(to + buttons.length) % buttons.length]);
    });
    set.classList.add("tk-tabbed");
    set.prepend(tabs);
  });
  if (sets.length) {
    const known = [...document.querySelectorAll(".tk-tabs [role=tab]")].map((tab) => tab.dataset.format);
    for (const set of sets) choose(set.querySelector("[role=tab]").dataset.format);
    const wanted = new URLSearchParams(location.search).get("format");
    if (known.includes(wanted)) choose(wanted);
  }
})();
