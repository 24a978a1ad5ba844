// What the page says, in German and English.

const WORDS = {
  de: {
    skip: "Zu den Telefonen",
    demo: "Vorführung",
    clock: "Uhr der Vorführung",
    hour: "1 Stunde",
    day: "1 Tag",
    next: "bis zur nächsten Erinnerung",
    "next-none": "keine geplant",
    tour: "Geführter Rundgang",
    "tour-short": "Rundgang",
    again: "Von vorn",
    progress: "Fortschritt",
    "step-count": "Schritt {number} von {total}",
    "step-next": "Weiter",
    "step-stop": "Beenden",
    "step-over": "Der Rundgang ist zu Ende",
    "step-over-text": "Probieren Sie jetzt selbst: Drücken, schreiben, die Uhr vorstellen.",
    phones: "Telefone",
    "phone-of": "Telefon: {name}",
    calls: "Aufrufe der Bot-API",
    "calls-none": "Noch kein Aufruf.",
    "call-sent": "Gesendet",
    "call-answered": "Antwort",
    faults: "Störungen",
    "faults-lead":
      "Was passiert, wenn etwas schiefgeht? Schalten Sie eine Störung ein und lassen Sie den Bot weiterarbeiten.",
    "fault-left": "trifft noch {n}",
    "fault-off": "aus",
    "fault-storm": "Zu viele Anfragen",
    "fault-storm-text": "Die nächsten 5 Nachrichten bekommen 429 mit 3 Sekunden Wartezeit.",
    "fault-before": "Verbindung reißt vorher",
    "fault-before-text": "Die nächsten 3 Nachrichten kommen bei Telegram nicht an.",
    "fault-after": "Verbindung reißt nachher",
    "fault-after-text": "Telegram nimmt die nächste Nachricht an, aber die Antwort geht verloren.",
    "fault-hang": "Keine Antwort",
    "fault-hang-text": "Telegram antwortet auf die nächste Nachricht nicht.",
    "fault-forbidden": "Bot blockiert",
    "fault-forbidden-text": "Telegram lehnt die nächste Nachricht mit 403 ab.",
    "fault-server": "Telegram gestört",
    "fault-server-text": "Die nächsten 3 Nachrichten bekommen 502.",
    bot: "Bot",
    chat: "Chat von {name}",
    typing: "schreibt …",
    "uploading": "sendet eine Datei …",
    blocked: "blockiert",
    gone: "Konto gelöscht",
    edited: "bearbeitet",
    more: "Mehr",
    block: "Bot blockieren",
    return: "Blockierung aufheben",
    plain: "Ohne Einladung starten",
    invited: "Einladung öffnen",
    start: "Starten",
    "empty-title": "Was kann dieser Bot?",
    "empty-text": "Hier beginnt das Gespräch.",
    menu: "Menü",
    "menu-label": "Befehle des Bots",
    attach: "Anhängen",
    "attach-file": "Datei …",
    "attach-photo": "Foto",
    "attach-voice": "Sprachnachricht",
    "attach-location": "Standort",
    "attach-contact": "Kontakt",
    "attach-forward": "Weitergeleitetes",
    forwarded: "Das hat mir jemand geschrieben.",
    write: "Nachricht",
    send: "Senden",
    reply: "Antwort",
    "reply-drop": "Nicht als Antwort",
    newest: "Zur neuesten Nachricht",
    keys: "Schaltflächen",
    keyboard: "Tastatur des Bots",
    photo: "Foto",
    voice: "Sprachnachricht",
    location: "Standort",
    contact: "Kontakt",
    open: "Öffnen",
    save: "Speichern",
    copied: "In die Zwischenablage kopiert",
    "not-copied": "Kopieren geht hier nicht: {text}",
    close: "Schließen",
    hush: "Hinweis schließen",
    ok: "OK",
    cancel: "Abbrechen",
    "as-whom": "Auf welchem Telefon öffnen?",
    "ics-when": "Wann",
    "ics-where": "Wo",
    "ics-what": "Was",
    "ics-to": "bis",
    "ics-raw": "Inhalt der Datei",
    lost: "Keine Verbindung zur Vorführung. Neuer Versuch läuft.",
    failed: "Das ging nicht: {reason}",
    unread: "{n} neu",
    "other-language": "English",
  },
  en: {
    skip: "Go to the phones",
    demo: "Demo",
    clock: "Clock of the demo",
    hour: "1 hour",
    day: "1 day",
    next: "to the next reminder",
    "next-none": "none planned",
    tour: "Guided tour",
    "tour-short": "Tour",
    again: "Start over",
    progress: "Progress",
    "step-count": "Step {number} of {total}",
    "step-next": "Next",
    "step-stop": "Stop",
    "step-over": "The tour is over",
    "step-over-text": "Now try it yourself: press, write, move the clock.",
    phones: "Phones",
    "phone-of": "Phone: {name}",
    calls: "Bot API calls",
    "calls-none": "No call yet.",
    "call-sent": "Sent",
    "call-answered": "Answer",
    faults: "Faults",
    "faults-lead": "What if something goes wrong? Switch a fault on and let the bot work on.",
    "fault-left": "will hit {n} more",
    "fault-off": "off",
    "fault-storm": "Too many requests",
    "fault-storm-text": "The next 5 messages get 429 and 3 seconds to wait.",
    "fault-before": "Line breaks before",
    "fault-before-text": "The next 3 messages do not reach Telegram.",
    "fault-after": "Line breaks after",
    "fault-after-text": "Telegram takes the next message, but its answer is lost.",
    "fault-hang": "No answer",
    "fault-hang-text": "Telegram does not answer the next message.",
    "fault-forbidden": "Bot blocked",
    "fault-forbidden-text": "Telegram refuses the next message with 403.",
    "fault-server": "Telegram in trouble",
    "fault-server-text": "The next 3 messages get 502.",
    bot: "bot",
    chat: "Chat of {name}",
    typing: "is typing …",
    "uploading": "is sending a file …",
    blocked: "blocked",
    gone: "account deleted",
    edited: "edited",
    more: "More",
    block: "Block the bot",
    return: "Unblock",
    plain: "Start without an invitation",
    invited: "Open the invitation",
    start: "Start",
    "empty-title": "What can this bot do?",
    "empty-text": "The conversation begins here.",
    menu: "Menu",
    "menu-label": "Commands of the bot",
    attach: "Attach",
    "attach-file": "File …",
    "attach-photo": "Photo",
    "attach-voice": "Voice message",
    "attach-location": "Location",
    "attach-contact": "Contact",
    "attach-forward": "Forwarded message",
    forwarded: "Somebody wrote this to me.",
    write: "Message",
    send: "Send",
    reply: "Reply",
    "reply-drop": "Not as a reply",
    newest: "To the newest message",
    keys: "Buttons",
    keyboard: "Keyboard of the bot",
    photo: "Photo",
    voice: "Voice message",
    location: "Location",
    contact: "Contact",
    open: "Open",
    save: "Save",
    copied: "Copied to the clipboard",
    "not-copied": "This cannot be copied here: {text}",
    close: "Close",
    hush: "Close the note",
    ok: "OK",
    cancel: "Cancel",
    "as-whom": "Open on which phone?",
    "ics-when": "When",
    "ics-where": "Where",
    "ics-what": "What",
    "ics-to": "to",
    "ics-raw": "Content of the file",
    lost: "No connection to the demo. Trying again.",
    failed: "That did not work: {reason}",
    unread: "{n} new",
    "other-language": "Deutsch",
  },
};

