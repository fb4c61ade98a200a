// The sentence of a card in which a word stands that nothing else of the result shows.
(() => {
  "use strict";
  // Of a longer sentence, so much before the word and in all.
  const MOST = 180;
  const BEFORE = 70;
  const COMMON = 0.25;
  if (!window.spreekkamerSearch) return;
  const { fits, wordsIn } = window.spreekkamer;
  const known = new Map();

  // The sentences of a card that its result does not show, with their words: made when first needed.
  const sentencesOf = (card) => {
    if (!known.has(card)) known.set(card, card.s.map((text) => ({ text, words: wordsIn(text) })));
    return known.get(card);
  };
  const termsOf = ([slot, { terms }]) => new Set([...terms, ...slot.forms]);
  const weight = ([slot]) => (slot.common ? COMMON : 1);
  const worth = (found) => found.reduce((sum, each) => sum + weight(each), 0);

  // At words, around the one at `at`.
  const cut = (text, at) => {
    if (text.length <= MOST) return text;
    const from = at > BEFORE ? text.indexOf(" ", at - BEFORE) + 1 : 0;
    const rest = text.slice(from);
    const whole = rest.length <= MOST;
    const end = whole ? rest : rest.slice(0, rest.lastIndexOf(" ", MOST)).replace(/[\s,;:–-]+$/, "");
    return `${from ? "…\u00a0" : ""}${end}${whole ? "" : "\u00a0…"}`;
  };

  // Gives {text, terms}, with the words of it to mark, or nothing when every word is explained.
  const passage = ({ card, each, terms }) => {
    if (!each) return undefined;
    // What the words of a card itself say; what a tag says is told by its name.
    const own = [...each.slots].filter(([, best]) => best.own && best.full);
    const unseen = own.filter((one) => !card.shown.some((word) => fits(word, termsOf(one))));
    // Half of all cards have a common word: that explains only what nothing else explains.
    if (!unseen.length || (terms.length && unseen.every(([slot]) => slot.common))) return undefined;
    const has = ({ words }) => unseen.filter((one) => words.some((word) => fits(word, termsOf(one))));
    const rated = sentencesOf(card).map((sentence) => ({ sentence, score: worth(has(sentence)) }));
    const most = Math.max(0, ...rated.map(({ score }) => score));
    if (!most) return undefined;
    const { text, words } = rated.find(({ score }) => score === most).sentence;
    const marked = words.filter((word) => own.some((one) => fits(word, termsOf(one)))).map(({ word }) => word);
    const places = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].filter(([word]) => marked.includes(word));
    return { text: cut(text, places[0].index), terms: marked };
  };

  Object.assign(window.spreekkamer, { passage });
})();
