// The log. Messages of ours that have not come back stand last.

import { element, newNode, newTime } from "./dom.js";

const maxLogLength = 1000;

const log = element("log");
const latestButton = element("latest");

let ownName = "";
let shownIds = new Set();
let isFollowing = true;       // the log is scrolled to its end, and stays there

export function clearLog(name) {
  ownName = name;
  shownIds = new Set();
  log.replaceChildren();
  log.setAttribute("aria-live", "off");
  latestButton.hidden = true;
}

// What comes from now on is news to a screen reader; the history was not.
export function announceNews() {
  log.setAttribute("aria-live", "polite");
}

export function watchLog() {
  latestButton.addEventListener("click", scrollToEnd);
  log.addEventListener("scroll", logScrolled);
  new ResizeObserver(follow).observe(log);
}

export function isShown(id) {
  return shownIds.has(id);
}

export function showMessage({ id, user, text, at }, wasOurs) {
  shownIds.add(id);
  const pending = wasOurs ? find(id) : null;
  const entry = pending ?? newEntry(id, user, text);
  entry.classList.remove("pending", "failed");
  entry.querySelector(".note")?.remove();
  entry.querySelector(".about").append(newTime(at));

  // Ours come back in the order they were sent, so a pending one stands where it belongs already.
  if (entry !== pending) {
    append(entry);
  }

  follow();
}

export function showPending(draft) {
  const entry = newEntry(draft.id, ownName, draft.text);
  entry.classList.add("pending");
  entry.querySelector(".about").append(newNode("span", "note"));
  log.append(entry);
  scrollToEnd();
}

export function showNotes(drafts) {
  for (const draft of drafts) {
    const note = find(draft.id)?.querySelector(".note");
    if (note) {
      note.textContent = draft.isSent ? "sending…" : "waiting for the connection";
    }
  }

  follow();
}

export function showFailure(id, reason) {
  const entry = find(id);
  entry?.classList.replace("pending", "failed");
  entry?.querySelector(".note")?.replaceChildren(`not sent: ${reason}`);
}

export function showEvent(at, ...what) {
  const entry = newNode("p", "event");
  entry.append(...what, " ", newTime(at));
  append(entry);
}

function append(entry) {
  log.insertBefore(entry, firstPlaceForNew());
  while (log.childElementCount > maxLogLength) {
    shownIds.delete(log.firstElementChild.dataset.id);
    log.firstElementChild.remove();
  }

  latestButton.hidden = isFollowing;
  follow();
}

function firstPlaceForNew() {
  return log.querySelector(".pending");
}

function find(id) {
  return log.querySelector(`[data-id="${CSS.escape(id)}"]`);
}

function newEntry(id, user, text) {
  const entry = newNode("article", "message");
  entry.dataset.id = id;
  entry.classList.toggle("own", user === ownName);
  const about = newNode("div", "about");
  const author = newNode("bdi", "author", user);
  author.style.setProperty("--hue", hueOf(user));
  const words = newNode("p", "", text);
  words.dir = "auto";
  about.append(author);
  entry.append(about, words);
  return entry;
}

function hueOf(user) {
  let hue = 0;
  for (const character of user) {
    hue = (hue * 31 + character.codePointAt(0)) % 360;
  }

  return hue;
}

function follow() {
  if (isFollowing) {
    scrollToEnd();
  }
}

export function scrollToEnd() {
  isFollowing = true;
  log.scrollTop = log.scrollHeight;
  latestButton.hidden = true;
}

function logScrolled() {
  isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  if (isFollowing) {
    latestButton.hidden = true;
  }
}
