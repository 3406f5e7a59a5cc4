/* The first use of a term shows its meaning where it stands: a link that becomes a button. The meanings are taken from
   the list at the end of the page. Without popovers the link leads to the glossary, as it does without script. */
"use strict";

(() => {
  const words = document.querySelector(".tk-words");
  if (!words || !("popover" in HTMLElement.prototype)) return;
  const MARGIN = 8;

  /* Below the word, or above it when there is more room, and never outside the window. */
  const put = (note, link) => {
    const word = link.getClientRects()[0];
    const { offsetWidth: width, offsetHeight: height } = note;
    const below = word.bottom + height + MARGIN <= window.innerHeight || word.top < height + MARGIN;
    const left = Math.max(MARGIN, Math.min(word.left, document.documentElement.clientWidth - width - MARGIN));
    note.style.left = `${left + window.scrollX}px`;
    note.style.top = `${(below ? word.bottom + MARGIN / 2 : word.top - height - MARGIN / 2) + window.scrollY}px`;
  };

  const explain = (link, name, meaning, number) => {
    const note = document.createElement("span");
    const more = document.createElement("a");
    const text = document.createElement("span");
    text.lang = meaning.closest("[lang]").lang;
    text.textContent = meaning.textContent.trim();
    more.href = link.href;
    more.textContent = words.dataset.more;
    note.id = `tk-meaning-${number}`;
    note.className = "tk-meaning";
    note.popover = "auto";
    const title = document.createElement("b");
    title.textContent = name.textContent;
    note.append(title, text, " ", more);
    link.after(note);
    link.classList.add("tk-term");
    link.role = "button";
    link.ariaExpanded = "false";
    link.setAttribute("aria-controls", note.id);

    /* A press outside an open popover closes it before the click arrives: what it was before is noted first. */
    let wasOpen = null;
    const turn = () => {
      const isOpen = wasOpen === null ? note.matches(":popover-open") : wasOpen;
      wasOpen = null;
      if (isOpen) note.hidePopover();
      else note.showPopover();
    };
    link.addEventListener("pointerdown", () => { wasOpen = note.matches(":popover-open"); });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      turn();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      turn();
    });
    note.addEventListener("toggle", (event) => {
      link.ariaExpanded = String(event.newState === "open");
      if (event.newState === "open") put(note, link);
    });
    window.addEventListener("resize", () => note.matches(":popover-open") && note.hidePopover());
  };

  const links = [...document.querySelectorAll(".tk-article a[href]")].filter((link) => !link.closest("dl"));
  [...words.querySelectorAll("dt a")].forEach((name, number) => {
    const link = links.find((other) => other.href === name.href);
    if (link) explain(link, name, name.closest("dt").nextElementSibling, number);
  });
})();
