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
  const results = root.querySelector("[data-results]");
  const waysBox = root.querySelector("[data-ways]");
  const list = root.querySelector("[data-cards]");
  const empty = root.querySelector("[data-search-empty]");

  // As `folded` in search_index.py does it.
  const fold = (text) =>
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  const stopWords = fold(root.dataset.stopWords);
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

  const invented = ({ entry }) => (entry.cardKind === "example" ? 1 : 0);

  // What has all the words; when nothing has, what has the most of them. Invented cards come last.
  const find = (typed) => {
    const telling = typed.filter((word) => !stopWords.includes(word));
    const words = telling.length ? telling : typed;
    const scored = entries
      .map((entry, order) => {
        const weights = words.map((word) => weigh(entry, word));
        const found = weights.filter(Boolean).length;
        return { entry, order, found, weight: weights.reduce((sum, each) => sum + each, 0) };
      })
      .filter(({ found }) => found > 0);
    const most = Math.max(0, ...scored.map(({ found }) => found));
    return scored
      .filter(({ found }) => found === most)
      .sort((a, b) => invented(a) - invented(b) || b.weight - a.weight || a.order - b.order);
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const linkTo = (entry) => {
    const link = element("a", "", entry.title);
    link.href = entry.url;
    link.dir = "auto";
    if (entry.lang) link.lang = entry.lang;
    return link;
  };

  const item = (entry, className) => {
    const made = element("li", className, "");
    made.dataset[entry.kind] = entry.id;
    return made;
  };

  const way = ({ entry }) => {
    const made = item(entry, "");
    made.append(linkTo(entry), ` (${entry.line})`);
    return made;
  };

  const card = ({ entry }) => {
    const made = item(entry, "sk-found");
    const title = element("h3", "sk-found__title", "");
    title.append(linkTo(entry));
    const line = element("p", "sk-found__line", "");
    line.append(element("span", `sk-badge sk-badge--${entry.cardKind}`, entry.badge), ` ${entry.line}`);
    made.append(line, title);
    if (entry.text) {
      const text = element("p", "sk-found__text", entry.text);
      text.dir = "auto";
      if (entry.lang) text.lang = entry.lang;
      made.append(text);
    }
    return made;
  };

  const show = () => {
    const words = fold(field.value);
    const found = words.length ? find(words) : [];
    const ways = found.filter(({ entry }) => entry.kind !== "card").slice(0, 5);
    const cards = found.filter(({ entry }) => entry.kind === "card");
    waysBox.querySelector("ul").replaceChildren(...ways.map(way));
    waysBox.hidden = !ways.length;
    list.replaceChildren(...cards.slice(0, MOST).map(card));
    count.textContent = String(cards.length);
    status.hidden = !words.length;
    empty.hidden = !words.length || ways.length + cards.length > 0;
    results.dataset.ready = "true";
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
