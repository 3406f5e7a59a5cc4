/* The search: finds words in the index (search-index.js) and shows where they stand. Nothing leaves the browser.

   First the language (what is the same word), then the finding (which pages, in which order), then the page.
   The index is `window.taikunSearch`: {same, pages: [{url, title, lang, isModule, summary, facts, sections}]}, where a
   section is [anchor, heading, text, weight]. What can be tried on its own is hung on the same object. */
(() => {
  "use strict";

  const index = window.taikunSearch;
  const place = document.getElementById("tk-search");
  if (!index || !place) {
    return;
  }

  /* ---- The language ---- */

  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const LONGEST_QUERY = 200;
  const MOST_WORDS = 12;

  /* Words that say nothing of what a text is about, bokmål and nynorsk. */
  const SKIPPED = new Set(
    `alle at av bare begge ble blei bli blir blitt både båe da de deg dei deim deira deires dem den denne der dere deres
    det dette di din disse ditt du dykk dykkar då eg ein eit eitt eller elles en enn er et ett etter for fordi fra frå før
    ha hadde han hans har hennar henne hennes her hjå ho hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i ikke
    ikkje inn ja jeg kan kom korleis kun kunne kva kvar kven kvifor man mange me med medan meg mellom men mi min mine mitt
    mot må mye mykje nå når no noe noen noka noko nokon nokre og også om opp oss over på samme seg selv si sia siden sin
    sine sitt sjølv skal skulle slik so som somme så til um upp ut uten var vart ved vere verte vi vil ville vore vært vår
    våre være å`.split(/\s+/).map(fold)
  );

  /** Lower case without marks and without the Norwegian letters, letter for letter: «Språklære» is «spraklare». */
  function fold(text) {
    return text
      .toLowerCase()
      .replace(/[æø]/g, (letter) => (letter === "æ" ? "a" : "o"))
      .normalize("NFD")
      .replace(/\p{M}/gu, "");
  }

  const VOWELS = "aeiouyåæêòóôø";
  const START = new RegExp(`^[^${VOWELS}]*[${VOWELS}]+[^${VOWELS}]`);
  const BEFORE_S = new RegExp(`(?:[bcdfghjlmnoptvyz]|(?<!e)r|[^${VOWELS}]k)$`);
  const BEFORE_KEPT_ERS = /(?:ind|kk|nk|[ao]mm|(?<!s)kap|pp|lt|[aø]st|(?<!ha|gi)v)$/;
  const ENDINGS = `hetenes hetene hetens heten heter endes enes edes ende ande erte ede ane ene ers ens ets ert ast het
    ar er en et as es a e s`.split(/\s+/);
  const OTHER_ENDINGS = "hetslov eleg elig elov slov leg lig eig els lov ig".split(" ");

  /** The stem by Snowball's Norwegian algorithm (3.1, snowballstem.org) of a word without apostrophes. */
  function stem(word) {
    if (word.length < 3) {
      return word;
    }
    const start = START.exec(word);
    const from = Math.max(start ? start[0].length : word.length, 3);
    const ending = (text, endings) => endings.find((one) => text.length - one.length >= from && text.endsWith(one)) || "";
    const without = (text, size) => text.slice(0, text.length - size);
    const first = ending(word, ENDINGS);
    const before = without(word, first.length);
    const isKept = (first === "s" && !BEFORE_S.test(before)) || (first === "ers" && BEFORE_KEPT_ERS.test(before));
    let left = isKept ? word : before + (first.startsWith("ert") ? "er" : "");
    left = without(left, ending(left, ["dt", "vt"]) ? 1 : 0);
    return without(left, ending(left, OTHER_ENDINGS).length);
  }

  const DERIVED = /(?:asjon|isjon|ering|ning|ing|else|isk|ist|iv|ar|er)$/;

  /** What verbs and their nouns share: «hallusinerer» and «hallusinasjon» have the root «hallusin». */
  function root(word) {
    const shorter = word.replace(DERIVED, "");
    return shorter === word || shorter.length < 5 ? word : root(shorter);
  }

  const known = new Map(); // word as written -> {folded, stem}: most words come many times

  function lookUp(word) {
    if (!known.has(word)) {
      const folded = fold(word);
      known.set(word, { folded, stem: stem(folded) });
    }
    return known.get(word);
  }

  /** The words of a text that are worth looking for: where each stands, how it is folded, and its stem. */
  function wordsOf(text) {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const word = lookUp(match[0]);
      if (word.folded && !SKIPPED.has(word.folded)) {
        found.push({ at: match.index, length: match[0].length, ...word });
      }
    }
    return found;
  }

  /** Whether one slip makes a word into another: a letter too many, too few or wrong, or two that changed places. */
  function isOneSlip(one, other) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    let at = 0;
    while (at < short.length && short[at] === long[at]) {
      at += 1;
    }
    if (short.length < long.length) {
      return short.slice(at) === long.slice(at + 1);
    }
    const hasSwap = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
    return hasSwap || short.slice(at + 1) === long.slice(at + 1);
  }

  /* ---- The finding ---- */

  /* How much a word counts for by where it stands, and how well a word fulfils a wish by how it is like it. */
  const TITLE = 8;
  const SUMMARY = 3;
  const HEADING = 4;
  const OTHER_PAGE = 0.75; // a page that is no module, beside a module that answers as well
  const LIKE = {
    same: 1,
    otherWord: 0.9, // «kjelde» for «kilde»
    otherPart: 0.8, // «kildekritikk» for «kjeldekritikk»
    slip: 0.8, // «kritikk» for «kritkk»
    root: 0.5, // «hallusinasjon» for «hallusinere»
    last: 0.5, // «språkmodell» for «modell»
    first: 0.4, // «kildekritikk» for «kilde»
    piece: 0.3, // «fagfelle» for «fagfellevurdering»
    begun: 0.3, // «personvern» for «perso»
  };

  const pages = index.pages.map((page) => ({ ...page, length: 0 }));
  const sections = []; // every section of every page, and its top: {page, isTop, anchor, heading, text}
  const places = new Map(); // stem -> Map of section number -> how much the word counts for there
  const forms = new Map(); // word, folded -> its stem
  const roots = new Map(); // root -> its stems
  const phrases = []; // {words, others}: stems that together mean what each of the other stems does

  function sum(numbers) {
    return [...numbers].reduce((one, other) => one + other, 0);
  }

  function gather(number, text, weight) {
    for (const word of wordsOf(text)) {
      if (!places.has(word.stem)) {
        const shared = root(word.stem);
        places.set(word.stem, new Map());
        roots.set(shared, [...(roots.get(shared) || []), word.stem]);
      }
      const where = places.get(word.stem);
      where.set(number, (where.get(number) || 0) + weight);
      forms.set(word.folded, word.stem);
      pages[sections[number].page].length += 1;
    }
  }

  pages.forEach((page, number) => {
    const top = sections.push({ page: number, isTop: true }) - 1;
    gather(top, page.title, TITLE);
    gather(top, page.summary, SUMMARY);
    for (const [anchor, heading, text, weight] of page.sections) {
      const here = sections.push({ page: number, anchor, heading, text }) - 1;
      const isAuthors = anchor && !anchor.startsWith("tk-"); // other headings are the site's own, the same on many pages
      gather(here, isAuthors ? heading : "", HEADING);
      gather(here, text, weight);
    }
  });
  const averageLength = sum(pages.map((page) => page.length)) / Math.max(pages.length, 1);

  for (const group of index.same) {
    const members = group.map((member) => wordsOf(member).map((word) => word.stem));
    for (const words of members.filter((member) => member.length)) {
      const others = members.filter((other) => other !== words && other.length === 1).flat();
      phrases.push({ words, others });
    }
  }

  /** What a person asks for: a wish for each word, with other words for the same thing. */
  function wishesOf(query) {
    const wishes = wordsOf(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS).map((word) => ({ ...word, others: [] }));
    for (const { words, others } of phrases) {
      wishes.forEach((_, at) => {
        const phrase = wishes.slice(at, at + words.length);
        if (words.length === phrase.length && words.every((one, step) => phrase[step].stem === one)) {
          phrase.forEach((wish) => wish.others.push(...others));
        }
      });
    }
    return wishes;
  }

  /** A word with its first or last part put in other words: «kjeldekritikk» gives «kildekritikk». */
  function otherParts(wanted) {
    const made = [];
    for (const { words, others } of phrases) {
      const [part] = words;
      if (words.length === 1 && part.length >= 4 && wanted.length > part.length) {
        made.push(...(wanted.startsWith(part) ? others.map((other) => other + wanted.slice(part.length)) : []));
        made.push(...(wanted.endsWith(part) ? others.map((other) => wanted.slice(0, -part.length) + other) : []));
      }
    }
    return made;
  }

  /** How well a word fulfils a wish that has another ending, or that is its last or first part; 0 when not at all. */
  function asPart(wanted, word) {
    const rest = word.length - wanted.length;
    if (Math.abs(rest) <= 2 && Math.min(word.length, wanted.length) >= 6) {
      return word.startsWith(wanted) || wanted.startsWith(word) ? LIKE.root : 0;
    }
    const isShort = wanted.length === 3;
    if (wanted.length < 3 || rest < (isShort ? 4 : 3)) {
      return 0;
    }
    /* «datakilde» ends with «kilde», and so does «einskilde»: a short word must have a word that is known before it. */
    const before = word.slice(0, rest);
    const isCompound = wanted.length > 5 || rest > 5 || forms.has(before) || forms.has(before.replace(/[es]$/, ""));
    const isLast = isCompound && word.endsWith(wanted);
    const worth = isLast ? LIKE.last : word.startsWith(wanted) ? LIKE.first : 0;
    return isShort ? worth / 2 : worth;
  }

  /** The stems of the index that fulfil a wish: stem -> how well, 1 at most. The last word may still be unfinished. */
  function fulfilling(wish, isLast) {
    const found = new Map();
    const add = (word, worth) => {
      if (worth > (found.get(word) || 0) && places.has(word)) {
        found.set(word, worth);
      }
    };
    /* «å» may be written «aa», «æ» «ae» and «ø» «oe». */
    const plain = stem(wish.folded.replace(/aa|ae/g, "a").replace(/oe/g, "o"));
    const wanted = [wish.stem, plain, ...wish.others];
    wanted.push(...otherParts(wish.stem));
    add(wish.stem, LIKE.same);
    wish.others.concat(plain).forEach((word) => add(word, LIKE.otherWord));
    for (const one of new Set(wanted)) {
      add(one, LIKE.otherPart);
      (roots.get(root(one)) || []).forEach((word) => add(word, LIKE.root));
      for (const word of places.keys()) {
        add(word, asPart(one, word));
      }
    }
    for (const word of isLast && wish.stem.length >= 2 && !forms.has(wish.folded) ? places.keys() : []) {
      add(word, word.startsWith(wish.stem) || word.startsWith(wish.folded) ? LIKE.begun : 0);
    }
    /* A slip of the finger, when there is nothing else. */
    for (const [form, word] of !found.size && wish.folded.length >= 6 ? forms : []) {
      add(word, isOneSlip(wish.folded, form) ? LIKE.slip : 0);
    }
    /* What the word is put together of, when no module has the whole. */
    const isOfModule = (section) => pages[sections[section].page].isModule;
    const isInModule = [...found.keys()].some((word) => [...places.get(word).keys()].some(isOfModule));
    for (const word of isInModule ? [] : places.keys()) {
      const isPiece = (word.length >= 4 && wish.stem.startsWith(word)) || (word.length >= 5 && wish.stem.endsWith(word));
      add(word, isPiece ? (LIKE.piece * word.length) / wish.stem.length : 0);
    }
    return found;
  }

  /** The pages that answer a query, best first, each with its sections, best first, and the stems that were found.

      Okapi BM25 over the pages: a word counts for more the fewer pages have it, and for less each time it comes again.
      A page that fulfils only some of the wishes comes far behind one that fulfils all. */
  function find(query) {
    const wishes = wishesOf(query);
    const stems = new Set();
    const answers = new Map(); // page number -> {page, score, met, parts: section number -> score}
    wishes.forEach((wish, number) => {
      const counts = new Map(); // page number -> section number -> how much the words count for there
      const best = new Map(); // page number -> how well its best word fulfils the wish
      for (const [word, worth] of fulfilling(wish, number === wishes.length - 1)) {
        stems.add(word);
        for (const [section, count] of places.get(word)) {
          const { page } = sections[section];
          const here = counts.get(page) || new Map();
          here.set(section, (here.get(section) || 0) + worth * count);
          counts.set(page, here);
          best.set(page, Math.max(best.get(page) || 0, worth));
        }
      }
      const having = sum(best.values());
      const rarity = Math.log(1 + (pages.length - having + 0.5) / (having + 0.5));
      for (const [page, here] of counts) {
        const answer = answers.get(page) || { page, score: 0, met: 0, parts: new Map() };
        const count = sum(here.values());
        answer.score += (rarity * count) / (count + 0.9 + (0.6 * pages[page].length) / averageLength);
        answer.met += 1;
        for (const [section, part] of here) {
          answer.parts.set(section, (answer.parts.get(section) || 0) + (rarity * part) / (part + 1.5));
        }
        answers.set(page, answer);
      }
    });
    return [...answers.values()]
      .map((answer) => ({ ...answer, score: answer.score * (answer.met / wishes.length) ** 2 }))
      .map((answer) => ({ ...answer, score: answer.score * (pages[answer.page].isModule ? 1 : OTHER_PAGE) }))
      .sort((one, other) => other.score - one.score || one.page - other.page)
      .map(({ page, score, parts }) => ({
        page: pages[page],
        score,
        stems,
        sections: [...parts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([part]) => sections[part]),
      }));
  }

  Object.assign(index, { fold, stem, root, isOneSlip, find, forms });

  /* ---- The page ---- */

  const SECTIONS_SHOWN = 3;
  const EXCERPT = 200; // characters
  const QUIET = 250; // milliseconds without a key, before results are shown and announced
  const top = new URL("../../", document.currentScript.src);
  const file = top.protocol === "file:" ? "index.html" : "";

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  /** A text with what was found marked. */
  function marked(text, stems) {
    const made = document.createDocumentFragment();
    let done = 0;
    for (const word of wordsOf(text).filter((one) => stems.has(one.stem))) {
      made.append(text.slice(done, word.at), make("mark", {}, text.slice(word.at, word.at + word.length)));
      done = word.at + word.length;
    }
    made.append(text.slice(done));
    return made;
  }

  /** The stretch of a text that holds most of what was found, from the beginning of its sentence if that is near. */
  function excerpt(text, stems) {
    const hits = wordsOf(text).filter((word) => stems.has(word.stem));
    const near = (hit) => hits.filter((other) => other.at >= hit.at && other.at < hit.at + EXCERPT / 2);
    const kinds = (hit) => new Set(near(hit).map((other) => other.stem)).size;
    const at = hits.length ? hits.reduce((one, other) => (kinds(other) > kinds(one) ? other : one)).at : 0;
    const sentence = Math.max(...[". ", "? ", "! "].map((end) => text.slice(0, at).lastIndexOf(end) + end.length));
    const isNear = sentence > 1 && at - sentence < EXCERPT / 2;
    const from = at < EXCERPT / 2 ? 0 : isNear ? sentence : text.indexOf(" ", at - EXCERPT / 4) + 1;
    const rest = text.slice(from);
    const end = rest.length <= EXCERPT ? rest.length : rest.lastIndexOf(" ", EXCERPT);
    return (from ? "… " : "") + rest.slice(0, end < 0 ? EXCERPT : end) + (end < rest.length ? " …" : "");
  }

  function link(page, { anchor, heading }, stems) {
    const url = new URL(page.url + file, top);
    url.hash = anchor;
    return make("a", { href: url.href }, marked(heading, stems));
  }

  function shown({ page, sections: found, stems }) {
    const item = make("li", { lang: page.lang }, make("h2", {}, link(page, { anchor: "", heading: page.title }, stems)));
    if (page.facts.length) {
      const facts = page.facts.join(" · ");
      item.append(make("p", { className: "tk-meta", lang: document.documentElement.lang }, facts));
    }
    if (page.summary) {
      item.append(make("p", {}, marked(page.summary, stems)));
    }
    const anchored = found.filter((section) => section.anchor);
    const opening = found.filter((section) => !section.anchor && !section.isTop);
    const parts = [...anchored, ...opening].slice(0, SECTIONS_SHOWN);
    const list = parts.map((section) => {
      const heading = section.heading ? [link(page, section, stems)] : [];
      const text = section.text ? [make("p", {}, marked(excerpt(section.text, stems), stems))] : [];
      return make("li", {}, ...heading, ...text);
    });
    item.append(...(list.length ? [make("ul", {}, ...list)] : []));
    return item;
  }

  const said = place.dataset;
  const everything = document.getElementById("tk-search-all");
  const field = make("input", { type: "search", name: "q", id: "tk-search-field", maxLength: LONGEST_QUERY });
  const label = make("label", { htmlFor: field.id }, said.label);
  const form = make("form", { autocomplete: "off" }, label, make("div", {}, field, make("button", {}, said.button)));
  const status = make("p", { className: "tk-search-status" });
  const results = make("div", {});
  field.spellcheck = false;
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", said.label);
  status.setAttribute("role", "status");
  place.replaceChildren(form, status, results);

  function show() {
    const query = field.value.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUERY);
    const found = query ? find(query) : [];
    const sentence = !query ? said.start : found.length === 1 ? said.one : found.length ? said.many : said.none;
    const values = { number: String(found.length), query };
    status.textContent = sentence.replace(/\{(number|query)\}/g, (_, name) => values[name]);
    everything.hidden = found.length > 0;
    results.replaceChildren(
      ...(found.length ? [make("ol", { className: "tk-results" }, ...found.map(shown))] : []),
      ...(query && !found.length ? [make("p", {}, said.advice)] : [])
    );
    remember(query);
  }

  /**
   * Keep what is searched for in the address, so that Back, a bookmark and a shared link lead to the same results:
   * behind its #, which no browser sends to a server.
   */
  function remember(query) {
    const url = new URL(location.href);
    url.hash = query ? new URLSearchParams({ q: query }) : "";
    try {
      history.replaceState(null, "", url);
    } catch {
      /* A page that is opened as a file may not change its address. */
    }
  }

  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, QUIET);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show();
    field.focus();
  });

  function restore() {
    field.value = (new URLSearchParams(location.hash.slice(1)).get("q") || "").slice(0, LONGEST_QUERY);
    show();
  }

  addEventListener("hashchange", restore);
  restore();
})();
