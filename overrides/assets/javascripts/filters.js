/* Filters over a list. What can be chosen is read off the list itself, the words from the list's own attributes, and the
   choice stands in the address. Without this script the whole list is there. */
"use strict";

(() => {
  const place = document.querySelector(".tk-filtered");
  const words = place.dataset;
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  const said = (kind, field) => words[kind + field[0].toUpperCase() + field.slice(1)];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  /* An item is an article. It has a value where it, or what it stands in, carries the field's attribute: <span data-niva="basic">. */
  const fields = words.fields.split(" ");
  const options = Object.fromEntries(fields.map((field) => [field, new Map()]));
  const items = [...place.querySelectorAll("article")].map((element) => {
    const values = {};
    for (const field of fields) {
      const around = element.closest(`[data-${field}]`);
      const found = [...element.querySelectorAll(`[data-${field}]`), ...(around ? [around] : [])];
      values[field] = found.map((one) => one.dataset[field]);
      for (const one of found) options[field].set(one.dataset[field], (one.querySelector("h2") || one).textContent.trim());
    }
    return { element, values, text: fold(element.textContent) };
  });

  const word = make("input", { type: "search", name: "ord", id: "tk-filter-ord", autocomplete: "off", spellcheck: "false" });
  const most = make("select", { name: "tid", id: "tk-filter-tid" }, make("option", { value: "" }, words.all));
  const times = [...new Set(items.flatMap((item) => item.values.tid).map(Number))].sort((a, b) => a - b);
  for (const time of times) most.append(make("option", { value: time }, fill(words.most, { number: time })));
  const sets = fields
    .filter((field) => field !== "tid" && options[field].size > 1)
    .map((field) => {
      const found = said("order", field).split(" ").filter((value) => options[field].has(value));
      const choices = found.map((value) =>
        make("label", {}, make("input", { type: "checkbox", name: field, value }), make("span", {}, options[field].get(value))),
      );
      return make("fieldset", {}, make("legend", {}, said("label", field)), ...choices);
    });
  const typed = make("p", {}, make("label", { for: word.id }, words.labelOrd), word);
  const timed = make("p", {}, make("label", { for: most.id }, words.labelTid), most);
  const count = make("p", { role: "status" });
  const clear = make("button", { type: "button" }, words.clear);
  const form = make("form", { class: "tk-filters" }, make("div", { class: "tk-filters__words" }, typed, ...(times.length > 1 ? [timed] : [])), ...sets);
  const folded = make("details", { class: "tk-filters__fold" }, make("summary", {}, words.title), form);
  const wide = matchMedia("(min-width: 48em)");
  const unfold = () => (folded.open = wide.matches || folded.open);
  wide.addEventListener("change", unfold);
  place.prepend(folded, make("div", { class: "tk-filters__sum" }, count, clear));

  /* Any of the values of a field, all of the fields; every word somewhere in the item. */
  const show = () => {
    const chosen = new FormData(form);
    const wanted = fold(word.value).split(/\s+/).filter(Boolean);
    const limit = Number(most.value) || Infinity;
    let shown = 0;
    for (const { element, values, text } of items) {
      const fits =
        fields.every((field) => {
          const ticked = field === "tid" ? [] : chosen.getAll(field);
          return !ticked.length || ticked.some((value) => values[field].includes(value));
        }) &&
        values.tid.every((time) => Number(time) <= limit) &&
        wanted.every((one) => text.includes(one));
      element.hidden = !fits;
      shown += fits;
    }
    for (const group of place.querySelectorAll(":scope > section")) group.hidden = !group.querySelector("article:not([hidden])");
    count.textContent = shown ? fill(words.count, { number: shown, all: items.length }) : words.none;
    clear.hidden = shown === items.length;
    place.dispatchEvent(new Event("chosen"));
  };
  const address = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    return `${location.pathname}${query.size ? `?${query}` : ""}`;
  };
  /* A page that is opened as a file may not change its address. */
  const keep = (method) => {
    try {
      history[method](null, "", address());
    } catch {}
  };
  const restore = () => {
    const query = new URLSearchParams(location.search);
    word.value = query.get("ord") || "";
    most.value = times.includes(Number(query.get("tid"))) ? query.get("tid") : "";
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = query.getAll(box.name).includes(box.value);
    folded.open = wide.matches || query.size > 0;
    show();
  };
  form.addEventListener("change", (event) => {
    if (event.target !== word) keep("pushState");
    show();
  });
  word.addEventListener("input", () => {
    keep("replaceState");
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    form.reset();
    keep("pushState");
    show();
    count.tabIndex = -1;
    count.focus();
  });
  addEventListener("popstate", restore);
  restore();
})();
