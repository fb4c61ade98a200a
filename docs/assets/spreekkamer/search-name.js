// One name of a tag or a dilemma: the words that tell, and how much of it was typed.
(() => {
  "use strict";
  const { words, stem, joined } = window.spreekkamer.words;
  const HALF = 0.5;
  const ALONE = 0.45;
  const WHOLE = 0.75;
  const LONG = 3;
  // What may stand or not within a name: "gelooft er echt niet meer in", "jaar in de bijstand".
  const LITTLE = new Set(
    (
      "meer nog echt heel helemaal zo ook al maar te eens even gewoon wel toch altijd vaak steeds soms weer nu hier " +
      "de het een in op van voor met aan bij is zijn haar hem er mij me"
    ).split(" "),
  );
  const sequenceOf = (stems) => ` ${stems.join(" ")} `;

  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
  const partsOf = (forms, compounds) =>
    forms.some((form) => compounds.has(form)) ? forms.flatMap((form) => compounds.get(form) || []) : [];
  // A word with its stem, each once.
  const withStems = (forms) => {
    if (forms.length > 1) return [...new Set(forms.flatMap((form) => [form, stem(form)]))];
    const own = stem(forms[0]);
    return own === forms[0] ? forms : [forms[0], own];
  };

  class Name {
    // `stems` says that the text is of stems already, of words that tell.
    constructor(entry, text, { shown, stems }, stop) {
      this.entry = entry;
      this.text = text;
      this.shown = shown;
      this.stems = stems;
      this.slots = stems ? text.split(" ").map((each) => [each]) : words(text);
      const telling = stems ? this.slots : this.slots.filter((forms) => !stop.has(forms[0]));
      const all = telling.length === this.slots.length;
      // "Schulden eerst" is more than the word schulden.
      this.sure = all ? 1 : 0.85;
      this.telling = stems ? telling : telling.map(withStems);
      // What is never shown may have common words in it: those alone do not find it.
      const hidden = !shown && this.slots.length > 1;
      this.phrase = hidden && telling.length > 0 && telling.every(([word]) => this.stemOf(word) === this.stemOf(telling[0][0]));
      this.least = !hidden ? 0 : telling.length > LONG ? HALF : WHOLE;
      // A join with a word like "of" is no word.
      const joins = all ? telling : this.slots.filter((forms) => forms[0] === "te" || !stop.has(forms[0]));
      this.joined = telling.length > 1 ? joined(joins) : [];
    }

    stemOf(word) {
      return this.stems ? word : stem(word);
    }

    // The stems of its words in their order, all or without the smallest; one word is no phrase.
    sequence(form) {
      const plain = this.slots.map((forms) => forms[0]);
      const some = form === "bare" ? plain.filter((each) => !LITTLE.has(each)) : plain;
      // Of "komt niet meer" nothing would be left that tells.
      const tells = form !== "bare" || this.telling.length > 0;
      return some.length > 1 && tells ? some.map((each) => this.stemOf(each)) : [];
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

  Object.assign(window.spreekkamer, { name: { HALF, LITTLE, Name, partsOf, sequenceOf } });
})();
