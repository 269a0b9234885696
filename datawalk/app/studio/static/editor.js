// The page of a station: every word is saved as it is typed, and the picture follows.
// Without this file each field has a button of its own.
"use strict";

const editor = document.getElementById("editor");
const { walk, station, saving, saved, unsaved, offline, drawing, follow, left } = editor.dataset;
const token = document.querySelector('meta[name="change-token"]').content;
const WIDTHS = [240, 480, 720, 900, 1200, 1600, 2400];
const WAITS = [1000, 2000, 5000, 10000];
const REST = 80;
const NEWS = 3000;
const CONTROL = ":is(input, textarea, select)[data-field]";
const TICKED = new Set(["checkbox", "radio"]);
const byId = (id) => document.getElementById(id);
const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

// What is kept in this window only, so that nothing typed is lost when it is closed or loaded again.
const shelf = {
  key: `datawalk ${walk}`,
  get() { try { return JSON.parse(sessionStorage.getItem(this.key)) ?? {}; } catch { return {}; } },
  set(all) { try { sessionStorage.setItem(this.key, JSON.stringify(all)); } catch { /* full */ } },
};
const who = (() => {
  let name = sessionStorage.getItem("datawalk who");
  if (!name) sessionStorage.setItem("datawalk who", name = `window-${crypto.randomUUID().slice(0, 8)}`);
  return name;
})();

let tag = editor.dataset.tag;
let seen = "";

// One page becomes another without losing focus, what is open, or what is being typed.
const KEPT = new Set(["open", "tabindex"]);

function morph(old, fresh, force = false) {
  if (old.nodeName !== fresh.nodeName) return old.replaceWith(fresh);
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name, value } of fresh.attributes) {
    if (!KEPT.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!KEPT.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  if (old.matches("textarea, select, input:not([type=hidden])")) {
    const typing = saver.pending[fieldKey(old)] || (old === document.activeElement && !force);
    if (!typing && old.value !== fresh.value) old.value = fresh.value;
    if (!typing && TICKED.has(old.type)) old.checked = fresh.checked;
    if (old.matches("textarea, input")) return;
  }
  morphChildren(old, fresh, force);
}

function morphChildren(old, fresh, force) {
  let at = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    const named = child.id && [...old.children].find((one) => one.id === child.id);
    if (named) {
      if (named !== at) old.insertBefore(named, at); else at = at.nextSibling;
      morph(named, child, force);
    } else if (at && at.nodeName === child.nodeName && !at.id && !child.id) {
      const next = at.nextSibling;
      morph(at, child, force);
      at = next;
    } else {
      old.insertBefore(child, at);
    }
  }
  while (at) { const next = at.nextSibling; at.remove(); at = next; }
}

function merge(html, force = false) {
  const page = parsed(html);
  const at = document.activeElement;
  for (const id of ["torn", "tools", "list", "notes", "contests", "h-chip", "h-here", "cards", "station-tools"]) {
    const fresh = page.getElementById(id);
    if (fresh && byId(id)) morph(byId(id), fresh, force);
  }
  gone.place();
  const line = page.querySelector("#saved span")?.textContent;
  if (line && !saver.busy) say(line);
  // What is moved in the page loses its focus.
  if (at?.id && document.activeElement !== at) byId(at.id)?.focus({ preventScroll: true });
}

// A part that was removed can be brought back where it was, until something else is changed.
const gone = {
  note(card) {
    this.node = document.createElement("li");
    this.node.className = "msg done";
    this.node.append(`${editor.dataset.removed}${card.querySelector(".ttl").firstChild.textContent.trim()}`);
    this.after = card.previousElementSibling?.id ?? "";
  },
  place() {
    if (!this.node) return;
    const list = document.querySelector("#cards ol.blocks");
    const before = this.after && byId(this.after);
    if (before) before.after(this.node);
    else if (list) list.prepend(this.node);
    else this.clear();
  },
  offer() {
    const undo = document.querySelector("form[data-step=undo]").cloneNode(true);
    this.node?.append(undo);
    this.place();
    undo.querySelector("button").focus();
  },
  clear() {
    this.node?.remove();
    this.node = null;
  },
};

