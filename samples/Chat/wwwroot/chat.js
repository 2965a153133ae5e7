// The talk in one room over a WebSocket that may come and go. What holds at all times:
// a message that was written stays in the outbox until the server has sent it back (or refused it),
// and every message has an id, so that neither the history after a reconnect nor a second try shows it twice.

const maxNameLength = 40;
const maxTextLength = 2000;
const maxLogLength = 1000;
const firstDelay = 500;       // all times in milliseconds
const longestDelay = 30000;
const openTimeout = 10000;
const answerTimeout = 15000;  // a message that has not come back by then: the connection is dead
const stableAfter = 10000;
const roomsInterval = 5000;
const policyViolation = 1008; // RFC 6455, section 7.4.1

const element = id => document.getElementById(id);
const welcome = element("welcome");
const joinForm = element("join");
const nameField = element("name");
const roomField = element("room");
const refusal = element("refusal");
const roomList = element("rooms");
const chat = element("chat");
const statusLine = element("status");
const retryButton = element("retry");
const memberList = element("members");
const log = element("log");
const latestButton = element("latest");
const sendForm = element("send");
const textField = element("text");
const limitLine = element("limit");

let talk = null;              // { name, room }: where we are, or want to be
let socket = null;
let isJoined = false;         // this connection has got the history and the members
let failures = 0;             // connections in a row that did not last
let joinedAt = 0;
let retryTimer = 0;
let openTimer = 0;
let answerTimer = 0;
let outbox = [];              // { id, text, isSent }, oldest first
let members = new Set();
let shownIds = new Set();
let isFirstVisit = true;      // of this room: a screen reader need not read its history
let isFollowing = true;       // the log is scrolled to its end, and stays there

// Joining and leaving a room

function enter(name, room) {
  forgetConnection();
  talk = { name, room };
  failures = 0;
  shownIds = new Set();
  isFirstVisit = true;
  log.replaceChildren();
  log.setAttribute("aria-live", "off");
  latestButton.hidden = true;
  showMembers([]);
  store("localStorage", "chat.name", name);
  store("localStorage", "chat.room", room);
  store("sessionStorage", "chat.talk", JSON.stringify(talk));
  if (roomInHash() !== room) {
    location.hash = encodeURIComponent(room);
  }

  loadOutbox();
  showChat();
  connect();
}

function leave(reason = "") {
  if (talk === null) {
    return;
  }

  forgetConnection();
  talk = null;
  store("sessionStorage", "chat.talk", "");
  if (roomInHash() !== "") {
    history.pushState(null, "", location.pathname + location.search);
  }

  showWelcome(reason);
}

function followHash() {
  const room = roomInHash();
  if (room === talk?.room) {
    return;
  }

  if (room === "") {
    leave();
    return;
  }

  roomField.value = room;
  const name = talk?.name ?? nameField.value.trim();
  if (whyNot(nameField, name) === "" && whyNot(roomField, room) === "") {
    enter(name, room);
  } else if (talk !== null) {
    leave();
  } else {
    showRefusal(whyNot(nameField, name) || whyNot(roomField, room));
    nameField.focus();
  }
}

function submitJoin(event) {
  event.preventDefault();
  const name = nameField.value.trim();
  const room = roomField.value.trim();
  for (const [field, value] of [[nameField, name], [roomField, room]]) {
    const reason = whyNot(field, value);
    if (reason !== "") {
      showRefusal(reason);
      field.focus();
      return;
    }
  }

  enter(name, room);
}

function whyNot(field, value) {
  const what = field === nameField ? "name" : "room";
  if (value === "") {
    return field === nameField ? "Please tell your name." : "Please name a room.";
  }

  if (value.length > maxNameLength) {
    return `The ${what} is longer than ${maxNameLength} characters.`;
  }

  // A room's name is one segment of a path: browsers resolve dots and servers keep %2F as it is.
  if (field === roomField && (value === "." || value === ".." || value.includes("/"))) {
    return "A room's name cannot have a slash in it, nor be made of dots.";
  }

  return "";
}

function roomInHash() {
  try {
    return decodeURIComponent(location.hash.slice(1)).trim();
  } catch {
    return "";
  }
}

// The connection

function connect() {
  forgetConnection();
  showStatus("connecting", failures === 0 ? "Connecting…" : "Connecting again…");

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
    leave(event.reason || "The server did not let you in.");
  } else {
    connectionLost();
  }
}

