"use strict";

const log = document.getElementById("log");

function tell(text) {
  const line = document.createElement("li");
  line.textContent = text;
  log.append(line);
}

async function signIn(path, user) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user, seconds: 10 }),
  });
  if (!response.ok) {
    throw new Error(`signing in: ${response.status}`);
  }

  return response.text();
}

async function connect(way, user) {
  const protocols = ["chat.v1"];
  if (way === "token") {
    protocols.push(`bearer.${await signIn("/token", user)}`);
  } else if (way === "cookie") {
    await signIn("/cookie", user);
  }

  const url = new URL(way === "cookie" ? "/cookie/chat" : "/token/chat", location.href.replace(/^http/, "ws"));
  const socket = new WebSocket(url, protocols);
  socket.onopen = () => {
    tell(`open, with the sub-protocol ${socket.protocol}`);
    socket.send("hello");
  };
  socket.onmessage = event => tell(event.data);

  // 1006: the handshake was refused. Why (401, 403) a browser tells its developer only.
  socket.onclose = event => tell(`closed: ${event.code} ${event.reason}`);
}

document.getElementById("connect").onsubmit = event => {
  event.preventDefault();
  connect(event.submitter.value, document.getElementById("user").value).catch(error => tell(error.message));
};
