// The page of a room, but for its log: how the connection is, who is here, and the text being written.

import { element, newName, newNode } from "./dom.js";

const maxTextLength = 2000;

const statusLine = element("status");
const retryButton = element("retry");
const memberList = element("members");
const sendForm = element("send");
const textField = element("text");
const limitLine = element("limit");

export let members = new Set();

export function showRoom(room) {
  element("chat").hidden = false;
  element("title").textContent = room;
  document.title = `${room} – Chat`;
  textChanged();
}

export function hideRoom() {
  element("chat").hidden = true;
  document.title = "Chat";
}

export function showStatus(state, text) {
  statusLine.dataset.state = state;
  statusLine.textContent = text;
  retryButton.hidden = state !== "offline";
}

export function showMembers(users, ownName) {
  members = new Set([...users].sort((one, other) => one.localeCompare(other)));
  element("members-title").textContent = members.size === 0 ? "Here now" : `Here now: ${members.size}`;
  memberList.replaceChildren(...[...members].map(user => {
    const item = newNode("li", user === ownName ? "me" : "");
    item.append(newName(user));
    return item;
  }));
}

// The text field

export function watchText() {
  textField.addEventListener("input", textChanged);
  textField.addEventListener("keydown", textKey);
}

// What is written; empty as long as it cannot be sent.
export function writtenText() {
  const text = textField.value.trimEnd();
  return text.trim() === "" || text.length > maxTextLength ? "" : text;
}

export function clearText() {
  textField.value = "";
  textChanged();
}

// Gives a text back to be mended, unless the next one has been begun.
export function giveBack(text) {
  if (textField.value === "") {
    textField.value = text;
    textChanged();
  }
}

export function focusText() {
  textField.focus();
}

function textChanged() {
  textField.style.height = "auto";
  textField.style.height = `${textField.scrollHeight + textField.offsetHeight - textField.clientHeight}px`;
  const left = maxTextLength - textField.value.trimEnd().length;
  limitLine.classList.toggle("over", left < 0);
  limitLine.textContent =
    left < 0 ? `Too long by ${-left}: ${maxTextLength.toLocaleString("en")} characters are allowed.`
    : left <= 100 ? "Less than 100 characters left."
    : "";
}

function textKey(event) {
  // While an input method composes a character, Enter is its own.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    sendForm.requestSubmit();
  }
}