function connectionLost() {
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
  old?.close();
  for (const draft of outbox) {
    draft.isSent = false;
  }
}

function connectNow() {
  if (talk !== null && socket === null) {
    failures = 0;
    connect();
  }
}

// What the server says

function receive(message) {
  switch (message.type) {
    case "members":
      joined(message);
      break;
    case "joined":
      showMembers([...members, message.user]);
      showEvent(message.at, newName(message.user), " joined");
      break;
    case "left":
      showMembers([...members].filter(user => user !== message.user));
      showEvent(message.at, newName(message.user), " left");
      break;
    case "said":
      said(message);
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
  showMembers(message.members);
  showStatus("connected", "Connected");
  if (isFirstVisit) {
    isFirstVisit = false;
    showEvent(message.at, "You joined ", newName(talk.room));
    log.setAttribute("aria-live", "polite");
  }

  flush();
}

function said(message) {
  const wasOurs = takeFromOutbox(message.id) !== null;
  if (shownIds.has(message.id) && !wasOurs) {
    return;
  }

  shownIds.add(message.id);
  showMessage(message, wasOurs);
}

function refused(message) {
  // A refusal without an id is of a message that the server could not read: the oldest one not answered yet.
  const draft = takeFromOutbox(message.id ?? outbox.find(draft => draft.isSent)?.id);
  if (draft === null) {
    showEvent(message.at, message.text);
    return;
  }

  showFailure(draft.id, message.text);
  if (textField.value === "") {
    textField.value = draft.text;
    textChanged();
  }
}

// The outbox

function submitText(event) {
  event.preventDefault();
  const text = textField.value.trimEnd();
  if (text.trim() === "" || text.length > maxTextLength) {
    textField.focus();
    return;
  }

  const draft = { id: newId(), text: text.toWellFormed?.() ?? text, isSent: false };
  outbox.push(draft);
  saveOutbox();
  showPending(draft);
  textField.value = "";
  textChanged();
  textField.focus();
  flush();
}

function flush() {
  if (isJoined) {
    for (const draft of outbox.filter(draft => !draft.isSent)) {
      socket.send(JSON.stringify({ id: draft.id, text: draft.text }));
      draft.isSent = true;
    }

    awaitAnswer();
  }

  showNotes();
}

function awaitAnswer() {
  clearTimeout(answerTimer);
  if (outbox.some(draft => draft.isSent)) {
    answerTimer = setTimeout(connectionLost, answerTimeout);
  }
}

function takeFromOutbox(id) {
  const index = outbox.findIndex(draft => draft.id === id);
  if (index < 0) {
    return null;
  }

  const [draft] = outbox.splice(index, 1);
  saveOutbox();
  awaitAnswer();
  return draft;
}

// It outlives a reload of the page, in this tab only.
function saveOutbox() {
  store("sessionStorage", outboxKey(), outbox.length === 0 ? "" : JSON.stringify(outbox.map(({ id, text }) => ({ id, text }))));
}

function loadOutbox() {
  outbox = JSON.parse(stored("sessionStorage", outboxKey()) || "[]").map(({ id, text }) => ({ id, text, isSent: false }));
  outbox.forEach(showPending);
}

function outboxKey() {
  return `chat.outbox ${JSON.stringify([talk.room, talk.name])}`;
}

// crypto.randomUUID exists on secure pages only, and a phone in the same house comes over plain HTTP.
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
}

// The log. Messages of ours that have not come back stand last.

