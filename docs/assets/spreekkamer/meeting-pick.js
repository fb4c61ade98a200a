// Proposes three cards that differ among those that fit the words best: both sides of a dilemma,
// and one that did not work.
(() => {
  "use strict";
  const SHOWN = 3;
  const NEAR = 8;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, engine, facets, kept, linked, meeting } = window.spreekkamer;
  const every = window.spreekkamerSearch.cards;
  const panel = root.querySelector("[data-meeting] h2");
  const box = root.querySelector("[data-picked]");
  const pick = root.querySelector("[data-pick]");
  const title = box.querySelector("h3");

  // What each card has of the words that were typed, whatever the filters are.
  let matches = new Map();
  const read = () => {
    const { query } = window.spreekkamer;
    matches = new Map(query ? engine.match(query).cards.map((each) => [each.card, each]) : []);
  };
  const hits = (card) => Math.round((matches.get(card)?.hits || 0) * 4);
  const wordsOf = (card) => {
    const slots = [...(matches.get(card)?.slots || [])].filter(([, { full }]) => full).map(([slot]) => slot);
    return [...new Set(slots.sort((a, b) => a.place - b.place).map(({ plain }) => plain))];
  };
  const filtered = () => Object.keys(facets.selection).length > 0;
  const outside = (card) => !engine.selected(card, facets.selection);

  // Cards that fit as many of the words as the best does; without words all fit alike.
  const best = (found) =>
    matches.size ? found.slice(0, NEAR).filter((card) => hits(card) === hits(found[0])) : found;
  const wrong = (card) => card.result === "did-not-work";
  const opposite = (card) => (other) =>
    other.dilemma === card.dilemma && other.sideNumber && other.sideNumber !== card.sideNumber;

  // All cards of a dilemma: those with the words first, then those within the filters, then real
  // experience before examples, and what looks most like the card.
  const elsewhere = (card) => {
    const shared = ({ tags }) => tags.filter((tag) => card.tags.includes(tag)).length;
    const example = ({ kind }) => Number(kind === "example");
    return every
      .filter((each) => each.dilemma === card.dilemma && each.status === "active" && each !== card)
      .sort(
        (a, b) =>
          hits(b) - hits(a) || outside(a) - outside(b) || example(a) - example(b) || shared(b) - shared(a),
      );
  };
  // The filters hide what has more of the words than all that is left: one of those is proposed.
  const hidden = (near) => {
    const fitting = [...matches.keys()];
    const most = fitting.filter((card) => hits(card) === hits(fitting[0]) && hits(card) > hits(near[0]));
    return filtered() ? most.find(({ result }) => result) || most[0] : undefined;
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
    // What stands on the page or was kept is no card that is missing.
    const lacks = (test) => ![...found, ...kept()].some(test);
    if (!take(pool.find(free(opposite(first))), "side") && lacks(opposite(first))) missing.push("other");
    if (!chosen.some(({ card }) => wrong(card))) {
      const failures = [...near, ...elsewhere(first), ...found.slice(0, NEAR)];
      if (!take(failures.find(free(wrong)), "wrong") && lacks(wrong)) missing.push("wrong");
    }
    // What went in between contrasts with both sides.
    const [, second] = chosen;
    if (!first.sideNumber && chosen.length < SHOWN && second?.why === "side") {
      take(pool.find(free(opposite(second.card))), "side");
    }
    const most = hidden(near);
    if (most && chosen.length < SHOWN && free(() => true)(most)) take(most, "words");
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
  // What a card has of the question, so that nobody wonders how it came here.
  const aboutOf = ({ card, why }, place) => {
    const words = wordsOf(card);
    const said = [];
    if (words.length) said.push(place.dataset.has.replace("{words}", words.join(", ")));
    else if (matches.size) said.push(place.dataset[why === "wrong" ? "failed" : "other"]);
    if (outside(card)) said.push(place.dataset.outside);
    return said.join(" ");
  };
  const itemOf = (each) => {
    const item = copy("picked");
    const reason = item.querySelector("[data-why]");
    reason.textContent = `${reasonOf(each, reason)}:`;
    linked(item.querySelector("a"), each.card);
    const badge = item.querySelector(".sk-badge");
    badge.textContent = each.card.badge;
    badge.hidden = each.card.kind !== "example";
    const about = item.querySelector("[data-about]");
    about.textContent = aboutOf(each, about);
    return item;
  };
  const missingOf = (what, card) => {
    const item = copy("missing");
    const text = what === "wrong" && filtered() ? "filtered" : what;
    item.firstElementChild.textContent = item.dataset[text].replace("{side}", otherSide(card));
    // What the filters hide may have been written long ago.
    if (text === "filtered" && facets.selection.result) item.querySelector("a").remove();
    return item;
  };

  let proposal = { chosen: [], missing: [] };
  const close = () => {
    box.hidden = true;
  };
  const draw = () => {
    const { chosen, missing, first } = proposal;
    title.textContent = title.dataset[["", "one", "two", "three"][chosen.length]];
    box.querySelector("ul").replaceChildren(...chosen.map(itemOf));
    box.querySelector("[data-missing]").replaceChildren(...missing.map((what) => missingOf(what, first)));
  };
  pick.addEventListener("click", () => {
    draw();
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
  const propose = () => {
    const { found } = window.spreekkamer;
    if (!found) return;
    proposal = choose(found);
    const chosen = proposal.chosen.map(({ card }) => card);
    const stands = chosen.every((card) => found.includes(card)) && chosen.length === found.length;
    pick.hidden = chosen.length < 2 || stands;
  };
  document.addEventListener("spreekkamer-found", () => {
    close();
    read();
    propose();
  });
  // What is kept decides what is missing, in a proposal that stands there too.
  meeting.onChange(() => {
    propose();
    if (!box.hidden) draw();
  });
})();
