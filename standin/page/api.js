// The doors of the stand-in under /sim/.

async function ask(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  const response = await fetch(`/sim/${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}

export const get = (path) => ask("GET", path);
export const post = (path, body = {}) => ask("POST", path, body);
export const remove = (path) => ask("DELETE", path);

// Hears what happens from event number `since` on; comes back by itself after a break.
export function listen(since, { heard, lost, back }) {
  let last = since;
  let away = false;
  const source = new EventSource(`/sim/events?since=${since}`);
  source.addEventListener("message", (message) => {
    const event = JSON.parse(message.data);
    last = event.number;
    heard(event);
  });
  source.addEventListener("error", () => {
    away = true;
    lost();
  });
  source.addEventListener("open", async () => {
    if (!away) return;
    away = false;
    // A stand-in that was started anew counts from the beginning.
    const state = await get("state");
    if (state.last_event < last) location.reload();
    else back();
  });
}
