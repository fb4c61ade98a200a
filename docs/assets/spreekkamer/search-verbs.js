// Other forms of what a reader types: "zwerft", "bleef weg" and "haakt vaak af" are of zwerven,
// wegblijven and afhaken, and "baantje" is of baan. The stemmer leaves those apart; only words that
// are known count.
(() => {
  "use strict";
  const ENDS = ["", "t", "d", "te", "de", "ten", "den"];
  const PARTICLES = "aan af bij door in mee na om onder op over samen tegen terug toe uit vast voor weg".split(" ");
  const PARTICIPLE = new RegExp(`^(${PARTICLES.join("|")})?ge(.{3,})$`);
  const BEFORE = new RegExp(`^(be|her|mis|ont|onder|over|ver|vol|${PARTICLES.join("|")})(.{3,})$`);
  // "Aan de balie" is a place: what stands before an article belongs to no verb. "Af" always does.
  const PREPOSITIONS = new Set("aan bij door in na om onder op over tegen uit voor".split(" "));
  const ARTICLES = new Set("de het een zijn haar hun mijn deze die dit dat elke iedere".split(" "));
  // Of "hij houdt zich na een tijdje niet meer in", no more words stand between the two.
  const APART = 4;
  // "Kom in" is not of inkomen, which is money.
  const NO_VERB = new Set(["inkomen"]);
  // Past and participle of verbs that change their vowel, and what is spelled apart from the rest.
  const STRONG = `
    bedriegen bedroog bedrogen; beginnen begon begonnen; bieden bood geboden; bijten beet gebeten;
    blijken bleek gebleken; blijven bleef gebleven; breken brak gebroken; brengen bracht gebracht;
    buigen boog gebogen; denken dacht gedacht; doen doe doet deed gedaan; dragen droeg gedragen;
    drijven dreef gedreven; dringen drong gedrongen; drinken dronk gedronken; dwingen dwong gedwongen;
    eten at gegeten; gaan ga gaat ging gegaan; geven gaf gaven gegeven; grijpen greep gegrepen;
    hangen hing gehangen; helpen hielp geholpen; houden hou hield gehouden; kiezen koos gekozen;
    kijken keek gekeken; komen kwam kwamen gekomen; kopen kocht gekocht; krijgen kreeg gekregen;
    laten liet gelaten; lezen las lazen gelezen; liegen loog gelogen; liggen lag lagen gelegen;
    lijden leed geleden; lijken leek geleken; lopen liep gelopen; nemen nam namen genomen;
    roepen riep geroepen; rijden reed gereden; scheiden gescheiden; schelden schold gescholden;
    schenken schonk geschonken; schieten schoot geschoten; schrijven schreef geschreven;
    slaan slaat sloeg geslagen; slapen sliep geslapen; sluiten sloot gesloten; snijden sneed gesneden;
    spreken sprak spraken gesproken; springen sprong gesprongen; staan sta staat stond gestaan;
    steken stak gestoken; stelen stal gestolen; sterven stierf gestorven; stijgen steeg gestegen;
    treffen trof getroffen; treden trad getreden; trekken trok getrokken; vallen viel gevallen;
    vangen ving gevangen; vechten vocht gevochten; verliezen verloor verloren; vergeten vergat;
    vinden vond gevonden; vragen vroeg gevraagd; wassen gewassen; werpen wierp geworpen;
    werven wierf geworven; wijzen wees gewezen; winnen won gewonnen; zeggen zegt zei zeiden gezegd;
    zenden zond gezonden; zien zie ziet zag zagen gezien; zitten zit zat zaten gezeten;
    zoeken zocht gezocht; zuipen zoop gezopen; zwerven zwierf gezworven; zwijgen zweeg gezwegen`;

  const strong = new Map();
  for (const group of STRONG.split(";")) {
    const [verb, ...forms] = group.trim().split(/\s+/);
    for (const form of forms) {
      strong.set(form, verb);
      // "Bleef" is also "bleven" and "koos" also "kozen"; "verzwegen" has no "ge".
      if (/[^aeiou]$/.test(form)) spelled(form).forEach((each) => strong.set(`${each}en`, verb));
    }
  }
  const irregular = (word) => {
    const whole = strong.get(word);
    if (whole) return [whole];
    const [, before = "", rest = ""] = BEFORE.exec(word) || [];
    const verb = strong.get(rest) || strong.get(`ge${rest}`);
    return verb ? [before + verb] : [];
  };

  // "zwerf" or zwerven, "daag" of dagen, "gok" of gokken.
  function spelled(base) {
    const open = base.replace(/(aa|ee|oo|uu)([b-df-hj-np-tv-xz])$/, (_, vowel, last) => vowel[0] + last);
    const voiced = [base, open].map((each) => each.replace(/f$/, "v").replace(/s$/, "z"));
    const doubled = /(^|[^aeiouy])[aeiou][bdfgklmnprst]$/.test(base) ? [base + base.at(-1)] : [];
    return [base, open, ...voiced, ...doubled];
  }

  const cut = (word) => ENDS.filter((end) => word.endsWith(end)).map((end) => word.slice(0, word.length - end.length));

  const infinitives = (word) => {
    const [, particle = "", rest = ""] = PARTICIPLE.exec(word) || [];
    const inside = rest && particle + rest;
    const bases = [...cut(word), ...cut(inside), ...(inside.endsWith("en") ? [inside.slice(0, -2)] : [])];
    const whole = bases.filter((base) => base.length > 2).flatMap(spelled);
    return [...new Set([...irregular(word), ...whole.map((each) => `${each}en`)])];
  };

  // The verbs of which a particle stands apart, each with the place of its other part.
  const separated = (plain) =>
    plain.flatMap((particle, end) => {
      if (!PARTICLES.includes(particle)) return [];
      if (PREPOSITIONS.has(particle) && ARTICLES.has(plain[end + 1])) return [];
      const start = Math.max(0, end - APART);
      return plain.slice(start, end).flatMap((word, offset) => {
        if (word.length < 3) return [];
        const forms = [word, `ge${word}`, ...infinitives(word)].map((each) => particle + each);
        return forms.filter((whole) => !NO_VERB.has(whole)).map((whole) => ({ place: start + offset, whole }));
      });
    });

  // Singular or plain form of what the stemmer leaves apart: "dakloze", "brieven", "boze". A known
  // word is no other one with "er" behind it: "moeder" is not of moed.
  const plainer = (word, known) => {
    const [, base = ""] = (known ? /^(.{3,}?)(?:e|en)$/ : /^(.{3,}?)(?:e|en|er|ere)$/).exec(word) || [];
    if (!base) return [];
    const closed = base.replace(/([^aeiou])([aeou])([b-df-hj-np-tv-z])$/, "$1$2$2$3");
    const single = base.replace(/([b-df-hj-np-tv-xz])\1$/, "$1");
    const plain = [base, closed, single].map((each) => each.replace(/v$/, "f").replace(/z$/, "s"));
    return word.endsWith("en") ? [...plain, ...plain.map((each) => `${each}t`)] : plain;
  };

  // What a small thing is of: "briefje", "dingetje", "baantjes".
  const larger = (word) => {
    const [, base = ""] = /^(.{2,}?)(?:e?tje|[pk]?je)s?$/.exec(word) || [];
    if (!base) return [];
    const single = base.replace(/([b-df-hj-np-tv-xz])\1$/, "$1");
    return [base, single, `${base}t`, base.replace(/n$/, "ng"), base.replace(/([aou])\1$/, "$1")];
  };

  const simpler = (word, known) => [...infinitives(word), ...larger(word), ...plainer(word, known)];

  Object.assign(window.spreekkamer, { verbs: { infinitives, irregular, separated, simpler } });
})();
