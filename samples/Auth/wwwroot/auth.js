const seconds = 10;   // that a sign-in holds
const expired = 4401; // what the server closes with when it does not any more

const log = document.getElementById("log");
const text = document.getElementById("text");
const send = document.querySelector("#say button");
let socket;

function tell(what, kind) {
  const line = document.createElement("li");
  line.textContent = what;
  line.className = kind;
  log.append(line);
}

async function signIn(path, user) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ user, seconds }),
  });
  if (!response.ok) {
    throw new Error(`Signing in was answered with ${response.status}.`);
  }

  return response.text();
}

async function connect(way, user) {
  // The token goes as a sub-protocol; the server agrees on the other one.
  const protocols = ["chat.v1"];
  if (way === "token") {
    protocols.push(`bearer.${await signIn("/token", user)}`);
  } else if (way === "cookie") {
    await signIn("/cookie", user);
  }

  socket?.close();
  const opened = socket = new WebSocket(new URL(way === "cookie" ? "/cookie/chat" : "/token/chat", location.href.replace(/^http/, "ws")), protocols);
  opened.onopen = () => {
    tell(`open, with the sub-protocol ${opened.protocol}`, "note");
    opened.send("hello");
  };
  opened.onmessage = event => tell(event.data, "");
  opened.onclose = event => {
    // Unless another has taken its place.
    if (opened === socket) {
      tell(why(event), "bad");
      allow();
    }
  };
  opened.addEventListener("open", allow);
}

function why({ code, reason }) {
  switch (code) {
    case expired: return `closed: ${code} ${reason}. Connect again, with a new one.`;
    // A page is not told how a handshake was answered; the browser's console is: 401, or 403.
    case 1006: return `closed: ${code}, refused or cut`;
    default: return `closed: ${code} ${reason}`;
  }
}

function allow() {
  text.disabled = send.disabled = socket?.readyState !== WebSocket.OPEN;
}

document.getElementById("connect").addEventListener("submit", event => {
  event.preventDefault();
  connect(event.submitter?.value ?? "token", document.getElementById("user").value).catch(error => tell(error.message, "bad"));
});

document.getElementById("say").addEventListener("submit", event => {
  event.preventDefault();
  socket.send(text.value);
  text.value = "";
});
