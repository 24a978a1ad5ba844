// One message of a chat: bubble, file, buttons.

import { h, icon } from "./dom.js";
import { link, render } from "./entities.js";
import { look } from "./viewer.js";
import { clockTime, size, t } from "./words.js";

// As in the app, nobody sees the secret behind a deep link.
const DEEP_START = /^(\/start) [\w-]+$/;

// `phone` gives the name of its owner, the messages it knows, and what a press does.
export function message(post, phone) {
  const mine = post.from === "person";
  const bubble = h("div", { class: "bubble" });
  bubble.append(h("span", { class: "unseen", text: `${post.name}: ` }));
  if (post.reply_to) bubble.append(quote(post.reply_to, phone));
  bubble.append(...attachments(post));
  const text = mine ? post.text.replace(DEEP_START, "$1") : post.text;
  if (text) bubble.append(h("div", { class: "text" }, render(text, post.entities, phone.on)));
  bubble.append(stamp(post));
  const node = h("div", { class: `message ${mine ? "mine" : "theirs"}`, data: { id: post.message_id } });
  node.append(bubble);
  if (post.buttons.length) node.append(keys(post, phone));
  return node;
}

function stamp(post) {
  const at = new Date(post.at);
  const edited = post.edited ? h("span", { text: `${t("edited")} ` }) : null;
  return h("p", { class: "stamp" }, edited, h("time", { datetime: post.at, text: clockTime(at) }));
}

function quote(id, phone) {
  const post = phone.posts.get(id);
  return h(
    "div",
    { class: "quote" },
    h("strong", { text: post?.name ?? "" }),
    h("span", { text: (post?.text ?? "").slice(0, 120) }),
  );
}

function attachments(post) {
  if (post.photo) {
    const image = h("img", { src: `${post.photo.url}?inline=1`, alt: post.text || t("photo") });
    return [h("a", { class: "photo", href: `${post.photo.url}?inline=1`, target: "_blank" }, image)];
  }
  if (post.document) return [document_(post.document)];
  return post.marks.map((mark) => h("p", { class: "mark" }, icon(mark), h("span", { text: t(mark) })));
}

function document_(file) {
  const name = h("strong", { text: file.name });
  const facts = h("small", { text: `${ending(file.name)} · ${size(file.size)}` });
  const actions = h(
    "span",
    { class: "actions" },
    opener(file),
    h("a", {
      href: file.url,
      download: file.name,
      text: t("save"),
      "aria-label": `${t("save")}: ${file.name}`,
    }),
  );
  const picture = file.name.endsWith(".ics") ? "calendar" : "file";
  return h(
    "div",
    { class: "document" },
    h("span", { class: "disc" }, icon(picture)),
    h("span", { class: "facts" }, name, facts),
    actions,
  );
}

const ending = (name) => name.split(".").pop().toUpperCase();

function opener(file) {
  const label = `${t("open")}: ${file.name}`;
  if (/\.(pdf|png|jpe?g)$/i.test(file.name))
    return h("a", {
      href: `${file.url}?inline=1`,
      target: "_blank",
      text: t("open"),
      "aria-label": label,
    });
  if (/\.(ics|txt|csv|json|html?)$/i.test(file.name))
    return h("button", {
      type: "button",
      class: "link",
      text: t("open"),
      "aria-label": label,
      onclick: () => look(file),
    });
  return null;
}

function keys(post, phone) {
  const rows = post.buttons.map((row, y) =>
    h("div", { class: "row" }, row.map((button, x) => key(post, button, [y, x], phone))),
  );
  return h("div", { class: "keys", role: "group", "aria-label": t("keys") }, rows);
}

function key(post, button, [y, x], phone) {
  const data = { key: `${post.message_id} ${y} ${x}` };
  if (button.kind === "url") {
    const node = link(button.url, [button.label, icon("link")], phone.on);
    node.className = `key ${button.style}`;
    Object.assign(node.dataset, data);
    return node;
  }
  if (button.kind === "copy") {
    const copies = () => phone.copies(button.copy);
    const node = h("button", { type: "button", class: `key ${button.style}`, data, onclick: copies });
    node.append(h("span", { text: button.label }), icon("copy"));
    return node;
  }
  const press = () => phone.press(post.message_id, y, x, data.key);
  const node = h("button", { type: "button", class: `key ${button.style}`, data, onclick: press });
  node.append(h("span", { text: button.label }));
  if (phone.pressed.has(data.key)) node.setAttribute("aria-busy", "true");
  return node;
}
