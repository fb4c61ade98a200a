// What comes near when little or nothing was found: other spellings, tags and dilemmas.
(() => {
  "use strict";
  const { words } = window.spreekkamer.words;
  const { pairs, alike } = window.spreekkamer.lookup;
  const { isWeak, later } = window.spreekkamer;
  const ALIKE = 0.6;
  const MOST = 3;
  // Of a short word every other one is near: "hond" is no "hand".
  const SHORT = 4;

  // A word of names or titles, with the tags and dilemmas that have it.
  class Known {
    constructor(word) {
      this.word = word;
      this.owners = new Set();
    }

    get of() {
      this.pairs ||= pairs(this.word);
      return this.pairs;
    }
  }

  // The words of names and of titles, and which of them are shown. They are read when nothing else
  // is to be done, or at once when asked for.
  class Spelling {
    constructor(engine) {
      this.stop = engine.stop;
      this.known = new Map();
      this.shown = new Set();
      const names = engine.names.texts.map(([owner, text, { shown }]) => ({ text, owner, shown }));
      const titles = engine.cards.map(({ title }) => ({ text: title, shown: true }));
      this.reading = later([...names, ...titles], (each) => this.add(each));
    }

    read() {
      this.reading.finish();
      return this;
    }

    telling(text) {
      return words(text).flatMap(([word]) => (word.length > 3 && !this.stop.has(word) ? [word] : []));
    }

    add({ text, owner, shown }) {
      for (const word of this.telling(text)) {
        if (!this.known.has(word)) this.known.set(word, new Known(word));
        if (owner) this.known.get(word).owners.add(owner);
        if (shown) this.shown.add(this.known.get(word));
      }
    }
  }

  const nearest = (engine, word) => {
    const own = pairs(word);
    return [...engine.spelling.read().shown]
      .filter(({ word: other }) => other[0] === word[0] && other !== word)
      .map(({ word: other, of }) => ({ other, likeness: alike(own, of) }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST)
      .map(({ other }) => other);
  };

  // The query with an unknown word in another spelling.
  const suggestions = (engine, query, found) => {
    const unknown = found.telling.find((slot) => !slot.exact && slot.plain.length > SHORT);
    if (!unknown) return [];
    const typed = found.slots.map((slot) => slot.plain);
    const put = (word) => typed.map((each, place) => (place === unknown.place ? word : each)).join(" ");
    return nearest(engine, unknown.plain).map(put);
  };

  // Tags and dilemmas whose names look like a word of the query.
  const related = (engine, query) => {
    const telling = engine.spelling.telling(query).filter((word) => word.length > SHORT && !isWeak(word));
    const own = telling.map(pairs);
    const scores = new Map();
    for (const { of, owners } of engine.spelling.read().known.values()) {
      const best = Math.max(0, ...own.map((each) => alike(of, each)));
      if (best < ALIKE) continue;
      owners.forEach((owner) => scores.set(owner, Math.max(scores.get(owner) || 0, best)));
    }
    const fitting = engine.names.entries.filter((owner) => scores.has(owner));
    return fitting.sort((a, b) => scores.get(b) - scores.get(a)).slice(0, MOST + 2);
  };

  Object.assign(window.spreekkamer, { near: { Spelling, suggestions, related } });
})();
