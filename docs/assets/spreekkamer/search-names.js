// Tags and dilemmas by their names: label, synonyms, and what finds them but is never shown.
(() => {
  "use strict";
  const { MEASURES, words, stem, joined } = window.spreekkamer.words;
  const { Lists } = window.spreekkamer.lists;
  const FIELDS = { w: 1, j: 0.9, p: 0.6 };
  const HALF = 0.5;
  // In the names of how many tags and dilemmas a word may be without saying less.
  const GENERAL = 6;
  const ALONE = 0.45;
  const WHOLE = 0.75;
  const LONG = 3;
  const YOUNGEST = 16;
  const OLDEST = 70;
  const PHRASE = 1.5;
  // What may stand or not within a name: "gelooft er echt niet meer in", "jaar in de bijstand".
  const LITTLE = new Set(
    (
      "meer nog echt heel helemaal zo ook al maar te eens even gewoon wel toch altijd vaak steeds soms weer nu hier " +
      "de het een in op van voor met aan bij is zijn haar hem er mij me"
    ).split(" "),
  );
  const sequenceOf = (plain) => ` ${plain.map(stem).join(" ")} `;

  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
  const partsOf = (forms, compounds) => forms.flatMap((form) => compounds.get(form) || []);
  // A word with its stem, each once.
  const withStems = (forms) => [...new Set(forms.flatMap((form) => [form, stem(form)]))];

  class Name {
    constructor(entry, text, shown, stop) {
      this.entry = entry;
      this.text = text;
      this.shown = shown;
      this.slots = words(text);
      const telling = this.slots.filter((forms) => !stop.has(forms[0]));
      // "Schulden eerst" is more than the word schulden.
      this.sure = telling.length < this.slots.length ? 0.85 : 1;
      this.telling = telling.map(withStems);
      // What is never shown may have common words in it: those alone do not find it.
      const hidden = !shown && this.slots.length > 1;
      this.phrase = hidden && new Set(telling.map((forms) => stem(forms[0]))).size === 1;
      this.least = !hidden ? 0 : telling.length > LONG ? HALF : WHOLE;
      // A join with a word like "of" is no word.
      this.joined = telling.length > 1 ? joined(this.slots.filter((forms) => forms[0] === "te" || !stop.has(forms[0]))) : [];
    }

    // Its words in their order, all or without the smallest; one word is no phrase.
    plain(form) {
      const plain = this.slots.map((forms) => forms[0]);
      const some = form === "bare" ? plain.filter((each) => !LITTLE.has(each)) : plain;
      return some.length > 1 ? some : [];
    }

    // How much of the name `terms` are.
    coverage(terms, { compounds, rarity }) {
      if (!this.weights) this.weigh(rarity);
      if (!this.telling.length) return 0;
      const seen = this.telling.map((forms) => {
        if (terms.some((term) => forms.includes(term))) return 1;
        const hit = partsOf(forms, compounds).filter((part) => terms.includes(part));
        if (hit.length) return this.share(hit, partsOf(forms, compounds));
        return terms.some((term) => this.joins(term, forms)) ? 1 : 0;
      });
      return sum(seen.map((each, place) => each * this.weights[place]));
    }

    // Of "uitkering kwijt", the word that many others have too says less; all together weigh 1,
    // unless such a word stands alone: "wil niet werken" is more than werken.
    weigh(rarity) {
      const own = new Set(this.telling.map((forms) => forms.at(-1)));
      const alone = own.size === 1 && this.slots.length > 1 && rarity([...own][0]) < rarity("");
      this.share = (some, all) => sum(some.map(rarity)) / sum(all.map(rarity));
      this.weights = this.telling.map((forms) => this.share([forms.at(-1)], this.telling.map((each) => each.at(-1))) * (alone ? ALONE : 1));
    }

    joins(term, forms) {
      return term.length > 4 && forms.some((form) => form.length > 1 && (term.startsWith(form) || term.endsWith(form)));
    }
  }

  const limits = (names) =>
    names.flatMap((name) =>
      name.slots.flat().flatMap((form) => {
        const limit = /^([0-9]+)(plus|min)$/.exec(form);
        return limit ? [{ entry: name.entry, number: Number(limit[1]), kind: limit[2] }] : [];
      }),
    );

  class Names {
    constructor(data, stop, compounds) {
      this.compounds = compounds;
      this.list = [];
      this.lists = new Lists("w", "j", "p");
      // In the names of how many tags and dilemmas a word is, and which phrases begin with it.
      this.having = new Map();
      this.begun = { sequence: new Map(), bare: new Map() };
      this.entries = [
        ...data.tags.map((entry) => ({ kind: "tag", entry })),
        ...data.dilemmas.map((entry) => ({ kind: "dilemma", entry })),
      ];
      for (const owner of this.entries) {
        const add = (shown) => (text) => this.add(new Name(owner, text, shown, stop));
        add(true)(owner.entry.label);
        owner.entry.also.forEach(add(true));
        owner.entry.w.forEach(add(false));
      }
      // How much a word tells: less when many tags and dilemmas have it in their names.
      const number = (word) => Math.max(GENERAL, this.having.get(word)?.number || 0);
      this.rarity = (word) => Math.log(1 + this.entries.length / number(word));
    }

    add(name) {
      const id = this.list.push(name) - 1;
      name.id = id;
      for (const forms of name.telling) {
        const parts = partsOf(forms, this.compounds);
        this.count(forms.at(-1), name.entry);
        parts.forEach((part) => this.count(part, name.entry));
        if (name.phrase) continue;
        this.lists.add("w", id, forms);
        this.lists.add("p", id, parts);
      }
      if (!name.phrase) this.lists.add("j", id, name.joined);
      if (name.slots.length > 1) this.begin(name);
    }

    // The names of an entry come one after the other.
    count(word, entry) {
      const having = this.having.get(word);
      if (!having) this.having.set(word, { number: 1, last: entry });
      else if (having.last !== entry) {
        having.number += 1;
        having.last = entry;
      }
    }

    begin(name) {
      for (const [form, names] of Object.entries(this.begun)) {
        const [first] = name.plain(form);
        if (first) names.set(stem(first), [...(names.get(stem(first)) || []), name]);
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
      for (const [id, pairs] of byName) this.weigh(matches, this.list[id], pairs);
      this.phrases(matches, slots, query, "sequence");
      const bare = slots.filter((slot) => !LITTLE.has(slot.plain));
      this.phrases(matches, bare, sequenceOf(bare.map((slot) => slot.plain)), "bare");
      this.ages(matches, slots);
      return matches;
    }

    static of(matches, owner) {
      if (!matches.has(owner)) matches.set(owner, { owner, scores: new Map(), names: new Map(), terms: new Set(), full: 0 });
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
      for (const { slot, hits } of pairs) {
        const best = hits.map(({ quality, field }) => quality * FIELDS[field]);
        const score = Math.max(...best) * coverage ** 1.2 * name.sure;
        hits.forEach(({ term }) => match.terms.add(term));
        if (score > (match.scores.get(slot) || 0)) {
          match.scores.set(slot, score);
          match.names.set(slot, name);
        }
      }
    }

    // The names of which the first word is in the query, in the order of the list.
    beginning(slots, form) {
      const stems = new Set(slots.map((slot) => stem(slot.plain)));
      return [...stems].flatMap((each) => this.begun[form].get(each) || []).sort((a, b) => a.id - b.id);
    }

    // A name of more words that stands in the query as it is, words that say nothing included, or
    // bare of the smallest ones.
    phrases(matches, slots, query, form) {
      for (const name of this.beginning(slots, form)) {
        const plain = name.plain(form);
        const at = query.indexOf(sequenceOf(plain));
        if (at < 0) continue;
        const number = plain.length;
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
      const numbers = () => (this.numbers ||= new Set(this.list.flatMap((name) => name.slots.map((forms) => forms[0]))));
      slots.forEach((slot, place) => {
        if (!/^[1-9][0-9]$/.test(slot.plain) || slot.common) return;
        const age = Number(slot.plain);
        const after = (slots[place + 1] || {}).plain;
        if (MEASURES.includes(after)) return;
        const said = ["jaar", "jaren", "jarige"].includes(after);
        const limit = [...slot.forms].some((form) => /(plus|min)$/.test(form));
        if (age < YOUNGEST || age > OLDEST || !(said || limit || !numbers().has(slot.plain))) return;
        const under = [...slot.forms].some((form) => form.endsWith("min"));
        const over = [...slot.forms].some((form) => form.endsWith("plus"));
        this.limits ||= limits(this.list);
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

  Object.assign(window.spreekkamer, { names: { Names, HALF } });
})();
