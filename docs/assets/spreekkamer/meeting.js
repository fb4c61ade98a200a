// My meeting: which cards were kept, and on which day. It stays on this device and forgets itself.
(() => {
  "use strict";
  const KEY = "spreekkamer-meeting";
  const DAYS = 14;
  const DAY = 86400000;
  const SHEETS = new URL("../sheets-data.js", document.currentScript.src);
  const listeners = [];
  let works = true;
  let memory = [];

  const today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  const age = (day) => Math.round((Date.parse(today()) - Date.parse(day)) / DAY);
  // A clock that was wrong, or somebody on a journey, may have kept a card tomorrow.
  const lasts = ([, day]) => age(day) >= -1 && age(day) < DAYS;
  const sound = (each) =>
    Array.isArray(each) && /^[a-z0-9-]{1,60}$/.test(each[0]) && /^\d{4}-\d\d-\d\d$/.test(each[1]);

  const parsed = (text) => {
    try {
      const found = JSON.parse(text);
      const kept = Array.isArray(found) ? found.filter(sound) : [];
      // Each card once, whatever wrote the list.
      return kept.filter(([id], at) => kept.findIndex(([other]) => other === id) === at);
    } catch {
      return [];
    }
  };
  // Where storage is blocked or full the list holds for this page only.
  const all = () => {
    if (!works) return memory;
    try {
      return parsed(localStorage.getItem(KEY) || "[]").filter(lasts);
    } catch {
      works = false;
      return memory;
    }
  };
  const store = (kept) => {
    memory = kept;
    try {
      if (kept.length) localStorage.setItem(KEY, JSON.stringify(kept));
      else localStorage.removeItem(KEY);
      works = true;
    } catch {
      works = false;
    }
    show();
  };

  const has = (id) => all().some(([kept]) => kept === id);
  const keep = (...ids) => {
    const added = ids.filter((id) => !has(id)).map((id) => [id, today()]);
    store([...all(), ...added]);
  };
  const remove = (id) => store(all().filter(([kept]) => kept !== id));

  // What is gone from the site is gone from the list.
  const only = (known) => {
    if (all().some(([id]) => !known(id))) store(all().filter(([id]) => known(id)));
  };

  // The buttons of `places` tell whether their card is kept.
  const press = (places) => {
    const kept = new Set(all().map(([id]) => id));
    for (const button of places.flatMap((place) => [...place.querySelectorAll("[data-keep]")])) {
      const pressed = String(kept.has(button.dataset.keep));
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  };
  const show = () => {
    const kept = all();
    document.documentElement.classList.toggle("sk-unstored", !works);
    press([document]);
    for (const number of document.querySelectorAll("[data-kept-number]")) {
      number.textContent = String(kept.length);
    }
    for (const trouble of document.querySelectorAll("[data-keep-trouble]")) {
      trouble.textContent = works ? "" : trouble.dataset.text;
    }
    listeners.forEach((listener) => listener());
  };

  // On a long page the place that tells of trouble is out of sight: it is said below the button too.
  const tellNear = (button) => {
    document.querySelectorAll("[data-keep-near]").forEach((each) => each.remove());
    const [line, told] = [button.closest("p, div"), document.querySelector("[data-keep-trouble]")];
    if (works || !told || line.querySelector("[data-keep-trouble]")) return;
    const near = document.createElement("p");
    near.className = "sk-keep__trouble";
    near.dataset.keepNear = "";
    near.textContent = told.dataset.text;
    line.after(near);
  };

  // What is on a sheet is loaded when it is asked for.
  let sheets;
  const load = () => {
    sheets ||= new Promise((found, failed) => {
      const added = document.createElement("script");
      added.src = SHEETS;
      added.onload = () => found(window.spreekkamerSheets.cards);
      added.onerror = () => {
        sheets = undefined;
        failed(new Error("no sheets"));
      };
      document.head.append(added);
    });
    return sheets;
  };

  // Without the clipboard, as from a folder, the text is selected to be copied by hand.
  const copyText = async (place, button, status) => {
    getSelection().selectAllChildren(place);
    let copied;
    try {
      await navigator.clipboard.writeText(place.textContent);
      copied = true;
    } catch {
      copied = document.execCommand("copy");
    }
    status.textContent = copied ? button.dataset.copied : button.dataset.failed;
  };

  window.spreekkamer = window.spreekkamer || {};
  window.spreekkamer.copyText = copyText;
  window.spreekkamer.meeting = {
    age,
    all,
    clear: () => store([]),
    has,
    keep,
    only,
    onChange: (listener) => listeners.push(listener),
    press,
    remove,
    restore: store,
    sheets: load,
    show,
  };

  document.addEventListener("click", ({ target }) => {
    const id = target.closest("[data-keep]")?.dataset.keep;
    if (!id) return;
    (has(id) ? remove : keep)(id);
    tellNear(target.closest("[data-keep]"));
  });
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) show();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show();
  });
  document.querySelectorAll("[data-keep-box]").forEach((box) => {
    box.hidden = false;
  });
  // What is too old is not only left out, it is gone.
  try {
    const stored = localStorage.getItem(KEY);
    if (stored && stored !== JSON.stringify(all())) store(all());
  } catch {
    works = false;
  }
  show();
})();
