// The meeting sheet: one A4 for at most three kept cards, with questions and room for notes. Where
// not all of the texts fit, it begins with the least that tells the story and adds sentences.
(() => {
  "use strict";
  const MOST = 3;
  const QUESTIONS = 2;
  // What a meeting needs most gets the most of the room: who does not know what was going on, does
  // not understand the choice.
  const SHARES = {
    situation: 9,
    choice: 7,
    what_worked: 5,
    what_did_not_work: 5,
    not_when: 3,
    question: 9,
  };
  const SENTENCE = 32;
  // It stands there as a whole or not at all, and goes before anything else of its card is cut: half
  // of what somebody thought and felt may say the opposite. Of everything else each card keeps a
  // sentence: for whom not to do this is as much of its story.
  const WHOLE = "beneath";
  const CUT = " […]";
  const [NARROWEST, WIDEST] = [0.85, 1.25];
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, grouped, head, kept, meeting } = window.spreekkamer;
  const place = root.querySelector("[data-sheets]");
  const failed = root.querySelector("[data-print-failed]");
  const dilemmas = new Map(window.spreekkamerSearch.dilemmas.map((each) => [each.id, each]));

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
    part.hidden = !number;
    const cut = number < part.sentences.length ? CUT : "";
    part.querySelector("p").textContent = part.sentences.slice(0, number).join(" ") + cut;
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
      lines[line].plain = lines[line].textContent;
      lines[line].replaceChildren(...(cards.length > 1 ? [`${about} `, question] : [question]));
    });
  };

  // Back to the questions of every sheet, which are shorter: the cards need the room.
  const askPlainly = (sheet) =>
    sheet.querySelectorAll("li").forEach((line) => line.plain && line.replaceChildren(line.plain));

  const columns = (sheet) => [...sheet.querySelectorAll(".sk-sheet__card:not(.sk-sheet__card--question)")];
  // Who tells more has more of the width, where columns of one width have no room.
  const widths = (cards) => {
    const lengths = cards.map((card) => card.textContent.length);
    const mean = lengths.reduce((a, b) => a + b, 0) / cards.length;
    const within = (share) => Math.min(WIDEST, Math.max(NARROWEST, share));
    return lengths.map((each) => `minmax(0, ${within(each / mean).toFixed(2)}fr)`).join(" ");
  };

  // Gives how they were spread before.
  const spread = (sheet, how) => {
    const { style } = sheet.querySelector(".sk-sheet__cards");
    const before = style.gridTemplateColumns;
    style.gridTemplateColumns = how;
    return before;
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
    spread(sheet, columns(sheet).map(() => "minmax(0, 1fr)").join(" "));
    ask(sheet, ordered, texts);
    return sheet;
  };

  const over = (sheet) => sheet.scrollHeight > sheet.clientHeight;
  const partsOf = (box) => [...box.querySelectorAll("[data-part]")];
  // With the two lines that a sentence takes.
  const size = (part) => (part.offsetHeight + SENTENCE) / SHARES[part.dataset.part];

  const whole = ({ number, sentences }) => number === sentences.length;
  const last = ({ dataset }) => dataset.part === WHOLE;
  // Adds a sentence or more, and says whether they fit.
  const grow = (sheet, part, number = 1) => {
    if (whole(part)) return false;
    tell(part, part.number + number);
    if (!over(sheet)) return true;
    tell(part, part.number - number);
    return false;
  };
  // Adds what fits, first to the part that has the least for what it should have.
  const fill = (sheet) => {
    let open = partsOf(sheet).filter((part) => !last(part));
    while (open.length) {
      const [part] = open.sort((a, b) => size(a) - size(b));
      if (!grow(sheet, part)) open = open.filter((each) => each !== part);
    }
    for (const card of sheet.querySelectorAll(".sk-sheet__card")) {
      const parts = partsOf(card);
      const beneath = parts.find(last);
      if (beneath && parts.every((part) => last(part) || whole(part))) {
        grow(sheet, beneath, beneath.sentences.length);
      }
    }
  };
  // The least that tells the story; says whether it fits.
  const least = (sheet) => {
    partsOf(sheet).forEach((part) => tell(part, Number(!last(part))));
    if (over(sheet)) spread(sheet, widths(columns(sheet)));
    if (over(sheet)) askPlainly(sheet);
    return !over(sheet);
  };
  const situations = (sheet) => {
    const short = (part) => part.number < Math.min(2, part.sentences.length) && !grow(sheet, part);
    return !partsOf(sheet).filter((part) => part.dataset.part === "situation").filter(short).length;
  };
  // Which cards are not whole: somebody who wants to know more knows where to look.
  const tellShortened = (sheet, known) => {
    const place = sheet.querySelector("[data-shortened]");
    const cards = [...sheet.querySelectorAll(".sk-sheet__card")];
    const cut = (card) => !partsOf(card).every(whole);
    const numbers = cards.flatMap((card, at) => (cut(card) || !known ? [String(at + 1)] : []));
    const list = new Intl.ListFormat(document.documentElement.lang).format(numbers);
    place.textContent = cards.length > 1 ? place.dataset.some.replace("{cards}", list) : place.dataset.one;
    place.hidden = !numbers.length;
  };
  const fit = (sheet) => {
    const large = "sk-sheet--large";
    sheet.classList.add(large);
    if (!over(sheet)) return true;
    sheet.classList.remove(large);
    if (!over(sheet)) return true;
    // Room for the longest that the line can become.
    tellShortened(sheet, false);
    if (!least(sheet)) return false;
    if (!situations(sheet)) {
      const even = spread(sheet, widths(columns(sheet)));
      if (over(sheet)) spread(sheet, even);
      situations(sheet);
    }
    fill(sheet);
    tellShortened(sheet, true);
    return true;
  };

  // Says whether the cards fit on one sheet; one that is alone stands there in any case.
  const add = (cards, texts, alone, last) => {
    const sheet = sheetOf(cards, texts);
    if (last) count(sheet, last, last);
    place.append(sheet);
    const fits = fit(sheet) || alone;
    if (!fits) sheet.remove();
    else partsOf(sheet).filter(({ number }) => !number).forEach((part) => part.remove());
    return fits;
  };

  const count = (sheet, at, last) => {
    const heading = sheet.querySelector("[data-number]");
    heading.textContent = heading.dataset.number.replace("{number}", at).replace("{last}", last);
  };
  // Which sheet of how many is known afterwards: until then the longest numbers stand there.
  const lay = (cards, texts, last) => {
    place.replaceChildren();
    grouped(cards, (some, alone) => add(some, texts, alone, last));
    const { children } = place;
    if (last) [...children].forEach((sheet, at) => count(sheet, at + 1, children.length));
    else if (children.length > 1) lay(cards, texts, cards.length);
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
      const cards = kept();
      place.classList.add("sk-sheets--measured");
      lay(cards, texts, cards.length > MOST && cards.length);
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
