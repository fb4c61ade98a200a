// Finds a word of the query among the words of cards, tags and dilemmas: the word itself, its
// beginning while the reader types, or with letters wrong. MiniSearch mends the letters: it holds
// each known word once, and neither it nor the sounds of words keep the first results waiting.
(() => {
  "use strict";
  const { words, stem } = window.spreekkamer.words;
  const { irregular, separated, simpler } = window.spreekkamer.verbs;
  const { sound } = window.spreekkamer.sounds;
  const { later } = window.spreekkamer;
  const EXACT = 1;
  const JOINED = 0.9;
  const OF_VERB = 0.85;
  const BEGINNING = 0.75;
  const AS_HEARD = 0.72;
  const ONE_WRONG = 0.7;
  const TWO_WRONG = 0.5;
  const AT_AN_END = 0.45;
  // Two letters are the beginning of a word in nearly every card: nobody asked anything yet.
  const TYPED = 3;
  const ONE_FROM = 5;
  const TWO_FROM = 8;
  const ALIKE = 0.55;
  // Of how many letters a part of an unknown word says something: "paspoort" is no poort.
  const PART = 6;
  // Of a short word the first letter is right: "trouwen" is no "vrouw".
  const SHORT = 7;

  const swapped = (word) =>
    [...word].slice(1).map((each, place) => word.slice(0, place) + each + word[place] + word.slice(place + 2));

  // The pairs of letters of a word, its ends included.
  const pairs = (word) => {
    const wide = `^${word}$`;
    return new Set([...wide].slice(1).map((each, place) => wide[place] + each));
  };

  // From 0 to 1: how many pairs of letters two words share.
  const alike = (first, second) => {
    let shared = 0;
    for (const each of first) if (second.has(each)) shared += 1;
    return (2 * shared) / (first.size + second.size);
  };

  // How many letters may be wrong in a word of this length.
  const wrong = (length) => (length >= TWO_FROM ? 2 : length >= ONE_FROM ? 1 : 0);

  // One word of the query with its forms: "55+" is also 55 and 55plus.
  class Slot {
    constructor(forms, place) {
      this.plain = forms[0];
      this.place = place;
      this.forms = new Set(forms.flatMap((form) => [stem(form), form]));
      this.joined = new Set();
      this.common = false;
      this.weight = 1;
      this.exact = false;
    }
  }

  const slotsOf = (query) => {
    const slots = words(query).map((forms, place) => new Slot(forms, place));
    const last = slots.at(-1);
    if (last) last.typing = /[\p{L}\p{N}]$/u.test(query) && last.plain.length >= TYPED;
    return slots;
  };

  const whole = (text) => [text];
  const emptyIndex = () => new window.MiniSearch({ fields: ["id"], tokenize: whole, processTerm: (each) => each });
  const ask = (index, term, how) => index.search(term, { tokenize: whole, ...how }).map(({ id }) => id);

  class Lookup {
    // `known` are words of no document, that need no mending all the same.
    constructor(lists, known) {
      this.lists = lists;
      this.vocabulary = new Set([...lists.flatMap((each) => each.terms()), ...known]);
      this.terms = [...this.vocabulary];
      this.index = emptyIndex();
      this.indexed = later(this.terms, (id) => this.index.add({ id }));
      this.heard = new Map();
      this.listened = later(this.terms, (word) => this.hear(word));
    }

    hear(word) {
      if (word.length < 4) return;
      const key = sound(word);
      const same = this.heard.get(key);
      if (same) same.push(word);
      else this.heard.set(key, [word]);
    }

    slots(query) {
      const slots = slotsOf(query);
      const plain = slots.map((slot) => slot.plain);
      for (let from = 0; from < plain.length; from += 1) {
        for (const to of [from + 2, from + 3]) {
          if (to <= plain.length) this.join(slots.slice(from, to), plain.slice(from, to).join(""));
        }
        if (plain[from + 1] === "te" && plain[from + 2]) {
          this.join([slots[from], slots[from + 2]], plain[from] + plain[from + 2]);
        }
      }
      separated(plain).forEach(({ place, whole }) => {
        if (this.join([slots[place]], whole)) slots[place].verb = true;
      });
      return slots;
    }

    join(slots, whole) {
      const known = [stem(whole), whole].filter((each) => this.vocabulary.has(each));
      for (const slot of slots) known.forEach((each) => slot.joined.add(each));
      return known.length > 0;
    }

    none() {
      return this.lists.map(() => new Map());
    }

    // What has a word that fits, one Map per list of documents.
    find(slot) {
      const rated = this.fitting(slot);
      return this.lists.map((list) => list.having(rated));
    }

    // The known words that fit one of the query: Map(term → how well, from 0 to 1).
    fitting(slot) {
      const rated = new Map();
      const add = (terms, quality) => terms.forEach((term) => rated.set(term, Math.max(quality, rated.get(term) || 0)));
      const itself = [...slot.forms, ...slot.joined].some((each) => this.vocabulary.has(each));
      const verbs = this.known(simpler(slot.plain, itself));
      slot.exact = itself || verbs.length > 0;
      add([...slot.forms], EXACT);
      add([...slot.joined], JOINED);
      add(slot.equal, EXACT);
      add(verbs, OF_VERB);
      if (slot.typing && !(slot.exact && slot.plain.length < ONE_FROM)) this.begun(slot).forEach(([term, quality]) => add([term], quality));
      if (!itself) add(this.sounding(slot), AS_HEARD);
      if (slot.exact || [...rated.values()].includes(AS_HEARD)) return rated;
      const { near, distance } = this.mended(slot);
      add(near, distance > 1 ? TWO_WRONG : ONE_WRONG);
      if (![...rated.keys()].some((each) => this.vocabulary.has(each))) add([slot.plain, ...irregular(slot.plain)].flatMap((each) => this.atAnEnds(each)), AT_AN_END);
      return rated;
    }

    known(some) {
      return some.flatMap((each) => [each, stem(each)]).filter((each) => this.vocabulary.has(each));
    }

    // Longer words are less sure to be what the reader is typing, even less when it is a word itself.
    begun(slot) {
      const short = stem(slot.plain);
      const both = !slot.exact && slot.plain.startsWith(short) && short.length > 3;
      const beginnings = both ? [slot.plain, short] : [slot.plain];
      const sure = BEGINNING * (slot.exact ? 0.6 : 1);
      const terms = new Set(beginnings.flatMap((each) => this.beginning(each)));
      return [...terms].map((term) => [term, sure * (0.6 + 0.4 * Math.min(1, slot.plain.length / term.length))]);
    }

    // The known words with this beginning. To look through all takes less than to keep them in order.
    beginning(start) {
      return this.terms.filter((term) => term.startsWith(start));
    }

    // The known words with so many letters wrong.
    fuzzy(term, distance) {
      this.indexed.finish();
      return ask(this.index, term, { fuzzy: distance });
    }

    // Words that sound the same: "feilig", "bijstant".
    sounding(slot) {
      if (slot.plain.length < ONE_FROM) return [];
      this.listened.finish();
      return [slot.plain, stem(slot.plain)].flatMap((each) => (each.length > 3 && this.heard.get(sound(each))) || []);
    }

    // The nearest words; two neighbouring letters in each other's place are one wrong.
    mended(slot) {
      const most = wrong(slot.plain.length);
      const near = most ? this.known(swapped(slot.plain).flatMap((each) => [each, ...simpler(each)])) : [];
      for (let distance = 1; distance <= most; distance += 1) {
        if (distance === 1 && near.length) return { near, distance };
        const terms = [...new Set([slot.plain, stem(slot.plain)])].filter((each) => each.length > 3);
        const own = pairs(slot.plain);
        const first = (term) => slot.plain.length > SHORT || term[0] === slot.plain[0];
        const fits = (term) => term.length > 3 && (distance === 1 ? first(term) : term[0] === slot.plain[0] && alike(own, pairs(term)) >= ALIKE);
        // Near its stem are many words that are far from the word itself: "opleding", "opleg".
        const found = terms.map((each) => this.fuzzy(each, distance).filter(fits)).find(({ length }) => length);
        if (found) return { near: found, distance };
      }
      return { near: [], distance: 0 };
    }

    // The longest known words with which an unknown one begins and ends: not a word that is split,
    // as only the build knows how, but a last resort.
    atAnEnds(word) {
      const longest = (cut) => {
        for (let length = word.length - 3; length >= PART; length -= 1) {
          const part = [cut(length), stem(cut(length))].find((each) => each.length > 3 && this.vocabulary.has(each));
          if (part) return [part];
        }
        return [];
      };
      return [...longest((length) => word.slice(0, length)), ...longest((length) => word.slice(-length))];
    }
  }

  Object.assign(window.spreekkamer, { lookup: { AT_AN_END, Lookup, pairs, alike } });
})();
