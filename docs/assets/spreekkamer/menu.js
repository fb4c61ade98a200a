// The menu of the narrow page: closed it is out of the tab order, Escape closes it.
(() => {
  "use strict";
  const button = document.querySelector("[data-menu-button]");
  const menu = document.querySelector("[data-menu]");
  if (!button || !menu) return;
  const tabs = menu.querySelector("[data-tabs]");
  const box = document.querySelector("[data-header-search]");
  const narrow = matchMedia("(max-width: 59.9375em)");
  let open = false;

  const show = () => {
    const closed = narrow.matches && !open;
    button.hidden = !narrow.matches;
    button.setAttribute("aria-expanded", String(open));
    menu.hidden = closed;
    menu.inert = closed;
  };
  const close = () => {
    open = false;
    show();
  };
  // On a phone the tabs come first, for a keyboard too, and the search box is in the menu with them.
  // On a wide page the tabs come last, and the box before everything else.
  const arrange = () => {
    if (narrow.matches) {
      menu.prepend(tabs);
      if (box) tabs.after(box);
    } else {
      menu.append(tabs);
      if (box) menu.parentElement.prepend(box);
    }
    close();
  };
  button.addEventListener("click", () => {
    open = !open;
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      close();
      button.focus();
    }
  });
  narrow.addEventListener("change", arrange);
  arrange();
})();
