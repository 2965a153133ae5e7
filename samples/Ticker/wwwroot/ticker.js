"use strict";

const points = 100;           // of a chart
const longestDelay = 15000;   // milliseconds between attempts to connect

function watch(symbol) {
  const card = document.getElementById("quote").content.cloneNode(true).firstElementChild;
  const price = card.querySelector(".price");
  const state = card.querySelector(".state");
  const line = card.querySelector("polyline");
  const prices = [];
  let delay = 500;
  card.dataset.symbol = symbol;
  card.querySelector("h2").textContent = symbol;
  document.getElementById("quotes").append(card);

  function show(quote) {
    price.textContent = quote.price.toFixed(2);
    price.className = `price ${quote.price < prices.at(-1) ? "down" : "up"}`;
    prices.push(quote.price);
    prices.splice(0, prices.length - points);
    const low = Math.min(...prices);
    const span = Math.max(...prices) - low || 1;
    line.setAttribute("points", prices.map((value, i) => `${i},${95 - 90 * (value - low) / span}`).join(" "));
    state.textContent = `live, ${prices.length} quotes`;
  }

  function connect() {
    const socket = new WebSocket(new URL(`/quotes/${symbol}`, location.href.replace(/^http/, "ws")));
    socket.onmessage = event => {
      delay = 500;
      show(JSON.parse(event.data));
    };
    socket.onclose = () => {
      state.textContent = "connecting…";
      setTimeout(connect, delay);
      delay = Math.min(delay * 2, longestDelay);
    };
  }

  connect();
}

fetch("/quotes").then(response => response.json()).then(quotes => quotes.forEach(quote => watch(quote.symbol)));
