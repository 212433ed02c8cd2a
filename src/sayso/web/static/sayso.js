// Keys of the page. Everything they do can be done without them: they follow links that are there.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("main [data-row]")].filter((row) => row.offsetParent !== null);
  const dialog = document.getElementById("keys");
  const told = document.getElementById("told");
  let waiting = 0; // until when a letter after "g" opens a page

  const tell = (words) => { told.textContent = words; };
  const isField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

  function step(by) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement.closest("[data-row]"));
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    tell(`Row ${all.indexOf(next) + 1} of ${all.length}`);
  }

  function follow(selector, root = document) {
    const link = root && root.querySelector(selector);
    if (link) link.click();
    return Boolean(link);
  }

  function openRow() {
    const row = document.activeElement.closest("[data-row]");
    return row !== null && (follow("a[data-open]", row) || follow("a[href]", row));
  }

  function unfoldRow() {
    const row = document.activeElement.closest("[data-row]");
    return row !== null && follow("summary", row);
  }

  function showKeys() {
    if (!dialog.open) dialog.showModal();
    return true;
  }

  const keys = {
    j: () => { step(1); return true; },
    k: () => { step(-1); return true; },
    o: openRow,
    x: unfoldRow,
    n: () => follow("nav.pager a[rel=next]"),
    p: () => follow("nav.pager a[rel=prev]"),
    "/": () => { document.getElementById("find").focus(); return true; },
    "?": showKeys,
    g: () => { waiting = Date.now() + 1500; tell("g: now the letter of a page"); return true; },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Escape" && isField(target)) { target.blur(); return; }
    if (event.key === "Enter" && target.matches("[data-row]")) { if (openRow()) event.preventDefault(); return; }
    if (document.body.dataset.keys === "off" || isField(target) || dialog.open) return;
    if (Date.now() < waiting && /^[a-z]$/.test(event.key)) {
      waiting = 0;
      if (follow(`nav.side a[data-key="${event.key}"]`)) event.preventDefault();
      return;
    }
    // A page's own keys come first: it listens on the document, too, and prevents the default.
    const action = keys[event.key];
    if (!event.defaultPrevented && action && action()) event.preventDefault();
  });

  document.querySelectorAll("[data-open-keys]").forEach((link) => {
    link.addEventListener("click", (event) => { event.preventDefault(); showKeys(); });
  });

  // A mark in a text and its row in the list beside it light up together.
  const light = (on) => (event) => {
    const element = event.target instanceof Element && event.target.closest("[data-c]");
    if (!element) return;
    element.dataset.c.split(" ").forEach((name) => {
      document.querySelectorAll(`[data-c~="${CSS.escape(name)}"]`).forEach((one) => one.classList.toggle("lit", on));
    });
  };
  for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(kind, light(on));
  }

  // Fields that say so send their form as soon as they are changed.
  document.querySelectorAll("form[data-quick] select").forEach((field) => {
    field.addEventListener("change", () => field.form.requestSubmit());
  });
})();