const LOCALES = { de: "de-DE", en: "en-GB" };
let language = localStorage.getItem("language") === "en" ? "en" : "de";
let zone = "UTC";
let title = {};

export const speaks = () => language;
export const said = (words) => words[language] ?? words.de;

export function t(key, values = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function speak(other) {
  language = other;
  localStorage.setItem("language", other);
  localise();
}

// Where the page is, what it is called, and what it speaks to who has not chosen yet.
export function settle(page) {
  zone = page.zone;
  title = page.title;
  if (!localStorage.getItem("language")) language = page.language.startsWith("de") ? "de" : "en";
}

export function localise(root = document) {
  document.documentElement.lang = language;
  document.title = `${said(title)} – ${t("demo")}`;
  document.querySelector("#title").textContent = said(title);
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
}

function format(at, options) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options }).format(at);
}

// With `wall`, the time is shown as it stands in UTC: it was no moment, but a time on a wall.
const where = (wall) => (wall ? { timeZone: "UTC" } : {});
export const clockTime = (at, wall = false) =>
  format(at, { hour: "2-digit", minute: "2-digit", ...where(wall) });
export const exactTime = (at) =>
  format(at, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const shortDate = (at) =>
  format(at, { weekday: "short", day: "2-digit", month: "2-digit", year: "numeric" });
export const longDate = (at, wall = false) =>
  format(at, { weekday: "long", day: "numeric", month: "long", year: "numeric", ...where(wall) });
export const dayKey = (at) => format(at, { year: "numeric", month: "2-digit", day: "2-digit" });

export function tookMs(ms) {
  if (ms < 0.1) return "< 0,1 ms".replace(",", language === "de" ? "," : ".");
  const number = new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 2 });
  return `${number.format(ms)} ms`;
}

export function size(bytes) {
  if (bytes < 1000) return `${bytes} Bytes`;
  const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 });
  return bytes < 1e6 ? `${number.format(bytes / 1e3)} kB` : `${number.format(bytes / 1e6)} MB`;
}
