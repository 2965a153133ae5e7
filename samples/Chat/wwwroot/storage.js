// A browser may refuse storage altogether: then nothing is remembered, and all else works.

export function store(storage, key, value) {
  try {
    if (value === "") {
      window[storage].removeItem(key);
    } else {
      window[storage].setItem(key, value);
    }
  } catch { /* see above */ }
}

export function stored(storage, key) {
  try {
    return window[storage].getItem(key) ?? "";
  } catch {
    return "";
  }
}