function seeTag(answer) {
  const found = answer.headers.get("etag");
  if (!found) return;
  tag = found.replaceAll('"', "");
  document.querySelectorAll("input[name=tag]").forEach((field) => { field.value = tag; });
}

// The line in the head of the page: shown at once, spoken after a rest.
let speaking;
function say(words, bad = false, aloud = false) {
  sign(byId("saved"), bad ? "not" : words === saving ? "going" : "done", words);
  clearTimeout(speaking);
  speaking = setTimeout(() => { byId("said").textContent = words; }, bad || aloud ? 0 : 5000);
}

const stateOf = (field) => (TICKED.has(field.type) ? String(field.checked) : field.value);
const fieldKey = (field) => `${station} ${field.dataset.field ?? ""}`;

class Saver {
  pending = {};
  busy = false;
  tries = 0;

  constructor() {
    const before = shelf.get();
    if (Object.keys(before).length) {
      this.pending = before;
      this.notice = true;
    }
  }

  typed(field) {
    const value = field.type === "checkbox" ? String(field.checked) : field.value;
    const kind = field.dataset.kind ?? "text";
    const ask = { station: field.dataset.walk === undefined ? station : "", field: field.dataset.field, value, kind, tag };
    if (this.pending[fieldKey(field)]) ask.tag = this.pending[fieldKey(field)].tag;
    this.pending[fieldKey(field)] = ask;
    shelf.set(this.pending);
    say(saving);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), REST);
  }

  get unsaved() { return Object.keys(this.pending).length > 0; }

  // One after the other: each change is made for the version that the one before gave.
  async flush() {
    clearTimeout(this.timer);
    if (this.busy) return this.going;
    this.busy = true;
    this.going = this.all().finally(() => { this.busy = false; });
    return this.going;
  }

  async all() {
    for (let key; (key = Object.keys(this.pending)[0]);) {
      const ask = this.pending[key];
      const answer = await post(`${walk}/change`, { do: "put", who, ...ask }, ask.tag).catch(() => null);
      if (!answer?.ok) return this.refused(answer, key);
      this.tries = 0;
      seeTag(answer);
      const html = await answer.text();
      if (this.pending[key] === ask) delete this.pending[key];
      else this.pending[key].tag = tag;
      for (const other of Object.values(this.pending)) other.tag = tag;
      shelf.set(this.pending);
      gone.clear();
      merge(html);
      picture.draw();
      if (!this.unsaved) say(parsed(html).querySelector("#saved span")?.textContent ?? saved);
    }
  }

  async refused(answer, key) {
    const why = answer ? parsed(await answer.text()).getElementById("why")?.textContent : "";
    say(unsaved + (why || offline), true);
    if (answer?.status === 410) {
      delete this.pending[key];
      return;
    }
    this.timer = setTimeout(() => this.flush(), WAITS[Math.min(this.tries++, WAITS.length - 1)]);
  }
}

function post(path, fields, match = tag) {
  return fetch(path, {
    method: "POST",
    keepalive: true,
    headers: { "X-Datawalk-Token": token, "X-Datawalk-Pieces": "1", "If-Match": `"${match}"` },
    body: new URLSearchParams(fields),
  });
}

class Picture {
  turn = 0;

  get wish() {
    const form = byId("views");
    return { show: form.elements.show.value, lang: form.elements.lang?.value ?? "" };
  }

  get width() {
    const wide = byId("sheet").clientWidth * devicePixelRatio;
    return WIDTHS.find((one) => one >= wide * 0.95) ?? WIDTHS.at(-1);
  }

  async draw(sheet = byId("sight").dataset.sheet) {
    const turn = ++this.turn;
    this.asking?.abort();
    this.asking = new AbortController();
    clearTimeout(this.slow);
    clearTimeout(this.slower);
    this.slow = setTimeout(() => this.tell(drawing), 300);
    this.slower = setTimeout(() => this.tell(`${drawing}. ${follow}.`), 3000);
    const asked = new URLSearchParams({ ...this.wish, sheet, w: this.width, tab: who });
    const signal = this.asking.signal;
    const answer = await fetch(`${walk}/see/${station}?${asked}`, { signal }).catch(() => null);
    if (turn !== this.turn) return;
    if (answer?.status === 200) await this.put(parsed(await answer.text()), turn);
    if (turn !== this.turn) return;
    clearTimeout(this.slow);
    clearTimeout(this.slower);
    if (answer === null || answer.status >= 400) this.tell(offline);
  }

