// Finds cards, dilemmas and tags by words. No query leaves the browser and none is kept.
(() => {
  "use strict";
  const WEIGHTS = [6, 3, 1];
  const MOST = 50;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const field = root.querySelector("input[type=search]");
  const count = root.querySelector("[data-result-count]");
  const status = root.querySelector("[data-search-status]");
  const list = root.querySelector("[data-results]");
  const empty = root.querySelector("[data-search-empty]");

  // As `folded` in search_index.py does it.
  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  const entries = window.spreekkamerSearch.map((entry) => ({
    ...entry,
    groups: entry.words.map((group) => group.split(" ")),
  }));

  // The weight of the heaviest group with a word that begins as the reader typed.
  const weigh = (entry, word) => {
    for (const [number, group] of entry.groups.entries()) {
      if (group.includes(word)) return WEIGHTS[number] * 2;
      if (word.length > 2 && group.some((each) => each.startsWith(word))) return WEIGHTS[number];
    }
    return 0;
  };

  const find = (words) =>
    entries
      .map((entry, order) => {
        const weights = words.map((word) => weigh(entry, word));
        const found = weights.filter(Boolean).length;
        return { entry, order, found, weight: weights.reduce((sum, each) => sum + each, 0) };
      })
      .filter(({ found }) => found > 0 && found >= Math.ceil(words.length / 2))
      .sort((a, b) => b.found - a.found || b.weight - a.weight || a.order - b.order);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const item = ({ entry }) => {
    const made = element("li", `sk-found sk-found--${entry.kind}`, "");
    made.dataset[entry.kind] = entry.id;
    const link = element("a", "", entry.title);
    link.href = entry.url;
    const title = element("h3", "sk-found__title", "");
    title.append(link);
    made.append(element("p", "sk-found__line", entry.line), title);
    if (entry.text) made.append(element("p", "sk-found__text", entry.text));
    return made;
  };

  const show = () => {
    const words = fold(field.value);
    const found = words.length ? find(words) : [];
    const ways = found.filter(({ entry }) => entry.kind !== "card").slice(0, 5);
    const cards = found.filter(({ entry }) => entry.kind === "card");
    list.replaceChildren(...[...ways, ...cards.slice(0, MOST)].map(item));
    count.textContent = String(cards.length);
    status.hidden = !words.length;
    empty.hidden = !words.length || ways.length + cards.length > 0;
    list.dataset.ready = "true";
  };

  const address = () => {
    const query = field.value.trim();
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  };

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", () => {
    show();
    address();
  });
  root.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    address();
  });
  show();
})();
