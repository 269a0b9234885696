// What forms of settings do beyond plain HTML: everything here can be done without it too.
"use strict";

const pieces = { "X-Datawalk-Pieces": "1" };
const token = () => document.querySelector('meta[name="change-token"]')?.content ?? "";
const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

// The picker of numbers opens under its field, and its list follows what is typed.
async function pick(link) {
  const room = document.getElementById(`${link.id}-pick`);
  if (room.childElementCount) { room.replaceChildren(); link.focus(); return; }
  const answer = await fetch(link.href).catch(() => null);
  if (!answer?.ok) { location.href = link.href; return; }
  const page = parsed(await answer.text());
  room.append(...page.querySelectorAll("[data-search-form], #hits"));
  room.querySelector("[data-search]")?.focus();
}

let waiting = 0;
let turn = 0;
async function search(field) {
  const form = field.form;
  const mine = ++turn;
  const asked = new URLSearchParams(new FormData(form));
  const answer = await fetch(`${form.getAttribute("action")}?${asked}`, { headers: pieces }).catch(() => null);
  if (!answer?.ok || mine !== turn) return;
  const hits = form.parentElement.querySelector("#hits");
  hits.replaceChildren(...parsed(await answer.text()).body.children);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-numbers]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  pick(link);
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-search-form]")) {
    event.preventDefault();
    search(event.target.querySelector("[data-search]"));
  } else if (event.target.matches("[data-upload]")) {
    event.preventDefault();
    upload(event.target);
  }
});

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.matches("[data-search]")) {
    clearTimeout(waiting);
    waiting = setTimeout(() => search(field), 80);
  } else if (field.matches("[data-color]")) {
    const text = document.getElementById(field.dataset.color);
    text.value = field.value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (field.closest("form")?.elements.left) {
    crop(field.form);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const room = event.target.closest('[id$="-pick"]');
  const add = event.target.closest("details.addblock");
  if (room) {
    room.replaceChildren();
    document.getElementById(room.id.slice(0, -5)).focus();
  } else if (add?.open) {
    add.open = false;
    add.querySelector("summary").focus();
  }
});

// What stays in sight of a photo is chosen on it: arrows go where they point.
const SPOTS = {
  top: { ArrowDown: "upper", ArrowLeft: "left", ArrowRight: "right" },
  upper: { ArrowUp: "top", ArrowDown: "center", ArrowLeft: "left", ArrowRight: "right" },
  center: { ArrowUp: "upper", ArrowDown: "bottom", ArrowLeft: "left", ArrowRight: "right" },
  bottom: { ArrowUp: "center", ArrowLeft: "left", ArrowRight: "right" },
  left: { ArrowUp: "top", ArrowDown: "bottom", ArrowRight: "center" },
  right: { ArrowUp: "top", ArrowDown: "bottom", ArrowLeft: "center" },
};
document.addEventListener("keydown", (event) => {
  if (!event.key.startsWith("Arrow") || !event.target.matches(".spots input")) return;
  event.preventDefault();
  const to = SPOTS[event.target.value][event.key];
  if (to) event.target.form.querySelector(`.at-${to} input`).click();
  event.target.form.querySelector(".spots :checked").focus();
});

// Files: said in words while they are on their way. The button comes first; dropping is an extra.
async function upload(form) {
  const said = form.querySelector("[data-said]");
  said.textContent = said.dataset.going;
  const answer = await fetch(form.action, {
    method: "POST", body: new FormData(form), headers: { "X-Datawalk-Token": token() },
  }).catch(() => null);
  if (!answer) {
    said.textContent = said.dataset.lost;
    return;
  }
  if (answer.redirected) {
    return load(answer.url + new URL(form.elements.back?.value ?? "", location.href).hash);
  }
  const page = parsed(await answer.text());
  const main = page.querySelector("main");
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  main.focus();
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    load(link.href);
  });
}

// A page is loaded anew even where only the field differs, and the field is shown.
function load(address) {
  if (new URL(address).pathname === location.pathname) {
    history.replaceState(null, "", address);
    location.reload();
  } else {
    location.href = address;
  }
}

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest?.("[data-upload]");
    if (!form || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", kind === "dragover");
    if (kind === "drop") form.elements.file.files = event.dataTransfer.files;
  });
}

// Cells that were copied in a spreadsheet take the place of a typed table.
document.addEventListener("paste", (event) => {
  if (!event.target.matches?.("[data-cell]")) return;
  const text = event.clipboardData.getData("text");
  if (!text.includes("\t") || !text.trim().includes("\n")) return;
  event.preventDefault();
  const form = event.target.closest("fieldset").querySelector("[data-paste]");
  form.elements.value.value = text;
  form.requestSubmit();
});

// The part of a photo that is shown is drawn over it.
function crop(form) {
  const box = document.querySelector("[data-crop] rect");
  if (!box) return;
  const at = (name) => Math.min(100, Math.max(0, Number(form.elements[name].value)));
  box.setAttribute("x", at("left"));
  box.setAttribute("y", at("top"));
  box.setAttribute("width", Math.max(0, at("right") - at("left")));
  box.setAttribute("height", Math.max(0, at("bottom") - at("top")));
}

// The part can be drawn on the photo; the numbers beside it say the same.
for (const box of document.querySelectorAll("[data-crop]")) {
  const form = document.querySelector("main form");
  let from = null;
  const at = (event) => {
    const room = box.querySelector("img").getBoundingClientRect();
    const share = (x, start, size) => Math.round(Math.min(100, Math.max(0, (100 * (x - start)) / size)));
    return [share(event.clientX, room.left, room.width), share(event.clientY, room.top, room.height)];
  };
  box.classList.add("draws");
  box.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    from = at(event);
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = at(event);
    if (Math.abs(to[0] - from[0]) < 2 || Math.abs(to[1] - from[1]) < 2) return;
    ["left", "top"].forEach((name, i) => {
      form.elements[name].value = Math.min(from[i], to[i]);
      form.elements[["right", "bottom"][i]].value = Math.max(from[i], to[i]);
    });
    crop(form);
  });
  for (const kind of ["pointerup", "pointercancel"]) box.addEventListener(kind, () => { from = null; });
}