function showMessage({ id, user, text, at }, wasOurs) {
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

function showPending(draft) {
  const entry = newEntry(draft.id, talk.name, draft.text);
  entry.classList.add("pending");
  entry.querySelector(".about").append(newNode("span", "note"));
  log.append(entry);
  scrollToEnd();
}

function showNotes() {
  for (const draft of outbox) {
    const note = find(draft.id)?.querySelector(".note");
    if (note) {
      note.textContent = draft.isSent ? "sending…" : "waiting for the connection";
    }
  }

  follow();
}

function showFailure(id, reason) {
  const entry = find(id);
  entry?.classList.replace("pending", "failed");
  entry?.querySelector(".note")?.replaceChildren(`not sent: ${reason}`);
}

function showEvent(at, ...what) {
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
  entry.classList.toggle("own", user === talk.name);
  const about = newNode("div", "about");
  const author = newNode("bdi", "author", user);
  author.style.setProperty("--hue", hueOf(user));
  const words = newNode("p", "", text);
  words.dir = "auto";
  about.append(author);
  entry.append(about, words);
  return entry;
}

function newTime(at) {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  const time = newNode("time", "", moment.toLocaleString([], { dateStyle: isToday ? undefined : "short", timeStyle: "short" }));
  time.dateTime = at;
  time.title = moment.toLocaleString();
  return time;
}

// A name may be written from right to left: its direction must not reach the words around it.
function newName(name) {
  return newNode("bdi", "", name);
}

// Text from others goes in as text, never as HTML.
function newNode(tag, className = "", text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
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

function scrollToEnd() {
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

// The rest of the page

function showChat() {
  welcome.hidden = true;
  chat.hidden = false;
  element("title").textContent = talk.room;
  document.title = `${talk.room} – Chat`;
  textChanged();
  scrollToEnd();
  textField.focus();
}

function showWelcome(reason) {
  chat.hidden = true;
  welcome.hidden = false;
  document.title = "Chat";
  showRefusal(reason);
  (nameField.value === "" || reason !== "" ? nameField : roomField).focus();
  showRooms();
}

function showRefusal(reason) {
  refusal.textContent = reason;
  refusal.hidden = reason === "";
}

function showStatus(state, text) {
  statusLine.dataset.state = state;
  statusLine.textContent = text;
  retryButton.hidden = state !== "offline";
  showNotes();
}

// The seconds are not counted down: a screen reader would read each of them.
function showOffline(delay) {
  const seconds = Math.max(1, Math.round(delay / 1000));
  showStatus("offline", `Not connected. Trying again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`);
}

function showMembers(users) {
  members = new Set(users);
  element("members-title").textContent = members.size === 0 ? "Here now" : `Here now: ${members.size}`;
  memberList.replaceChildren(...[...members].map(user => {
    const item = newNode("li", user === talk.name ? "me" : "");
    item.append(newName(user));
    return item;
  }));
}

async function showRooms() {
  if (welcome.hidden || document.hidden) {
    return;
  }

  try {
    const response = await fetch("rooms", { cache: "no-store" });
    const rooms = response.ok ? await response.json() : [];
    element("no-rooms").hidden = rooms.length > 0;

    // A list that did not change keeps its nodes, and with them the keyboard's focus.
    if (roomList.dataset.shown !== JSON.stringify(rooms)) {
      roomList.dataset.shown = JSON.stringify(rooms);
      roomList.replaceChildren(...rooms.map(newRoom));
    }
  } catch {
    // The server is away: what was shown last stays, and the next turn asks again.
  }
}

function newRoom({ name, members }) {
  const link = newNode("a");
  link.href = `#${encodeURIComponent(name)}`;
  link.addEventListener("click", () => link.hash === location.hash && followHash());
  link.append(newName(name), newNode("span", "count", members === 1 ? "1 member" : `${members} members`));
  const item = newNode("li");
  item.append(link);
  return item;
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

// A browser may refuse storage altogether: then nothing is remembered, and all else works.
function store(storage, key, value) {
  try {
    if (value === "") {
      window[storage].removeItem(key);
    } else {
      window[storage].setItem(key, value);
    }
  } catch { /* see above */ }
}

function stored(storage, key) {
  try {
    return window[storage].getItem(key) ?? "";
  } catch {
    return "";
  }
}

function start() {
  joinForm.noValidate = true;
  joinForm.addEventListener("submit", submitJoin);
  sendForm.addEventListener("submit", submitText);
  textField.addEventListener("input", textChanged);
  textField.addEventListener("keydown", textKey);
  element("leave").addEventListener("click", () => leave());
  retryButton.addEventListener("click", connectNow);
  latestButton.addEventListener("click", scrollToEnd);
  log.addEventListener("scroll", logScrolled);
  new ResizeObserver(follow).observe(log);
  window.addEventListener("hashchange", followHash);
  window.addEventListener("online", connectNow);
  window.addEventListener("offline", () => talk !== null && connectionLost());
  document.addEventListener("visibilitychange", () => document.hidden || (connectNow(), showRooms()));
  setInterval(showRooms, roomsInterval);

  nameField.value = stored("localStorage", "chat.name");
  roomField.value = roomInHash() || stored("localStorage", "chat.room") || "lobby";

  // A reload goes back to where this tab was. A link that was opened only fills in the form.
  const last = JSON.parse(stored("sessionStorage", "chat.talk") || "null");
  if (last !== null && last.room === roomInHash()) {
    enter(last.name, last.room);
  } else {
    showWelcome("");
  }
}

start();
