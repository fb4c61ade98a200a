// The list of my meeting beside the results.
(() => {
  "use strict";
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, linked, meeting } = window.spreekkamer;
  const panel = root.querySelector("[data-meeting]");
  const heading = panel.querySelector("h2");
  const list = panel.querySelector("ul");
  const cards = new Map(window.spreekkamerSearch.cards.map((card) => [card.id, card]));
  const items = new Map();
  const ON_A_SHEET = 3;

  // What was taken off by mistake can be put back, until something else changes.
  const cleared = panel.querySelector("[data-cleared]");
  const undo = panel.querySelector("[data-undo]");
  let before = [];
  const offerBack = (told) => {
    cleared.textContent = told;
    undo.hidden = !told;
  };

  const makeItem = (card) => {
    const item = copy("kept");
    const remove = item.querySelector("button");
    linked(item.querySelector("a"), card);
    remove.setAttribute("aria-label", remove.dataset.text.replace("{title}", card.title));
    remove.addEventListener("click", () => {
      const next = item.nextElementSibling || item.previousElementSibling;
      before = meeting.all();
      meeting.remove(card.id);
      offerBack(cleared.dataset.gone.replace("{title}", card.title));
      (next?.querySelector("button") || heading).focus();
    });
    items.set(card.id, item);
    return item;
  };

  const kept = () => meeting.all().map(([id]) => cards.get(id)).filter(Boolean);
  const show = () => {
    const wanted = kept().map((card) => items.get(card.id) || makeItem(card));
    [...list.children].filter((each) => !wanted.includes(each)).forEach((each) => each.remove());
    wanted.forEach((each, at) => {
      if (list.children[at] !== each) list.insertBefore(each, list.children[at] || null);
    });
    panel.querySelector("[data-none]").hidden = wanted.length > 0;
    panel.querySelector("[data-filled]").hidden = !wanted.length;
    panel.querySelector("[data-many]").hidden = wanted.length <= ON_A_SHEET;
    root.querySelectorAll("[data-kept-number]").forEach((each) => {
      each.textContent = String(wanted.length);
    });
  };
  const known = (id) => cards.has(id);
  meeting.onChange(() => meeting.only(known));
  meeting.onChange(show);
  meeting.onChange(() => offerBack(""));
  panel.querySelector("[data-empty]").addEventListener("click", () => {
    before = meeting.all();
    meeting.clear();
    offerBack(cleared.dataset.text);
    heading.focus();
  });
  undo.addEventListener("click", () => {
    meeting.restore(before);
    heading.focus();
  });

  Object.assign(window.spreekkamer, { kept });
  meeting.only(known);
  show();
})();
