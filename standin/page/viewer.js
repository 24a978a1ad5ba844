// Shows a calendar entry or a text file in a dialog.

import { $, h } from "./dom.js";
import { clockTime, longDate, t } from "./words.js";

const dialog = $("#viewer");
$("#viewer-close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

export async function look(file) {
  const text = await (await fetch(file.url)).text();
  const content = file.name.endsWith(".ics") ? calendar(text) : [raw(text)];
  $("#viewer-title").textContent = file.name;
  $("#viewer-content").replaceChildren(...content);
  dialog.showModal();
}

const raw = (text) => h("pre", { tabindex: "0", text });

function calendar(text) {
  const entries = text.replace(/\r?\n[ \t]/g, "").split(/BEGIN:VEVENT/).slice(1).map(entry);
  const whole = h("details", {}, h("summary", { text: t("ics-raw") }), raw(text));
  return [...entries, whole];
}

function entry(text) {
  const fields = new Map();
  for (const line of text.split(/END:VEVENT/)[0].split(/\r?\n/)) {
    const found = /^([A-Z-]+)([^:]*):(.*)$/.exec(line);
    if (found && !fields.has(found[1])) fields.set(found[1], found[3]);
  }
  const plain = (name) =>
    (fields.get(name) ?? "").replace(/\\n/gi, "\n").replace(/\\([,;\\])/g, "$1");
  const facts = [
    ["ics-when", span(fields.get("DTSTART"), fields.get("DTEND"))],
    ["ics-where", plain("LOCATION")],
    ["ics-what", plain("DESCRIPTION")],
  ].filter(([, value]) => value);
  const list = facts.map(([name, value]) => [h("dt", { text: t(name) }), h("dd", { text: value })]);
  return h("article", { class: "entry" }, h("h3", { text: plain("SUMMARY") }), h("dl", {}, list));
}

function span(from, to) {
  const [begin, end] = [moment(from), moment(to)];
  if (!begin) return from ?? "";
  const until = end ? ` ${t("ics-to")} ${clock(end)}` : "";
  return `${day(begin)}, ${clock(begin)}${until}`;
}

// A time with Z is a moment; one without is what the clock on the wall shows there.
function moment(text) {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(text ?? "");
  if (!found) return null;
  const [year, month, date, hour, minute] = found.slice(1, 6).map(Number);
  return { at: new Date(Date.UTC(year, month - 1, date, hour, minute)), wall: !found[7] };
}

const day = ({ at, wall }) => longDate(at, wall);
const clock = ({ at, wall }) => clockTime(at, wall);
