// A card that was found, with why: made when it is asked for, as a page shows only some of hundreds.
(() => {
  "use strict";
  const { fold, stem } = window.spreekkamer.words;
  const { HALF } = window.spreekkamer.name;
  const { Names } = window.spreekkamer.names;

  // The words that a result shows of a card, each with its folded form and its stem.
  const shownWords = (card) => {
    const stand = `${card.title} ${card.text} ${card.gain}`.match(/[\p{L}\p{N}\p{M}]+/gu) || [];
    const telling = [...new Set(stand)].filter((word) => word.length > 1);
    return telling.map((word) => ({ word, plain: fold(word), own: stem(fold(word)) }));
  };

  // Whether a word is one of `terms`, or a compound with one of them as a part: "opkopen" is no "open".
  const fitsIn = (terms, compounds) => ({ plain, own }) =>
    terms.has(own) || terms.has(plain) || (compounds.get(own) || []).some((part) => terms.has(part));

  // `via` are names of what the card carries, `terms` its words to mark.
  class Found {
    constructor(each, slots, compounds) {
      this.card = each.card;
      this.each = each;
      this.slots = slots;
      this.compounds = compounds;
    }

    get via() {
      const names = [...this.each.slots].flatMap(([slot, best]) =>
        best.own ? [] : best.matches.filter((match) => match.scores.get(slot) >= HALF).flatMap((match) => viaOf(match, slot)),
      );
      return [...new Set(names)];
    }

    get terms() {
      const { card, slots } = this.each;
      const terms = new Set();
      for (const best of slots.values()) {
        for (const { terms: some } of [best, ...best.matches]) some.forEach((term) => terms.add(term));
      }
      this.slots.forEach((slot) => {
        if (!slots.has(slot)) return;
        // Of a name in the query, words like "in" and "de" are no reason to look somewhere.
        if (slot.stop) slot.forms.forEach((form) => terms.delete(form));
        else slot.forms.forEach((form) => terms.add(form));
      });
      card.shown = card.shown || shownWords(card);
      return card.shown.filter(fitsIn(terms, this.compounds)).map(({ word }) => word);
    }
  }

  const viaOf = (match, slot) => {
    const other = Names.via(match, [slot]);
    return other.length ? other : [match.owner.entry.label];
  };

  Object.assign(window.spreekkamer, { matches: { Found, fitsIn } });
})();