  tell(words) { sign(byId("drawn"), words === offline ? "not" : "going", words); }

  // The old picture stays until the new one can be shown.
  async put(page, turn) {
    const fresh = page.getElementById("sheet");
    const source = fresh.getAttribute("src");
    if (source && source !== byId("sheet").getAttribute("src")) {
      const made = new Image();
      made.src = source;
      await made.decode().catch(() => null);
      if (turn !== this.turn) return;
    }
    const focused = [...this.parts].indexOf(document.activeElement);
    if (!source) fresh.setAttribute("src", byId("sheet").getAttribute("src"));
    morph(byId("sight"), document.importNode(page.getElementById("sight"), true), true);
    this.ready();
    if (focused >= 0) this.parts[Math.min(focused, this.parts.length - 1)]?.focus();
    document.dispatchEvent(new CustomEvent("datawalk:drawn"));
  }

  get parts() { return byId("sight").querySelectorAll(".hot a"); }

  ready() {
    this.parts.forEach((part, i) => { part.setAttribute("tabindex", i ? -1 : 0); });
    this.fit();
    outline(document.activeElement);
  }

  fit() {
    const size = byId("size").value;
    const inches = Number(byId("sight").dataset.inches);
    const figure = byId("sight").querySelector(".sheet");
    const share = { real: 1, five: 0.4 }[size];
    figure.style.width = share && inches ? `${inches * 96 * share}px` : "";
    figure.style.aspectRatio = `${byId("sheet").getAttribute("width")} / ${byId("sheet").getAttribute("height")}`;
    byId("sight").classList.toggle("zoomed", Boolean(share));
  }

  step(event) {
    const parts = [...this.parts];
    const at = parts.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: parts.length - 1 }[event.key];
    if (at < 0 || to === undefined || !parts[to]) return;
    event.preventDefault();
    parts.forEach((part, i) => part.setAttribute("tabindex", i === to ? 0 : -1));
    parts[to].focus();
  }
}

// The field of an address; or the nearest one that there is.
function fieldOf(id) {
  const lang = picture.wish.lang || document.documentElement.lang;
  for (let name = id; name.includes("-"); name = name.slice(0, name.lastIndexOf("-"))) {
    const found = byId(name) ?? byId(`${name}-${lang}`) ?? document.querySelector(`[id^="${CSS.escape(name)}-"]`);
    if (found && !found.matches(".card-of")) return found;
    const card = found ?? byId(name.replace(/^f-/, "b-"));
    if (card) return card.querySelector(`.body :is(${CONTROL})`) ?? card.querySelector("summary");
  }
  return { "f-title": byId("f-question"), "f-question": byId("f-title") }[id] ?? document.querySelector(`#cards ${CONTROL}`);
}

