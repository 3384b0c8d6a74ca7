import { type RegisteredRouter, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const WORKER = '/console/worker.js';
const ASSETS = '/console/assets/';

/** Files of the console that this window has loaded. */
const loadedFiles = (): readonly string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(ASSETS))
      .map(({ pathname }) => pathname),
  ),
];

async function keepConsole({ loadRouteChunk, routesByPath }: RegisteredRouter): Promise<void> {
  // Plain HTTP in an office's own network has no workers; drafts are kept all the same.
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(WORKER);
  const { active } = await navigator.serviceWorker.ready;
  // Each page is a file of its own, which is loaded when it is first opened.
  await Promise.all([
    loadRouteChunk(routesByPath['/village']),
    loadRouteChunk(routesByPath['/village/post']),
  ]);
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
  });
  active?.postMessage({ keep: loadedFiles() }, [port2]);
  await answered;
  document.documentElement.dataset['opensOffline'] = 'yes';
}

/** Lets this device open the village's pages where there is no connection. */
export function useOfflineStart(): void {
  const router = useRouter();
  useEffect(() => {
    if (navigator.onLine) void keepConsole(router).catch(() => undefined);
  }, [router]);
}
