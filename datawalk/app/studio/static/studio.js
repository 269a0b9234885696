// What HTML and htmx cannot do by themselves. Every page works without it.
"use strict";

// The token of the page goes with every change that htmx sends.
document.addEventListener("htmx:config:request", (event) => {
  const token = document.querySelector('meta[name="change-token"]');
  if (token) event.detail.ctx.request.headers["X-Datawalk-Token"] = token.content;
});

// A line that says how far something is has a sign before its words: a tick for done alone.
const SIGNS = { done: "do-check-circle", going: "do-clock-counter-clockwise", not: "do-warning-circle" };
function sign(line, state, words) {
  const use = line.querySelector("use");
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, `#${SIGNS[state]}`));
  line.querySelector("span").textContent = words;
  line.classList.toggle("not", state === "not");
  line.classList.toggle("going", state === "going");
}

// "Back" takes along what was chosen in a form since the page came.
for (const link of document.querySelectorAll("a[data-keeps]")) {
  link.addEventListener("click", () => {
    const form = document.getElementById(link.dataset.keeps);
    link.search = new URLSearchParams(new FormData(form)).toString();
  });
}

// A text field with a list of places: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
class Combobox {
  constructor(field) {
    this.field = field;
    this.list = document.getElementById(field.dataset.combobox);
    this.said = document.getElementById(`${this.list.id}-said`);
    this.code = document.getElementById("code");
    this.at = -1;
    this.asked = 0;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    document.querySelectorAll(".keys").forEach((keys) => { keys.hidden = false; });
    this.shut();
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.shut());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const hit = event.target.closest("[role=option]");
      if (hit) this.take(hit);
    });
  }

  get hits() { return [...this.list.querySelectorAll("[role=option]")]; }

  typed() {
    this.code.value = "";
    this.code.disabled = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.look(), 80);
  }

  async look() {
    const turn = ++this.asked;
    const asked = new URLSearchParams({ typed: this.field.value });
    const answer = await fetch(`${this.field.dataset.source}?${asked}`).catch(() => null);
    if (!answer?.ok || turn !== this.asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    this.list.replaceChildren(...page.querySelectorAll("[role=option]"));
    this.say(page.querySelector("[data-said]").dataset.said);
    if (this.hits.length && document.activeElement === this.field) this.open(); else this.shut();
  }

  // Said once after a rest, not at each key.
  say(words) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.said.textContent = words; }, 500);
  }

  open() {
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.mark(-1);
  }

  shut() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  mark(at) {
    const hits = this.hits;
    this.at = hits.length ? Math.max(-1, Math.min(at, hits.length - 1)) : -1;
    hits.forEach((hit, i) => hit.setAttribute("aria-selected", String(i === this.at)));
    const marked = hits[this.at];
    if (!marked) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", marked.id);
    marked.scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const shown = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown && this.hits.length) this.open();
      if (!shown && !this.hits.length) return void this.look();
      const last = this.hits.length - 1;
      const down = event.key === "ArrowDown";
      if (down) this.mark(this.at === last ? 0 : this.at + 1);
      else this.mark(this.at <= 0 ? last : this.at - 1);
    } else if (event.key === "Enter" && shown && this.at >= 0) {
      event.preventDefault();
      this.take(this.hits[this.at]);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      this.shut();
    }
  }

  take(hit) {
    this.field.value = hit.dataset.name;
    this.field.removeAttribute("aria-invalid");
    this.code.value = hit.dataset.code;
    this.code.disabled = false;
    document.querySelectorAll("#unsure, #place-form .opts").forEach((old) => old.remove());
    this.field.closest(".f").classList.remove("bad");
    this.shut();
    // The next step is made ready while the rest of this form is filled in.
    fetch(`/new/questions/sum?${new URLSearchParams({ code: hit.dataset.code })}`).catch(() => null);
  }
}

document.querySelectorAll("[data-combobox]").forEach((field) => new Combobox(field));
