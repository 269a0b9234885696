// Settings are saved as soon as a field is left. Every page works without it, by buttons.
"use strict";

{
  const saved = document.getElementById("saved");
  let waiting = Promise.resolve();

  function say(state) {
    sign(saved, { saving: "going", saved: "done", unsaved: "not" }[state], saved.dataset[state]);
  }

  function tried(form) {
    const token = document.querySelector('meta[name="change-token"]');
    return fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: token ? { "X-Datawalk-Token": token.content } : {},
    });
  }

  // One change after the other: each takes the version that the one before it left.
  async function save(form) {
    say("saving");
    for (const pause of [1, 2, 5, 10, 0]) {
      const answer = await tried(form).catch(() => null);
      if (answer?.ok) return shown(new DOMParser().parseFromString(await answer.text(), "text/html"));
      say("unsaved");
      if (answer || !pause) return;
      await new Promise((done) => { setTimeout(done, pause * 1000); });
    }
  }

  function shown(page) {
    const tag = page.querySelector('main input[name="tag"]');
    if (tag) document.querySelectorAll('input[name="tag"]').forEach((one) => { one.value = tag.value; });
    const image = document.querySelector("#sight img");
    const fresh = page.querySelector("#sight img");
    if (image && fresh && image.src !== fresh.src) {
      const next = new Image();
      next.onload = () => { image.src = next.src; };
      next.src = fresh.src;
    }
    for (const part of document.querySelectorAll("[data-part]")) {
      const other = page.getElementById(part.id);
      if (!other) continue;
      part.replaceChildren(...other.childNodes);
      window.htmx?.process(part);
    }
    say("saved");
  }

  document.addEventListener("change", (event) => {
    const form = event.target.closest("main form");
    if (!form || !event.target.matches("[data-field]") || event.target.closest("[data-ticks]")) return;
    event.target.removeAttribute("data-unset");
    waiting = waiting.then(() => save(form));
  });
}
