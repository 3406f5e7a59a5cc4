/* One dilemma at a time, step by step, for a screen in the room. The address tells which dilemma and which step. */
"use strict";

(() => {
  const bank = document.querySelector(".tk-bank");
  const words = bank.dataset;
  const all = [...bank.querySelectorAll(".tk-dilemma")];
  const NAMES = [words.situation, words.values, words.perspectives, words.questions];
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const button = (text, act) => {
    const made = make("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  };
  const copy = (element) => {
    const made = element.cloneNode(true);
    made.removeAttribute("id");
    return made;
  };

  /* The parts of a dilemma: its paragraphs, what is at stake, the views, and the questions below their heading. */
  const parts = (article) => {
    const [, ...rest] = article.querySelector(".tk-dilemma-text").children;
    const stake = rest.findIndex((part) => part.matches(".tk-tension"));
    return [rest.slice(0, stake), [rest[stake]], [rest[stake + 1]], rest.slice(stake + 3)];
  };

  let list = all;
  let at = 0;
  let step = 0;

  const position = make("p", { class: "tk-stage__place" });
  const title = make("h1", { id: "tk-stage-title", tabindex: "-1" });
  const steps = NAMES.map((name, number) => button(name, () => go(at, number)));
  const content = make("div", { class: "tk-stage__step", "aria-live": "polite" });
  const full = button(words.full, () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {}));
  const before = button(words.before, () => go(at - 1, 0));
  const back = button(words.back, () => move(-1));
  const on = button(words.on, () => move(1));
  const after = button(words.after, () => go(at + 1, 0));
  on.className = "tk-stage__on";
  full.setAttribute("aria-pressed", "false");
  full.hidden = !document.fullscreenEnabled;
  const stage = make(
    "section",
    { class: "tk-stage", "aria-labelledby": "tk-stage-title" },
    make("div", { class: "tk-stage__top" }, position, full, button(words.leave, () => close())),
    title,
    make("div", { class: "tk-stage__steps", role: "group", "aria-label": words.steps }, ...steps),
    content,
    make("div", { class: "tk-stage__bar" }, before, back, on, after),
    make("p", { class: "tk-stage__keys" }, words.keys),
  );
  const isOpen = () => stage.isConnected;

  const remember = (isNew) => {
    const address = new URL(location.href);
    address.hash = "";
    address.searchParams.set("show", list[at].id);
    address.searchParams.set("step", step + 1);
    history[isNew ? "pushState" : "replaceState"](null, "", address);
  };

  const draw = () => {
    const article = list[at];
    const text = article.querySelector(".tk-dilemma-text");
    const heading = text.querySelector("h3").textContent;
    const isOther = title.textContent !== heading;
    for (const each of all) each.classList.toggle("tk-shown", each === article);
    for (const part of bank.querySelectorAll("section")) part.classList.toggle("tk-shown", part.contains(article));
    title.textContent = heading;
    title.lang = text.lang || bank.closest("[lang]").lang;
    position.textContent = fill(words.position, { number: at + 1, all: list.length });
    steps.forEach((each, number) => (number === step ? each.setAttribute("aria-current", "step") : each.removeAttribute("aria-current")));
    const name = fill(words.step, { number: step + 1, all: NAMES.length, name: NAMES[step] });
    content.replaceChildren(make("h2", { class: "tk-unseen" }, name), make("div", { lang: title.lang }, ...parts(article)[step].map(copy)));
    const isFirst = at === 0;
    const isLast = at === list.length - 1;
    before.setAttribute("aria-disabled", String(isFirst));
    after.setAttribute("aria-disabled", String(isLast));
    back.setAttribute("aria-disabled", String(isFirst && step === 0));
    on.setAttribute("aria-disabled", String(isLast && step === NAMES.length - 1));
    stage.scrollTop = 0;
    if (isOther) title.focus();
  };
  const go = (dilemma, wanted) => {
    if (!list[dilemma]) return;
    [at, step] = [dilemma, wanted];
    remember(false);
    draw();
  };
  const move = (by) => {
    if (NAMES[step + by]) go(at, step + by);
    else go(at + by, by > 0 ? 0 : NAMES.length - 1);
  };

  const open = (article, wanted, isNew) => {
    const chosen = all.filter((each) => !each.hidden);
    list = chosen.includes(article) ? chosen : all;
    [at, step] = [list.indexOf(article), wanted];
    if (!isOpen()) bank.after(stage);
    document.documentElement.classList.add("tk-showing");
    if (isNew) remember(true);
    title.textContent = "";
    draw();
  };
  const fold = () => {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    document.documentElement.classList.remove("tk-showing");
    stage.remove();
  };
  const close = () => {
    const article = list[at];
    const address = new URL(location.href);
    address.searchParams.delete("show");
    address.searchParams.delete("step");
    history.replaceState(null, "", address);
    fold();
    article.hidden = false;
    article.querySelector(".tk-show").focus();
  };

  for (const article of all) {
    const show = button(words.show, () => open(article, 0, true));
    show.setAttribute("aria-label", `${words.show}: ${article.querySelector("h3").textContent}`);
    show.classList.add("tk-show");
    article.append(make("p", { class: "tk-actions" }, show));
  }
  const start = button(words.start, () => open(all.find((each) => !each.hidden), 0, true));
  bank.querySelector(".tk-filters__sum").append(start);
  const offer = () => (start.hidden = all.every((each) => each.hidden));
  bank.addEventListener("chosen", offer);
  offer();

  /* A remote control for slides sends PageDown and PageUp. Space presses a button that has the focus, as always. */
  const KEYS = { " ": 1, ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (!isOpen() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") close();
    else if (KEYS[event.key] && !(event.key === " " && event.target.closest("button"))) {
      event.preventDefault();
      move(KEYS[event.key]);
    }
  });
  document.addEventListener("fullscreenchange", () => full.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));

  const recall = () => {
    const wanted = new URLSearchParams(location.search);
    const article = all.find((each) => each.id === wanted.get("show"));
    const number = Math.min(Math.max(Number(wanted.get("step")) || 1, 1), NAMES.length);
    if (article) open(article, number - 1, false);
    else if (isOpen()) fold();
  };
  addEventListener("popstate", recall);
  recall();
})();
