// Shows what is public already while somebody types. The page works without it: the button searches as well.
const box = document.querySelector('input[data-suggestions]');
const place = document.getElementById('suggestions');
const WAIT_MS = 300;

let waiting;
let asked;

function show(items) {
  place.replaceChildren();
  if (items.length === 0) return;
  const title = document.createElement('p');
  title.textContent = `可能已经公开（${items.length} 条）：`;
  const list = document.createElement('ul');
  for (const item of items) {
    const link = document.createElement('a');
    link.href = item.path;
    link.textContent = item.title;
    const entry = document.createElement('li');
    entry.append(link, ` ${item.organName}`);
    list.append(entry);
  }
  place.append(title, list);
}

async function suggest() {
  asked?.abort();
  const words = box.value.trim();
  if (words.length < 2) {
    show([]);
    return;
  }
  asked = new AbortController();
  try {
    // In the body: what somebody looks for stands in no address.
    const answer = await fetch(box.dataset.suggestions, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q: words }),
      signal: asked.signal,
    });
    if (answer.ok) show((await answer.json()).items);
  } catch {
    // Asked anew meanwhile, or no network: nothing is shown, and the button is there.
  }
}

box?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void suggest(), WAIT_MS);
});