function open(id) {
  const field = fieldOf(id);
  if (!field) return;
  for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

function outline(field) {
  const id = field?.dataset?.field ? field.id : "";
  let best = null;
  for (const part of picture.parts) {
    const to = part.getAttribute("href").split("#")[1];
    part.classList.remove("on", "badspot");
    if (id && (id === to || id.startsWith(`${to}-`)) && (!best || to.length > best[1])) best = [part, to.length];
  }
  if (!best && /^f-(title|question)/.test(id)) best = [[...picture.parts].find((part) => /#f-(title|question)$/.test(part.getAttribute("href")))];
  if (!best?.[0]) return;
  best[0].classList.add("on");
  if (field.getAttribute("aria-invalid") === "true") best[0].classList.add("badspot");
}

async function sendForm(form, button) {
  if (button?.getAttribute("aria-disabled") === "true") return;
  await saver.flush();
  const fields = new URLSearchParams(new FormData(form, button));
  fields.set("who", who);
  fields.set("station", fields.get("station") || "");
  const answer = await post(form.getAttribute("action"), fields).catch(() => null);
  if (!answer?.ok) {
    const why = answer ? parsed(await answer.text()).getElementById("why")?.textContent : "";
    return say(unsaved + (why || offline), true);
  }
  seeTag(answer);
  const at = answer.headers.get("x-datawalk-at");
  if (at && at !== `${walk}/s/${station}` && form.dataset.step) return void location.assign(at);
  const html = await answer.text();
  const values = new Map([...document.querySelectorAll(`#cards ${CONTROL}`)].map((one) => [one.id, stateOf(one)]));
  gone.clear();
  const card = fields.get("do") === "drop" && fields.get("field").split(".").length === 2 ? form.closest(".card-of") : null;
  const near = form.closest("fieldset[id]")?.id;
  if (card) gone.note(card);
  merge(html, true);
  if (form.dataset.step) comeBack(values);
  if (card) gone.offer();
  else if (document.activeElement === document.body) byId(near ?? "h-here")?.focus();
  picture.draw();
}

// Focus goes to what came back.
function comeBack(values) {
  const back = [...document.querySelectorAll(`#cards ${CONTROL}`)].find((one) => values.get(one.id) !== stateOf(one) && (one.type !== "radio" || one.checked));
  if (back) open(back.id);
}

async function news() {
  if (document.hidden || saver.busy || saver.unsaved) return;
  const asked = new URLSearchParams({ station, tag, seen });
  const before = tag;
  const answer = await fetch(`${walk}/news?${asked}`).catch(() => null);
  if (answer?.status !== 200 || saver.busy || saver.unsaved) return;
  seen = answer.headers.get("x-datawalk-seen") ?? seen;
  seeTag(answer);
  merge(await answer.text());
  if (tag !== before) picture.draw();
}

const saver = new Saver();
const picture = new Picture();

editor.addEventListener("input", (event) => {
  if (event.target.matches(CONTROL)) saver.typed(event.target);
});
editor.addEventListener("change", (event) => {
  if (event.target.matches(CONTROL)) saver.flush();
});
editor.addEventListener("focusin", (event) => outline(event.target));
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form.id === "views") return void event.preventDefault();
  if (form.dataset.morph !== undefined || form.dataset.step) {
    event.preventDefault();
    sendForm(form, submitter);
  } else if (form.querySelector(CONTROL)) {
    event.preventDefault();
    saver.flush();
  } else if (saver.unsaved) {
    event.preventDefault();
    saver.flush().then(() => form.requestSubmit(submitter));
  }
});
document.addEventListener("click", (event) => {
  const part = event.target.closest(".hot a, [data-goto]");
  const to = part?.getAttribute("href");
  if (to?.startsWith("#")) {
    event.preventDefault();
    open(part.dataset.goto ?? to.slice(1));
  }
  const sheet = event.target.closest("#sheets a");
  if (sheet) {
    event.preventDefault();
    picture.draw(sheet.dataset.sheet);
  }
});
byId("see").addEventListener("keydown", (event) => picture.step(event));
byId("views").addEventListener("change", () => picture.draw(0));
byId("size").hidden = false;
byId("size").addEventListener("change", () => { picture.fit(); picture.draw(); });
document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !["z", "y"].includes(key)) return;
  if (event.target.matches?.("textarea, input:not([type=radio], [type=checkbox])")) return;
  event.preventDefault();
  const step = key === "y" || event.shiftKey ? "redo" : "undo";
  document.querySelector(`form[data-step=${step}]`).requestSubmit();
});
addEventListener("beforeunload", (event) => {
  if (!saver.unsaved) return;
  if (saver.tries) event.preventDefault(); else saver.flush();
});

picture.ready();
picture.draw();
if (saver.notice) {
  say(left, false, true);
  document.querySelectorAll(`#cards ${CONTROL}`).forEach((field) => {
    const before = saver.pending[fieldKey(field)];
    if (before && field.type === "checkbox") field.checked = before.value === "true";
    else if (before && field.type === "radio") field.checked = before.value === field.value;
    else if (before) field.value = before.value;
  });
  saver.flush();
}
if (/^#[bf]-/.test(location.hash)) {
  const aim = () => open(location.hash.slice(1));
  aim();
  // A browser that scrolls to a card by itself takes the focus away again.
  const again = () => { if (document.activeElement === document.body) aim(); };
  for (const kind of ["DOMContentLoaded", "load"]) addEventListener(kind, () => setTimeout(again));
}
setInterval(news, NEWS);
setTimeout(news, 400);
