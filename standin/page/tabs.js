// One phone at a time where there is no room for all of them.

import { $, arrange, h, icon } from "./dom.js";
import { t } from "./words.js";

const NARROW = matchMedia("(max-width: 47.4375em)");

export class Tabs {
  constructor(phones) {
    this.phones = phones;
    this.current = phones[0];
    this.unread = new Map(phones.map((phone) => [phone, 0]));
    this.tabs = new Map(phones.map((phone) => [phone, this.#tab(phone)]));
    arrange($("#tabs"), [...this.tabs.values()].map(({ node }) => node));
    $("#tabs").addEventListener("keydown", (event) => this.#key(event));
    NARROW.addEventListener("change", () => this.redraw());
    this.redraw();
  }

  #tab(phone) {
    const name = h("span", { class: "name" });
    const count = h("span", { class: "badge", hidden: true });
    const node = h(
      "button",
      { type: "button", role: "tab", id: `tab-${phone.id}`, "aria-controls": phone.node.id },
      icon(phone.about.kind),
      name,
      count,
    );
    node.addEventListener("click", () => this.select(phone));
    return { node, name, count };
  }

  #key(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    const all = this.phones.length;
    if (!(event.key in steps)) return;
    event.preventDefault();
    const at = this.phones.indexOf(this.current) + steps[event.key] + all;
    this.select(this.phones[at % all]);
    this.tabs.get(this.current).node.focus();
  }

  select(phone) {
    if (!phone) return;
    this.current = phone;
    this.unread.set(phone, 0);
    this.redraw();
    if (!NARROW.matches) phone.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    phone.node.classList.remove("pointed");
    requestAnimationFrame(() => phone.node.classList.add("pointed"));
  }

  seen(phone) {
    this.current = phone;
    this.unread.set(phone, 0);
    this.redraw();
  }

  news(phone, count) {
    if (phone === this.current) return;
    this.unread.set(phone, this.unread.get(phone) + count);
    this.redraw();
  }

  redraw() {
    const narrow = NARROW.matches;
    for (const [phone, { node, name, count }] of this.tabs) {
      const chosen = phone === this.current;
      const unread = this.unread.get(phone);
      name.textContent = phone.name;
      count.hidden = unread === 0;
      count.textContent = t("unread", { n: unread });
      node.setAttribute("aria-selected", String(chosen));
      node.tabIndex = chosen ? 0 : -1;
      phone.node.hidden = narrow && !chosen;
      if (narrow) phone.node.setAttribute("role", "tabpanel");
      else phone.node.removeAttribute("role");
    }
  }
}
