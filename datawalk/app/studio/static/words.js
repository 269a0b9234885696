// What may stand where the cursor is in the text of a walk, and what it means: read off the schema.
"use strict";

const LINE = /^(\s*)((?:-\s+|-$)*)(?:(["']?)([\w-]+)\3\s*:(?=\s|$))?(.*)$/;

// A line by its parts: where its dash stands (or -1), where what follows begins, its key and value.
function parts(line) {
  const [, lead, dashes, , key, rest] = LINE.exec(line);
  const value = rest.replace(/\s#.*$/, "").trim().replace(/^(["'])(.*)\1$/, "$2");
  return { dash: dashes ? lead.length : -1, at: lead.length + dashes.length, key, value };
}

const empty = (line) => /^\s*(#.*)?$/.test(line);

// The mapping that a line is in: what is written in it, and the line above which its parent stands.
function mapping(lines, number, at) {
  const written = new Map();
  let first = number;
  const keep = (one) => { if (one.key && one.at === at) written.set(one.key, one.value); };
  for (let i = number; i >= 0; i--) {
    if (i !== number && empty(lines[i])) continue;
    const one = parts(lines[i]);
    if (i !== number && one.at < at) break;
    first = i;
    if (i !== number) keep(one);
    if (one.at === at && one.dash >= 0) return { written: below(written), first, least: one.dash + 1 };
  }
  return { written: below(written), first, least: at };

  function below(found) {
    for (let i = number + 1; i < lines.length; i++) {
      if (empty(lines[i])) continue;
      const one = parts(lines[i]);
      if (one.at < at || (one.dash >= 0 && one.dash < at)) break;
      keep(one);
    }
    return found;
  }
}

// The mappings around a line from the outermost in: the key under which each stands, and its keys.
function around(lines, number, at) {
  const found = [];
  let inner = mapping(lines, number, at);
  for (;;) {
    const { first, least } = inner;
    let parent = first - 1;
    while (parent >= 0) {
      const one = empty(lines[parent]) ? null : parts(lines[parent]);
      if (one?.key && one.at < least && !one.value) break;
      parent--;
    }
    if (parent < 0) return [{ key: "", written: inner.written }, ...found];
    const one = parts(lines[parent]);
    found.unshift({ key: one.key, written: inner.written });
    const outer = mapping(lines, parent, one.at);
    outer.written.set(one.key, one.value);
    inner = outer;
  }
}

export class Words {
  constructor(schema) { this.schema = schema; }

  // Every shape that a part of the schema allows, those of the entries of a list among them.
  shapes(part) {
    if (!part) return [];
    if (part.$ref) return this.shapes({ ...this.schema.$defs[part.$ref.split("/").pop()], description: part.description });
    const inner = [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.items ? [part.items] : [])];
    return inner.length ? inner.flatMap((one) => this.shapes(one)) : [part];
  }

  // The mappings that fit what is written: those of another kind or medium are left out.
  fitting(shapes, written) {
    const fits = (shape) => ["kind", "medium"].every((name) => {
      const only = shape.properties?.[name]?.const;
      return !only || !written.get(name) || written.get(name) === only;
    });
    return shapes.filter((shape) => (shape.properties || shape.additionalProperties) && fits(shape));
  }

  inside(shapes, key) {
    return shapes.map((one) => one.properties?.[key] ?? one.additionalProperties).filter((one) => typeof one === "object");
  }

  // What may be written at a place of the text: words to choose from with what they mean, where the
  // word begins that they take the place of, and the meaning of the setting that stands there.
  at(text, caret) {
    const before = text.slice(0, caret).split("\n");
    const lines = text.split("\n");
    const number = before.length - 1;
    const typed = before[number];
    if (/(^|\s)#/.test(typed) || /^\w/.test(text.slice(caret))) return { choices: [], about: "", start: caret };
    const here = parts(typed);
    const whole = parts(lines[number]);
    const at = empty(typed) ? typed.length : here.at;
    let shapes = [this.schema];
    for (const level of around(lines, number, at)) {
      if (level.key) shapes = this.inside(shapes, level.key).flatMap((one) => this.shapes(one));
      shapes = this.fitting(shapes, level.written);
      this.written = level.written;
    }
    const about = whole.key ? (this.inside(shapes, whole.key).find((one) => one.description)?.description ?? "") : "";
    if (here.key) return { ...this.values(shapes, here.key, typed, caret), about };
    return { ...this.keys(shapes, typed.slice(here.at), caret), about };
  }

  values(shapes, key, typed, caret) {
    const said = /[:\s\[,]["']?([\w./-]*)$/.exec(typed)?.[1] ?? "";
    const found = new Map();
    for (const part of this.inside(shapes, key)) {
      for (const one of this.shapes(part)) {
        const all = one.enum ?? (one.const !== undefined ? [one.const] : one.type === "boolean" ? [true, false] : []);
        for (const word of all) found.set(String(word), "");
      }
    }
    return this.offered(found, said, caret, "");
  }

  keys(shapes, said, caret) {
    const sorts = ["kind", "medium"].filter((name) => shapes.filter((one) => one.properties?.[name]?.const).length > 1);
    const found = new Map();
    for (const shape of shapes) {
      for (const [name, part] of Object.entries(shape.properties ?? {})) {
        const open = !sorts.length || sorts.includes(name) || !shape.properties[sorts[0]];
        if (open && !this.written.has(name)) found.set(name, part.description ?? found.get(name) ?? "");
      }
    }
    return this.offered(found, said.trimStart(), caret, ": ");
  }

  offered(found, said, caret, after) {
    const choices = [...found].filter(([word]) => word.startsWith(said) && word !== said);
    return { choices: choices.map(([word, about]) => ({ word, about, put: word + after })), start: caret - said.length };
  }
}
