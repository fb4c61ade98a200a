// Proposes three cards that differ among those that fit the words best: both sides of a dilemma,
// and one that did not work.
(() => {
  "use strict";
  const SHOWN = 3;
  const NEAR = 8;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, engine, linked, meeting } = window.spreekkamer;
  const every = window.spreekkamerSearch.cards;
  const field = root.querySelector("input[type=search]");
  const panel = root.querySelector("[data-meeting] h2");
  const box = root.querySelector("[data-picked]");
  const pick = root.querySelector("[data-pick]");
  const title = box.querySelector("h3");

  // Cards that fit as many of the words as the best does; without words all fit alike.
  const best = (found) => {
    if (!field.value.trim()) return found;
    const hits = new Map(engine.last.cards.map((each) => [each.card, Math.round(each.hits * 4)]));
    return found.slice(0, NEAR).filter((card) => hits.get(card) === hits.get(found[0]));
  };
  const wrong = (card) => card.result === "did-not-work";
  const opposite = (card) => (other) =>
    other.dilemma === card.dilemma && other.sideNumber && other.sideNumber !== card.sideNumber;

  // All cards of a dilemma: real experience before examples, then what looks most like the card.
  const elsewhere = (card) => {
    const shared = ({ tags }) => tags.filter((tag) => card.tags.includes(tag)).length;
    const example = ({ kind }) => Number(kind === "example");
    return every
      .filter((each) => each.dilemma === card.dilemma && each.status === "active" && each !== card)
      .sort((a, b) => example(a) - example(b) || shared(b) - shared(a));
  };

  const sides = new Map(
    window.spreekkamerSearch.facets
      .find(({ id }) => id === "side")
      .options.map(({ id, label }) => [id, label]),
  );
  // The name of the side that no card is about yet.
  const otherSide = (card) => {
    const all = [...sides].filter(([id]) => id.startsWith(`${card.dilemma}.`));
    const [, label] = all.find(([id]) => id !== `${card.dilemma}.${card.side}`) || [];
    return label || "";
  };

  const choose = (found) => {
    const near = best(found);
    const first = near.find(({ result }) => result) || (near.length && elsewhere(near[0]).find(({ result }) => result));
    if (!first) return { chosen: [], missing: [] };
    const pool = [...near, ...found.slice(0, NEAR), ...elsewhere(first)];
    const chosen = [{ card: first, why: "side" }];
    const free = (test) => (card) => test(card) && chosen.every((each) => each.card !== card);
    const take = (card, why) => card && chosen.push({ card, why });
    const missing = [];
    if (!take(pool.find(free(opposite(first))), "side")) missing.push("other");
    if (!chosen.some(({ card }) => wrong(card))) {
      const failures = [...near, ...elsewhere(first)];
      if (!take(failures.find(free(wrong)), "wrong")) missing.push("wrong");
    }
    // What went in between contrasts with both sides.
    const [, second] = chosen;
    if (!first.sideNumber && chosen.length < SHOWN && second?.why === "side") {
      take(pool.find(free(opposite(second.card))), "side");
    }
    while (chosen.length < SHOWN) {
      const next = [...near, ...found.slice(0, NEAR)].find(free(() => true));
      if (!take(next, next?.kind === "question" ? "question" : "more")) break;
    }
    return { chosen, missing, first };
  };

  const reasonOf = ({ card, why }, place) => {
    if (why !== "side") return place.dataset[why];
    const label = card.sideLabel;
    return wrong(card) ? `${label} (${place.dataset.failed})` : label;
  };
  const itemOf = (each) => {
    const item = copy("picked");
    const reason = item.querySelector("[data-why]");
    reason.textContent = `${reasonOf(each, reason)}:`;
    linked(item.querySelector("a"), each.card);
    const badge = item.querySelector(".sk-badge");
    badge.textContent = each.card.badge;
    badge.hidden = each.card.kind !== "example";
    return item;
  };
  const missingOf = (what, card) => {
    const item = copy("missing");
    item.firstElementChild.textContent = item.dataset[what].replace("{side}", otherSide(card));
    return item;
  };

  let proposal = { chosen: [], missing: [] };
  const close = () => {
    box.hidden = true;
  };
  pick.addEventListener("click", () => {
    const { chosen, missing, first } = proposal;
    title.textContent = title.dataset[["", "one", "two", "three"][chosen.length]];
    box.querySelector("ul").replaceChildren(...chosen.map(itemOf));
    box.querySelector("[data-missing]").replaceChildren(...missing.map((what) => missingOf(what, first)));
    box.hidden = false;
    title.focus();
  });
  box.querySelector("[data-keep-picked]").addEventListener("click", () => {
    meeting.keep(...proposal.chosen.map(({ card }) => card.id));
    close();
    panel.focus();
  });
  const leave = () => {
    close();
    pick.focus();
  };
  box.querySelector("[data-close-picked]").addEventListener("click", leave);
  box.addEventListener("keydown", ({ key }) => key === "Escape" && leave());
  // What stands on the page already need not be proposed.
  document.addEventListener("spreekkamer-found", () => {
    close();
    const { found } = window.spreekkamer;
    proposal = choose(found);
    const chosen = proposal.chosen.map(({ card }) => card);
    const stands = chosen.every((card) => found.includes(card)) && chosen.length === found.length;
    pick.hidden = chosen.length < 2 || stands;
  });
})();
