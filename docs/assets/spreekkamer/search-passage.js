// The sentence of a card in which a word stands that nothing else of the result shows.
(() => {
  "use strict";
  // Of a longer sentence, so much before the word and in all.
  const MOST = 180;
  const BEFORE = 70;
  const COMMON = 0.25;
  if (!window.spreekkamerSearch) return;
  const { fold, stem } = window.spreekkamer.words;
  const { engine } = window.spreekkamer;
  const { fitsIn } = window.spreekkamer.matches;
  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const PLAIN = /^[a-z]+$/i;
  const known = new Map();

  // A word of a text; few of them are ever stemmed, as that takes long.
  class Word {
    constructor(word) {
      this.word = word;
      this.plain = PLAIN.test(word) ? word.toLowerCase() : fold(word);
    }

    get own() {
      return stem(this.plain);
    }
  }

  // The sentences of a card that its result does not show, with their words: made when first needed.
  const sentencesOf = (card) => {
    const read = (text) => ({ text, words: [...new Set(text.match(WORD) || [])].map((word) => new Word(word)) });
    if (!known.has(card)) known.set(card, card.s.map(read));
    return known.get(card);
  };
  // Says of a word whether it is what was found, as the engine marks words. A stem begins as its
  // word, and no compound is shorter.
  const BEGIN = 2;
  const COMPOUND = 6;
  const asking = ([slot, { terms }]) => {
    const all = new Set([...terms, ...slot.forms]);
    const begins = new Set([...all].map((term) => term.slice(0, BEGIN)));
    const near = ({ length }, start) => length > 1 && (length >= COMPOUND || begins.has(start));
    const fits = fitsIn(all, engine.compounds);
    return { slot, fits: (word) => near(word.plain, word.plain.slice(0, BEGIN)) && fits(word) };
  };
  const weight = ({ slot }) => (slot.common ? COMMON : 1);
  const worth = (found) => found.reduce((sum, each) => sum + weight(each), 0);

  // At words, around the one at `at`; what has no space is cut anywhere.
  const cut = (text, at) => {
    if (text.length <= MOST) return text;
    const space = text.indexOf(" ", at - BEFORE) + 1;
    const from = at > BEFORE ? Math.min(space || at, at) : 0;
    const rest = text.slice(from);
    const whole = rest.length <= MOST;
    const last = rest.lastIndexOf(" ", MOST);
    const end = whole ? rest : rest.slice(0, last > 0 ? last : MOST).replace(/[\s,;:–-]+$/, "");
    return `${from ? "…\u00a0" : ""}${end}${whole ? "" : "\u00a0…"}`;
  };

  // Gives {text, terms}, with the words of it to mark, or nothing when every word is explained.
  const passage = ({ card, each }, terms) => {
    if (!each) return undefined;
    // What the words of a card itself say; what a tag says is told by its name.
    const own = [...each.slots].filter(([, best]) => best.own && best.full).map(asking);
    const unseen = own.filter((one) => !card.shown.some(one.fits));
    // Half of all cards have a common word: that explains only what nothing else explains.
    if (!unseen.length || (terms.length && unseen.every(({ slot }) => slot.common))) return undefined;
    const has = ({ words }) => unseen.filter((one) => words.some(one.fits));
    const rated = sentencesOf(card).map((sentence) => ({ sentence, score: worth(has(sentence)) }));
    const most = Math.max(0, ...rated.map(({ score }) => score));
    if (!most) return undefined;
    const { text, words } = rated.find(({ score }) => score === most).sentence;
    const marked = words.filter((word) => own.some((one) => one.fits(word))).map(({ word }) => word);
    const first = [...text.matchAll(WORD)].find(([word]) => marked.includes(word));
    return { text: cut(text, first.index), terms: marked };
  };

  Object.assign(window.spreekkamer, { passage });
})();
