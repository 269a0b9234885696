// The text of a walk: the coloured lines under it follow what is typed; links lead to a line.
"use strict";

import { Words } from "./words.js";

const field = document.getElementById("text");
const lines = document.getElementById("lines");

field.addEventListener("input", () => {
  const bad = new Set([...lines.querySelectorAll(".bad")].map((line) => line.textContent));
  lines.replaceChildren(...field.value.split("\n").map((text) => {
    const line = document.createElement("li");
    const inner = document.createElement("span");
    if (text.trimStart().startsWith("#")) inner.className = "c";
    inner.textContent = text || " ";
    if (bad.has(text)) line.className = "bad";
    line.append(inner);
    return line;
  }));
});

function goTo(number) {
  const above = field.value.split("\n").slice(0, number - 1).join("\n");
  const start = above.length + (number > 1 ? 1 : 0);
  const end = field.value.indexOf("\n", start);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end < 0 ? field.value.length : end);
  lines.children[number - 1]?.scrollIntoView({ block: "center" });
}

for (const link of document.querySelectorAll("[data-line]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(Number(link.dataset.line));
  });
}
if (/^#line-\d+$/.test(location.hash)) goTo(Number(location.hash.slice(6)));

let sent = false;
field.form.addEventListener("submit", () => { sent = true; });
addEventListener("beforeunload", (event) => {
  if (!sent && field.value !== field.defaultValue) event.preventDefault();
});

// The words that fit where the cursor stands, on Ctrl+Space; and what the setting there means.
const list = document.getElementById("words");
const means = document.getElementById("means");
const told = document.getElementById("words-said");
const schema = fetch(field.dataset.schema).then((answer) => answer.json()).then((found) => new Words(found)).catch(() => null);
let offered = null;
let marked = 0;

function close() {
  offered = null;
  list.hidden = true;
  list.replaceChildren();
  field.removeAttribute("aria-activedescendant");
}

function mark(number) {
  marked = (number + offered.choices.length) % offered.choices.length;
  [...list.children].forEach((one, i) => one.setAttribute("aria-selected", String(i === marked)));
  list.children[marked].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", list.children[marked].id);
}

function take(number) {
  const { put } = offered.choices[number];
  field.setSelectionRange(offered.start, field.selectionStart);
  close();
  // The only way to type that the browser's own undo knows.
  if (!document.execCommand("insertText", false, put)) {
    field.setRangeText(put, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function row({ word, about }, number) {
  const one = document.createElement("li");
  one.id = `word-${number}`;
  one.className = "word";
  one.setAttribute("role", "option");
  const name = document.createElement("code");
  name.textContent = word;
  const meaning = document.createElement("span");
  meaning.lang = "en";
  meaning.textContent = about;
  one.append(name, meaning);
  one.addEventListener("pointerdown", (event) => { event.preventDefault(); take(number); });
  return one;
}

async function offer() {
  const words = await schema;
  const found = words?.at(field.value, field.selectionStart);
  if (!found?.choices.length) {
    close();
    told.textContent = told.dataset.none;
    return;
  }
  offered = found;
  list.replaceChildren(...found.choices.map(row));
  const under = lines.children[field.value.slice(0, field.selectionStart).split("\n").length - 1];
  list.style.top = `${lines.parentElement.offsetTop + (under?.offsetTop ?? 0) + (under?.offsetHeight ?? 0)}px`;
  list.hidden = false;
  told.textContent = told.dataset.some.replace("{count}", found.choices.length);
  mark(0);
}

async function mean() {
  const words = await schema;
  means.textContent = words?.at(field.value, field.selectionStart).about || means.dataset.usual;
  means.lang = means.textContent === means.dataset.usual ? "" : "en";
}

field.addEventListener("keydown", (event) => {
  if (event.key === " " && event.ctrlKey) {
    event.preventDefault();
    offer();
  } else if (offered && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    mark(marked + (event.key === "ArrowDown" ? 1 : -1));
  } else if (offered && event.key === "Enter") {
    event.preventDefault();
    take(marked);
  } else if (offered && event.key === "Escape") {
    event.preventDefault();
    close();
  } else if (event.key === "Tab") {
    close();
  }
});
field.addEventListener("input", () => { if (offered) offer(); });
field.addEventListener("blur", close);
for (const kind of ["keyup", "click", "focus"]) field.addEventListener(kind, mean);
