/* The fields of the proof of participation, made from the lines that are there to be filled in by hand. What is written
   goes onto the proof below and nowhere else. */
"use strict";

(() => {
  const place = document.querySelector(".tk-proof-choices");
  const proof = document.querySelector(".tk-proof");
  const words = place.dataset;
  const language = document.documentElement.lang;

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /* A line of the proof: what is filled in stands above its label. */
  const fill = (line, ...content) => {
    line.querySelector(".tk-filled")?.remove();
    if (content.length) line.prepend(make("span", { class: "tk-filled" }, ...content));
  };

  const field = (line) => {
    const { field: name, type = "text", autocomplete = "off" } = line.dataset;
    const input = make("input", { id: `tk-proof-${name}`, type, autocomplete });
    input.addEventListener("input", () => {
      const day = type === "date" && input.valueAsDate;
      const said = day ? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(day) : input.value.trim();
      fill(line, ...(said ? [said] : []));
    });
    return make("p", {}, make("label", { for: input.id }, line.textContent.trim()), input);
  };

  /* Each item of the list becomes a choice; its minutes are the number after the title. */
  const heading = place.querySelector("h2");
  const list = place.querySelector("ul");
  const choices = [...list.children].map((item) => {
    const title = item.querySelector("strong");
    const minutes = Number(item.lastChild.textContent.match(/\d+/)[0]);
    const said = item.lastChild.textContent.replace("·", "").trim();
    const choice = make("input", { type: "checkbox" });
    item.replaceChildren(make("label", {}, choice, make("span", {}, ...item.childNodes)));
    return { choice, title, minutes, said };
  });
  const what = proof.querySelector("[data-field=what]");
  const total = make("p", { role: "status" });
  const sum = () => {
    const chosen = choices.filter(({ choice }) => choice.checked);
    const minutes = chosen.reduce((all, one) => all + one.minutes, 0);
    total.textContent = chosen.length ? words.total.replace("{number}", minutes) : "";
    const rows = chosen.map(({ title, said }) => make("span", {}, ...title.cloneNode(true).childNodes, `, ${said}`));
    if (chosen.length > 1) rows.push(make("span", {}, total.textContent));
    fill(what, ...rows);
    proof.classList.toggle("tk-many", chosen.length > 5);
  };
  const group = make("div", { role: "group", "aria-labelledby": heading.id }, list);
  heading.after(group);
  list.addEventListener("change", sum);

  const lines = [...proof.querySelectorAll("[data-field]")].filter((line) => line !== what);
  const print = make("button", { type: "button" }, words.print);
  print.addEventListener("click", () => window.print());
  place.append(
    total,
    make("div", { class: "tk-proof-fields", role: "group", "aria-label": words.label }, ...lines.map(field)),
    make("p", { class: "tk-proof-print" }, print),
  );
  place.classList.add("tk-live");
})();
