// Which documents have which word, in plain lists: thousands of texts are slow to index on each visit.
(() => {
  "use strict";

  // The parts of each known compound. A Map, as "constructor" may be a word of a card.
  const partsOf = (compounds) => new Map(Object.entries(compounds).map(([whole, parts]) => [whole, parts.split(" ")]));

  class Lists {
    constructor(...fields) {
      this.fields = new Map(fields.map((field) => [field, new Map()]));
    }

    add(field, id, terms) {
      const list = this.fields.get(field);
      for (const term of terms) {
        const ids = list.get(term);
        if (!ids) list.set(term, [id]);
        // Documents come one after the other: twice in the same one is once.
        else if (ids[ids.length - 1] !== id) ids.push(id);
      }
    }

    terms() {
      return [...this.fields.values()].flatMap((list) => [...list.keys()]);
    }

    // What has one of the words: Map(id → [{term, field, quality}]).
    having(rated) {
      const found = new Map();
      for (const [field, list] of this.fields) {
        for (const [term, quality] of rated) {
          for (const id of list.get(term) || []) {
            if (!found.has(id)) found.set(id, []);
            found.get(id).push({ term, field, quality });
          }
        }
      }
      return found;
    }
  }

  Object.assign(window.spreekkamer, { lists: { Lists, partsOf } });
})();
