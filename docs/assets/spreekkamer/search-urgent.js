// Tells whether words are about danger: rather once too often than once too little.
(() => {
  "use strict";
  const { words, stem } = window.spreekkamer.words;
  const { pairs, alike } = window.spreekkamer.lookup;
  const LONG = 7;
  const LOOKS = 0.78;
  const ROOT = 6;

  // "Bedreigt" begins as "bedreiging" does.
  const rootOf = (word) => {
    const root = word.replace(/(ing|e)$/, "");
    return root.length >= ROOT ? root : word;
  };

  class Urgent {
    constructor(texts) {
      this.phrases = texts.filter((text) => text.includes(" ")).map((text) => ({
        sequence: ` ${text.split(" ").map(stem).join(" ")} `,
        joined: text.replaceAll(" ", ""),
      }));
      this.words = texts.filter((text) => !text.includes(" ")).map((word) => ({ word, root: rootOf(word), of: pairs(word) }));
      this.known = texts.flatMap((text) => words(text).flatMap(([word]) => [word, stem(word)]));
    }

    // `slots` are the words that were typed, `sequence` their stems.
    fits({ slots, sequence }) {
      const plain = slots.map((slot) => slot.plain);
      // Also what was typed apart, "zelf moord", or as one, "huiselijkgeweld".
      const pieces = [...plain, ...plain.slice(1).map((word, place) => plain[place] + word)];
      return (
        this.phrases.some((phrase) => sequence.includes(phrase.sequence) || plain.some((word) => word.startsWith(phrase.joined))) ||
        pieces.some((piece) => this.words.some((each) => this.near(piece, each)))
      );
    }

    near(piece, { word, root, of }) {
      return piece.startsWith(root) || (word.length >= LONG && alike(pairs(piece), of) >= LOOKS);
    }
  }

  Object.assign(window.spreekkamer, { urgent: { Urgent } });
})();
