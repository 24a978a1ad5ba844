// The page's clock: runs on, and can be put forward.

import { get, post } from "./api.js";
import { $ } from "./dom.js";
import { clockTime, shortDate, t } from "./words.js";

const HOUR = 3600;

export class Clock {
  constructor() {
    this.ahead = 0;
    this.due = null;
    this.knows = false;
    $("#hour").addEventListener("click", () => post("clock", { seconds: HOUR }));
    $("#day").addEventListener("click", () => post("clock", { seconds: 24 * HOUR }));
    $("#next").addEventListener("click", () => this.#toNext());
    setInterval(() => this.#tick(), 1000);
  }

  async load(knows) {
    this.knows = knows;
    this.set((await get("clock")).now);
    await this.look();
  }

  set(now) {
    this.ahead = new Date(now) - Date.now();
    this.#tick();
    const face = $(".clock .face");
    face.classList.remove("moved");
    requestAnimationFrame(() => face.classList.add("moved"));
  }

  // Asks when the next reminder is due.
  async look() {
    if (!this.knows) return;
    const { at } = await get("next");
    this.due = at && new Date(at);
    this.redraw();
  }

  // Soon, but not after each of many events.
  lookSoon() {
    this.waiting ??= setTimeout(() => {
      this.waiting = null;
      this.look();
    }, 600);
  }

  async #toNext() {
    await this.look();
    if (this.due) await post("clock", { to: this.due.toISOString() });
  }

  redraw() {
    $("#next").disabled = !this.due;
    const when = this.due && `${shortDate(this.due)}, ${clockTime(this.due)}`;
    $("#next-at").textContent = this.knows ? (when ?? t("next-none")) : "";
    this.#tick();
  }

  #tick() {
    const now = new Date(Date.now() + this.ahead);
    $("#now").dateTime = now.toISOString();
    $("#now-date").textContent = shortDate(now);
    $("#now-time").textContent = clockTime(now);
  }
}
