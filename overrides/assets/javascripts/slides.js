/* Slides one at a time, and the speaker's view of them in a second window. The two keep in step by messages, which also
   pass between files in a folder. Nothing is stored and nothing is fetched. */
"use strict";

(() => {
  const deck = document.querySelector(".tk-deck");
  const said = Object.entries(deck.dataset).filter(([name]) => name.startsWith("say"));
  const words = Object.fromEntries(said.map(([name, text]) => [name[3].toLowerCase() + name.slice(4), text]));
  const slides = [...deck.querySelectorAll(".tk-slide")];
  const bar = document.querySelector(".tk-bar");
  const help = document.querySelector(".tk-help");
  const status = document.querySelector("[role=status]");
  const corner = bar.querySelector(".tk-corner");
  const asked = new URLSearchParams(location.search);
  const isSpeaker = asked.has("speaker");
  const title = document.title;
  const MINUTE = 60000;
  const ZOOMS = 4;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const two = (number) => String(number).padStart(2, "0");
  const announce = (text) => (status.textContent = text);

  /* When the session starts, in minutes after midnight: from the address, else as it was written into the file. */
  const readStart = (text) => {
    const [, hours, minutes] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text) ?? [];
    return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
  };
  const start = readStart(asked.get("start") ?? "") ?? (deck.dataset.start ? Number(deck.dataset.start) : null);
  const clock = (minutes) => `${Math.floor(minutes / 60) % 24}.${two(minutes % 60)}`;
  const clockNow = (moment) => `${moment.getHours()}.${two(moment.getMinutes())}`;
  const countdown = (left) => `${Math.floor(Math.ceil(left / 1000) / 60)}:${two(Math.ceil(left / 1000) % 60)}`;

  /* What both windows know, and when it last changed. The countdown belongs to a slide; while it runs it has an end, while
     it stands still it has an amount left. All times are in milliseconds. */
  const state = { changed: 0, at: 0, began: 0, owner: -1, left: 0, end: 0 };
  let partner = isSpeaker ? window.opener : null;
  let zoom = 0;

  const minutesOf = (number) => Number(slides[number]?.dataset.minutes ?? 0);
  const left = () => (state.end ? Math.max(0, state.end - Date.now()) : state.left);
  const isOver = () => Boolean(state.end) && left() === 0;

  /* A file in a folder has no origin to name. */
  const [origin, receiver] = location.protocol === "file:" ? ["null", "*"] : [location.origin, location.origin];
  const send = () => partner?.postMessage({ deck: deck.dataset.id, ...state }, receiver);
  const change = (changes) => {
    Object.assign(state, changes, { changed: Date.now() });
    draw();
    send();
  };
  const isState = (data) => data?.deck === deck.dataset.id && Object.keys(state).every((name) => Number.isFinite(data[name])) && slides[data.at];
  addEventListener("message", ({ data, source, origin: from }) => {
    if (!source || from !== origin || !isState(data)) return;
    partner = source;
    if (data.changed < state.changed) send();
    if (data.changed <= state.changed) return;
    const isOther = data.at !== state.at;
    for (const name of Object.keys(state)) state[name] = data[name];
    draw(isOther);
  });

  const go = (number) => {
    const at = Math.min(Math.max(number, 0), slides.length - 1);
    if (at !== state.at) change({ at, began: state.began || Date.now() });
  };

  /* A slide's own countdown starts, stops and goes on; where a slide has none, it is the one that runs that is meant. */
  const toggle = () => {
    const owner = minutesOf(state.at) ? state.at : state.owner;
    if (owner < 0) return;
    if (owner !== state.owner || left() === 0) {
      announce(fill(words.started, { minutes: slides[owner].dataset.words }));
      change({ owner, left: 0, end: Date.now() + minutesOf(owner) * MINUTE });
    } else if (state.end) {
      announce(words.stopped);
      change({ left: left(), end: 0 });
    } else change({ left: 0, end: Date.now() + state.left });
  };

  let before = 0;
  const tick = () => {
    const now = left();
    const name = state.owner < 0 ? words.start : isOver() ? words.again : state.end ? words.stop : words.goOn;
    slides.forEach((slide, number) => {
      const timer = slide.querySelector(".tk-timer");
      if (!timer) return;
      const isOwner = number === state.owner;
      timer.querySelector(".tk-count").textContent = isOwner ? countdown(now) : `${minutesOf(number)}:00`;
      timer.querySelector("button").textContent = isOwner ? name : words.start;
      timer.classList.toggle("tk-over", isOwner && isOver());
      slide.style.setProperty("--left", isOwner ? now / (minutesOf(number) * MINUTE) : 1);
    });
    const isElsewhere = !isSpeaker && state.owner >= 0 && state.owner !== state.at;
    corner.textContent = isElsewhere ? (isOver() ? words.over : countdown(now)) : "";
    if (state.end && before > MINUTE && now <= MINUTE) announce(words.minuteLeft);
    if (state.end && before > 0 && now === 0) announce(`${words.over}.`);
    before = state.end ? now : 0;
    drawBack();
    bar.querySelector("[data-do=timer]").textContent = minutesOf(state.at) && state.owner !== state.at ? words.start : name;
    if (isSpeaker) tickSpeaker(now);
  };

  /* When a break is over: as its countdown has it, else as planned, else so many minutes from now. */
  const drawBack = () => {
    slides.forEach((slide, number) => {
      const line = slide.querySelector(".tk-back");
      if (!line) return;
      const runs = number === state.owner && state.end;
      const time = runs ? clockNow(new Date(state.end)) : start === null ? "" : clock(start + Number(slide.dataset.to));
      const text = time ? fill(words.backAt, { time }) : fill(words.backIn, { minutes: slide.dataset.words });
      if (line.textContent !== text) line.textContent = text;
    });
  };

  const draw = (isNew = true) => {
    const slide = slides[state.at];
    slides.forEach((each) => each.classList.toggle("tk-shown", each === slide));
    const place = fill(words.position, { number: state.at + 1, all: slides.length, title: slide.dataset.title });
    bar.querySelector(".tk-place").textContent = `${state.at + 1} / ${slides.length}`;
    bar.querySelector("[data-do=back]").setAttribute("aria-disabled", String(state.at === 0));
    bar.querySelector("[data-do=on]").setAttribute("aria-disabled", String(state.at === slides.length - 1));
    if (document.title !== `${place} – ${title}`) {
      document.title = `${place} – ${title}`;
      if (isNew) announce(place);
      slide.scrollTop = 0;
      if (isSpeaker) drawSpeaker();
    }
    if (location.hash !== `#${state.at + 1}`) location.replace(`#${state.at + 1}`);
    measure();
    tick();
  };

  /* A slide that is longer than its screen can be scrolled by keyboard too. */
  const measure = () => {
    const slide = slides[state.at];
    if (slide.scrollHeight > slide.clientHeight + 1) slide.tabIndex = 0;
    else slide.removeAttribute("tabindex");
  };

  /* The speaker's view */
  const view = document.querySelector(".tk-speaker");
  const part = (name) => view.querySelector(`[data-part=${name}]`);
  const format = view.querySelector("select");
  const picture = (slide) => {
    const copy = slide.cloneNode(true);
    copy.removeAttribute("id");
    copy.classList.remove("tk-shown");
    copy.querySelector(".tk-notes").remove();
    copy.querySelector(".tk-timer")?.remove();
    return copy;
  };
  const drawNotes = () => {
    const notes = slides[state.at].querySelector(".tk-notes").cloneNode(true);
    for (const note of notes.querySelectorAll("[data-format]")) note.hidden = Boolean(format?.value) && note.dataset.format !== format.value;
    part("notes").replaceChildren(...notes.children);
  };
  const drawSpeaker = () => {
    const slide = slides[state.at];
    const next = slides[state.at + 1];
    part("now").replaceChildren(picture(slide));
    part("then").replaceChildren(next ? picture(next) : words.atTheEnd);
    const { from, to } = slide.dataset;
    part("planned").textContent = !from
      ? "–"
      : start === null
        ? fill(words.fromStart, { from: clock(Number(from)), to: clock(Number(to)) })
        : `${clock(start + Number(from))}–${clock(start + Number(to))}`;
    drawNotes();
    scrollTo(0, 0);
  };
  const tickSpeaker = (now) => {
    const used = state.began ? Math.floor((Date.now() - state.began) / 1000) : 0;
    part("time").textContent = clockNow(new Date());
    part("used").textContent = `${Math.floor(used / 60)}:${two(used % 60)}`;
    part("count").textContent = isOver() ? words.over : state.owner < 0 ? "–" : countdown(now);
  };
  const openSpeaker = () => {
    if (isSpeaker) return;
    const address = new URL(location.href);
    address.searchParams.set("speaker", "1");
    const opened = window.open(address, "taikun-speaker", "popup,width=1200,height=800");
    if (opened) partner = opened;
    else announce(words.blocked);
    opened?.focus();
  };

  /* Keys, buttons, fingers */
  const enlarge = (by) => {
    zoom = Math.min(Math.max(zoom + by, 0), ZOOMS);
    document.documentElement.dataset.zoom = zoom;
    measure();
  };
  const fullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {});
  const DEEDS = {
    back: () => go(state.at - 1),
    on: () => go(state.at + 1),
    timer: toggle,
    speaker: openSpeaker,
    full: fullScreen,
    help: () => help.showModal(),
    close: () => help.close(),
    print: () => {
      help.close();
      print();
    },
    bigger: () => enlarge(1),
    smaller: () => enlarge(-1),
  };
  const LETTERS = { t: toggle, s: DEEDS.speaker, f: DEEDS.full, "?": DEEDS.help, "+": DEEDS.bigger, "-": DEEDS.smaller };
  const MOVES = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowDown: 1, ArrowLeft: -1, PageUp: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || help.open || target.closest("select, input")) return;
    if (key === " " && target.closest("button")) return;
    const scrolls = /Up|Down/.test(key) && key.startsWith("Arrow") && (isSpeaker || slides[state.at].hasAttribute("tabindex"));
    if (MOVES[key] && !scrolls) {
      event.preventDefault();
      go(state.at + (key === " " && event.shiftKey ? -1 : MOVES[key]));
    } else if (LETTERS[key] && document.getElementById("tk-letters").checked) {
      event.preventDefault();
      LETTERS[key]();
    }
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.do) DEEDS[button.dataset.do]();
    else if (button) toggle();
  });
  let touch = null;
  deck.addEventListener("touchstart", ({ touches }) => (touch = touches.length === 1 ? touches[0] : null), { passive: true });
  deck.addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (!touch) return;
    const [across, along] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(along)) go(state.at + (across < 0 ? 1 : -1));
    touch = null;
  });
  document.addEventListener("fullscreenchange", () => bar.querySelector("[data-do=full]").setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));

  const recall = () => {
    const number = Number(location.hash.slice(1));
    if (slides[number - 1]) go(number - 1);
  };
  addEventListener("hashchange", recall);
  addEventListener("resize", measure);

  document.documentElement.classList.add("tk-live");
  help.querySelector("table").after(document.getElementById("tk-with-notes").closest("p"));
  bar.hidden = false;
  for (const timer of deck.querySelectorAll(".tk-timer")) timer.hidden = false;
  for (const time of deck.querySelectorAll(".tk-clock")) if (start !== null) time.textContent = clock(start + Number(time.dataset.from));
  bar.querySelector("[data-do=full]").hidden = !document.fullscreenEnabled;
  if (isSpeaker) {
    document.documentElement.classList.add("tk-speaking");
    view.hidden = false;
    bar.querySelector("[data-do=speaker]").hidden = true;
    bar.querySelector("[data-do=timer]").hidden = false;
    const wanted = [...(format?.options ?? [])].find((option) => option.value === asked.get("format"));
    if (wanted) format.value = wanted.value;
    format?.addEventListener("change", drawNotes);
  }
  state.at = Math.max(0, slides.findIndex((slide) => `#${slide.id}` === location.hash));
  draw(false);
  setInterval(() => {
    tick();
    if (isSpeaker) send();
  }, 250);
})();
