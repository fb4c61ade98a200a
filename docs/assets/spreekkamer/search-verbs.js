// Infinitives of what a reader types of a verb: "zwerft", "gekort" and "haakt vaak af" are of
// zwerven, korten and afhaken. The stemmer leaves those apart; only words that are known count.
(() => {
  "use strict";
  const ENDS = ["t", "d", "te", "de", "ten", "den"];
  const PARTICLES = "aan af bij door in mee na om onder op over samen tegen terug toe uit vast voor weg".split(" ");
  const PARTICIPLE = new RegExp(`^(${PARTICLES.join("|")})?ge(.{3,})$`);
  // Of "hij houdt zich na een tijdje niet meer in", no more words stand between the two.
  const APART = 4;

  // "zwerf" of zwerven, "daag" of dagen, "gok" of gokken.
  const spellings = (base) => {
    const open = base.replace(/(aa|ee|oo|uu)([b-df-hj-np-tv-xz])$/, (_, vowel, last) => vowel[0] + last);
    const voiced = [base, open].map((each) => each.replace(/f$/, "v").replace(/s$/, "z"));
    const doubled = /(^|[^aeiouy])[aeiou][bdfgklmnprst]$/.test(base) ? [base + base.at(-1)] : [];
    return [base, open, ...voiced, ...doubled];
  };

  const cut = (word) => ENDS.filter((end) => word.endsWith(end)).map((end) => word.slice(0, -end.length));

  const infinitives = (word) => {
    const [, particle = "", rest = ""] = PARTICIPLE.exec(word) || [];
    const inside = rest && particle + rest;
    const bases = [...cut(word), ...cut(inside), ...(inside.endsWith("en") ? [inside.slice(0, -2)] : [])];
    const whole = bases.filter((base) => base.length > 2).flatMap(spellings);
    return [...new Set(whole)].map((each) => `${each}en`);
  };

  // The verbs of which a particle stands apart, each with the place of its other part.
  const separated = (plain) =>
    plain.flatMap((particle, end) => {
      if (!PARTICLES.includes(particle)) return [];
      const start = Math.max(0, end - APART);
      return plain.slice(start, end).flatMap((word, offset) => {
        if (word.length < 4) return [];
        const forms = [word, `ge${word}`, ...infinitives(word)];
        return forms.map((each) => ({ place: start + offset, whole: particle + each }));
      });
    });

  Object.assign(window.spreekkamer, { verbs: { infinitives, separated } });
})();
