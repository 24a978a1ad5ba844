// The guided tour: each step is played by the server and told here.

import { post } from "./api.js";
import { $ } from "./dom.js";
import { said, t } from "./words.js";

export class Tour {
  constructor(looksAt) {
    this.looksAt = looksAt;
    this.step = null;
    this.over = false;
    this.possible = false;
    this.playing = false;
    $("#tour").addEventListener("click", () => this.#next());
    $("#step-next").addEventListener("click", () => this.#next());
    $("#step-stop").addEventListener("click", () => this.stop());
  }

  start(step, possible) {
    // At its end the tour stays on the page until it is closed there.
    if (step || !this.over) this.step = step;
    if (step) this.over = false;
    this.possible = possible;
    this.redraw();
  }

  async #next() {
    if (this.playing) return;
    this.#plays(true);
    try {
      const { step } = await post("tour/next");
      this.over = step === null;
      this.step = step ?? this.step;
    } catch (error) {
      $("#step-text").textContent = t("failed", { reason: error.message });
      return;
    } finally {
      this.#plays(false);
    }
    this.redraw();
    if (!this.over && this.step?.person_id) this.looksAt(this.step.person_id);
    (this.over ? $("#step-stop") : $("#step-next")).focus();
  }

  async stop() {
    await post("tour/stop");
    this.step = null;
    this.over = false;
    this.redraw();
    $("#tour").focus();
  }

  #plays(on) {
    this.playing = on;
    for (const id of ["#tour", "#step-next"]) $(id).setAttribute("aria-busy", String(on));
  }

  redraw() {
    const { step, over } = this;
    $("#guide").hidden = !step;
    $("#tour").hidden = !this.possible || Boolean(step);
    document.body.classList.toggle("touring", Boolean(step));
    if (!step) return;
    const { number, total } = step;
    $("#step-count").textContent = t("step-count", { number, total });
    $("#step-title").textContent = over ? t("step-over") : said(step.title);
    $("#step-text").textContent = over ? t("step-over-text") : said(step.text);
    $("#step-bar").max = total;
    $("#step-bar").value = number;
    $("#step-next").hidden = over;
  }
}
