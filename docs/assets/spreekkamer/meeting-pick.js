// Proposes three cards that differ among those that fit the words best: both sides of a dilemma,
// and one that did not work. One or two that were kept already are part of the three.
(() => {
  "use strict";
  const SHOWN = 3;
  const NEAR = 8;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { HALF } = window.spreekkamer.name;
  const { copy, engine, facets, head, kept, linked, meeting } = window.spreekkamer;
  const every = window.spreekkamerSearch.cards;
  const panel = root.querySelector("[data-meeting] h2");
  const box = root.querySelector("[data-picked]");
  const pick = root.querySelector("[data-pick]");
  const title = box.querySelector("h3");
  const store = box.querySelector("[data-keep-picked]");

  // What each card has of the words that were typed, whatever the filters are.
  let matches = new Map();
  const read = () => {
    const { query } = window.spreekkamer;
    matches = new Map(query ? engine.match(query).cards.map((each) => [each.card, each]) : []);
  };
  const hits = (card) => Math.round((matches.get(card)?.hits || 0) * 4);
  // Which of the words stand in the card itself, and which tags and dilemmas of it others led to.
  const saidOf = (card) => {
    const slots = [...(matches.get(card)?.slots || [])].sort(([a], [b]) => a.place - b.place);
    const words = slots.filter(([slot, { own }]) => own && !slot.common).map(([slot]) => slot.plain);
    const meant = (slot) => (match) => match.phrase || (!slot.common && match.scores.get(slot) >= HALF);
    const names = slots.flatMap(([slot, best]) => best.matches.filter(meant(slot)));
    return { words: [...new Set(words)], names: [...new Set(names.map(({ owner }) => owner.entry.label))] };
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

  const filling = () => kept().length > 0 && kept().length < SHOWN;
  // What was kept of the same dilemma is what the others differ from; else the best that was found.
  const begun = (found) => {
    const near = best(found);
    const listed = kept();
    const chosen = filling() ? listed.map((card) => ({ card, why: "kept" })) : [];
    const taken = (card) => listed.includes(card) || chosen.some((each) => each.card === card);
    const free = (test) => (card) => test(card) && !taken(card);
    const experience = free(({ result }) => result);
    const own = chosen.find(({ card }) => near.some(({ dilemma }) => dilemma === card.dilemma))?.card;
    const within = [near, found.slice(0, NEAR), near.length ? elsewhere(near[0]) : []];
    const first = own || within.flat().find(experience);
    const take = (card, why) => card && chosen.length < SHOWN && chosen.push({ card, why });
    if (first && !own) take(first, "side");
    return { near, chosen, free, first, take };
  };
  const choose = (found) => {
    const { near, chosen, free, first, take } = begun(found);
    const missing = [];
    if (!first) return { chosen: [], missing };
    const fitting = [...near, ...found.slice(0, NEAR)];
    const pool = [...fitting, ...elsewhere(first)];
    // What stands on the page or was kept is no card that is missing.
    const lacks = (test) => ![...found, ...kept()].some(test);
    const contrast = (cards, test, why, name) => {
      if (chosen.some(({ card }) => test(card))) return;
      const card = cards.find(free(test));
      take(card, why);
      if (!card && lacks(test)) missing.push(name);
    };
    contrast(pool, opposite(first), "side", "other");
    contrast([...near, ...elsewhere(first), ...fitting], wrong, "wrong", "wrong");
    // What went in between contrasts with both sides.
    const second = chosen.find(({ card }) => opposite(first)(card));
    if (!first.sideNumber && second) take(pool.find(free(opposite(second.card))), "side");
    const most = hidden(near);
    if (most && free(() => true)(most)) take(most, "words");
    while (chosen.length < SHOWN) {
      const next = fitting.find(free(() => true));
      if (!take(next, next?.kind === "question" ? "question" : "more")) break;
    }
    return { chosen: chosen.filter(({ why }) => why !== "kept"), missing, first };
  };

  const reasonOf = ({ card, why }, place) => {
    if (why !== "side") return place.dataset[why];
    const label = card.sideLabel;
    return wrong(card) ? `${label} (${place.dataset.failed})` : label;
  };
  // What a card has of the question, so that nobody wonders how it came here.
  const aboutOf = ({ card, why }, place) => {
    const { words, names } = saidOf(card);
    const said = [];
    if (names.length) said.push(place.dataset.about.replace("{names}", names.join(", ")));
    if (words.length) said.push(place.dataset.has.replace("{words}", words.join(", ")));
    if (!said.length && matches.size) said.push(place.dataset[why === "wrong" ? "failed" : "other"]);
    if (outside(card)) said.push(place.dataset.outside);
    return said.join(" ");
  };
  const itemOf = (each) => {
    const item = copy("picked");
    const reason = item.querySelector("[data-why]");
    reason.textContent = `${reasonOf(each, reason)}:`;
    linked(item.querySelector("a"), each.card);
    head(item, each.card);
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
    const number = ["", "one", "two", "three"][chosen.length];
    title.textContent = title.getAttribute(`data-${filling() ? "more-" : ""}${number}`);
    store.textContent = store.dataset[chosen.length === 1 ? "one" : "other"];
    box.querySelector("ul").replaceChildren(...chosen.map(itemOf));
    box.querySelector("[data-missing]").replaceChildren(...missing.map((what) => missingOf(what, first)));
  };
  pick.addEventListener("click", () => {
    if (due) proposeNow();
    draw();
    box.hidden = false;
    title.focus();
  });
  store.addEventListener("click", () => {
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
    const others = found.filter((card) => !kept().includes(card));
    const stands = chosen.every((card) => others.includes(card)) && chosen.length === others.length;
    pick.hidden = chosen.length < (filling() ? 1 : 2) || stands;
    pick.textContent = pick.dataset[filling() ? "fill" : "three"];
  };
  // What was found is shown first.
  let due = 0;
  const proposeNow = () => {
    clearTimeout(due);
    due = 0;
    read();
    propose();
  };
  document.addEventListener("spreekkamer-found", () => {
    close();
    clearTimeout(due);
    due = setTimeout(proposeNow);
  });
  // What is kept decides what is proposed, in a proposal that stands there too.
  meeting.onChange(() => {
    proposeNow();
    if (pick.hidden) close();
    else if (!box.hidden) draw();
  });
})();
