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

  // "9 kaarten", with the number in an element of its own.
  const tell = (number, asked) => {
    const [before, after] = amount(number).split(String(number));
    const count = document.createElement("span");
    count.dataset.resultCount = "";
    count.textContent = String(number);
    count.hidden = !asked;
    status.replaceChildren(...(asked ? [before, count, after] : [count]));
  };

  const address = (query, selection) => {
    const parameters = new URLSearchParams(query ? { q: query } : {});
    for (const [facet, values] of Object.entries(selection)) {
      values.forEach((value) => parameters.append(facet, value));
    }
    const search = String(parameters);
    history.replaceState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
  };

  // A letter or two, or only words like "hij", that find nothing: nobody asked anything yet.
  const LETTERS = 3;
  const begun = (query) => {
    if (query.length >= LETTERS && engine.match(query).telling.length) return false;
    const { cards, ways, pages, urgent } = engine.search(query);
    return !urgent && !cards.length && !ways.length && !pages.length;
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
  const show = (typing) => {
    const words = field.value.trim();
    const query = begun(words) ? "" : words;
    const { selection } = facets;
    const chosen = Object.keys(selection).length > 0;
    const asked = Boolean(query) || chosen;
    const found = asked ? engine.search(query, selection) : nothing;
    facets.show(engine.counts(query, selection), asked && found.cards.length);
    tell(found.cards.length, asked);
    clear.hidden = !asked;
    past.hidden = !asked;
    pick.hidden = found.cards.length < 2;
    const freely = chosen && query && !found.cards.length ? engine.search(query).cards.length : 0;
    offerWithout(freely, chosen && (!query || freely > 0));
    Object.assign(window.spreekkamer, { query, found: found.cards.map(({ card }) => card) });
    document.dispatchEvent(new Event("spreekkamer-found"));
    showResults(found, asked, typing);
  };
  // A browser takes a limited number of addresses in half a minute: not one per key.
  const PAUSE = 150;
  let pause = 0;
  const remember = () => {
    clearTimeout(pause);
    address(field.value.trim(), facets.selection);
  };
  const change = () => {
    show();
    remember();
  };
  const typed = () => {
    show(true);
    clearTimeout(pause);
    pause = setTimeout(remember, PAUSE);
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
    change();
    if (!past.hidden) status.focus();
  });
  past.addEventListener("click", (event) => {
    event.preventDefault();
    status.focus();
  });
  facets.onChange(change);

  const parameters = new URLSearchParams(location.search);
  field.value = parameters.get("q") || "";
  facets.read(parameters);
  root.querySelectorAll("[data-scripted]").forEach((each) => {
    each.hidden = false;
  });
  show();
})();
