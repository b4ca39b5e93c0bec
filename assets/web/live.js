// Keeps a page current: hears that something has changed, and fetches the page again unless somebody is writing in it.
"use strict";
(() => {
  const body = document.body;
  const lost = document.getElementById("lost");
  const changed = document.getElementById("changed");
  let stamp = body.dataset.stamp;
  let gone = 0;

  const writing = () =>
    [...document.querySelectorAll("main textarea, main input[type=text], main input[type=search]")].some(
      (field) => field.value !== field.defaultValue,
    ) || document.activeElement?.closest?.("main form select, main form textarea, main form input");

  // What has the focus, as what finds it again on the page that takes this one's place. A button is the same only if its whole form
  // says the same and it says the same itself: another that does something else must never be pressed for it.
  const said = (button) =>
    [button.form.getAttribute("action"), button.name, button.value, button.textContent.trim()]
      .concat([...button.form.querySelectorAll("input[type=hidden]:not([name=key])")].map((one) => `${one.name}=${one.value}`))
      .join("\n");
  const again = (was) => {
    if (!was) return null;
    if (was.selector) return document.querySelector(was.selector);
    const same = [...document.querySelectorAll("form[action] button")].filter((one) => said(one) === was.button);
    return same.length === 1 ? same[0] : null;
  };
  const place = (one) => {
    if (one?.id) return { selector: `#${CSS.escape(one.id)}` };
    if (one?.matches?.("details[id] > summary")) return { selector: `#${CSS.escape(one.parentElement.id)} > summary` };
    if (one?.matches?.("a[href]")) return { selector: `a[href="${CSS.escape(one.getAttribute("href"))}"]` };
    if (one?.matches?.("form[action] button")) return { button: said(one) };
    return null;
  };

  const renew = async () => {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const open = new Set([...document.querySelectorAll("main details[open]")].map((one) => one.id));
    const focus = document.activeElement?.closest?.("header.top, main") ? place(document.activeElement) : null;
    for (const part of ["header.top", "main"]) document.querySelector(part).replaceWith(page.querySelector(part));
    document.querySelectorAll("main details").forEach((one) => {
      if (open.has(one.id)) one.open = true;
    });
    again(focus)?.focus({ preventScroll: true });
    stamp = page.body.dataset.stamp;
    changed.hidden = true;
    count();
  };

  const count = () => {
    document.querySelectorAll("[data-left]").forEach((one) => {
      if (!one.dataset.until) one.dataset.until = String(performance.now() + Number(one.dataset.left));
      if (one.dataset.runs !== "yes") return;
      const left = Math.max(0, Math.round((Number(one.dataset.until) - performance.now()) / 1000));
      // Said once: the words stand there from then on.
      one.closest("header")?.querySelectorAll(".soon").forEach((soon) => (soon.hidden = left > 60));
      one.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    });
  };

  const hear = () => {
    const source = new EventSource(body.dataset.events);
    source.onopen = () => {
      clearTimeout(gone);
      gone = 0;
      lost.hidden = true;
    };
    source.onmessage = (event) => {
      if (event.data === stamp) return;
      if (writing()) changed.hidden = false;
      else renew().catch(() => {});
    };
    source.onerror = () => {
      // A blip is not worth a word; three seconds are.
      if (!gone) gone = setTimeout(() => (lost.hidden = false), 3000);
      if (source.readyState === EventSource.CLOSED) setTimeout(hear, 2000);
    };
  };

  // Whoever is ticked stands on the button that sends, so that there is no second page to read.
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("form[data-letter]");
    if (!form) return;
    const button = form.querySelector("button");
    button.dataset.look ??= button.textContent;
    const names = [...form.querySelectorAll(".chip input:checked")].map((one) => one.parentElement.textContent.trim());
    const all = form.elements.sure ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "sure" }));
    all.disabled = names.length === 0;
    all.value = "yes";
    button.textContent = names.length ? form.dataset.letter.replace("{who}", () => names.join(", ")) : button.dataset.look;
  });

  document.getElementById("show").addEventListener("click", (event) => {
    event.preventDefault();
    renew().catch(() => location.reload());
  });
  count();
  setInterval(count, 1000);
  hear();
})();
