import { Client } from 'pg';
import type { DatabaseLogin } from './connect.ts';

const RECONNECT_MS = 1000;

export interface Listener {
  readonly onNotification: (payload: string) => void;
  /** Listening, for the first time or again: what was said meanwhile is unknown. */
  readonly onListening: () => void;
  /** The connection broke, or could not be made again; told at each attempt. */
  readonly onBroken: () => void;
}

/**
 * Listens to a channel on a connection of its own, which is made again whenever it breaks.
 *
 * @returns how to stop listening
 */
export async function listen(
  login: DatabaseLogin,
  channel: string,
  { onNotification, onListening, onBroken }: Listener,
): Promise<() => Promise<void>> {
  let current: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new Client({ ...login, keepAlive: true });
    current = client;
    client.on('notification', ({ payload }) => onNotification(payload ?? ''));
    // Kept to the end: a connection that breaks can say so more than once.
    client.on('error', () => {});
    client.on('end', again);
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    onListening();
  }

  function again(): void {
    clearTimeout(retry);
    if (stopped) return;
    onBroken();
    retry = setTimeout(() => {
      connect().catch(again);
    }, RECONNECT_MS);
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await current?.end();
  };
}
