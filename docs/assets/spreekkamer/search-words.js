// Words as search compares them: folded, numbers in one form, stems. As search_words.py does it;
// a test compares the two.
(() => {
  "use strict";
  const SPELLED = { "ß": "ss", "ς": "σ", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ĳ": "ij" };
  const UNITS = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien " +
    "zestien zeventien achttien negentien"
  ).split(" ");
  const TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig"];
  const BELOW = ["onder", "tot", "beneden", "jonger"];
  const ABOVE = ["boven", "vanaf", "ouder"];
  const BETWEEN = ["de", "dan"];
  const MEASURES = "uur uren week weken maand maanden dag dagen euro procent".split(" ");

  const numbers = new Map(UNITS.slice(1).map((name, place) => [name, String(place + 2)]));
  TENS.forEach((ten, place) => {
    const tens = (place + 2) * 10;
    numbers.set(ten, String(tens));
    UNITS.slice(0, 9).forEach((name, unit) => numbers.set(`${name}en${ten}`, String(tens + unit + 1)));
  });

  const fold = (text) => (/^[\0-\x7f]*$/.test(text) ? text.toLowerCase().replaceAll("`", "'") : foldMore(text));
  const foldMore = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[ßςæœøłđıĳ]/g, (each) => SPELLED[each])
      .replace(/[‐‑‒–−]/g, "-")
      .replace(/[‘’`´]/g, "'");

  // Most words are plain: those take the short way.
  const PLAIN = /^[a-z ]*$/;

  const chunks = (folded) =>
    folded.replace(/[^\p{L}\p{N}+\-<'.]/gu, " ").split(" ").filter(Boolean);

  const word = (each) => {
    if (numbers.has(each)) return [numbers.get(each)];
    const over = each.includes("plus") && /^(.+?)plus(?:sers?)?$/u.exec(each);
    if (over && numbers.has(over[1])) return [numbers.get(over[1]), `${numbers.get(over[1])}plus`];
    return [each];
  };

  // Plain words without a number in them, or nothing: nearly all names are such, and there are many.
  const plainSlots = (text) => {
    const found = [];
    for (const each of text.split(" ")) {
      if (numbers.has(each) || each.includes("plus")) return undefined;
      if (each.length > 1) found.push([each]);
    }
    return found;
  };

  const pieces = (chunk) =>
    chunk
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((piece) => (/^([0-9]+)(\P{Nd}{3,})$/u.exec(piece) || ["", piece]).slice(1))
      .filter(Boolean)
      .map(word);

  const slotsOf = (raw) => {
    if (PLAIN.test(raw)) return [word(raw)];
    const chunk = raw.replace(/^[+\-'.]+|['.]+$/g, "");
    let age = /^([0-9]{1,3})-?(?:\+|plus|plussers?)$/.exec(chunk);
    if (age) return [[age[1], `${age[1]}plus`]];
    age = /^<([0-9]{1,3})$|^([0-9]{1,3})-$/.exec(chunk);
    if (age) return [[age[1] || age[2], `${age[1] || age[2]}min`]];
    age = /^([0-9]{1,3})-?jarigen?$/.exec(chunk);
    if (age) return [[age[1]], ["jaar"]];
    if (/^(?:\p{L}\.)+\p{L}?$/u.test(chunk)) return [[chunk.replaceAll(".", "")]];
    return pieces(chunk.replace(/([\p{L}\p{N}])'s(?![\p{L}\p{N}])/gu, "$1"));
  };

  const decimal = (text) => /^\p{Nd}+$/u.test(text);

  // A number after "onder de" or "ouder dan" is a limit.
  const limited = (slot, place, found) => {
    if (slot.length > 1 || slot[0].length !== 2 || !/^[1-9][0-9]$/.test(slot[0])) return slot;
    const before = found.slice(Math.max(0, place - 2), place).map((each) => each[0]);
    if (BETWEEN.includes(before.at(-1))) before.pop();
    const after = place + 1 < found.length ? found[place + 1][0] : "";
    if (!before.length || MEASURES.includes(after)) return slot;
    if (BELOW.includes(before.at(-1))) return [...slot, `${slot[0]}min`];
    return ABOVE.includes(before.at(-1)) ? [...slot, `${slot[0]}plus`] : slot;
  };

  const slotsWithNumbers = (folded) => {
    const found = [];
    for (const slot of chunks(folded).flatMap(slotsOf)) {
      const last = found.at(-1);
      if (slot.length === 1 && slot[0] === "plus" && last && decimal(last[0])) {
        found[found.length - 1] = [last[0], `${last[0]}plus`];
      } else if (slot[0].length > 2 || [...slot[0]].length > 1 || decimal(slot[0])) found.push(slot);
    }
    return found.map(limited);
  };

  // The words in their order, each with its other forms: [["onder"], ["27", "27min"]].
  const words = (text) => {
    const folded = fold(text);
    return (PLAIN.test(folded) && plainSlots(folded)) || slotsWithNumbers(folded);
  };

  const stemmer = new window.DutchPorterStemmer();
  const known = new Map();
  const stem = (each) => {
    let found = known.get(each);
    if (found === undefined) {
      const short = each.length <= 3 || [...each].length <= 3 || !/^\p{L}+$/u.test(each);
      found = short ? each : stemmer.stemWord(each);
      known.set(each, found);
    }
    return found;
  };

  // Each two neighbours as one word; "terug te betalen" is "terugbetalen".
  const joined = (slots) => {
    const plain = slots.map((slot) => slot[0]);
    const apart = plain.slice(2).flatMap((each, place) => (plain[place + 1] === "te" ? [plain[place] + each] : []));
    return [...plain.slice(1).map((each, place) => plain[place] + each), ...apart];
  };

  window.spreekkamer = Object.assign(window.spreekkamer || {}, { words: { MEASURES, fold, words, stem, joined } });
})();
