// The list of the bot's calls, newest first.

import { get } from "./api.js";
import { $, h } from "./dom.js";
import { exactTime, t, tookMs } from "./words.js";

const MOST = 250;

export class Calls {
  constructor(nameOf) {
    this.nameOf = nameOf;
    this.list = $("#calls ol");
    this.kept = [];
    this.total = 0;
  }

  load() {
    this.kept = [];
    this.total = 0;
    this.list.replaceChildren();
    return this.more();
  }

  // Fetches what is not known yet; called again meanwhile, it looks once more.
  async more() {
    this.wanted = true;
    if (this.asking) return;
    this.asking = true;
    try {
      while (this.wanted) {
        this.wanted = false;
        const { calls } = await get(`calls?since=${this.total}`);
        calls.forEach((call) => this.#add(call));
      }
    } finally {
      this.asking = false;
    }
    this.#count();
  }

  #add(call) {
    this.total += 1;
    this.kept.push(call);
    if (this.kept.length > MOST) {
      this.kept.shift();
      this.list.lastElementChild.remove();
    }
    this.list.prepend(this.#row(call));
  }

  redraw() {
    this.list.replaceChildren(...this.kept.map((call) => this.#row(call)).reverse());
  }

  #count() {
    $("#calls-count").textContent = this.total;
    $("#calls .nothing").hidden = this.total > 0;
  }

  #row(call) {
    const fine = call.status === 200;
    const summary = h(
      "summary",
      {},
      h("time", { text: exactTime(new Date(call.at)) }),
      h("code", { text: call.method }),
      h("span", { class: "whom", text: this.nameOf(Number(call.parameters.chat_id)) ?? "" }),
      h("span", { class: "what", text: excerpt(call) }),
      h("span", { class: fine ? "fine" : "bad", text: outcome(call) }),
      h("span", { class: "took", text: tookMs(call.took) }),
    );
    const details = h("details", {}, summary);
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(...facts(call));
    });
    return h("li", {}, details);
  }
}

// The beginning of what was said, without its marks.
function excerpt({ parameters, files }) {
  const said = parameters.text ?? parameters.caption ?? parameters.action ?? "";
  const plain = said.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
  const unescaped = plain.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  return [...files, unescaped.slice(0, 140)].filter(Boolean).join(" · ");
}

function outcome(call) {
  if (call.fault) return call.status ? `${call.status} · ${call.fault}` : call.fault;
  return call.status === 200 ? "200" : `${call.status} ${call.description}`;
}

function facts(call) {
  const sent = Object.fromEntries(Object.entries(call.parameters).map(([k, v]) => [k, parsed(v)]));
  if (call.files.length) sent.files = call.files;
  const answer = call.result ?? call.description;
  return [
    h("h4", { text: t("call-sent") }),
    h("pre", { tabindex: "0", text: JSON.stringify(sent, null, 2) }),
    h("h4", { text: t("call-answered") }),
    h("pre", { tabindex: "0", text: JSON.stringify(answer, null, 2) }),
  ];
}

function parsed(text) {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
