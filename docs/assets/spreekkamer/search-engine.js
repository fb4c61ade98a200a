// Finds cards, tags, dilemmas and pages by words and by facets, in the data of the build. Shows
// nothing: that is for the page.
(() => {
  "use strict";
  const { fold, stem } = window.spreekkamer.words;
  const { Lookup, Lists } = window.spreekkamer.lookup;
  const { Urgent } = window.spreekkamer.urgent;
  const { Names, HALF } = window.spreekkamer.names;
  const { Ranking, KINDS, old } = window.spreekkamer.ranking;
  const OF_TAG = { noticed: 4, situation: 4, phase: 2.5, instrument: 3.5, technique: 3 };
  const OF_DILEMMA = 3.5;
  const OF_ALSO = 1.5;
  const WAYS = 5;
  const SHARE = 0.4;
  const NAMED = 0.9;
  // From what part of the best score on a tag fits a word as well as any.
  const NEXT = 0.9;

  class Engine {
    constructor(data) {
      this.data = data;
      this.stop = new Set(data.words.stop);
      this.cards = data.cards;
      this.names = new Names(data, this.stop);
      this.owners = new Map(this.names.entries.map((owner) => [`${owner.kind} ${owner.entry.id}`, owner]));
      const whole = data.cards.map((card, id) => this.document(id, card.w[0], card.w[1]));
      const pages = data.pages.map((page, id) => this.document(id, "", page.w));
      this.urgent = new Urgent(data.words.urgent);
      const lists = [whole, this.names.documents, pages].map((documents) => new Lists(documents));
      this.lookup = new Lookup(lists, this.urgent.known);
      this.equal = new Map();
      for (const group of data.words.equal) {
        const stems = group.map(stem);
        stems.forEach((each) => this.equal.set(each, stems));
      }
      this.facets = new Map(data.cards.map((card) => [card, this.facetsOf(card)]));
      this.ranking = new Ranking(data.cards, data.cards.map((card) => this.carriedBy(card)));
      this.last = { query: null };
    }

    document(id, title, text) {
      const parts = `${title} ${text}`.split(" ").flatMap((each) => (this.data.compounds[each] || "").split(" "));
      return { id, t: title, x: text, p: parts.filter(Boolean).join(" ") };
    }

    // Tags and dilemmas of a card with their weights.
    carriedBy(card) {
      const tags = card.tags.map((id) => this.owners.get(`tag ${id}`)).filter(Boolean);
      const named = (id, weight) => ({ owner: this.owners.get(`dilemma ${id}`), weight });
      return [
        ...tags.map((owner) => ({ owner, weight: OF_TAG[owner.entry.facet] || 3 })),
        named(card.dilemma, OF_DILEMMA),
        ...card.also.map((id) => named(id, OF_ALSO)),
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
      const chosen = Object.values(selection).some((values) => values.length);
      if (!asked) {
        const cards = chosen ? this.all().filter(({ card }) => this.selected(card, selection)) : [];
        return { cards, ways: [], pages: [], urgent: false, suggestions: [], related: [] };
      }
      const found = this.match(query);
      const ways = this.ways(found);
      const cards = found.cards.filter(({ card }) => this.selected(card, selection)).map((each) => new Found(each, found.slots));
      const poor = !found.cards.length && !ways.length;
      // Beside the help that is needed now, other advice is out of place.
      const urgent = this.urgent.fits(found);
      const near = window.spreekkamer.near;
      const unknown = found.telling.some((slot) => !slot.exact && !slot.age);
      return {
        cards,
        ways,
        pages: found.pages,
        urgent,
        suggestions: unknown && !urgent && found.cards.length < 3 ? near.suggestions(this, query, found) : [],
        related: poor && !urgent ? near.related(this, query) : [],
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
      const own = Object.fromEntries(this.data.facets.map(({ id }) => [id, []]));
      for (const id of card.tags) {
        const { entry } = this.owners.get(`tag ${id}`) || {};
        if (entry && own[entry.facet]) own[entry.facet].push(id);
      }
      const side = card.side && `${card.dilemma}.${card.side}`;
      const single = { dilemma: card.dilemma, side, result: card.result, kind: card.kind };
      for (const [facet, value] of Object.entries(single)) if (value) own[facet] = [value];
      return own;
    }

    values(card, facet) {
      return this.facets.get(card)[facet] || [];
    }

    selected(card, selection, except = "") {
      return Object.entries(selection).every(([facet, values]) => {
        if (facet === except || !values.length) return true;
        const own = this.values(card, facet);
        return values.some((each) => own.includes(each));
      });
    }

    // The numbers beside the options; those of a facet do not depend on what is chosen in it.
    counts(query, selection = {}) {
      const cards = query.trim() ? this.match(query).cards.map(({ card }) => card) : this.cards;
      return Object.fromEntries(
        this.data.facets.map(({ id }) => {
          const number = {};
          for (const card of cards.filter((each) => this.selected(each, selection, id))) {
            for (const value of this.values(card, id)) number[value] = (number[value] || 0) + 1;
          }
          return [id, number];
        }),
      );
    }
  }

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

  // The words that a result shows of a card, each with its folded form and its stem.
  const shownWords = (card) => {
    const stand = `${card.title} ${card.text} ${card.gain}`.match(/[\p{L}\p{N}\p{M}]+/gu) || [];
    const telling = [...new Set(stand)].filter((word) => word.length > 1);
    return telling.map((word) => ({ word, plain: fold(word), own: stem(fold(word)) }));
  };

  const fits = ({ plain, own }, terms) => {
    const inside = (term) => term.length > 3 && (plain.startsWith(term) || plain.endsWith(term));
    return terms.has(own) || terms.has(plain) || [...terms].some(inside);
  };

  // A card with why it was found: names of what it carries, and its words to mark. Both are made
  // when they are asked for, as a page shows only some of hundreds.
  class Found {
    constructor(each, slots) {
      Object.assign(this, { card: each.card, each, slots });
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
      this.slots.forEach((slot) => slots.has(slot) && slot.forms.forEach((form) => terms.add(form)));
      card.shown = card.shown || shownWords(card);
      return card.shown.filter((each) => fits(each, terms)).map(({ word }) => word);
    }
  }

  const viaOf = (match, slot) => {
    const other = Names.via(match, [slot]);
    return other.length ? other : [match.owner.entry.label];
  };

  // The options of a facet of tags are its tags: the data has those once.
  const create = (data) => {
    for (const facet of data.facets) facet.options ||= data.tags.filter((tag) => tag.facet === facet.id);
    return new Engine(data);
  };
  Object.assign(window.spreekkamer, { create, engine: create(window.spreekkamerSearch) });
})();
