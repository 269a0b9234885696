// Stations and parts can be dragged to another place: an extra beside the buttons that move them.
"use strict";

const LISTS = "#list > ol, #cards ol.blocks";
let held = null;

// What is dropped is moved by the form of a button that moves it one place, told how far.
function formOf(item) {
  return item.querySelector(":scope > .mv form") ?? item.parentElement.querySelector(".here .mv form");
}

function ready() {
  for (const list of document.querySelectorAll(LISTS)) {
    for (const item of list.children) item.draggable = Boolean(formOf(item));
  }
}

function itemAt(event) {
  const list = event.target.closest?.(LISTS);
  return list ? [...list.children].find((one) => one.contains(event.target)) : null;
}

document.addEventListener("pointerdown", (event) => {
  ready();
  // Words in a field are selected, not dragged.
  const field = event.target.closest?.("input, textarea, select, .body");
  const item = field?.closest("[draggable=true]");
  if (item) item.draggable = false;
});

document.addEventListener("dragstart", (event) => {
  const item = itemAt(event);
  if (!item || !formOf(item)) return;
  held = item;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  item.classList.add("held");
});

document.addEventListener("dragover", (event) => {
  const item = itemAt(event);
  if (!held || !item || item.parentElement !== held.parentElement) return;
  event.preventDefault();
  for (const one of item.parentElement.children) one.classList.toggle("aim", one === item && one !== held);
});

document.addEventListener("drop", (event) => {
  const item = itemAt(event);
  if (!held || !item || item === held || item.parentElement !== held.parentElement) return;
  event.preventDefault();
  const all = [...item.parentElement.children];
  const asked = formOf(held).cloneNode(true);
  asked.hidden = true;
  asked.querySelectorAll("[name=to], button").forEach((one) => one.remove());
  asked.elements.index.value = all.indexOf(held);
  const to = document.createElement("input");
  Object.assign(to, { type: "hidden", name: "to", value: all.indexOf(item) });
  asked.append(to);
  held.append(asked);
  asked.requestSubmit();
  asked.remove();
});

document.addEventListener("dragend", () => {
  held?.classList.remove("held");
  document.querySelectorAll(".aim").forEach((one) => one.classList.remove("aim"));
  held = null;
});
