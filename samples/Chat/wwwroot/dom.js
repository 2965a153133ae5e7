// What every part of the page builds its elements with.

export const element = id => document.getElementById(id);

// Text from others goes in as text, never as HTML.
export function newNode(tag, className = "", text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

// A name may be written from right to left: its direction must not reach the words around it.
export function newName(name) {
  return newNode("bdi", "", name);
}

export function newTime(at) {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  const time = newNode("time", "", moment.toLocaleString([], { dateStyle: isToday ? undefined : "short", timeStyle: "short" }));
  time.dateTime = at;
  time.title = moment.toLocaleString();
  return time;
}
