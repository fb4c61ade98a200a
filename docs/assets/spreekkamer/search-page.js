// The search page: what is typed and chosen becomes results, and stands in the address.
(() => {
  "use strict";
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { amount, engine, facets, showResults } = window.spreekkamer;
  const field = root.querySelector("input[type=search]");
  const status = root.querySelector("[data-search-status]");
  const clear = root.querySelector("[data-clear]");
  const pick = root.querySelector("[data-pick]");
  const without = root.querySelector("[data-without]");
  const past = root.querySelector("[data-past]");
  const aloud = root.querySelector("[data-aloud]");
  const paper = root.querySelector("[data-paper]");
  const unread = root.querySelector("[data-unread]");

  // "9 kaarten", with the number in an element of its own.
  const tell = (number, asked, advice) => {
    const [before, after] = amount(number).split(String(number));
    const count = document.createElement("span");
    count.dataset.resultCount = "";
    count.textContent = String(number);
    count.hidden = !asked;
    status.replaceChildren(...(asked ? [before, count, after] : [count, advice]));
    sayLater(asked ? amount(number) : advice);
  };
  // Aloud only when the keys are at rest: each number in between would be read out.
  const REST = 700;
  let rest = 0;
  const sayLater = (text) => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      aloud.textContent = text;
    }, REST);
  };

  const searchOf = (query, selection) => {
    const parameters = new URLSearchParams(query ? { q: query } : {});
    for (const [facet, values] of Object.entries(selection)) {
      values.forEach((value) => parameters.append(facet, value));
    }
    const search = String(parameters);
    return search ? `?${search}` : "";
  };
  // What the address stands for; Back goes a filter back, not a letter.
  let stands = location.search;
  const address = (how) => {
    const search = searchOf(field.value.trim(), facets.selection);
    if (search === stands) return;
    stands = search;
    history[how](null, "", (search || location.pathname) + location.hash);
  };

  // A letter or two, or only words like "hij", that find nothing: nobody asked anything yet.
  const LETTERS = 3;
  const begun = (query) => {
    const found = engine.match(query);
    if (found.cards.length || (query.length >= LETTERS && found.telling.length)) return false;
    const { ways, pages, urgent } = engine.search(query);
    return !urgent && !ways.length && !pages.length;
  };

  // Not the words but the filters leave nothing: say so, and what is there without them.
  const offerWithout = (freely, filtered) => {
    without.hidden = !freely;
    const offer = without.firstElementChild;
    offer.textContent = offer.dataset.text.replace("{cards}", amount(freely));
    root.querySelectorAll("[data-unknown]").forEach((each) => {
      each.hidden = filtered;
    });
    root.querySelector("[data-filtered]").hidden = !filtered;
  };

  const nothing = { cards: [], ways: [], pages: [], suggestions: [], related: [], urgent: false };
  // On paper the box and the filters are of no use, but what was asked is.
  const tellPaper = (words, selection) => {
    const label = (facet, value) => facet.options.find(({ id }) => id === value).label;
    const chosen = window.spreekkamerSearch.facets.flatMap((facet) =>
      (selection[facet.id] || []).map((value) => label(facet, value)),
    );
    const said = [words && paper.dataset.words.replace("{words}", words)];
    said.push(chosen.length && paper.dataset.filters.replace("{filters}", chosen.join(", ")));
    paper.textContent = said.filter(Boolean).join(" ");
  };

  let waits = false;
  const show = (typing, few = typing) => {
    waits = false;
    const words = field.value.trim();
    const query = begun(words) ? "" : words;
    const { selection } = facets;
    const chosen = Object.keys(selection).length > 0;
    const asked = Boolean(query) || chosen;
    const found = asked ? engine.search(query, selection) : nothing;
    facets.show(engine.counts(query, selection), asked && found.cards.length);
    tell(found.cards.length, asked, words && !typing ? status.dataset.advice : "");
    tellPaper(words, selection);
    clear.hidden = !asked;
    past.hidden = !asked;
    // When there are more, what is proposed decides.
    if (found.cards.length < 2) pick.hidden = true;
    const freely = chosen && query && !found.cards.length ? engine.search(query).cards.length : 0;
    offerWithout(freely, chosen && (!query || freely > 0));
    Object.assign(window.spreekkamer, { query, found: found.cards.map(({ card }) => card) });
    document.dispatchEvent(new Event("spreekkamer-found"));
    showResults(found, asked, few);
  };
  // A browser takes a limited number of addresses in half a minute: not one per key.
  const PAUSE = 150;
  let pause = 0;
  const remember = (how) => {
    clearTimeout(pause);
    address(how);
  };
  const change = (how = "pushState") => {
    unread.hidden = true;
    show();
    remember(how);
  };
  // Who types faster than a browser draws gets one answer a frame, to all that was typed by then.
  let drawing = false;
  const answer = () => {
    drawing = true;
    show(true);
    requestAnimationFrame(() => {
      drawing = false;
      if (waits) answer();
    });
  };
  const typed = () => {
    clearTimeout(pause);
    pause = setTimeout(remember, PAUSE, "replaceState");
    if (drawing) waits = true;
    else answer();
  };

  clear.addEventListener("click", () => {
    field.value = "";
    facets.clear();
    change();
    field.focus();
  });
  without.firstElementChild.addEventListener("click", () => {
    facets.clear();
    change();
    status.focus();
  });
  field.addEventListener("input", typed);
  // Enter leads past all filters to what was found; so does the link, for who came with words.
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    change("replaceState");
    if (!past.hidden) status.focus();
  });
  past.addEventListener("click", (event) => {
    event.preventDefault();
    status.focus();
  });
  facets.onChange(() => change());

  // Takes over what stands in the address; says how many filters in it do not exist.
  const read = () => {
    const parameters = new URLSearchParams(location.search);
    field.value = parameters.get("q") || "";
    facets.clear();
    return facets.read(parameters);
  };
  addEventListener("popstate", () => {
    if (location.search === stands) return;
    clearTimeout(pause);
    unread.hidden = true;
    stands = location.search;
    const before = document.activeElement;
    read();
    show();
    // What had the focus may be gone with its filter.
    if (before !== document.activeElement) (past.hidden ? field : status).focus();
  });

  const wrong = read();
  unread.hidden = !wrong;
  unread.textContent = (wrong === 1 ? unread.dataset.one : unread.dataset.other).replace("{count}", wrong);
  if (wrong || Object.keys(facets.selection).length) address("replaceState");
  root.querySelectorAll("[data-scripted]").forEach((each) => {
    each.hidden = false;
  });
  // Who comes back finds the page as long as it was left: a browser scrolls to where that was.
  const [{ type } = {}] = performance.getEntriesByType("navigation");
  show(false, type === "navigate" && !location.hash);
})();
