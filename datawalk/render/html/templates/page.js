"use strict";
(() => {
  const key = "datawalk/" + document.body.dataset.key + "/";
  const fields = [...document.querySelectorAll("[data-asked]")];
  const tellings = [...document.querySelectorAll(".telling")];
  let store = null;
  try {
    localStorage.setItem(key, "");
    localStorage.removeItem(key);
    store = localStorage;
  } catch {
    store = null;
  }
  const filled = (field) => (field.type === "checkbox" ? field.checked : field.value.trim() !== "");
  const keep = (field) => {
    if (!store) return;
    try {
      if (filled(field)) store.setItem(key + field.id, field.type === "checkbox" ? "1" : field.value);
      else store.removeItem(key + field.id);
    } catch {
      store = null;
      tellings.forEach((telling) => tell(telling, telling.dataset.forgets));
    }
  };
  const tell = (telling, words) => {
    telling.querySelector(".told").textContent = words;
  };
  for (const field of fields) {
    const before = store && store.getItem(key + field.id);
    if (before && field.type === "checkbox") field.checked = true;
    else if (before) field.value = before;
    field.addEventListener("input", () => keep(field));
  }
  const cell = (text) => {
    const guarded = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(guarded) ? '"' + guarded.replaceAll('"', '""') + '"' : guarded;
  };
  const rows = () =>
    fields.filter(filled).map((field) => {
      const station = field.closest("[data-station]");
      const telling = field.closest(".telling");
      const said = field.type === "checkbox" ? field.dataset.choice : field.value.trim();
      const told = [station.dataset.station, station.dataset.title, field.dataset.asked, said];
      return [telling.dataset.title, ...told, telling.lang];
    });
  const save = (telling) => {
    const found = rows();
    if (!found.length) return tell(telling, telling.dataset.nothing);
    const heads = ["event", "station", "title", "question", "text", "language"];
    const lines = [heads, ...found].map((row) => row.map(cell).join(","));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }),
    );
    link.download = "answers.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    return tell(telling, telling.dataset.saved);
  };
  const forget = (telling) => {
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
      keep(field);
    }
    tell(telling, telling.dataset.deleted);
  };
  for (const telling of tellings) {
    const buttons = telling.querySelector(".buttons");
    if (!buttons) continue;
    buttons.hidden = false;
    buttons.querySelector(".save").addEventListener("click", () => save(telling));
    buttons.querySelector(".delete").addEventListener("click", () => forget(telling));
    if (!store) tell(telling, telling.dataset.forgets);
  }
  const named = () => {
    const shown = tellings.find((telling) => getComputedStyle(telling).display !== "none");
    document.documentElement.lang = shown.lang;
    document.documentElement.dir = shown.dir || "ltr";
    document.title = shown.dataset.title;
  };
  addEventListener("hashchange", named);
  addEventListener("load", named);
  named();
})();
