// Copies of the templates of the search page, and what ways in, results, list and sheet show alike.
(() => {
  "use strict";
  const root = document.querySelector("[data-search]");
  if (!root) return;
  const template = (name) => root.querySelector(`[data-template=${name}]`).content;
  const copy = (name) => template(name).firstElementChild.cloneNode(true);
  const amount = (number) =>
    (number === 1 ? root.dataset.one : root.dataset.other).replace("{count}", number);
  const mark = (kind, result) =>
    template("results").querySelector(`[data-mark="${kind} ${result}"]`).firstElementChild.cloneNode(true);

  const linked = (link, entry) => {
    link.href = entry.url;
    link.textContent = entry.title || entry.label || entry.question;
    if (entry.lang) link.lang = entry.lang;
    return link;
  };

  // What stays as it is is not written again: the browser would lay it out again, at each key.
  const write = (place, text) => {
    if (place.textContent !== String(text)) place.textContent = text;
  };
  const hide = (place, hidden) => {
    if (place.hidden !== hidden) place.hidden = hidden;
  };

  // What a card is, what came of it, when, and what to be careful about.
  const head = (item, card) => {
    const badge = item.querySelector(".sk-badge");
    badge.classList.add(`sk-badge--${card.kind}`);
    badge.textContent = card.badge;
    const result = item.querySelector("[data-result]");
    if (card.result) result.replaceWith(mark(card.kind, card.result));
    else result.remove();
    item.querySelector("[data-year]").textContent = card.year;
    item.querySelector("[data-law]").hidden = !card.law;
    const status = item.querySelector("[data-status]");
    status.textContent = status.dataset[card.status] || "";
    status.hidden = !status.textContent;
  };

  // A name like "27-" says nothing without what it is of.
  const telling = (via) => (via || []).filter((each) => /\p{L}/u.test(each));
  const viaIn = (place, via, text = place.dataset.text) => {
    hide(place, !via.length);
    write(place, text.replace("{words}", via.join(", ")));
  };

  Object.assign(window.spreekkamer, { amount, copy, head, hide, linked, telling, viaIn, write });
})();
