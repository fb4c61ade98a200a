// Sets light or dark before the first paint: what the reader chose here, else what the device asks.
(() => {
  "use strict";
  const KEY = "spreekkamer-scheme";
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  // Storage can be blocked; the choice then holds for this page only.
  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const store = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // Nothing is lost: the page itself has changed.
    }
  };
  const preferred = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  const apply = (scheme) => document.body.setAttribute("data-md-color-scheme", scheme);
  const current = () => (["slate", "default"].includes(stored()) ? stored() : preferred());

  const observer = new MutationObserver(() => {
    if (document.body) {
      observer.disconnect();
      apply(current());
    }
  });
  observer.observe(root, { childList: true });

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-button]");
    if (!button) return;
    let scheme = current();
    const show = () => {
      button.textContent = scheme === "slate" ? button.dataset.light : button.dataset.dark;
    };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      scheme = scheme === "slate" ? "default" : "slate";
      apply(scheme);
      store(scheme);
      show();
    });
  });
})();
