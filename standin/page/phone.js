// One phone: a chat with the bot that looks and works like the app.

import { get, post } from "./api.js";
import { composer } from "./composer.js";
import { arrange, h, icon, popup, refill } from "./dom.js";
import { message } from "./message.js";
import { dayKey, longDate, said, t } from "./words.js";

const NEAR = 80;
const TOAST_MS = 4500;
// What comes so soon after what was said belongs to it.
const FRESH_MS = 1000;
const TYPING_MS = 5000;
const PRESS_MS = 12000;
const DEEP_LINK = /^(?:https?:\/\/(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(\w+)[?&]start=([\w-]+)$/i;

export class Phone {
  constructor(about, world) {
    this.about = about;
    this.world = world;
    this.posts = new Map();
    this.pressed = new Set();
    this.nodes = new Map();
    this.view = null;
    this.on = {
      command: (text) => this.says(text.replace(/@\w+$/, "")),
      payload: (url) => this.#payload(url),
      open: (payload) => world.chooses(this, payload),
    };
    this.#build();
  }

  get id() {
    return this.about.id;
  }

  get name() {
    return said(this.about.name);
  }

  // What it is made of.

  #build() {
    this.log = h("div", { class: "log", role: "log", tabindex: "0" });
    this.atEnd = true;
    this.log.addEventListener("scroll", () => this.#scrolled());
    this.log.addEventListener("load", () => this.#stay(), true);
    new ResizeObserver(() => this.#stay()).observe(this.log);
    this.down = h("button", { type: "button", class: "round down", hidden: true }, icon("down"));
    this.down.addEventListener("click", () => this.#toEnd());
    this.told = h("div", { role: "status" });
    this.hush = h("button", { type: "button", class: "round", hidden: true }, icon("close"));
    this.hush.addEventListener("click", () => this.#hushed());
    this.toasts = h("div", { class: "toasts" }, this.told, this.hush);
    this.sheet = h("div", { class: "sheet", hidden: true });
    this.composer = composer(this);
    const talk = h("div", { class: "talk" }, this.toasts, this.log, this.down);
    this.screen = h("div", { class: "screen" }, this.#bar(), talk, this.composer.node);
    const body = h("div", { class: "body" }, this.screen, this.sheet);
    this.node = h("section", { class: "phone", id: `phone-${this.id}` }, this.#caption(), body);
    this.node.addEventListener("focusin", () => this.world.looksAt(this));
    this.#label();
  }

  #caption() {
    this.title = h("h2", {});
    this.work = h("p", {});
    const names = h("div", {}, this.title, this.work);
    return h("header", { class: `owner ${this.about.kind}` }, icon(this.about.kind), names);
  }

  #bar() {
    this.status = h("span", { class: "status" });
    const names = h("div", { class: "names" }, h("strong", { text: this.world.bot.first_name }));
    names.append(this.status);
    const picture = h("img", { src: "/page/logo.svg", alt: "", width: 36, height: 36 });
    this.moreButton = h("button", { type: "button", class: "round" }, icon("more"));
    this.more = h("div", { class: "popup from-top", hidden: true });
    const close = popup(this.moreButton, this.more);
    this.more.addEventListener("click", () => close(true));
    return h("div", { class: "bar" }, picture, names, this.moreButton, this.more);
  }

  #label() {
    this.title.textContent = this.name;
    this.work.textContent = said(this.about.work);
    this.node.setAttribute("aria-label", t("phone-of", { name: this.name }));
    this.log.setAttribute("aria-label", t("chat", { name: this.name }));
    this.down.setAttribute("aria-label", t("newest"));
    this.hush.setAttribute("aria-label", t("hush"));
    this.moreButton.setAttribute("aria-label", `${t("more")}: ${this.name}`);
  }

  redraw() {
    this.nodes.clear();
    this.log.replaceChildren();
    this.#label();
    this.composer.label();
    if (this.view) this.#show(this.view);
  }

  // What is shown.

  async refresh() {
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    try {
      do {
        this.again = false;
        this.#show(await get(`people/${this.id}`));
      } while (this.again);
    } finally {
      this.asking = false;
    }
  }

  #show(view) {
    const first = !this.view;
    const before = this.posts.size;
    this.view = view;
    const shown = view.messages.filter((one) => !one.deleted);
    this.posts = new Map(shown.map((one) => [one.message_id, one]));
    const back = this.#focused();
    arrange(this.log, shown.length ? this.#lines(shown) : [this.#empty()]);
    back?.();
    this.#standing();
    this.composer.show(view, shown);
    const mine = shown.at(-1)?.from === "person";
    if (mine && shown.length > before) this.atEnd = true;
    if (shown.length > before && Date.now() - this.toldAt > FRESH_MS) this.#hushed();
    this.#stay();
    if (!first && shown.length > before) this.world.news(this, shown.length - before);
  }

  #lines(shown) {
    const lines = [];
    let day = "";
    for (const one of shown) {
      const at = new Date(one.at);
      if (dayKey(at) !== day) {
        day = dayKey(at);
        lines.push(this.#kept(`day ${day}`, "", () => h("p", { class: "date", text: longDate(at) })));
      }
      lines.push(this.#kept(one.message_id, JSON.stringify(one), () => message(one, this)));
    }
    return lines;
  }

  // The node of something already shown, or a new one if it is new or has changed.
  #kept(key, state, make) {
    const known = this.nodes.get(key);
    if (known?.state === state) return known.node;
    const node = make();
    if (this.log.childElementCount) node.classList.add(known ? "changed" : "new");
    this.nodes.set(key, { state, node });
    return node;
  }

  // Remembers which button has the focus, for when its message is replaced.
  #focused() {
    const active = document.activeElement;
    if (!this.log.contains(active) || active === this.log) return null;
    const key = active.dataset.key;
    const id = active.closest(".message")?.dataset.id;
    return () => {
      if (document.contains(active)) return;
      const next =
        this.log.querySelector(`[data-key="${key}"]`) ??
        this.log.querySelector(`.message[data-id="${id}"] .key`) ??
        this.log;
      next.focus({ preventScroll: true });
    };
  }

  #empty() {
    const text = this.world.description() || t("empty-text");
    return h(
      "div",
      { class: "empty" },
      h("img", { src: "/page/logo.svg", alt: "", width: 64, height: 64 }),
      h("h3", { text: t("empty-title") }),
      h("p", { text }),
    );
  }

  #standing() {
    const { standing } = this.view;
    const words = { blocked: t("blocked"), deactivated: t("gone") };
    this.node.classList.toggle("shut", standing in words);
    this.status.textContent = words[standing] ?? t("bot");
    const items = [];
    if (standing === "blocked") items.push([t("return"), () => this.acts("returns")]);
    else if (standing !== "deactivated") {
      if (this.world.can.invite) items.push([t("invited"), () => this.comesInvited()]);
      items.push([t("plain"), () => this.acts("opens")]);
      items.push([t("block"), () => this.acts("blocks"), "danger"]);
    }
    const button = ([label, act, kind = ""]) =>
      h("button", { type: "button", class: kind, text: label, onclick: act });
    refill(this.more, items.map(([label]) => label), () => items.map(button));
  }

  #nearEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.atEnd = true;
  }

  // Who reads the newest message goes on doing so, whatever grows or shrinks.
  #stay() {
    if (this.atEnd) this.#toEnd();
    this.#scrolled();
  }

  #scrolled() {
    this.atEnd = this.#nearEnd();
    this.down.hidden = this.atEnd;
  }

  // What the person does.

  async acts(action, body = {}) {
    try {
      await post(`people/${this.id}/${action}`, body);
    } catch (error) {
      this.toast(t("failed", { reason: error.message }));
    }
  }

  says(text, reply_to) {
    const payload = this.#payload(text.trim());
    if (payload !== null) return this.acts("opens", { payload });
    return this.acts("says", reply_to ? { text, reply_to } : { text });
  }

  async comesInvited() {
    const { payload } = await post(`people/${this.id}/invitation`);
    await this.acts("opens", { payload });
  }

  press(message_id, row, column, key) {
    if (this.pressed.has(key) || this.node.classList.contains("shut")) return null;
    this.#busy(key, true);
    setTimeout(() => this.#busy(key, false), PRESS_MS);
    return this.acts("presses", { message_id, row, column });
  }

  // The bot hears nothing of it. Where the page may not copy, the text can be marked by hand.
  async copies(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast(t("copied"));
    } catch {
      this.toast(t("not-copied", { text }));
    }
  }

  #busy(key, on) {
    this.pressed[on ? "add" : "delete"](key);
    const node = this.log.querySelector(`[data-key="${key}"]`);
    if (on) node?.setAttribute("aria-busy", "true");
    else node?.removeAttribute("aria-busy");
  }

  #payload(text) {
    const found = DEEP_LINK.exec(text);
    return found && found[1].toLowerCase() === this.world.bot.username.toLowerCase() ? found[2] : null;
  }

  // What the bot does without a message.

  answered({ text, alert }) {
    for (const key of [...this.pressed]) this.#busy(key, false);
    if (!text) return;
    if (alert) this.ask(text, [[t("ok"), null]]);
    else this.toast(text);
  }

  acting({ action }) {
    this.status.textContent = action.startsWith("upload") ? t("uploading") : t("typing");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.view && this.#standing(), TYPING_MS);
  }

  toast(text) {
    const node = h("p", { text });
    this.told.replaceChildren(node);
    this.hush.hidden = false;
    this.toldAt = Date.now();
    setTimeout(() => this.told.contains(node) && this.#hushed(), TOAST_MS + 40 * text.length);
  }

  #hushed() {
    const within = document.activeElement === this.hush;
    this.told.replaceChildren();
    this.hush.hidden = true;
    if (within) this.log.focus();
  }

  // Asks something on this phone; `choices` are pairs of a label and what it does.
  ask(text, choices) {
    const within = this.node.contains(document.activeElement);
    const back = document.activeElement;
    const close = (act) => {
      this.sheet.hidden = true;
      this.screen.inert = false;
      if (within && document.contains(back)) back.focus();
      act?.();
    };
    const buttons = choices.map(([label, act]) =>
      h("button", { type: "button", text: label, onclick: () => close(act) }),
    );
    const words = h("p", { id: `sheet-${this.id}`, text });
    const box = h("div", { role: "alertdialog", "aria-labelledby": words.id }, words, buttons);
    box.addEventListener("keydown", (event) => event.key === "Escape" && close(null));
    this.sheet.replaceChildren(box);
    this.sheet.hidden = false;
    this.screen.inert = true;
    if (within) buttons[0].focus();
  }
}
