// Where the page starts: it lets people into a room and out again, by the form, by the address and by its buttons.

import { begin, connectionLost, connectNow, end, say, talk } from "./chat.js";
import { element } from "./dom.js";
import { scrollToEnd, watchLog } from "./log.js";
import { clearText, focusText, hideRoom, showRoom, watchText, writtenText } from "./room.js";
import { store, stored } from "./storage.js";
import { hideWelcome, nameField, roomField, showRefusal, showRooms, showWelcome, watchRooms, whyNot } from "./welcome.js";

const joinForm = element("join");

function enter(name, room) {
  store("localStorage", "chat.name", name);
  store("localStorage", "chat.room", room);
  store("sessionStorage", "chat.talk", JSON.stringify({ name, room }));
  if (roomInHash() !== room) {
    location.hash = encodeURIComponent(room);
  }

  begin(name, room, leave);
  hideWelcome();
  showRoom(room);
  scrollToEnd();
  focusText();
  connectNow();
}

function leave(reason = "") {
  if (talk === null) {
    return;
  }

  end();
  store("sessionStorage", "chat.talk", "");
  if (roomInHash() !== "") {
    history.pushState(null, "", location.pathname + location.search);
  }

  hideRoom();
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

function submitText(event) {
  event.preventDefault();
  const text = writtenText();
  if (text !== "") {
    say(text);
    clearText();
  }

  focusText();
}

function roomInHash() {
  try {
    return decodeURIComponent(location.hash.slice(1)).trim();
  } catch {
    return "";
  }
}

function start() {
  joinForm.noValidate = true;
  joinForm.addEventListener("submit", submitJoin);
  element("send").addEventListener("submit", submitText);
  element("leave").addEventListener("click", () => leave());
  element("retry").addEventListener("click", connectNow);
  watchText();
  watchLog();
  watchRooms(followHash);
  window.addEventListener("hashchange", followHash);
  window.addEventListener("online", connectNow);
  window.addEventListener("offline", () => talk !== null && connectionLost());
  document.addEventListener("visibilitychange", () => document.hidden || (connectNow(), showRooms()));

  nameField.value = stored("localStorage", "chat.name");
  roomField.value = roomInHash() || stored("localStorage", "chat.room") || "lobby";

  // A reload goes back to where this tab was. A link that was opened only fills in the form.
  const last = JSON.parse(stored("sessionStorage", "chat.talk") || "null");
  if (last !== null && last.room === roomInHash()) {
    enter(last.name, last.room);
  } else {
    hideRoom();
    showWelcome("");
  }
}

start();
