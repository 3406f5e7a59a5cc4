/* The fields of the proof of participation, made from the lines that are there to be filled in by hand. What is written
   goes onto the proof below and nowhere else: onto that of every written language, of which the chosen one is shown. */
"use strict";

(() => {
  const place = document.querySelector(".tk-proof-choices");
  const proofs = [...document.querySelectorAll(".tk-proof")];
  const words = place.dataset;

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
  const lineOf = (proof, name) => proof.querySelector(`[data-field=${name}]`);

  /* Browsers that know no nynorsk write dates in bokmål, in which they look the same. */
  const dateOf = (day, language) => new Intl.DateTimeFormat([language, "nb"], { dateStyle: "long", timeZone: "UTC" }).format(day);

  const field = (line) => {
    const { field: name, type = "text", autocomplete = "off" } = line.dataset;
    const input = make("input", { id: `tk-proof-${name}`, type, autocomplete });
    input.addEventListener("input", () => {
      const day = type === "date" && input.valueAsDate;
      for (const proof of proofs) {
        const said = day ? dateOf(day, proof.lang) : input.value.trim();
        fill(lineOf(proof, name), ...(said ? [said] : []));
      }
    });
    return make("p", {}, make("label", { for: input.id }, line.textContent.trim()), input);
  };

  /* Each item of the list becomes a choice; its minutes are the number after the title. */
  const heading = place.querySelector("h2");
  const list = place.querySelector("ul");
  const choices = [...list.children].map((item) => {
    const title = item.querySelector("strong");
    const minutes = Number(item.lastChild.textContent.match(/\d+/)[0]);
    const language = (title.querySelector("[lang]") || title.closest("[lang]")).lang;
    const choice = make("input", { type: "checkbox" });
    const anchor = title.querySelector("[id]")?.id;
    item.replaceChildren(make("label", {}, choice, make("span", {}, ...item.childNodes)));
    return { choice, anchor, title: title.textContent, language, minutes };
  });
  const total = make("p", { role: "status" });
  const sum = () => {
    const chosen = choices.filter(({ choice }) => choice.checked);
    const all = chosen.reduce((sum, one) => sum + one.minutes, 0);
    for (const proof of proofs) {
      const said = (text, number) => text.replace("{number}", number);
      const rows = chosen.map(({ title, language, minutes }) =>
        make("span", {}, make("span", { lang: language }, title), `, ${said(proof.dataset.minutes, minutes)}`),
      );
      if (chosen.length > 1) rows.push(make("span", {}, said(proof.dataset.total, all)));
      fill(lineOf(proof, "what"), ...rows);
      proof.classList.toggle("tk-many", chosen.length > 5);
    }
    total.textContent = chosen.length ? words.total.replace("{number}", all) : "";
  };
  const group = make("div", { role: "group", "aria-labelledby": heading.id }, list);
  heading.after(group);
  list.addEventListener("change", sum);

  /* A link ticks its modules: #modul=id, which no browser sends to a server. Ids that nobody knows tick nothing. */
  const tick = () => {
    const wanted = new URLSearchParams(location.hash.slice(1)).getAll("modul").map((id) => `modul=${id}`);
    for (const { choice, anchor } of choices) if (wanted.includes(anchor)) choice.checked = true;
    sum();
  };
  addEventListener("hashchange", tick);
  tick();

  const show = (shown) => proofs.forEach((proof) => (proof.hidden = proof !== shown));
  const language = make("fieldset", { class: "tk-proof-language" }, make("legend", {}, words.language));
  for (const proof of proofs) {
    const choice = make("input", { type: "radio", name: "language" });
    choice.checked = proof === proofs[0];
    choice.addEventListener("change", () => show(proof));
    language.append(make("label", {}, choice, proof.dataset.name));
  }

  const lines = [...proofs[0].querySelectorAll("[data-field]:not([data-field=what])")];
  const print = make("button", { type: "button" }, words.print);
  print.addEventListener("click", () => window.print());
  place.append(
    total,
    language,
    make("div", { class: "tk-proof-fields", role: "group", "aria-label": words.label }, ...lines.map(field)),
    make("p", { class: "tk-proof-print" }, print),
  );
  place.classList.add("tk-live");
  document.querySelector(".tk-proof-sheets").remove();
  show(proofs[0]);
})();
