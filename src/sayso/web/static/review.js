// Keys of the review, and the next row without loading a whole page: without this, everything is pressed by hand
// and each decision loads the next page.
"use strict";
(() => {
  const isField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const same = { h: "u", ArrowDown: "j", ArrowUp: "k" };
  let busy = false; // what is sent twice would be decided twice
  let pressed = null; // a key that waits until what was decided before it is kept
  let ahead = null; // the next row, read while this one is looked at: its address and its page

  const main = () => document.getElementById("main");
  const record = (page) => (page.querySelector("main input[name=record]") || {}).value;

  function press(key) {
    const element = document.querySelector(`main [data-press="${key}"]`);
    if (!element) return false;
    if (busy) pressed = { key, record: record(document) };
    else if (element.matches("input, select")) element.focus();
    else element.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (document.body.dataset.keys === "off" || isField(target) || document.querySelector("dialog[open]")) return;
    if (event.repeat) return; // a key held down must not decide row after row
    const key = same[event.key] || event.key;
    if (!/^[a-z]$/.test(key) || !press(key)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  async function read(address, options) {
    const answer = await fetch(address, options);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("main")) throw new Error("no page of ours");
    return { address: answer.url, page };
  }

  function readAhead() {
    const link = document.querySelector("main a[rel=next]");
    ahead = null;
    if (!link) return;
    read(link.href, {}).then((found) => { if (link.isConnected && !busy) ahead = found; }, () => {});
  }

  // Put a page in place of what is shown, as loading it would.
  function show({ page }) {
    document.title = page.title;
    main().replaceChildren(...[...page.getElementById("main").childNodes].map((one) => document.importNode(one, true)));
    const back = (where) => where.querySelector("form.themes input[name=back]");
    back(document).value = back(page).value;
    window.scrollTo(0, 0);
    (document.querySelector("main [autofocus]") || main()).focus({ preventScroll: true });
  }

  // The answer to a decision whose next row is on the screen already: what was written there meanwhile stays.
  function complete(found) {
    const writes = isField(document.activeElement) && record(document) === record(found.page);
    if (!writes) return show(found);
    const told = found.page.querySelector("main .told");
    if (told) main().prepend(document.importNode(told, true));
  }

  async function go(address, options, shownAlready) {
    busy = true;
    try {
      const found = await read(address, options);
      (shownAlready ? complete : show)(found);
      history.pushState(null, "", found.address);
    } catch {
      // Whether it was kept is not known: the page as it now is tells.
      window.location.assign("/review");
      return;
    }
    busy = false;
    const waiting = pressed;
    pressed = null;
    // It was meant for the row that was looked at, and for no other.
    const meant = waiting !== null && waiting.record === record(document);
    if (!meant || !press(waiting.key) || !busy) setTimeout(readAhead, 50);
  }

  const movesOn = (button) => button && ["accept", "reject", "unsure"].includes(button.value);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || !form.closest("main")) return;
    event.preventDefault();
    if (busy) {
      const key = event.submitter && event.submitter.dataset.press;
      if (key) press(key);
      return;
    }
    const sent = { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) };
    const shownAlready = movesOn(event.submitter) && ahead !== null;
    if (shownAlready) show(ahead);
    ahead = null;
    go(form.action, sent, shownAlready);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("main a[rel=next], main a[rel=prev]");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain) return;
    event.preventDefault();
    if (!busy) go(link.href, {}, false);
  });
  window.addEventListener("popstate", () => window.location.reload());
  readAhead();
})();
