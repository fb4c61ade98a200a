// The meeting sheet: one A4 for at most three kept cards, with questions and room for notes. It
// begins with all of the texts, and leaves out sentences until they fit.
(() => {
  "use strict";
  const MOST = 3;
  const QUESTIONS = 2;
  // What a meeting needs most keeps the most of its sentences.
  const SHARES = {
    situation: 3,
    choice: 4,
    what_worked: 6,
    what_did_not_work: 5,
    not_when: 3,
    beneath: 4,
    question: 9,
  };
  // What goes first when even one sentence of everything is too much.
  const LAST = ["beneath", "not_when"];
  const [NARROWEST, WIDEST] = [0.85, 1.25];
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, head, kept, meeting } = window.spreekkamer;
  const place = root.querySelector("[data-sheets]");
  const failed = root.querySelector("[data-print-failed]");
  const dilemmas = new Map(window.spreekkamerSearch.dilemmas.map((each) => [each.id, each]));

  // Next to a card stands the one that it contrasts with: the other side of its dilemma, or the
  // same side with another result.
  const contrasts = [
    (card, other) => card.side && other.side && card.side !== other.side,
    (card, other) => card.result && other.result && card.result !== other.result,
  ];
  const paired = (cards) => {
    let groups = cards.map((card) => [card]);
    for (const differs of contrasts) {
      const left = groups;
      groups = [];
      while (left.length) {
        const group = left.shift();
        const fits = ([other], at) =>
          group.length + left[at].length === 2 && other.dilemma === group[0].dilemma && differs(group[0], other);
        const at = left.findIndex(fits);
        groups.push(at < 0 ? group : [...group, ...left.splice(at, 1)[0]]);
      }
    }
    return groups;
  };
  // A pair is never divided: with three pairs the reader has three sheets, and room on each. The
  // pairs go first, so that single cards fill what is left beside them.
  const divided = (cards) => {
    const sheets = [];
    for (const group of paired(cards).sort((a, b) => b.length - a.length)) {
      const room = sheets.find((sheet) => sheet.length + group.length <= MOST);
      if (room) room.push(...group);
      else sheets.push([...group]);
    }
    return sheets;
  };

  const named = (item, card, number) => {
    const dilemma = dilemmas.get(card.dilemma);
    item.querySelector("h3").textContent = number ? `${number}. ${card.title}` : card.title;
    item.querySelector("[data-dilemma-label]").textContent = dilemma.label;
    item.querySelector("[data-side]").textContent = card.sideLabel && ` (${card.sideLabel})`;
    item.querySelectorAll("h3, [data-part] p").forEach((each) => {
      each.dir = "auto";
      if (card.lang) each.lang = card.lang;
    });
  };

  // An open question has too few texts for a column: it stands below the others.
  const asks = (card) => card.kind === "question";
  const cardOn = (card, data, number) => {
    const item = copy("sheet-card");
    const texts = Object.fromEntries(data?.parts || []);
    if (asks(card) && data?.question) texts.question = [data.question];
    head(item, card);
    named(item, card, number);
    item.classList.toggle("sk-sheet__card--question", asks(card));
    const law = item.querySelector("[data-law]");
    law.textContent = data?.law || law.textContent;
    for (const part of item.querySelectorAll("[data-part]")) {
      part.sentences = texts[part.dataset.part] || [];
      if (part.sentences.length) tell(part, part.sentences.length);
      else part.remove();
    }
    return item;
  };
  const tell = (part, number) => {
    part.number = number;
    part.querySelector("p").textContent = part.sentences.slice(0, number).join(" ");
  };

  // The first question is always the same; then what the cards ask, with the card that asks it.
  const ask = (sheet, cards, texts) => {
    const [, ...lines] = sheet.querySelectorAll("li");
    const own = cards
      .map((card, place) => ({ card, place, text: !asks(card) && texts[card.id]?.question }))
      .filter(({ text }) => text)
      .slice(0, QUESTIONS);
    own.forEach(({ card, place: at, text }, line) => {
      const about = sheet.querySelector("ol").dataset.about.replace("{number}", at + 1);
      const question = document.createElement("span");
      question.textContent = text;
      question.dir = "auto";
      if (card.lang) question.lang = card.lang;
      lines[line].replaceChildren(...(cards.length > 1 ? [`${about} `, question] : [question]));
    });
  };

  const columns = (sheet) => [...sheet.querySelectorAll(".sk-sheet__card:not(.sk-sheet__card--question)")];
  // Who tells more has more of the width.
  const widths = (cards) => {
    const lengths = cards.map((card) => card.textContent.length);
    const mean = lengths.reduce((a, b) => a + b, 0) / cards.length;
    const within = (share) => Math.min(WIDEST, Math.max(NARROWEST, share));
    return lengths.map((each) => `minmax(0, ${within(each / mean).toFixed(2)}fr)`).join(" ");
  };

  const today = () => {
    const written = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
    return written.format(new Date());
  };
  const sheetOf = (cards, texts) => {
    const sheet = copy("sheet");
    const box = sheet.querySelector(".sk-sheet__cards");
    const ordered = [...cards.filter((card) => !asks(card)), ...cards.filter(asks)];
    const day = sheet.querySelector("[data-day]");
    day.textContent = day.dataset.text.replace("{day}", today());
    box.append(
      ...ordered.map((card, at) => cardOn(card, texts[card.id], cards.length > 1 && at + 1)),
    );
    box.style.gridTemplateColumns = widths(columns(sheet));
    ask(sheet, ordered, texts);
    return sheet;
  };

  const over = (sheet) => sheet.scrollHeight > sheet.clientHeight;
  const size = (part) => part.offsetHeight / SHARES[part.dataset.part];
  const height = (card) => card.querySelector(".sk-sheet__parts").offsetHeight;
  // What makes the sheet as high as it is: the highest column, and open questions below it.
  const deciding = (sheet) => [
    ...sheet.querySelectorAll(".sk-sheet__card--question"),
    ...columns(sheet).sort((a, b) => height(b) - height(a)).slice(0, 1),
  ];
  const least = (cards) => {
    const found = (name) => cards.map((card) => card.querySelector(`[data-part=${name}]`));
    return LAST.flatMap(found).find(Boolean);
  };
  const next = (cards) => {
    const can = (box) => [...box.querySelectorAll("[data-part]")].filter(({ number }) => number > 1);
    return cards.flatMap(can).sort((a, b) => size(b) - size(a))[0];
  };
  // Says whether there was anything to leave out on these cards.
  const shorten = (cards) => {
    const [part, whole] = [next(cards), least(cards)];
    if (part) tell(part, part.number - 1);
    else whole?.remove();
    return Boolean(part || whole);
  };
  // A column with nothing to spare grows wider by what the others leave out.
  const widen = (sheet) => {
    if (!shorten([...sheet.querySelectorAll(".sk-sheet__card")])) return false;
    sheet.querySelector(".sk-sheet__cards").style.gridTemplateColumns = widths(columns(sheet));
    return true;
  };
  // What was left out and has room after all, comes back.
  const refill = (sheet) => {
    const parts = [...sheet.querySelectorAll("[data-part]")];
    const short = parts.filter((part) => part.number < part.sentences.length);
    for (const part of short.sort((a, b) => size(a) - size(b))) {
      while (part.number < part.sentences.length) {
        tell(part, part.number + 1);
        if (!over(sheet)) continue;
        tell(part, part.number - 1);
        break;
      }
    }
  };
  const fit = (sheet) => {
    if (!over(sheet)) return true;
    sheet.querySelector("[data-shortened]").hidden = false;
    while (over(sheet) && (shorten(deciding(sheet)) || widen(sheet)));
    refill(sheet);
    return !over(sheet);
  };

  // Where even the first sentences do not fit, a card goes to a sheet of its own.
  const add = (cards, texts) => {
    const sheet = sheetOf(cards, texts);
    place.append(sheet);
    if (fit(sheet) || cards.length === 1) return;
    sheet.remove();
    add(cards.slice(0, -1), texts);
    add(cards.slice(-1), texts);
  };

  const clear = () => {
    place.replaceChildren();
    document.documentElement.classList.remove("sk-printing");
  };
  meeting.onChange(clear);
  root.querySelector("[data-print]").addEventListener("click", async () => {
    failed.textContent = "";
    try {
      const texts = await meeting.sheets();
      place.replaceChildren();
      place.classList.add("sk-sheets--measured");
      divided(kept()).forEach((cards) => add(cards, texts));
    } catch {
      failed.textContent = failed.dataset.text;
      return;
    } finally {
      place.classList.remove("sk-sheets--measured");
    }
    document.documentElement.classList.add("sk-printing");
    window.print();
  });
})();
