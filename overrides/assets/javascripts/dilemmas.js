/* Choices above the list of dilemmas. What is chosen stands in the address, and nowhere else. */
"use strict";

(() => {
  const bank = document.querySelector(".tk-bank");
  const words = bank.dataset;
  const articles = [...bank.querySelectorAll(".tk-dilemma")];
  const order = words.order.split(" ");
  const KEYS = ["theme", "level", "minutes", "sensitivity", "language"];

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /* The theme is the section's; the other labels are the tags below the dilemma, in the order of KEYS. */
  const section = (article) => article.closest("section");
  const value = (article, key) => (key === "theme" ? section(article) : article).dataset[key];
  const label = (article, key) =>
    (key === "theme" ? section(article).querySelector("h2") : article.querySelector(`.tk-tags li:nth-child(${KEYS.indexOf(key)})`)).textContent;

  const options = (key) => {
    const found = [...new Map(articles.map((article) => [value(article, key), label(article, key)]))];
    if (key === "minutes") found.sort((a, b) => a[0] - b[0]);
    else if (key !== "theme") found.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
    return found;
  };
  const selects = new Map();
  for (const key of KEYS) {
    const found = options(key);
    if (found.length < 2) continue;
    const choices = [["", words.all], ...found].map(([each, name]) => make("option", { value: each }, name));
    selects.set(key, make("select", { autocomplete: "off" }, ...choices));
  }

  const status = make("p", { role: "status" });
  const clear = make("button", { type: "button" }, words.clear);
  const labels = [...selects].map(([key, select]) => make("label", {}, words[key], select));
  const place = make("div", { class: "tk-choose" });
  if (labels.length) place.append(make("fieldset", {}, make("legend", {}, words.legend), ...labels));
  place.append(status, make("p", { class: "tk-actions" }, clear));
  bank.prepend(place);

  const fits = (article) =>
    [...selects].every(([key, { value: wanted }]) => {
      const own = value(article, key);
      return !wanted || own === wanted || (key === "minutes" && Number(own) < Number(wanted));
    });
  const show = () => {
    for (const article of articles) article.hidden = !fits(article);
    for (const part of bank.querySelectorAll("section")) part.hidden = !part.querySelector(".tk-dilemma:not([hidden])");
    const number = articles.filter((article) => !article.hidden).length;
    status.textContent = number ? words.count.replace("{number}", number).replace("{all}", articles.length) : words.none;
    clear.hidden = ![...selects.values()].some((select) => select.value);
    bank.dispatchEvent(new Event("chosen"));
  };
  const remember = () => {
    const address = new URL(location.href);
    for (const [key, select] of selects) {
      if (select.value) address.searchParams.set(key, select.value);
      else address.searchParams.delete(key);
    }
    history.replaceState(null, "", address);
  };
  const recall = () => {
    const wanted = new URLSearchParams(location.search);
    for (const [key, select] of selects) {
      select.value = wanted.get(key) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    show();
  };
  place.addEventListener("change", () => {
    remember();
    show();
  });
  clear.addEventListener("click", () => {
    for (const select of selects.values()) select.value = "";
    remember();
    show();
    place.querySelector("select").focus();
  });
  addEventListener("popstate", recall);
  recall();
})();
