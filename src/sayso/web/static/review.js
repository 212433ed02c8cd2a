// Keys of the review: each presses a button or follows a link that is there; without this they are pressed by hand.
"use strict";
(() => {
  const isField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const same = { h: "u", ArrowDown: "j", ArrowUp: "k" };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (document.body.dataset.keys === "off" || isField(target) || document.querySelector("dialog[open]")) return;
    if (event.repeat) return; // a key held down must not decide row after row
    const key = same[event.key] || event.key;
    if (!/^[a-z]$/.test(key)) return;
    const element = document.querySelector(`main [data-press="${key}"]`);
    if (!element) return;
    event.preventDefault();
    event.stopPropagation();
    if (element.matches("input, select")) element.focus();
    else element.click();
  }, true);

  // What is sent twice would be decided twice.
  document.querySelectorAll("main form[method=post]").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  });
})();
