import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A connection byte by byte, for what no well-behaved client would send. */
export interface RawConnection {
  readonly socket: Socket;
  readonly write: (bytes: string) => void;
  /** All that came so far, a character for each byte. */
  readonly received: () => string;
  /** Waits until so many whole answers came, or the end of the connection. */
  readonly answers: (count: number) => Promise<readonly RawAnswer[]>;
  /** Waits for the end of the connection, or until nothing came for some time; true when it has ended. */
  readonly ended: (quietMs: number) => Promise<boolean>;
}

export interface RawAnswer {
  readonly status: number;
  /** As they came, without the time and the request's id, which differ each time. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** The answers in what came, the last one perhaps in part. To one without a body, to HEAD, the next counts as its body. */
export function answersIn(received: string): readonly RawAnswer[] {
  const text = received.replaceAll(/^(?:date|x-request-id): [^\r\n]*\r\n/gim, '');
  const answers: RawAnswer[] = [];
  for (let at = 0; ; ) {
    const end = text.indexOf('\r\n\r\n', at);
    if (end < 0) return answers;
    const [first = '', ...lines] = text.slice(at, end).split('\r\n');
    const status = Number(first.split(' ')[1]);
    const length = status === 304 ? 0 : Number(/content-length: (\d+)/i.exec(lines.join('\n'))?.[1] ?? 0);
    const body = text.slice(end + 4, end + 4 + length);
    answers.push({ status, headers: [first, ...lines], body });
    at = end + 4 + length;
  }
}

/** Turns are counted, not time: while the machine stands still nothing can come, and that is not quiet. */
const TURN_MS = 2;

const isWhole = ({ headers, body }: RawAnswer): boolean =>
  body.length === Number(/content-length: (\d+)/i.exec(headers.join('\n'))?.[1] ?? 0) || body === '';

export async function openRaw(port: number): Promise<RawConnection> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  const state = { text: '', isOver: false };
  socket.on('data', (bytes) => {
    state.text += bytes.toString('latin1');
  });
  socket.on('error', () => {});
  for (const event of ['end', 'close']) socket.on(event, () => (state.isOver = true));
  await once(socket, 'connect');
  return {
    socket,
    write: (bytes) => void socket.write(bytes, 'latin1'),
    received: () => state.text,
    answers: async (count) => {
      for (;;) {
        const found = answersIn(state.text);
        if (state.isOver || (found.length >= count && found.every(isWhole))) return found;
        await wait(2);
      }
    },
    ended: async (quietMs) => {
      let length = 0;
      for (let turns = 0; !state.isOver && turns * TURN_MS < quietMs; turns += 1) {
        if (state.text.length > length) turns = 0;
        length = state.text.length;
        await wait(TURN_MS);
      }
      return state.isOver;
    },
  };
}
