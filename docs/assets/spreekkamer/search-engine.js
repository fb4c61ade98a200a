// Finds cards, tags, dilemmas and pages by words and by facets, in the data of the build. Shows
// nothing: that is for the page.
(() => {
  "use strict";
  const { weakness } = window.spreekkamer;
  const { stem } = window.spreekkamer.words;
  const { Lists, partsOf } = window.spreekkamer.lists;
  const { Lookup } = window.spreekkamer.lookup;
  const { Spelling, related, suggestions } = window.spreekkamer.near;
  const { Urgent } = window.spreekkamer.urgent;
  const { HALF } = window.spreekkamer.name;
  const { Names } = window.spreekkamer.names;
  const { Found } = window.spreekkamer.matches;
  const { Ranking, KINDS, old } = window.spreekkamer.ranking;
  const OF_TAG = { noticed: 4, situation: 4, phase: 2.5, instrument: 3.5, technique: 3 };
  const OF_DILEMMA = 3.5;
  const OF_ALSO = 1.5;
  const WAYS = 5;
  const SHARE = 0.5;
  const NAMED = 0.9;
  // From what part of the best score on a tag fits a word as well as any.
  const NEXT = 0.9;

  class Engine {
    constructor(data) {
      this.data = data;
      this.stop = new Set(data.words.stop);
      this.cards = data.cards;
      this.compounds = partsOf(data.compounds);
      this.names = new Names(data, this.stop, this.compounds);
      this.owners = new Map(this.names.entries.map((owner) => [`${owner.kind} ${owner.entry.id}`, owner]));
      const cards = this.listed(data.cards.map(({ w: [title, text] }) => ({ title, text })));
      const pages = this.listed(data.pages.map(({ w: text }) => ({ title: "", text })));
      this.urgent = new Urgent(data.words.urgent);
      this.lookup = new Lookup([cards, this.names.lists, pages], this.urgent.known);
      this.equal = new Map();
      for (const group of data.words.equal) {
        const stems = group.map(stem);
        stems.forEach((each) => this.equal.set(each, stems));
      }
      this.facets = new Map(data.cards.map((card) => [card, this.facetsOf(card)]));
      this.ranking = new Ranking(data.cards, data.cards.map((card) => this.carriedBy(card)));
      this.spelling = new Spelling(this);
      this.last = { query: null };
    }

    // The words of titles and texts, with the parts of compounds.
    listed(documents) {
      const lists = new Lists("t", "x", "p");
      documents.forEach(({ title, text }, id) => {
        for (const [field, said] of [["t", title], ["x", text]]) {
          const words = said ? said.split(" ") : [];
          lists.add(field, id, words);
          for (const word of words) {
            const parts = this.compounds.get(word);
            if (parts) lists.add("p", id, parts);
          }
        }
      });
      return lists;
    }

    // Tags and dilemmas of a card with their weights.
    carriedBy(card) {
      const tags = card.tags.map((id) => this.owners.get(`tag ${id}`)).filter(Boolean);
      const named = (id, weight, also = false) => ({ owner: this.owners.get(`dilemma ${id}`), weight, also });
      return [
        ...tags.map((owner) => ({ owner, weight: OF_TAG[owner.entry.facet] || 3 })),
        named(card.dilemma, OF_DILEMMA),
        ...card.also.map((id) => named(id, OF_ALSO, true)),
      ].filter(({ owner }) => owner);
    }

    // Everything that the words find, whatever is selected.
    match(query) {
      if (this.last.query === query) return this.last;
      const slots = this.lookup.slots(query);
      slots.forEach((slot) => {
        // "Komt" says nothing, "komt niet na" does.
        slot.stop = this.stop.has(slot.plain) && !slot.verb;
        slot.equal = [...slot.forms].flatMap((form) => this.equal.get(form) || []);
        slot.weak = weakness(slot, this.names.numbers);
      });
      // Per word what has it: cards, names and pages.
      const found = slots.map((slot) => (slot.stop ? this.lookup.none() : this.lookup.find(slot)));
      const sequence = ` ${slots.map((slot) => stem(slot.plain)).join(" ")} `;
      const entries = this.names.match(slots, found.map(([, names]) => names), sequence);
      const cards = this.ranking.best(slots, found.map(([own]) => own), entries);
      const pages = this.pagesOf(slots, found.map(([, , own]) => own));
      this.last = { query, slots, telling: slots.filter((slot) => !slot.stop), sequence, entries, cards, pages };
      return this.last;
    }

    pagesOf(slots, found) {
      const scores = new Map();
      slots.forEach((slot, place) => {
        for (const id of slot.common ? [] : found[place].keys()) scores.set(id, (scores.get(id) || 0) + slot.weight);
      });
      return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => this.data.pages[id]);
    }

    // Entries that fit the words, those first that fit a word best which none before did.
    ways(found) {
      const best = new Map();
      for (const { scores } of found.entries.values()) {
        for (const [slot, score] of scores) best.set(slot, Math.max(score, best.get(slot) || 0));
      }
      const tells = ({ scores, phrase }) =>
        phrase || [...scores].some(([slot, score]) => says(slot, score) && score >= best.get(slot) * SHARE);
      const rated = [...found.entries.values()]
        .filter((match) => match.full >= HALF && tells(match))
        .map((match) => ({ match, score: worth(match, found.slots) }))
        .sort((a, b) => b.score - a.score || b.match.owner.entry.number - a.match.owner.entry.number);
      const seen = new Set();
      const fresh = ({ match }) => {
        const own = ([slot, score]) => score >= HALF && score >= best.get(slot) * NEXT && !seen.has(slot);
        const slots = [...match.scores].filter(own).map(([slot]) => slot);
        slots.forEach((slot) => seen.add(slot));
        return slots.length > 0;
      };
      const first = rated.filter(fresh);
      const others = rated.filter((each) => !first.includes(each));
      return [...first, ...others].slice(0, WAYS).map(({ match }) => ({
        kind: match.owner.kind,
        entry: match.owner.entry,
        via: Names.via(match, found.slots),
      }));
    }

    search(query, selection = {}) {
      const asked = query.trim() !== "";
      if (!asked) {
        const cards = chosenOf(selection).length ? this.within(this.all(), selection) : [];
        return { cards, ways: [], pages: [], urgent: false, suggestions: [], related: [] };
      }
      const found = this.match(query);
      const ways = this.ways(found);
      const cards = this.within(found.cards, selection).map((each) => new Found(each, found.slots, this.compounds));
      const poor = !found.cards.length && !ways.length;
      // Beside the help that is needed now, other advice is out of place.
      const urgent = this.urgent.fits(found);
      const unknown = found.telling.some((slot) => !slot.exact && !slot.age);
      const engine = this;
      return {
        cards,
        ways,
        pages: found.pages,
        urgent,
        // Made when they are asked for: who types one letter is not given these.
        get suggestions() {
          return unknown && !urgent && found.cards.length < 3 ? suggestions(engine, query, found) : [];
        },
        get related() {
          return poor && !urgent ? related(engine, query) : [];
        },
      };
    }

    // All cards, own experience first, those that are no longer active last.
    all() {
      const rank = (card) => KINDS.indexOf(card.kind);
      return [...this.cards]
        .sort((a, b) => old({ card: a }) - old({ card: b }) || rank(a) - rank(b) || b.year.localeCompare(a.year))
        .map((card) => ({ card, via: [], terms: [] }));
    }

    // What a card has of each facet.
    facetsOf(card) {
      const side = card.side && `${card.dilemma}.${card.side}`;
      const some = (value) => (value ? [value] : []);
      const own = { dilemma: some(card.dilemma), side: some(side), result: some(card.result), kind: some(card.kind) };
      for (const id of card.tags) {
        const owner = this.owners.get(`tag ${id}`);
        if (owner) (own[owner.entry.facet] ||= []).push(id);
      }
      return own;
    }

    // The facets, of those with something chosen, in which a card has nothing of that.
    misses(card, chosen) {
      if (!chosen.length) return chosen;
      const own = this.facets.get(card);
      const has = ([facet, values]) => values.some((each) => own[facet]?.includes(each));
      return chosen.filter((each) => !has(each)).map(([facet]) => facet);
    }

    selected(card, selection) {
      return !this.misses(card, chosenOf(selection)).length;
    }

    // What of `found` has what was chosen.
    within(found, selection) {
      const chosen = chosenOf(selection);
      return chosen.length ? found.filter(({ card }) => !this.misses(card, chosen).length) : found;
    }

    // The numbers beside the options; those of a facet do not depend on what is chosen in it.
    counts(query, selection = {}) {
      const cards = query.trim() ? this.match(query).cards.map(({ card }) => card) : this.cards;
      const numbers = new Map(this.data.facets.map(({ id }) => [id, new Map()]));
      const chosen = chosenOf(selection);
      for (const card of cards) {
        const misses = this.misses(card, chosen);
        const own = this.facets.get(card);
        for (const facet of misses.length > 1 ? [] : misses.length ? misses : Object.keys(own)) {
          const number = numbers.get(facet);
          for (const value of (number && own[facet]) || []) number.set(value, (number.get(value) || 0) + 1);
        }
      }
      return Object.fromEntries([...numbers].map(([id, number]) => [id, Object.fromEntries(number)]));
    }
  }

  const chosenOf = (selection) => Object.entries(selection).filter(([, values]) => values.length);

  // A word that most cards have tells all the same when it is the whole name of a tag.
  const says = (slot, score) => !slot.common || (slot.everywhere && score >= NAMED);

  const worth = (match, slots) => {
    const of = (slot) => {
      const score = match.scores.get(slot) || 0;
      const less = says(slot, score) || match.phrase ? 1 : 0.4;
      return score * Math.max(slot.weight, 0.3) * less;
    };
    return slots.reduce((sum, slot) => sum + of(slot), 0);
  };

  // The options of a facet of tags are its tags: the data has those once.
  const create = (data) => {
    for (const facet of data.facets) facet.options ||= data.tags.filter((tag) => tag.facet === facet.id);
    return new Engine(data);
  };
  Object.assign(window.spreekkamer, { create, engine: create(window.spreekkamerSearch) });
})();
