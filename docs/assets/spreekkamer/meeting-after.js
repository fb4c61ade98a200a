// Asks on the start page how the meeting went for which cards were kept, with lines to hand in.
(() => {
  "use strict";
  const ASKED_AFTER = 1;
  const box = document.querySelector("[data-after]");
  if (!box) return;
  const { meeting } = window.spreekkamer;
  const list = box.querySelector("ul");
  const copy = (name) =>
    document.querySelector(`[data-template=${name}]`).content.firstElementChild.cloneNode(true);

  const quarter = () => {
    const now = new Date();
    return `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
  };
  const lines = {
    alike: (id, { tried }) =>
      (tried ? "" : "tries:\n") + `  - period: ${quarter()}\n    result: confirms\n    note: ''\n`,
    otherwise: (id, { dilemma, other }) =>
      `title: ''\ndilemma: ${dilemma}\nside: ${other || "''"}\nresult: ''\nperiod: ${quarter()}\n` +
      "situation: ''\nchoice: ''\nwhat_worked: ''\n" +
      `see_also:\n  - card: ${id}\n    how: contradicts\n`,
  };

  // Without the clipboard, as from a folder, the lines are selected to be copied by hand.
  const toClipboard = async (code, button, status) => {
    getSelection().selectAllChildren(code);
    let copied;
    try {
      await navigator.clipboard.writeText(code.textContent);
      copied = true;
    } catch {
      copied = document.execCommand("copy");
    }
    status.textContent = copied ? button.dataset.copied : button.dataset.failed;
  };

  const panelOf = (name, id, card) => {
    const panel = copy(name);
    const code = panel.querySelector("code");
    const button = panel.querySelector("[data-copy]");
    code.textContent = lines[name](id, card);
    const tried = panel.querySelector("[data-tried]");
    if (tried && !card.tried) tried.remove();
    const forge = panel.querySelector("[data-forge]");
    if (forge && name === "alike") forge.href = card.edit;
    const mail = panel.querySelector("[data-contact]");
    if (mail?.protocol === "mailto:") {
      const [subject, body] = [`${card.title} (${id})`, code.textContent].map(encodeURIComponent);
      mail.href += `?subject=${subject}&body=${body}`;
    }
    button.addEventListener("click", () =>
      toClipboard(code, button, panel.querySelector("[role=status]")),
    );
    return panel;
  };

  const itemOf = (id, card) => {
    const item = copy("asked");
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
      meeting.remove(id);
      (next?.querySelector("button") || document.querySelector("main input")).focus();
    });
    item.dataset.asked = id;
    return item;
  };

  const show = async () => {
    const asked = meeting.all().filter(([, day]) => meeting.age(day) >= ASKED_AFTER);
    const cards = asked.length ? await meeting.sheets().catch(() => ({})) : {};
    const known = asked.map(([id]) => id).filter((id) => cards[id]);
    [...list.children].filter(({ dataset }) => !known.includes(dataset.asked)).forEach((each) => each.remove());
    const shown = [...list.children].map(({ dataset }) => dataset.asked);
    list.append(...known.filter((id) => !shown.includes(id)).map((id) => itemOf(id, cards[id])));
    box.hidden = !known.length;
  };
  meeting.onChange(show);
  show();
})();
