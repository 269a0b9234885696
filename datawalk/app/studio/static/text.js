// The text of a walk: the coloured lines under it follow what is typed; links lead to a line.
"use strict";

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

for (const link of document.querySelectorAll("[data-line]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const number = Number(link.dataset.line);
    const above = field.value.split("\n").slice(0, number - 1).join("\n");
    const start = above.length + (number > 1 ? 1 : 0);
    const end = field.value.indexOf("\n", start);
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end < 0 ? field.value.length : end);
    lines.children[number - 1]?.scrollIntoView({ block: "center" });
  });
}

let sent = false;
field.form.addEventListener("submit", () => { sent = true; });
addEventListener("beforeunload", (event) => {
  if (!sent && field.value !== field.defaultValue) event.preventDefault();
});
