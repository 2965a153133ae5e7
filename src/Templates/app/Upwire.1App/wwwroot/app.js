"use strict";

const room = decodeURIComponent(location.hash.slice(1)) || "lobby";
const state = document.getElementById("state");
const messages = document.getElementById("messages");
const text = document.getElementById("text");
let socket;
let delay = 500;

function connect() {
  socket = new WebSocket(new URL(`/rooms/${encodeURIComponent(room)}`, location.href.replace(/^http/, "ws")));
  socket.onopen = () => {
    delay = 500;
    state.textContent = `in the room ${room}`;
  };
  socket.onmessage = event => {
    const item = document.createElement("li");
    item.textContent = event.data;
    messages.append(item);
    item.scrollIntoView();
  };

  // The server may have been restarted: try again, less and less often.
  socket.onclose = () => {
    state.textContent = "connecting…";
    setTimeout(connect, delay);
    delay = Math.min(delay * 2, 15000);
  };
}

document.getElementById("say").onsubmit = event => {
  event.preventDefault();
  if (socket.readyState === WebSocket.OPEN) {
    socket.send(text.value);
    text.value = "";
  }
};

// Another room in the address bar.
window.onhashchange = () => location.reload();

connect();
