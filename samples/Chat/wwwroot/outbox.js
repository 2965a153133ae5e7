// The messages that the server has not sent back yet. They outlive a reload of the page, in this tab only.

import { store, stored } from "./storage.js";

export let drafts = [];       // { id, text, isSent }, oldest first
let key = "";

export function loadDrafts({ name, room }) {
  key = `chat.outbox ${JSON.stringify([room, name])}`;
  drafts = JSON.parse(stored("sessionStorage", key) || "[]").map(({ id, text }) => ({ id, text, isSent: false }));
}

export function addDraft(text) {
  const draft = { id: newId(), text: text.toWellFormed?.() ?? text, isSent: false };
  drafts.push(draft);
  saveDrafts();
  return draft;
}

export function removeDraft(id) {
  const index = drafts.findIndex(draft => draft.id === id);
  if (index < 0) {
    return null;
  }

  const [draft] = drafts.splice(index, 1);
  saveDrafts();
  return draft;
}

function saveDrafts() {
  store("sessionStorage", key, drafts.length === 0 ? "" : JSON.stringify(drafts.map(({ id, text }) => ({ id, text }))));
}

// crypto.randomUUID exists on secure pages only, and a phone in the same house comes over plain HTTP.
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
}
