// Puts the page together: phones, clock, tour, calls, faults.

import { get, listen, post } from "./api.js";
import { Calls } from "./calls.js";
import { Clock } from "./clock.js";
import { $, h } from "./dom.js";
import { Faults } from "./faults.js";
import { Phone } from "./phone.js";
import { Tabs } from "./tabs.js";
import { Tour } from "./tour.js";
import { localise, settle, speak, speaks, t } from "./words.js";

const ABOUT_A_CHAT = new Set(["message", "edited", "deleted", "tapped", "standing", "chat"]);

class App {
  constructor(page, state) {
    this.bot = page.bot;
    this.can = page.can;
    this.profile = state.profile;
    this.phones = page.phones.map((about) => new Phone(about, this));
    $("#phones").append(...this.phones.map((phone) => phone.node));
    this.tabs = new Tabs(this.phones);
    this.calls = new Calls((id) => this.#of(id)?.name);
    this.faults = new Faults();
    this.clock = new Clock();
    this.tour = new Tour((id) => this.tabs.select(this.#of(id)));
    this.tour.start(page.step, page.can.tour);
    this.#buttons();
    this.#drawers();
  }

  #of(id) {
    return this.phones.find((phone) => phone.id === id);
  }

  // What the phones ask for.

  description() {
    const given = this.profile;
    return given[`description ${speaks()}`] || given["description de"] || given["description "];
  }

  looksAt(phone) {
    this.tabs.seen(phone);
  }

  news(phone, count) {
    this.tabs.news(phone, count);
  }

  // A link into the bot: on which phone shall it open?
  chooses(phone, payload) {
    const choices = this.phones
      .filter((one) => !one.node.classList.contains("shut"))
      .map((one) => [one.name, () => this.#opens(one, payload)]);
    phone.ask(t("as-whom"), [...choices, [t("cancel"), null]]);
  }

  #opens(phone, payload) {
    this.tabs.select(phone);
    phone.acts("opens", { payload });
  }

  // What happens.

  async load() {
    this.profile = (await get("state")).profile;
    await Promise.all([
      ...this.phones.map((phone) => phone.refresh()),
      this.calls.load(),
      this.faults.load(),
      this.clock.load(this.can.next),
    ]);
  }

  hears(event) {
    const phone = this.#of(event.chat_id);
    if (ABOUT_A_CHAT.has(event.kind)) phone?.refresh();
    if (event.kind === "answered") phone?.answered(event);
    if (event.kind === "action") phone?.acting(event);
    if (event.kind === "call") this.#called(event.call);
    if (event.kind === "faults") this.faults.show(event.faults);
    if (event.kind === "clock") this.clock.set(event.now);
    if (event.kind === "reset") this.#anew();
    if (event.kind === "tour") this.#toured();
    if (event.kind === "clock" || event.kind === "call") this.clock.lookSoon();
  }

  // Everybody was forgotten: asking for the page gives them their phones back.
  async #anew() {
    await get("page");
    await this.load();
  }

  async #called(call) {
    this.calls.more();
    if (!call.method.startsWith("setMy") && !call.method.startsWith("deleteMy")) return;
    this.profile = (await get("state")).profile;
    for (const phone of this.phones) phone.refresh();
  }

  // The tour may go on in another window.
  async #toured() {
    if (!this.tour.playing) this.tour.start((await get("page")).step, this.can.tour);
  }

  // The rest of the page.

  #buttons() {
    $("#again").hidden = !this.can.again;
    $("#again").addEventListener("click", () => post("again"));
    $("#language").addEventListener("click", () => {
      speak(speaks() === "de" ? "en" : "de");
      this.redraw();
    });
  }

  #drawers() {
    const openers = [...document.querySelectorAll("[data-drawer]")];
    for (const opener of openers)
      opener.addEventListener("click", () => {
        for (const other of openers) {
          const open = other === opener && other.getAttribute("aria-expanded") === "false";
          other.setAttribute("aria-expanded", String(open));
          $(`#${other.dataset.drawer}`).hidden = !open;
        }
      });
  }

  redraw() {
    const other = speaks() === "de" ? "en" : "de";
    $("#language .wide").textContent = t("other-language");
    $("#language .slim").textContent = other.toUpperCase();
    $("#language").lang = other;
    for (const part of [...this.phones, this.tabs, this.calls, this.faults, this.tour, this.clock])
      part.redraw();
  }
}

async function begin() {
  const [page, state] = await Promise.all([get("page"), get("state")]);
  settle(page);
  localise();
  const app = new App(page, state);
  await app.load();
  app.redraw();
  const told = $("#state");
  listen(state.last_event, {
    heard: (event) => app.hears(event),
    lost: () => (told.textContent = t("lost")),
    back: () => {
      told.textContent = "";
      app.load();
    },
  });
  document.body.dataset.ready = "true";
}

begin().catch((error) => $("#phones").append(h("p", { role: "alert", text: String(error) })));
