// The meeting sheet: one A4 for at most three kept cards, with questions and room for notes.
(() => {
  "use strict";
  const MOST = 3;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const { copy, head, kept, meeting } = window.spreekkamer;
  const place = root.querySelector("[data-sheets]");
  const failed = root.querySelector("[data-print-failed]");

  // The other side of a dilemma stands next to the card that it contrasts with, on the same sheet.
  const grouped = (cards) => {
    const left = [...cards];
    const groups = [];
    while (left.length) {
      const card = left.shift();
      const other = left.findIndex((each) => each.dilemma === card.dilemma && each.side !== card.side);
      groups.push(other < 0 ? [card] : [card, ...left.splice(other, 1)]);
    }
    return groups;
  };
  const divided = (cards) => {
    const sheets = [];
    for (const group of grouped(cards)) {
      const room = sheets.find((sheet) => sheet.length + group.length <= MOST);
      if (room) room.push(...group);
      else sheets.push(group);
    }
    return sheets;
  };

  const cardOn = (card, data, number) => {
    const item = copy("sheet-card");
    head(item, card);
    item.querySelector("h3").textContent = card.title;
    item.querySelector("[data-side]").textContent = card.sideLabel && ` (${card.sideLabel})`;
    const texts = Object.fromEntries(data?.parts || []);
    for (const part of item.querySelectorAll("[data-part]")) {
      const lengths = texts[part.dataset.part] || [];
      if (!lengths.length) part.remove();
      else part.querySelector("p").textContent = lengths[MOST - number] || lengths[0];
    }
    item.querySelectorAll("h3, [data-part] p").forEach((each) => {
      each.dir = "auto";
      if (card.lang) each.lang = card.lang;
    });
    return item;
  };

  const sheetOf = (cards, texts) => {
    const sheet = copy("sheet");
    const own = cards.map(({ id }) => texts[id]?.question).filter(Boolean);
    sheet.querySelector(".sk-sheet__cards").classList.add(`sk-sheet__cards--${cards.length}`);
    sheet
      .querySelector(".sk-sheet__cards")
      .append(...cards.map((card) => cardOn(card, texts[card.id], cards.length)));
    sheet.querySelectorAll("li").forEach((line, number) => {
      line.textContent = own[number] || line.textContent;
      if (own[number] && cards[0].lang) line.lang = cards[0].lang;
    });
    return sheet;
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
      place.replaceChildren(...divided(kept()).map((cards) => sheetOf(cards, texts)));
    } catch {
      failed.textContent = failed.dataset.text;
      return;
    }
    document.documentElement.classList.add("sk-printing");
    window.print();
  });
})();
