// The facets of the search page: what can be chosen, how many cards that gives, and what was chosen.
(() => {
  "use strict";
  const FIRST = 6;
  const root = document.querySelector("[data-search]");
  if (!root || !window.spreekkamerSearch) return;
  const panel = root.querySelector("[data-facets]");
  const button = root.querySelector("[data-facets-button]");
  const done = root.querySelector("[data-facets-done]");
  const chips = root.querySelector("[data-chosen]");
  const status = root.querySelector("[data-search-status]");
  const { amount, copy, hide, write } = window.spreekkamer;
  const narrow = matchMedia("(max-width: 59.9375em)");
  const selection = {};
  let changed = () => {};
  let open = false;
  let asked = false;

  const choose = (facet, value, chosen) => {
    const others = (selection[facet] || []).filter((each) => each !== value);
    const values = chosen ? [...others, value] : others;
    if (values.length) selection[facet] = values;
    else delete selection[facet];
    changed();
  };

  const addOption = (facet, list, { id, label }) => {
    const item = copy("option");
    const box = item.querySelector("input");
    box.name = facet.id;
    box.value = id;
    item.querySelector("[data-label]").textContent = label;
    box.addEventListener("change", () => choose(facet.id, id, box.checked));
    list.append(item);
    const [figure, told] = [".sk-option__number", "[data-amount]"].map((each) => item.querySelector(each));
    return { id, label, box, item, figure, told, number: 0 };
  };

  const addFacet = (facet, counts) => {
    const group = copy("facet");
    group.querySelector("legend").textContent = facet.label;
    const list = group.querySelector("ul");
    const number = ({ id }) => (counts[facet.id] || {})[id] || 0;
    const long = facet.options.length > FIRST;
    const sorted = long ? [...facet.options].sort((a, b) => number(b) - number(a)) : facet.options;
    const made = { id: facet.id, group, more: group.querySelector("button"), all: false };
    made.options = sorted.map((option) => addOption(facet, list, option));
    made.more.addEventListener("click", () => {
      made.all = !made.all;
      showFacet(made);
    });
    panel.insertBefore(group, done.parentElement);
    return made;
  };

  // The order never changes and what has the focus stays, so that nobody loses the place.
  const showFacet = (facet) => {
    const chosen = selection[facet.id] || [];
    const live = facet.options.filter(({ id, number }) => number || chosen.includes(id));
    const most = [...live].sort((a, b) => b.number - a.number).slice(0, FIRST);
    for (const option of facet.options) {
      option.box.checked = chosen.includes(option.id);
      const among = live.includes(option) && (facet.all || most.includes(option));
      hide(option.item, !among && !option.box.checked && option.box !== document.activeElement);
      if (option.shown === option.number) continue;
      option.shown = option.number;
      option.figure.textContent = option.number;
      option.told.textContent = amount(option.number);
    }
    const text = facet.all ? facet.more.dataset.less : facet.more.dataset.more;
    write(facet.more, text.replace("{count}", live.length));
    hide(facet.more, live.length <= FIRST && facet.more !== document.activeElement);
    hide(facet.group, !live.length && !facet.group.contains(document.activeElement));
  };

  const chip = (facet, { id, label }) => {
    const item = copy("chip");
    const remove = item.querySelector("button");
    remove.querySelector("[data-label]").textContent = label;
    remove.setAttribute("aria-label", remove.dataset.text.replace("{label}", label));
    remove.addEventListener("click", () => {
      const place = [...chips.children].indexOf(item);
      choose(facet.id, id, false);
      const next = chips.children[Math.min(place, chips.children.length - 1)];
      // In the box a phone would bring up its keys, over what was found.
      const after = asked ? status : root.querySelector("input[type=search]");
      (next?.querySelector("button") || after).focus();
    });
    return item;
  };

  const facets = [];
  const fold = () => {
    hide(button, !narrow.matches || facets.every(({ group }) => group.hidden));
    hide(done.parentElement, !narrow.matches);
    hide(panel, narrow.matches && (!open || button.hidden));
    button.setAttribute("aria-expanded", String(open));
  };

  // `cards` is how many were found, or false when nothing was asked.
  const show = (counts, cards) => {
    if (!facets.length) {
      facets.push(...window.spreekkamerSearch.facets.map((facet) => addFacet(facet, counts)));
    }
    const chosen = [];
    for (const facet of facets) {
      for (const option of facet.options) option.number = (counts[facet.id] || {})[option.id] || 0;
      showFacet(facet);
      const values = selection[facet.id] || [];
      chosen.push(...facet.options.filter(({ id }) => values.includes(id)).map((each) => chip(facet, each)));
    }
    chips.replaceChildren(...chosen);
    hide(chips, !chosen.length);
    write(button.querySelector("[data-chosen-number]"), chosen.length ? `(${chosen.length})` : "");
    asked = cards !== false;
    write(done, !asked ? done.dataset.close : done.dataset.text.replace("{cards}", amount(cards)));
    fold();
  };

  // The option that a value of an address means: by hand somebody writes Debts, or a side without
  // its dilemma.
  const meant = ({ id, options }, text, dilemmas) => {
    const value = text.toLowerCase();
    const same = options.filter((option) => option.id === value);
    const sides = id === "side" ? options.filter((option) => option.id.endsWith(`.${value}`)) : [];
    const within = sides.filter((option) => dilemmas.includes(option.id.split(".")[0]));
    return [same, sides, within].find(({ length }) => length === 1)?.[0].id;
  };
  // Only what can be chosen is taken over from an address; gives how many values cannot.
  const read = (parameters) => {
    let unknown = 0;
    for (const facet of window.spreekkamerSearch.facets) {
      const given = parameters.getAll(facet.id).filter(Boolean);
      const known = given.map((each) => meant(facet, each, parameters.getAll("dilemma")));
      const values = known.filter(Boolean);
      unknown += known.length - values.length;
      if (values.length) selection[facet.id] = [...new Set(values)];
    }
    return unknown;
  };

  button.addEventListener("click", () => {
    open = !open;
    fold();
  });
  // What had the focus is folded away: it goes on to what was found, or back to the button.
  const close = (next) => {
    open = false;
    fold();
    next.focus();
  };
  done.addEventListener("click", () => close(asked ? status : button));
  panel.parentElement.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && narrow.matches && open) close(button);
  });
  narrow.addEventListener("change", fold);
  fold();

  const clear = () => Object.keys(selection).forEach((facet) => delete selection[facet]);
  const onChange = (listener) => {
    changed = listener;
  };
  window.spreekkamer.facets = { clear, onChange, read, selection, show };
})();
