// The ways in above the cards: tags and dilemmas that fit the words, each with what it has. Those on
// two lines are shown, and at least two, so that the first card is in sight; others are a press away.
(() => {
  "use strict";
  const ROWS = 2;
  const LEAST = 2;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, linked, telling, viaIn } = window.spreekkamer;
  const place = root.querySelector("[data-ways]");
  const more = root.querySelector("[data-more-ways]");
  const end = more.parentElement;
  let items = [];

  const way = ({ kind, entry, via }) => {
    const item = copy(kind);
    item.dataset[kind] = entry.id;
    linked(item.querySelector("a"), entry);
    const note = entry.note || root.dataset.noCards;
    item.querySelector("[data-note]").textContent = `, ${note}`;
    viaIn(item.querySelector("[data-via]"), telling(via));
    return item;
  };

  const rows = () => new Set([...place.children].filter((each) => !each.hidden).map((each) => each.offsetTop)).size;
  const hide = (from) => {
    items.forEach((item, at) => {
      item.hidden = at >= from;
    });
    const others = items.length - from;
    end.hidden = !others;
    // What "Nog 2" are is seen beside it, and has to be said aloud.
    const [text, name] = [more.dataset.text, others === 1 ? more.dataset.one : more.dataset.other];
    more.textContent = text.replace("{count}", others);
    more.setAttribute("aria-label", name.replace("{count}", others));
  };
  const fold = () => {
    place.classList.remove("sk-ways--all");
    let shown = items.length;
    hide(shown);
    while (shown > LEAST && rows() > ROWS) hide((shown -= 1));
  };
  more.addEventListener("click", () => {
    const first = items.find(({ hidden }) => hidden);
    hide(items.length);
    place.classList.add("sk-ways--all");
    first.querySelector("a").focus();
  });
  addEventListener("resize", () => place.classList.contains("sk-ways--all") || fold());

  // The same ones are left as they are: to measure them takes time.
  let last = "";
  const showWays = (ways) => {
    const now = JSON.stringify(ways.map(({ kind, entry, via }) => [kind, entry.id, via]));
    if (now === last) return;
    last = now;
    items = ways.map(way);
    place.replaceChildren(...items, end);
    place.hidden = !items.length;
    fold();
  };
  Object.assign(window.spreekkamer, { showWays, way });
})();
