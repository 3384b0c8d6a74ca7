// Opens the console where there is no connection, for the clerks of villages (features/village/use-offline-start.ts):
// keeps the one page and its files, and no answer of the server. With a connection everything comes from the server.

const KEPT = 'zhaoshi-console';
const PAGE = '/console/';
const ASSETS = '/console/assets/';

/** The page as the server gives it now; the kept one where the server is not reached. */
async function openPage(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(PAGE, answer.clone());
    return answer;
  } catch (error) {
    const page = await kept.match(PAGE);
    if (page === undefined) throw error;
    return page;
  }
}

/** Names of files hold the hash of their content: a kept one is the right one. */
async function openFile(request) {
  const found = await caches.match(request, { cacheName: KEPT });
  return found ?? (await fetch(request));
}

/** Keeps the page with these files, and forgets those of earlier builds. */
async function keep(files) {
  const kept = await caches.open(KEPT);
  const wanted = new Set(files.map((file) => new URL(file, location.origin).href));
  for (const request of await kept.keys()) {
    const isFile = new URL(request.url).pathname.startsWith(ASSETS);
    if (isFile && !wanted.has(request.url)) await kept.delete(request);
  }
  const page = await fetch(PAGE);
  if (page.ok) await kept.put(PAGE, page);
  for (const file of wanted) {
    if ((await kept.match(file)) === undefined) await kept.add(file);
  }
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (pathname.startsWith(ASSETS)) event.respondWith(openFile(request));
});

addEventListener('message', (event) => {
  const [port] = event.ports;
  const files = Array.isArray(event.data?.keep) ? event.data.keep : [];
  event.waitUntil(
    keep(files).then(
      () => port?.postMessage('kept'),
      () => port?.postMessage('failed'),
    ),
  );
});
