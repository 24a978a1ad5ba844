// Switches for what can go wrong between the bot and Telegram.

import { get, post, remove } from "./api.js";
import { $, h } from "./dom.js";
import { t } from "./words.js";

const FAULTS = {
  storm: { kind: "code", code: 429, retry_after: 3, times: 5 },
  server: { kind: "code", code: 502, times: 3 },
  before: { kind: "reset", times: 3 },
  after: { kind: "reset", after: true, times: 1 },
  hang: { kind: "hang", times: 1 },
  forbidden: {
    kind: "code",
    code: 403,
    times: 1,
    description: "Forbidden: bot was blocked by the user",
  },
};

export class Faults {
  constructor() {
    this.active = [];
    this.switches = new Map();
    $("#faults .switches").append(...Object.keys(FAULTS).map((name) => this.#switch(name)));
    this.redraw();
  }

  async load() {
    this.show((await get("faults")).faults);
  }

  show(faults) {
    this.active = faults;
    let all = 0;
    for (const [name, parts] of this.switches) {
      const left = this.#of(name).reduce((sum, fault) => sum + fault.times, 0);
      all += left;
      parts.button.setAttribute("aria-checked", String(left > 0));
      parts.state.textContent = left ? t("fault-left", { n: left }) : t("fault-off");
    }
    $("#faults-count").hidden = all === 0;
    $("#faults-count").textContent = all;
  }

  redraw() {
    for (const [name, parts] of this.switches) {
      parts.title.textContent = t(`fault-${name}`);
      parts.text.textContent = t(`fault-${name}-text`);
    }
    this.show(this.active);
  }

  #of(name) {
    const { kind, code = 500, after = false } = FAULTS[name];
    const same = (one) => one.kind === kind && one.after === after;
    return this.active.filter((one) => same(one) && (kind !== "code" || one.code === code));
  }

  #switch(name) {
    const title = h("strong", { id: `fault-${name}` });
    const text = h("span", { class: "text", id: `fault-${name}-text` });
    const state = h("small", {});
    const button = h(
      "button",
      {
        type: "button",
        role: "switch",
        "aria-checked": "false",
        "aria-labelledby": title.id,
        "aria-describedby": text.id,
        onclick: () => this.#turn(name),
      },
      h("span", { class: "track" }),
      h("span", { class: "words" }, title, text, state),
    );
    this.switches.set(name, { button, title, text, state });
    return button;
  }

  async #turn(name) {
    const active = this.#of(name);
    if (active.length) await Promise.all(active.map((one) => remove(`faults/${one.number}`)));
    else await post("faults", { method: "send*", ...FAULTS[name] });
  }
}
