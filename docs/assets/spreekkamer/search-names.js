// Tags and dilemmas by their names: label, synonyms, and what finds them but is never shown.
(() => {
  "use strict";
  const { MEASURES, stem } = window.spreekkamer.words;
  const { HALF, LITTLE, Name, partsOf, sequenceOf } = window.spreekkamer.name;
  const { Lists } = window.spreekkamer.lists;
  const FIELDS = { w: 1, j: 0.9, p: 0.6 };
  // In the names of how many tags and dilemmas a word may be without saying less.
  const GENERAL = 6;
  const YOUNGEST = 16;
  const OLDEST = 70;
  const PHRASE = 1.5;
  const FORMS = ["sequence", "bare"];
  // Names that may be shown; those that only find; and of these, those that the build made stems of.
  const SHOWN = { shown: true };
  const HIDDEN = { shown: false };
  const STEMS = { shown: false, stems: true };

  class Names {
    constructor(data, stop, compounds) {
      this.compounds = compounds;
      this.stop = stop;
      this.texts = [];
      this.made = new Map();
      this.lists = new Lists("w", "j", "p");
      // In the names of how many tags and dilemmas a word is, and which phrases begin with it.
      this.having = new Map();
      this.begun = { sequence: new Map(), bare: new Map() };
      this.limits = [];
      this.numbers = new Set();
      this.entries = [
        ...data.tags.map((entry) => ({ kind: "tag", entry })),
        ...data.dilemmas.map((entry) => ({ kind: "dilemma", entry })),
      ];
      for (const owner of this.entries) {
        const { label, also, w = [], stems = [] } = owner.entry;
        const words = new Set();
        for (const text of [label, ...also]) this.add(owner, text, SHOWN, words);
        for (const text of w) this.add(owner, text, HIDDEN, words);
        for (const text of stems) this.addStems(owner, text, words);
        for (const word of words) this.having.set(word, (this.having.get(word) || 0) + 1);
      }
      // How much a word tells: less when many tags and dilemmas have it in their names.
      const number = (word) => Math.max(GENERAL, this.having.get(word) || 0);
      this.rarity = (word) => Math.log(1 + this.entries.length / number(word));
    }

    // Of the thousands of names few are found: those are made again, the others take no memory.
    name(id) {
      if (!this.made.has(id)) this.made.set(id, new Name(...this.texts[id], this.stop));
      return this.made.get(id);
    }

    add(owner, text, kind, words) {
      const id = this.texts.push([owner, text, kind]) - 1;
      const name = new Name(owner, text, kind, this.stop);
      for (const forms of name.telling) {
        const parts = partsOf(forms, this.compounds);
        words.add(forms[forms.length - 1]);
        for (const part of parts) words.add(part);
        if (name.phrase) continue;
        this.lists.add("w", id, forms);
        this.lists.add("p", id, parts);
      }
      if (!name.phrase) this.lists.add("j", id, name.joined);
      if (name.slots.length > 1) for (const form of FORMS) this.begin(form, name.sequence(form)[0], id);
      for (const forms of name.slots) if (forms[0] < ":") this.count(owner, forms);
    }

    // As `add` does, without a name in between: there are thousands of these.
    addStems(owner, text, words) {
      const id = this.texts.push([owner, text, STEMS]) - 1;
      const stems = text.split(" ");
      this.lists.add("w", id, stems);
      for (const each of stems) {
        words.add(each);
        const parts = this.compounds.get(each);
        if (!parts) continue;
        this.lists.add("p", id, parts);
        for (const part of parts) words.add(part);
      }
      if (stems.length < 2) return;
      this.lists.add("j", id, stems.slice(1).map((each, place) => stems[place] + each));
      this.begin("sequence", stems[0], id);
      const bare = stems.filter((each) => !LITTLE.has(each));
      if (bare.length > 1) this.begin("bare", bare[0], id);
    }

    begin(form, first, id) {
      if (!first) return;
      const same = this.begun[form].get(first);
      if (same) same.push(id);
      else this.begun[form].set(first, [id]);
    }

    // Numbers of names, and those that are a limit: "55+".
    count(entry, forms) {
      this.numbers.add(forms[0]);
      for (const form of forms) {
        const limit = /^([0-9]+)(plus|min)$/.exec(form);
        if (limit) this.limits.push({ entry, number: Number(limit[1]), kind: limit[2] });
      }
    }

    // What fits the words, by entry: {scores: Map(slot → score), names, full}.
    match(slots, found, query) {
      const byName = new Map();
      slots.forEach((slot, place) => {
        for (const [id, hits] of found[place] || []) {
          if (!byName.has(id)) byName.set(id, []);
          byName.get(id).push({ slot, hits });
        }
      });
      const matches = new Map();
      for (const [id, pairs] of byName) this.weigh(matches, this.name(id), pairs);
      this.phrases(matches, slots, query, "sequence");
      const bare = slots.filter((slot) => !LITTLE.has(slot.plain));
      this.phrases(matches, bare, sequenceOf(bare.map((slot) => stem(slot.plain))), "bare");
      this.ages(matches, slots);
      return matches;
    }

    static of(matches, owner) {
      if (!matches.has(owner)) matches.set(owner, { owner, scores: new Map(), sure: new Map(), names: new Map(), terms: new Set(), full: 0 });
      return matches.get(owner);
    }

    weigh(matches, name, found) {
      // "Werk" is not yet "werkzoeken".
      const real = ({ field, quality }) => field !== "j" || quality >= HALF;
      const pairs = found.map(({ slot, hits }) => ({ slot, hits: hits.filter(real) })).filter(({ hits }) => hits.length);
      if (!pairs.length) return;
      const terms = pairs.flatMap(({ hits }) => hits.map(({ term }) => term));
      const coverage = name.coverage(terms, this);
      if (coverage < name.least) return;
      const match = Names.of(matches, name.entry);
      match.full = Math.max(match.full, coverage);
      if (name.shown) match.told = Math.max(match.told || 0, coverage);
      for (const { slot, hits } of pairs) {
        const best = hits.map(({ quality, field }) => quality * FIELDS[field]);
        const score = Math.max(...best) * coverage ** 1.2 * name.sure;
        hits.forEach(({ term }) => match.terms.add(term));
        if (score > (match.scores.get(slot) || 0)) {
          match.scores.set(slot, score);
          match.sure.set(slot, Math.max(...hits.map(({ quality }) => quality)));
          match.names.set(slot, name);
        }
      }
    }

    // The names of which the first word is in the query, in the order of the list.
    beginning(slots, form) {
      const stems = new Set(slots.map((slot) => stem(slot.plain)));
      return [...stems].flatMap((each) => this.begun[form].get(each) || []).sort((a, b) => a - b);
    }

    // A name of more words that stands in the query as it is, words that say nothing included, or
    // bare of the smallest ones.
    phrases(matches, slots, query, form) {
      for (const name of this.beginning(slots, form).map((id) => this.name(id))) {
        const stems = name.sequence(form);
        const at = query.indexOf(sequenceOf(stems));
        if (at < 0) continue;
        const number = stems.length;
        const match = Names.of(matches, name.entry);
        const first = query.slice(0, at).split(" ").filter(Boolean).length;
        for (const slot of slots.slice(first, first + number)) {
          match.scores.set(slot, PHRASE);
          match.names.set(slot, name);
          slot.forms.forEach((form) => match.terms.add(form));
        }
        match.full = 1;
        match.phrase = Math.max(match.phrase || 0, number);
      }
    }

    // An age finds the tags whose names hold it: 58 is over 50, 25 is under 27.
    ages(matches, slots) {
      slots.forEach((slot, place) => {
        if (!/^[1-9][0-9]$/.test(slot.plain) || slot.common) return;
        const age = Number(slot.plain);
        const after = (slots[place + 1] || {}).plain;
        if (MEASURES.includes(after)) return;
        const said = ["jaar", "jaren", "jarige"].includes(after);
        const limit = [...slot.forms].some((form) => /(plus|min)$/.test(form));
        if (age < YOUNGEST || age > OLDEST || !(said || limit || !this.numbers.has(slot.plain))) return;
        const under = [...slot.forms].some((form) => form.endsWith("min"));
        const over = [...slot.forms].some((form) => form.endsWith("plus"));
        const fits = this.limits.filter(({ number, kind }) =>
          kind === "plus" ? number <= age && !under : (under ? number >= age : number > age) && !over,
        );
        for (const { entry, number } of fits) {
          const match = Names.of(matches, entry);
          const score = 1 - Math.abs(age - number) / 100;
          match.scores.set(slot, Math.max(match.scores.get(slot) || 0, score));
          match.full = 1;
        }
        if (fits.length) slot.age = true;
      });
    }

    // What of an entry was found by another name than its label; never a name that is not shown.
    static via(match, slots) {
      const used = slots.map((slot) => match.names.get(slot)).filter(Boolean);
      const label = match.owner.entry.label;
      return [...new Set(used.filter((name) => name.shown).map((name) => name.text))].filter((text) => text !== label);
    }
  }

  Object.assign(window.spreekkamer, { names: { Names } });
})();
