// The talk in one room over a WebSocket that may come and go. What holds at all times:
// a message that was written stays in the outbox until the server has sent it back (or refused it),
// and every message has an id, so that neither the history after a reconnect nor a second try shows it twice.

import { newName } from "./dom.js";
import { announceNews, clearLog, isShown, showEvent, showFailure, showMessage, showNotes, showPending } from "./log.js";
import { addDraft, drafts, loadDrafts, removeDraft } from "./outbox.js";
import { giveBack, members, showMembers, showStatus } from "./room.js";

const firstDelay = 500;       // all times in milliseconds
const longestDelay = 30000;
const openTimeout = 10000;
const answerTimeout = 15000;  // a message that has not come back by then: the connection is dead
const stableAfter = 10000;
const policyViolation = 1008; // RFC 6455, section 7.4.1

export let talk = null;       // { name, room }: where we are, or want to be
let whenTurnedAway = null;    // called with the reason
let socket = null;
let isJoined = false;         // this connection has got the history and the members
let early = [];               // what was said before it had them
let failures = 0;             // connections in a row that did not last
let joinedAt = 0;
let retryTimer = 0;
let openTimer = 0;
let answerTimer = 0;
let isFirstVisit = true;      // of this room: a screen reader need not read its history

// Nothing is sent before the first connectNow.
export function begin(name, room, turnedAway) {
  forgetConnection();
  talk = { name, room };
  whenTurnedAway = turnedAway;
  isFirstVisit = true;
  clearLog(name);
  showMembers([], name);
  loadDrafts(talk);
  drafts.forEach(showPending);
}

export function end() {
  forgetConnection();
  talk = null;
}

export function say(text) {
  showPending(addDraft(text));
  flush();
}

// The connection

export function connectNow() {
  if (talk !== null && socket === null) {
    failures = 0;
    connect();
  }
}

function connect() {
  forgetConnection();
  showConnection("connecting", failures === 0 ? "Connecting…" : "Connecting again…");

  const address = new URL(`rooms/${encodeURIComponent(talk.room)}/ws`, document.baseURI);
  address.protocol = address.protocol.replace("http", "ws");
  address.hash = "";
  address.search = new URLSearchParams({ user: talk.name });

  const opened = new WebSocket(address);
  socket = opened;
  openTimer = setTimeout(connectionLost, openTimeout);
  opened.onmessage = event => opened === socket && receive(JSON.parse(event.data));
  opened.onclose = event => opened === socket && connectionClosed(event);
}

function connectionClosed(event) {
  if (event.code === policyViolation && !isJoined) {
    whenTurnedAway(event.reason || "The server did not let you in.");
  } else {
    connectionLost();
  }
}

export function connectionLost() {
  if (isJoined && Date.now() - joinedAt > stableAfter) {
    failures = 0;
  }

  forgetConnection();
  const delay = Math.min(longestDelay, firstDelay * 2 ** failures) * (0.5 + Math.random() / 2);
  failures++;
  retryTimer = setTimeout(connect, delay);
  showOffline(delay);
}

// After this nothing happens by itself any more. An answer of the old connection is ignored.
function forgetConnection() {
  clearTimeout(retryTimer);
  clearTimeout(openTimer);
  clearTimeout(answerTimer);
  const old = socket;
  socket = null;
  isJoined = false;
  early = [];
  old?.close();
  for (const draft of drafts) {
    draft.isSent = false;
  }
}

// The seconds are not counted down: a screen reader would read each of them.
function showOffline(delay) {
  const seconds = Math.max(1, Math.round(delay / 1000));
  showConnection("offline", `Not connected. Trying again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`);
}

function showConnection(state, text) {
  showStatus(state, text);
  showNotes(drafts);
}

// What the server says

function receive(message) {
  switch (message.type) {
    case "members":
      joined(message);
      break;
    case "joined":
      showMembers([...members, message.user], talk.name);
      showEvent(message.at, newName(message.user), " joined");
      break;
    case "left":
      showMembers([...members].filter(user => user !== message.user), talk.name);
      showEvent(message.at, newName(message.user), " left");
      break;
    case "here":
      showMembers([...members, message.user], talk.name);
      break;
    case "said":
      if (isJoined) {
        said(message);
      } else {
        early.push(message);
      }
      break;
    case "error":
      refused(message);
      break;
  }
}

function joined(message) {
  clearTimeout(openTimer);
  isJoined = true;
  joinedAt = Date.now();
  showMembers(message.members, talk.name);
  showConnection("connected", "Connected");

  // What is said while the history is on its way comes between its messages, or twice.
  early.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).forEach(said);
  early = [];
  if (isFirstVisit) {
    isFirstVisit = false;
    showEvent(message.at, "You joined ", newName(talk.room));
    announceNews();
  }

  flush();
}

function said(message) {
  const wasOurs = takeFromOutbox(message.id) !== null;
  if (isShown(message.id) && !wasOurs) {
    return;
  }

  showMessage(message, wasOurs);
}

function refused(message) {
  // A refusal without an id is of a message that the server could not read: the oldest one not answered yet.
  const draft = takeFromOutbox(message.id ?? drafts.find(draft => draft.isSent)?.id);
  if (draft === null) {
    showEvent(message.at, message.text);
    return;
  }

  showFailure(draft.id, message.text);
  giveBack(draft.text);
}

// The outbox

function flush() {
  if (isJoined) {
    for (const draft of drafts.filter(draft => !draft.isSent)) {
      socket.send(JSON.stringify({ id: draft.id, text: draft.text }));
      draft.isSent = true;
    }

    awaitAnswer();
  }

  showNotes(drafts);
}

function awaitAnswer() {
  clearTimeout(answerTimer);
  if (drafts.some(draft => draft.isSent)) {
    answerTimer = setTimeout(connectionLost, answerTimeout);
  }
}

function takeFromOutbox(id) {
  const draft = removeDraft(id);
  if (draft !== null) {
    awaitAnswer();
  }

  return draft;
}
