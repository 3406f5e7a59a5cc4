/* Choose the day of a course day and when it begins: all times of the page follow, and the calendar file is made from
   the text that came with the page. Nothing is stored, and nothing is sent. */
"use strict";

(() => {
  const place = document.querySelector(".tk-when");
  const words = place.dataset;
  const language = place.closest("[lang]").lang;
  const dayZero = Date.UTC(1900, 0, 1);
  const [start, first, last] = [words.start, words.first, words.last].map(Number);

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const clocks = [...document.querySelectorAll("[data-clock]")].map((element) => [element, Number(element.dataset.clock)]);
  const days = [...document.querySelectorAll("[data-day]")].map((element) => [element, element.textContent]);
  const clockOf = (minutes) => `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, "0")}`;
  /* Browsers that know no nynorsk write dates in bokmål. */
  const dateOf = (day) => new Intl.DateTimeFormat([language, "nb"], { dateStyle: "full", timeZone: "UTC" }).format(day);

  const date = make("input", { type: "date", autocomplete: "off" });
  const clock = make("input", { type: "time", autocomplete: "off", required: "" });
  clock.value = `${clockOf(start).replace(".", ":").padStart(5, "0")}`;
  const status = make("p", { role: "status" });
  const save = make("a", { hidden: "" }, words.save);
  const print = make("button", { type: "button" }, words.print);
  print.addEventListener("click", () => window.print());

  /* The times that can be exchanged stand at the beginning of an entry's UID and after the name of the time zone. */
  const calendar = (day, by) =>
    words.calendar
      .replace(/^(UID:|DT(?:START|END);TZID=[^:]+:)(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00/gm, (_, name, ...parts) => {
        const [year, month, date, hour, minute] = parts.slice(0, 5).map(Number);
        const time = new Date(Date.UTC(year, month - 1, date, hour, minute + by) + day - dayZero);
        return name + time.toISOString().replace(/[-:]|\..*/g, "");
      })
      .replaceAll("\n", "\r\n");

  const show = () => {
    const by = clock.valueAsNumber / 60000 - start;
    const fits = first + by >= 0 && last + by <= 1440;
    status.textContent = Number.isNaN(by) || fits ? "" : words.late;
    const day = date.valueAsDate;
    save.hidden = !day || !fits;
    if (!fits) return;
    for (const [element, minutes] of clocks) element.textContent = clockOf(minutes + by);
    for (const [element, before] of days) {
      const its = day && new Date(day.getTime() + element.dataset.day * 86400000);
      element.textContent = its ? dateOf(its) + (element.dataset.after || "") : before;
    }
    if (!day) return;
    URL.revokeObjectURL(save.href);
    save.download = `${words.file}-${date.value}.ics`;
    save.href = URL.createObjectURL(new Blob([calendar(day.getTime(), by)], { type: "text/calendar" }));
  };
  date.addEventListener("input", show);
  clock.addEventListener("input", show);

  place.append(
    make(
      "fieldset",
      {},
      make("legend", {}, words.group),
      make("label", {}, words.date, date),
      make("label", {}, words.clockLabel, clock),
      save,
      print,
    ),
    status,
  );
  place.classList.add("tk-live");
})();
