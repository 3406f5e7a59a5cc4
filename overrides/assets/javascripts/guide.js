/* The start of the session: once it is chosen, every time on the page is a clock time, on paper too. The choice stands in
   the address. */
"use strict";

(() => {
  const place = document.querySelector(".tk-start");
  const times = [...document.querySelectorAll("[data-minutes]")];
  const fromStart = place.textContent;

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const clock = (minutes) => `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
  const minutesOf = (time) => {
    const [hours, minutes] = time.split(/[.:]/).map(Number);
    return hours * 60 + minutes;
  };

  const field = make("input", { type: "time", id: "tk-start-time" });
  const said = make("span", { role: "status" }, fromStart);
  const show = (time) => {
    const start = time ? minutesOf(time) : 0;
    for (const one of times) one.textContent = clock((start + Number(one.dataset.minutes)) % 1440);
    said.textContent = time ? place.dataset.chosen.replace("{time}", clock(start)) : fromStart;
  };
  const remember = (time) => {
    const address = new URL(location.href);
    if (time) address.searchParams.set("start", time.replace(":", "."));
    else address.searchParams.delete("start");
    try {
      history.replaceState(null, "", address);
    } catch {
      /* A page that is opened as a file may not change its address. */
    }
  };
  field.addEventListener("input", () => {
    show(field.value);
    remember(field.value);
  });
  place.replaceChildren(make("label", { for: field.id }, place.dataset.label), field, said);

  const wanted = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(new URLSearchParams(location.search).get("start"));
  if (wanted) {
    field.value = `${wanted[1].padStart(2, "0")}:${wanted[2]}`;
    show(field.value);
  }
})();
