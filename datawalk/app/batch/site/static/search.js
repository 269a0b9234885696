"use strict";
// Names are matched without accents and in any order of words; the list of states serves without it.
(async () => {
  const box = document.getElementById("search");
  const field = document.getElementById("name");
  const said = document.getElementById("found");
  const hits = document.getElementById("hits");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let places;
  try {
    places = (await (await fetch("places.json")).json()).map(([code, name, state]) => ({
      code, shown: `${name}, ${state}`, text: plain(`${name} ${state} ${code}`),
    }));
  } catch {
    return;
  }
  box.hidden = false;
  field.addEventListener("input", () => {
    const words = plain(field.value).split(/[\s,]+/).filter(Boolean);
    const fit = words.length ? places.filter((p) => words.every((w) => p.text.includes(w))) : [];
    fit.sort((a, b) => b.text.startsWith(words[0]) - a.text.startsWith(words[0]));
    hits.replaceChildren(...fit.slice(0, 20).map((place) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${place.code}/index.html`;
      link.textContent = place.shown;
      row.append(link);
      return row;
    }));
    said.textContent = !words.length ? "" : fit.length > 20 ? `${fit.length} places; the first 20:`
      : fit.length === 1 ? "1 place" : `${fit.length} places`;
  });
})();
