// The page before a room is joined: the form, and the rooms that others are in.

import { element, newName, newNode } from "./dom.js";

const maxNameLength = 40;
const roomsInterval = 5000;   // milliseconds

const welcome = element("welcome");
const refusal = element("refusal");
const roomList = element("rooms");
export const nameField = element("name");
export const roomField = element("room");

export function showWelcome(reason) {
  welcome.hidden = false;
  showRefusal(reason);
  (nameField.value === "" || reason !== "" ? nameField : roomField).focus();
  showRooms();
}

export function hideWelcome() {
  welcome.hidden = true;
}

export function showRefusal(reason) {
  refusal.textContent = reason;
  refusal.hidden = reason === "";
}

export function whyNot(field, value) {
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

// The rooms that others are in

// A link to the room that the address names already changes nothing there, so the page is told of it.
export function watchRooms(whenSameRoom) {
  roomList.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (link !== null && link.hash === location.hash) {
      whenSameRoom();
    }
  });
  setInterval(showRooms, roomsInterval);
}

export async function showRooms() {
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
  link.append(newName(name), newNode("span", "count", members === 1 ? "1 member" : `${members} members`));
  const item = newNode("li");
  item.append(link);
  return item;
}
