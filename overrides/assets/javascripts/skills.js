/* Marks in the table of skills: a choice in each row, a summary with the modules to begin with. Kept by the page alone. */
"use strict";

(() => {
  const place = document.querySelector(".tk-skills");
  const words = place.dataset;
  const rows = [];

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /* A row is a group of four choices, named by the words of its first cell; the columns' heads name the choices. */
  for (const table of place.querySelectorAll("table")) {
    const link = table.closest(".tk-scroll").previousElementSibling.querySelector("a");
    const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
    for (const row of table.tBodies[0].rows) {
      const skill = row.cells[0];
      const number = rows.length;
      skill.id = `tk-skill-${number}`;
      const choices = heads.map((head, value) => {
        const choice = make("input", { type: "radio", name: `skill-${number}`, value, "aria-describedby": skill.id });
        row.cells[value + 1].append(make("label", {}, choice, make("span", {}, head)));
        return choice;
      });
      rows.push({ choices, link });
    }
    table.classList.add("tk-marked");
  }

  const status = make("p", { role: "status" }, words.none);
  const advice = make("ul");
  const print = make("button", { type: "button" }, words.print);
  const clear = make("button", { type: "button" }, words.clear);
  const begin = make("p", { class: "tk-skills__begin" }, words.begin);
  place.prepend(
    make("section", { class: "tk-skills__sum", "aria-label": words.label }, status, make("div", {}, begin, advice), make("p", { class: "tk-actions" }, print, clear)),
  );

  /* The modules in which one is least sure come first; those where one can do all that is marked are left out. */
  const SURE = 2;
  const SHOWN = 3;
  const summarise = () => {
    const sums = new Map();
    let marked = 0;
    for (const { choices, link } of rows) {
      const value = choices.findIndex((choice) => choice.checked);
      if (value < 0) continue;
      marked += 1;
      const sum = sums.get(link.href) || { link, points: 0, count: 0 };
      sums.set(link.href, { link, points: sum.points + value, count: sum.count + 1 });
    }
    const first = [...sums.values()]
      .filter((sum) => sum.points / sum.count < SURE)
      .sort((a, b) => a.points / a.count - b.points / b.count)
      .slice(0, SHOWN);
    const isSure = marked > 0 && !first.length;
    status.textContent = !marked ? words.none : words.some.replace("{number}", marked).replace("{all}", rows.length) + (isSure ? ` ${words.most}` : "");
    begin.hidden = advice.hidden = !first.length;
    advice.replaceChildren(...first.map(({ link }) => make("li", {}, link.cloneNode(true))));
    clear.hidden = !marked;
    place.classList.toggle("tk-some", marked > 0);
  };
  place.addEventListener("change", summarise);
  print.addEventListener("click", () => window.print());
  clear.addEventListener("click", () => {
    for (const { choices } of rows) for (const choice of choices) choice.checked = false;
    summarise();
    status.tabIndex = -1;
    status.focus();
  });
  summarise();
})();
