// What the search page shows of a search: cards, ways in, pages, and what to do without a result.
(() => {
  "use strict";
  const MOST = 50;
  const AT_ONCE = 4;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const part = (name) => root.querySelector(`[data-${name}]`);
  const { copy, head, linked, passage, showWays, telling, viaIn, way } = window.spreekkamer;
  const [list, pages] = [part("cards"), part("pages")];
  const [results, empty, more] = [part("results"), part("search-empty"), part("more-cards")];
  const made = new Map();
  let found = [];
  let shown = MOST;
  let rest = 0;

  // What stands between two marks is one node: a node per word takes five times as long to lay out.
  const highlighted = (text, terms) => {
    const nodes = [];
    let plain = "";
    for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      if (!terms.includes(piece)) {
        plain += piece;
        continue;
      }
      const marked = document.createElement("mark");
      marked.textContent = piece;
      nodes.push(plain, marked);
      plain = "";
    }
    return [...nodes, plain].filter(Boolean);
  };

  // Why a card was found whose shown words do not tell it: the sentence in which they stand, a tag
  // that it carries, or else its own words.
  const MOST_NAMES = 2;
  const whyIn = (place, { via, each }, terms, told) => {
    const names = telling(via).slice(0, MOST_NAMES);
    if (names.length || terms.length || !each) return viaIn(place, names);
    const slots = [...each.slots].filter(([, { full }]) => full);
    const tags = slots.flatMap(([, { own, matches }]) => (own ? [] : matches.map(({ owner }) => owner.entry.label)));
    if (tags.length || told) return viaIn(place, [...new Set(tags)].slice(0, MOST_NAMES));
    return viaIn(place, [...new Set(slots.map(([slot]) => slot.plain))], place.dataset.inside);
  };
  const tellIn = (parts, told) => {
    const now = told ? `${told.terms.join(" ")}: ${told.text}` : "";
    if (parts.told === now) return;
    parts.told = now;
    parts.passage.parentElement.hidden = !told;
    parts.passage.replaceChildren(...(told ? highlighted(told.text, told.terms) : []));
  };

  // What stays the same of a card is made once: with a thousand cards a keystroke has no time.
  const makeCard = (card) => {
    const item = copy("card");
    const [article, button] = [item.firstElementChild, item.querySelector("button")];
    item.dataset.card = card.id;
    article.classList.add(`sk-card--${card.kind}`, `sk-card--side-${card.sideNumber || 0}`);
    head(item, card);
    const side = item.querySelector(".sk-chosen");
    side.classList.add(`sk-side-${card.sideNumber || 0}`);
    side.textContent = side.dataset.text.replace("{side}", card.sideLabel || "");
    side.hidden = !card.sideLabel;
    item.querySelector("[data-consequence]").hidden = !card.gain;
    item.querySelectorAll("[dir]").forEach((each) => card.lang && each.setAttribute("lang", card.lang));
    item.querySelector("a").id = `title_${card.id}`;
    button.dataset.keep = card.id;
    button.setAttribute("aria-describedby", `title_${card.id}`);
    const [opening, gain, via, passage] = ["opening", "gain", "via", "passage"].map((name) => item.querySelector(`[data-${name}]`));
    const parts = { item, link: linked(item.querySelector("a"), card), opening, gain, via, passage };
    made.set(card.id, parts);
    return parts;
  };

  const cardItem = (each) => {
    const { card, terms } = each;
    const parts = made.get(card.id) || makeCard(card);
    const marked = terms.join(" ");
    if (parts.marked !== marked) {
      parts.marked = marked;
      parts.link.replaceChildren(...highlighted(card.title, terms));
      parts.opening.replaceChildren(...highlighted(card.text || "", terms));
      parts.gain.replaceChildren(...highlighted(card.gain || "", terms));
    }
    const told = passage(each, terms);
    tellIn(parts, told);
    whyIn(parts.via, each, terms, told);
    return parts.item;
  };

  const pageItem = (entry) => {
    const item = copy("page");
    item.dataset.page = entry.url;
    linked(item.querySelector("a"), entry);
    item.querySelector("[data-opening]").textContent = entry.text || "";
    return item;
  };

  const suggestion = (text) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `?q=${encodeURIComponent(text)}`;
    link.textContent = text;
    item.append(link);
    return item;
  };

  const fill = (place, items) => {
    (place.querySelector("ul") || place).replaceChildren(...items);
    place.hidden = !items.length;
  };

  // A card that stays where it is is left alone: what is put anew is laid out anew.
  const put = (items) => {
    const wanted = new Set(items);
    [...list.children].filter((each) => !wanted.has(each)).forEach((each) => each.remove());
    items.forEach((item, at) => {
      if (list.children[at] !== item) list.insertBefore(item, list.children[at] || null);
    });
    window.spreekkamer.meeting.press(items);
  };
  // Draws on to the `last` card; what is left follows in tasks of its own, which the next key stops.
  const draw = (last) => {
    const items = found.slice(list.children.length, Math.min(last, shown)).map(cardItem);
    list.append(...items);
    window.spreekkamer.meeting.press(items);
    follow(last);
  };
  const follow = (last) => {
    const stands = last >= Math.min(shown, found.length);
    more.hidden = !stands || found.length <= shown;
    results.dataset.ready = String(stands);
    if (!stands) rest = setTimeout(draw, 0, last + AT_ONCE);
  };
  more.addEventListener("click", () => {
    const first = shown;
    shown += MOST;
    draw(shown);
    list.children[first].querySelector("a").focus();
  });

  // Beside a tag that no card carries: those that stand next to it in its facet and have cards. Who
  // wrote the tags down put together what belongs together.
  const MOST_BESIDE = 3;
  const besides = ([entry]) => {
    if (found.length || !entry?.facet || entry.number) return [];
    const { tags } = window.spreekkamerSearch;
    const far = (each) => Math.abs(tags.indexOf(each) - tags.indexOf(entry));
    const others = tags.filter(({ facet, number }) => facet === entry.facet && number);
    return others.sort((x, y) => far(x) - far(y)).slice(0, MOST_BESIDE).map((each) => ({ kind: "tag", entry: each }));
  };

  // What was typed goes along with the question, by hand: it leaves the page in no other way.
  const own = part("own");
  const [ownWords, ownCopied, ownCopy] = ["q", "[role=status]", "button"].map((each) => own.querySelector(each));
  ownCopy.addEventListener("click", () => window.spreekkamer.copyText(ownWords, ownCopy, ownCopied));
  const takeAlong = (query) => {
    own.hidden = !query;
    ownWords.textContent = query;
    ownCopied.textContent = "";
  };

  // With a thousand cards a key has no time for more than what is in sight; what comes first has none either.
  window.spreekkamer.showResults = (answer, asked, few) => {
    clearTimeout(rest);
    found = answer.cards;
    shown = MOST;
    fill(pages, answer.pages.map(pageItem));
    part("urgent").hidden = !answer.urgent;
    // Where nothing was found there is always a way on; in danger there is one.
    part("start").hidden = answer.urgent || (asked && found.length > 0);
    empty.hidden = !asked || found.length > 0;
    // In danger nobody is told to try another word, or to ask colleagues who answer some day.
    empty.querySelectorAll("[data-later]").forEach((each) => {
      each.hidden = answer.urgent;
    });
    takeAlong(window.spreekkamer.query);
    fill(part("suggestions"), answer.suggestions.map(suggestion));
    // What is offered above already is not offered again.
    const offered = answer.ways.map(({ entry }) => entry);
    const near = answer.related.length ? answer.related : besides(offered);
    const others = near.filter(({ entry }) => !offered.includes(entry));
    fill(part("related"), empty.hidden ? [] : others.map((each) => way(each)));
    const first = few ? AT_ONCE : shown;
    put(found.slice(0, first).map(cardItem));
    follow(first);
    // Measures what it shows: in one go with all that changed.
    showWays(answer.ways);
  };
})();
