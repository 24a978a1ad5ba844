// Turns a text and its entities (offsets in UTF-16 units, as in JavaScript) into nodes.

import { h } from "./dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

// `on` says what a press on a command or a link of the bot does.
export function render(text, entities, on) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, on);
}

function between(text, from, to, entities, on) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    const inside = others.filter((other) => other.offset < end);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const content = between(text, entity.offset, end, inside, on);
    nodes.push(wrap(entity, text.slice(entity.offset, end), content, on));
    at = end;
    rest = others.filter((other) => other.offset >= end);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, text, content, on) {
  switch (entity.type) {
    case "bot_command":
      return h("button", { type: "button", class: "link", onclick: () => on.command(text) }, content);
    case "text_link":
      return link(entity.url, content, on);
    case "url":
      return link(/^\w+:/.test(text) ? text : `https://${text}`, content, on);
    case "email":
      return h("a", { href: `mailto:${text}` }, content);
    case "phone_number":
      return h("a", { href: `tel:${text.replace(/[^+\d]/g, "")}` }, content);
    case "spoiler":
      return spoiler(content);
  }
  const tag = TAGS[entity.type];
  return tag ? h(tag, {}, content) : h("span", {}, content);
}

export function link(url, content, on) {
  const payload = on.payload(url);
  if (payload !== null)
    return h("button", { type: "button", class: "link", onclick: () => on.open(payload) }, content);
  if (!/^(https?|mailto|tel):/i.test(url)) return h("span", {}, content);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, content);
}

function spoiler(content) {
  const node = h("button", { type: "button", class: "spoiler", "aria-expanded": "false" }, content);
  node.addEventListener("click", () => {
    node.classList.add("shown");
    node.setAttribute("aria-expanded", "true");
  });
  return node;
}
