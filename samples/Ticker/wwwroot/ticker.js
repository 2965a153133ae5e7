const points = 100;           // of a chart
const shortestDelay = 500;    // milliseconds between attempts to connect
const longestDelay = 15000;

function watch(symbol) {
  const card = document.getElementById("quote").content.cloneNode(true).firstElementChild;
  const [price, change, state, line] = [".price", ".change", ".state", "polyline"].map(part => card.querySelector(part));
  const prices = [];
  let delay = shortestDelay;
  card.dataset.symbol = symbol;
  card.querySelector("h2").textContent = symbol;
  document.getElementById("quotes").append(card);

  // Told when it changes, and not with every quote: screen readers read it out.
  function tell(isLive) {
    state.textContent = isLive ? "live" : "connecting…";
    card.classList.toggle("offline", !isLive);
  }

  function show(quote) {
    prices.push(quote.price);
    prices.splice(0, prices.length - points);
    const low = Math.min(...prices);
    const span = Math.max(...prices) - low || 1;
    const difference = quote.price - prices[0];
    price.textContent = quote.price.toFixed(2);
    change.textContent = `${difference < 0 ? "▼" : "▲"} ${Math.abs(difference).toFixed(2)}`;
    change.className = `change ${difference < 0 ? "down" : "up"}`;
    line.setAttribute("points", prices.map((value, i) => `${i},${95 - 90 * (value - low) / span}`).join(" "));
  }

  function connect() {
    const socket = new WebSocket(new URL(`/quotes/${encodeURIComponent(symbol)}`, location.href.replace(/^http/, "ws")), "quotes.v1");
    socket.onopen = () => {
      delay = shortestDelay;
      tell(true);
    };
    socket.onmessage = event => show(JSON.parse(event.data));
    socket.onclose = () => {
      tell(false);

      // Not all at once when the server is back.
      setTimeout(connect, delay * (0.5 + Math.random()));
      delay = Math.min(delay * 2, longestDelay);
    };
  }

  tell(false);
  connect();
}

try {
  const response = await fetch("/quotes");
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }

  for (const { symbol } of await response.json()) {
    watch(symbol);
  }
} catch (error) {
  const failure = document.getElementById("failure");
  failure.textContent = `The list of quotes could not be loaded (${error.message}). Reload the page to try again.`;
  failure.hidden = false;
}
