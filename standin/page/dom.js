// Builds elements; texts go in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const $ = (selector, root = document) => root.querySelector(selector);

// Makes the children of a node the given ones, touching only what is not in its place.
export function arrange(node, wanted) {
  const keep = new Set(wanted);
  for (const child of [...node.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, index) => {
    if (node.children[index] !== child) node.insertBefore(child, node.children[index] ?? null);
  });
}

// Fills a node anew only where what it shows has changed; who stood on a button stands on its like.
export function refill(node, shown, make) {
  const state = JSON.stringify(shown);
  if (node.dataset.state === state) return;
  node.dataset.state = state;
  const buttons = () => [...node.querySelectorAll("button")];
  const at = buttons().indexOf(document.activeElement);
  node.replaceChildren(...make());
  if (at >= 0) (buttons()[at] ?? buttons().at(-1))?.focus();
}

// A list of buttons that opens above its opener: arrows move, Escape closes, leaving closes.
export function popup(opener, list) {
  const items = () => [...list.querySelectorAll("button:not([disabled])")];
  const close = (back) => {
    if (list.hidden) return;
    list.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus();
  };
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => {
    if (!list.hidden) return close(true);
    list.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    items()[0]?.focus();
  });
  list.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      all[steps[event.key] % all.length]?.focus();
    } else if (event.key === "Escape") close(true);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!list.contains(event.target) && !opener.contains(event.target)) close(false);
  });
  list.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to && !list.contains(to) && !opener.contains(to)) close(false);
  });
  return close;
}
