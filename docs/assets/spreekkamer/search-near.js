// What comes near when little or nothing was found: other spellings, tags and dilemmas.
(() => {
  "use strict";
  const { words } = window.spreekkamer.words;
  const { pairs, alike } = window.spreekkamer.lookup;
  const ALIKE = 0.58;
  const MOST = 3;

  // The words that are shown of tags and dilemmas, and of titles.
  const vocabulary = (engine) => {
    if (!engine.spelled) {
      const names = engine.names.list.filter((name) => name.shown).map((name) => name.text);
      const texts = [...names, ...engine.cards.map((card) => card.title)];
      const every = new Set(texts.flatMap((text) => words(text).map((forms) => forms[0])));
      const telling = [...every].filter((each) => each.length > 3 && !engine.stop.has(each));
      engine.spelled = telling.map((word) => ({ word, of: pairs(word) }));
    }
    return engine.spelled;
  };

  const nearest = (engine, word) => {
    const own = pairs(word);
    return vocabulary(engine)
      .map(({ word: other, of }) => ({ other, likeness: alike(own, of) }))
      .filter(({ likeness, other }) => likeness >= ALIKE && other[0] === word[0] && other !== word)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, MOST)
      .map(({ other }) => other);
  };

  // The query with an unknown word in another spelling.
  const suggestions = (engine, query, found) => {
    const unknown = found.telling.find((slot) => !slot.exact && slot.plain.length > 3);
    if (!unknown) return [];
    const typed = found.slots.map((slot) => slot.plain);
    const put = (word) => typed.map((each, place) => (place === unknown.place ? word : each)).join(" ");
    return nearest(engine, unknown.plain).map(put);
  };

  // Tags and dilemmas whose names look like a word of the query.
  const related = (engine, query) => {
    const telling = (word) => word.length > 3 && !engine.stop.has(word);
    const own = words(query).map((forms) => forms[0]).filter(telling).map(pairs);
    const scores = new Map();
    for (const name of engine.names.list) {
      const theirs = name.slots.map((forms) => forms[0]).filter(telling).map(pairs);
      const best = Math.max(0, ...theirs.flatMap((one) => own.map((other) => alike(one, other))));
      if (best >= ALIKE) scores.set(name.entry, Math.max(scores.get(name.entry) || 0, best));
    }
    const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, MOST + 2);
    return best.map(([{ kind, entry }]) => ({ kind, entry }));
  };

  Object.assign(window.spreekkamer, { near: { suggestions, related } });
})();
