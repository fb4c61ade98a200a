// The list of my meeting beside the results, and the proposal of three cards that differ.
(() => {
  "use strict";
  const SHOWN = 3;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, meeting } = window.spreekkamer;
  const panel = root.querySelector("[data-meeting]");
  const heading = panel.querySelector("h2");
  const list = panel.querySelector("ul");
  const cards = new Map(window.spreekkamerSearch.cards.map((card) => [card.id, card]));
  const items = new Map();

  const linked = (link, card) => {
    link.href = card.url;
    link.textContent = card.title;
    if (card.lang) link.lang = card.lang;
  };

  const makeItem = (card) => {
    const item = copy("kept");
    const remove = item.querySelector("button");
    linked(item.querySelector("a"), card);
    remove.setAttribute("aria-label", remove.dataset.text.replace("{title}", card.title));
    remove.addEventListener("click", () => {
      const next = item.nextElementSibling || item.previousElementSibling;
      meeting.remove(card.id);
      (next?.querySelector("button") || heading).focus();
    });
    items.set(card.id, item);
    return item;
  };

  // A card that is gone from the site is gone from the list.
  const kept = () => meeting.all().map(([id]) => cards.get(id)).filter(Boolean);
  const show = () => {
    const wanted = kept().map((card) => items.get(card.id) || makeItem(card));
    [...list.children].filter((each) => !wanted.includes(each)).forEach((each) => each.remove());
    list.append(...wanted.filter((each) => !each.isConnected));
    panel.querySelector("[data-none]").hidden = wanted.length > 0;
    panel.querySelector("[data-filled]").hidden = !wanted.length;
  };
  meeting.onChange(show);
  panel.querySelector("[data-empty]").addEventListener("click", () => {
    meeting.clear();
    heading.focus();
  });

  // Real experience before examples; within that in the order of the results.
  const weight = (card) => (card.status === "active" ? 0 : 2) + (card.kind === "example" ? 1 : 0);
  const ordered = (found) =>
    found.filter(({ result }) => result).sort((a, b) => weight(a) - weight(b));
  const wrong = (card) => card.result === "did-not-work";
  const opposite = (card) => (other) =>
    card.dilemma === other.dilemma && card.sideNumber && other.sideNumber &&
    card.sideNumber !== other.sideNumber;

  const bestPair = (found) => {
    let best = null;
    found.forEach((card, place) => {
      const other = found.findIndex(opposite(card));
      const cost = other < place ? Infinity : (weight(card) + weight(found[other])) * 1000 + place + other;
      if (cost < (best?.cost ?? Infinity)) best = { cost, cards: [card, found[other]] };
    });
    return best?.cards;
  };

  const choose = (results) => {
    const found = ordered(results);
    if (!found.length) return { chosen: [], missing: [] };
    const pair = bestPair(found) || [found[0]];
    const chosen = pair.map((card, place) => ({ card, why: place ? "other" : "one" }));
    const missing = pair.length > 1 ? [] : ["other"];
    const left = () => found.filter((card) => !chosen.some((each) => each.card === card));
    const failure = left().find(wrong);
    if (failure) chosen.push({ card: failure, why: "wrong" });
    else if (!pair.some(wrong)) missing.push("wrong");
    const more = left().slice(0, SHOWN - chosen.length);
    chosen.push(...more.map((card) => ({ card, why: "more" })));
    return { chosen, missing };
  };

  const box = root.querySelector("[data-picked]");
  const pick = root.querySelector("[data-pick]");
  let proposal = [];
  const close = () => {
    box.hidden = true;
  };
  pick.addEventListener("click", () => {
    const { chosen, missing } = choose(window.spreekkamer.found);
    proposal = chosen.map(({ card }) => card.id);
    box.querySelector("ul").replaceChildren(
      ...chosen.map(({ card, why }) => {
        const item = copy("picked");
        const reason = item.querySelector("span");
        reason.textContent = `${reason.dataset[why]}:`;
        linked(item.querySelector("a"), card);
        return item;
      }),
    );
    box.querySelector("[data-missing]").replaceChildren(
      ...missing.map((what) => {
        const item = copy("missing");
        item.firstElementChild.textContent = item.dataset[what];
        return item;
      }),
    );
    box.querySelector("[data-keep-picked]").hidden = !proposal.length;
    box.hidden = false;
    box.querySelector("h3").focus();
  });
  box.querySelector("[data-keep-picked]").addEventListener("click", () => {
    meeting.keep(...proposal);
    close();
    heading.focus();
  });
  box.querySelector("[data-close-picked]").addEventListener("click", () => {
    close();
    pick.focus();
  });
  document.addEventListener("spreekkamer-found", close);

  window.spreekkamer.kept = kept;
  show();
})();
