// The lower end of a phone: what can be written, sent and chosen.

import { h, icon, popup, refill } from "./dom.js";
import { t } from "./words.js";

const TALLEST = 120;
const SENDS = ["photo", "voice", "location", "contact"];

export function composer(phone) {
  const made = new Composer(phone);
  return made;
}

class Composer {
  constructor(phone) {
    this.phone = phone;
    this.reply = null;
    this.dropped = null;
    this.#line();
    this.quote = h("div", { class: "replying", hidden: true });
    this.keyboard = h("div", { class: "keyboard", role: "group", hidden: true });
    this.instead = h("div", { class: "instead", hidden: true });
    this.node = h("div", { class: "composer" }, this.quote, this.line, this.keyboard, this.instead);
    this.label();
  }

  #line() {
    this.input = h("textarea", { rows: 1, autocomplete: "off" });
    this.input.addEventListener("input", () => this.#grow());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      }
    });
    this.sendButton = h("button", { type: "button", class: "round send" }, icon("send"));
    this.sendButton.addEventListener("click", () => this.#send());
    this.line = h("div", { class: "line" }, this.#menu(), this.input, this.#clip(), this.sendButton);
  }

  #menu() {
    this.menuButton = h("button", { type: "button", class: "menu" }, icon("menu"), h("span", {}));
    this.menu = h("div", { class: "popup commands", hidden: true });
    this.closeMenu = popup(this.menuButton, this.menu);
    return h("div", { class: "holder" }, this.menuButton, this.menu);
  }

  #clip() {
    this.file = h("input", { type: "file", hidden: true, tabindex: "-1" });
    this.file.addEventListener("change", () => this.#upload());
    this.clipButton = h("button", { type: "button", class: "round" }, icon("clip"));
    this.clip = h("div", { class: "popup right", hidden: true });
    this.closeClip = popup(this.clipButton, this.clip);
    return h("div", { class: "holder" }, this.clipButton, this.clip, this.file);
  }

  label() {
    this.input.setAttribute("aria-label", `${t("write")}: ${this.phone.name}`);
    this.input.placeholder = t("write");
    this.sendButton.setAttribute("aria-label", t("send"));
    this.clipButton.setAttribute("aria-label", t("attach"));
    this.menuButton.lastChild.textContent = t("menu");
    this.menuButton.setAttribute("aria-label", t("menu-label"));
    this.keyboard.setAttribute("aria-label", t("keyboard"));
    this.file.setAttribute("aria-label", t("attach-file"));
    this.#clipItems();
  }

  #clipItems() {
    const item = (name, picture, act) =>
      h("button", { type: "button", onclick: () => (this.closeClip(true), act()) }, icon(picture), t(name));
    this.clip.replaceChildren(
      item("attach-file", "file", () => this.file.click()),
      ...SENDS.map((what) => item(`attach-${what}`, what, () => this.phone.acts("sends", { what }))),
      item("attach-forward", "reply", () =>
        this.phone.acts("sends", { what: "forward", text: t("forwarded") }),
      ),
    );
  }

  // Shows what the chat, as it now is, lets the person do.
  show(view, shown) {
    const { standing } = view;
    const open = standing === "member" || (standing === "new" && shown.length > 0);
    this.line.hidden = !open;
    this.#commands(view.commands);
    this.#keys(open ? view.keyboard : []);
    this.#asks(shown.at(-1), open);
    this.#offer(open ? "" : standing);
  }

  #commands(commands) {
    this.menuButton.hidden = commands.length === 0;
    const item = ({ command, description }) =>
      h(
        "button",
        { type: "button", onclick: () => (this.closeMenu(true), this.phone.says(`/${command}`)) },
        h("span", { text: description }),
        h("code", { text: `/${command}` }),
      );
    refill(this.menu, commands, () => commands.map(item));
  }

  #keys(rows) {
    this.keyboard.hidden = rows.length === 0;
    const key = ({ label, style }) =>
      h("button", { type: "button", class: `key ${style}`, text: label, onclick: () => this.phone.says(label) });
    refill(this.keyboard, rows, () => rows.map((row) => h("div", { class: "row" }, row.map(key))));
  }

  // The newest message may ask for an answer to it, or say what to write.
  #asks(last, open) {
    const asked = open && last?.from === "bot" ? last : null;
    this.input.placeholder = asked?.placeholder || t("write");
    this.line.classList.toggle("asking", Boolean(asked?.placeholder));
    const wanted = asked?.force_reply && asked.message_id !== this.dropped ? asked : null;
    if (wanted?.message_id === this.reply && !this.quote.hidden === Boolean(wanted)) return;
    this.reply = wanted?.message_id ?? null;
    this.quote.hidden = !wanted;
    if (wanted) this.#quote(wanted);
  }

  #quote(asked) {
    const drop = h("button", { type: "button", class: "round", "aria-label": t("reply-drop") });
    drop.append(icon("close"));
    drop.addEventListener("click", () => {
      this.dropped = asked.message_id;
      this.reply = null;
      this.quote.hidden = true;
      this.input.focus();
    });
    const words = h("span", {}, h("strong", { text: t("reply") }), h("span", { text: asked.text.slice(0, 90) }));
    this.quote.replaceChildren(icon("reply"), words, drop);
    if (this.phone.node.contains(document.activeElement)) this.input.focus();
  }

  // Where nothing can be written: the way in, or back.
  #offer(standing) {
    if (this.instead.dataset.state === `${standing} ${t("start")}`) return;
    this.instead.dataset.state = `${standing} ${t("start")}`;
    const button = (label, kind, act) =>
      h("button", { type: "button", class: kind, text: label, onclick: act });
    const { phone } = this;
    const offers = {
      new: phone.world.can.invite
        ? [
            button(t("invited"), "strong", () => phone.comesInvited()),
            button(t("plain"), "quiet", () => phone.acts("opens")),
          ]
        : [button(t("start"), "strong", () => phone.acts("opens"))],
      blocked: [button(t("return"), "strong", () => phone.acts("returns"))],
    };
    const held = this.instead.contains(document.activeElement);
    this.instead.replaceChildren(...(offers[standing] ?? []));
    this.instead.hidden = !offers[standing];
    if (held) (offers[standing]?.[0] ?? phone.log).focus();
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
  }

  #send() {
    const text = this.input.value.trim();
    if (!text) return this.input.focus();
    const { reply } = this;
    this.input.value = "";
    this.#grow();
    this.input.focus();
    return this.phone.says(text, reply);
  }

  async #upload() {
    const [file] = this.file.files;
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    form.append("caption", this.input.value.trim());
    this.input.value = "";
    this.file.value = "";
    await this.phone.acts("uploads", form);
  }
}
