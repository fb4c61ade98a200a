// Asks on the start page how the meeting went for which cards were kept, with lines to hand in.
(() => {
  "use strict";
  const ASKED_AFTER = 1;
  const box = document.querySelector("[data-after]");
  if (!box) return;
  const { copyText, meeting } = window.spreekkamer;
  const gone = box.querySelector("[data-gone]");
  const back = box.querySelector("[data-back]");
  let before = [];
  const list = box.querySelector("ul");
  const copy = (name) =>
    document.querySelector(`[data-template=${name}]`).content.firstElementChild.cloneNode(true);

  const quarter = () => {
    const now = new Date();
    return `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  };
  // The time of year says enough, and tells less about somebody than the day.
  const period = () => {
    const [year, name] = quarter().split("-");
    return box.dataset[name.toLowerCase()].replace("{year}", year);
  };
  const lines = {
    told: (id, { title }, text) => text.trim().replace("{title}", title).replace("{period}", period()),
    alike: (id, { tried }) =>
      (tried ? "" : "tries:\n") + `  - period: ${quarter()}\n    result: confirms\n    note: ''\n`,
    otherwise: (id, { dilemma, other }) =>
      `title: ''\ndilemma: ${dilemma}\nside: ${other || "''"}\nresult: ''\nperiod: ${quarter()}\n` +
      "situation: ''\nchoice: ''\nwhat_worked: ''\n" +
      `see_also:\n  - card: ${id}\n    how: contradicts\n`,
  };

  const panelOf = (name, id, card) => {
    const panel = copy(name);
    for (const code of panel.querySelectorAll("code")) {
      const line = code.parentElement.nextElementSibling;
      const button = line.querySelector("[data-copy]");
      code.textContent = lines[code.dataset.lines](id, card, code.dataset.text);
      button.addEventListener("click", () => copyText(code, button, line.querySelector("[role=status]")));
    }
    const tried = panel.querySelector("[data-tried]");
    if (tried && !card.tried) tried.remove();
    const forge = panel.querySelector("[data-forge]");
    if (forge && name === "alike") forge.href = card.edit;
    const mail = panel.querySelector("[data-contact]");
    if (mail?.protocol === "mailto:") {
      const [subject, body] = [`${card.title} (${id})`, panel.querySelector("code").textContent].map(encodeURIComponent);
      mail.href += `?subject=${subject}&body=${body}`;
    }
    return panel;
  };

  const itemOf = (id, card) => {
    // Nobody tries what is only asked, and what is invented does not count.
    const item = copy(["question", "example"].includes(card.kind) ? `asked-${card.kind}` : "asked");
    const link = item.querySelector("a");
    link.href = card.url;
    link.textContent = card.title;
    if (card.lang) link.lang = card.lang;
    item.querySelectorAll("[data-text]").forEach((each) => {
      each.textContent = each.dataset.text.replace("{title}", card.title);
    });
    const answers = item.querySelectorAll("[data-answer]");
    answers.forEach((button) =>
      button.addEventListener("click", () => {
        const opens = button.getAttribute("aria-expanded") === "false";
        item.querySelector(".sk-lines")?.remove();
        answers.forEach((each) => each.setAttribute("aria-expanded", String(opens && each === button)));
        if (opens) item.append(panelOf(button.dataset.answer, id, card));
      }),
    );
    item.querySelector("[data-away]").addEventListener("click", () => {
      const next = item.nextElementSibling || item.previousElementSibling;
      before = meeting.all();
      gone.textContent = gone.dataset.text.replace("{title}", card.title);
      back.hidden = false;
      meeting.remove(id);
      (next?.querySelector("[data-away]") || back).focus();
    });
    item.dataset.asked = id;
    item.dataset.kind = card.kind;
    return item;
  };

  const show = async () => {
    const asked = meeting.all().filter(([, day]) => meeting.age(day) >= ASKED_AFTER);
    const cards = asked.length ? await meeting.sheets().catch(() => undefined) : {};
    // Where the cards cannot be loaded, nothing is known of any: none is dropped.
    const known = cards ? asked.map(([id]) => id).filter((id) => Object.hasOwn(cards, id)) : [];
    if (cards && known.length < asked.length) meeting.only((id) => Object.hasOwn(cards, id));
    [...list.children].filter(({ dataset }) => !known.includes(dataset.asked)).forEach((each) => each.remove());
    const shown = [...list.children].map(({ dataset }) => dataset.asked);
    list.append(...known.filter((id) => !shown.includes(id)).map((id) => itemOf(id, cards[id])));
    box.hidden = !known.length && back.hidden;
  };
  back.addEventListener("click", () => {
    gone.textContent = "";
    back.hidden = true;
    meeting.restore(before);
    box.querySelector("h2").focus();
  });
  meeting.onChange(show);
  show();
})();
