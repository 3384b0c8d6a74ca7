import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ReadyAnswer } from './page-cache-front-answers.ts';

/** A whole answer as it leaves; id and time are put in anew, which spares making and copying it for each reader. */
interface Wire {
  readonly bytes: Buffer;
  readonly idAt: number;
  readonly dateAt: number;
  second: number;
}

const ID_LENGTH = 36;
const DATE_LENGTH = 29;

/** In the order and the letters in which Node writes it. */
function wireOf({ status, headers, body }: ReadyAnswer, idleMs: number): Wire {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  const beforeId = `${lines.join('\r\n')}\r\nx-request-id: `;
  const beforeDate = `${beforeId}${' '.repeat(ID_LENGTH)}\r\nDate: `;
  const end = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(idleMs / 1000)}\r\n\r\n`;
  const head = `${beforeDate}${' '.repeat(DATE_LENGTH)}\r\n${end}`;
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), body]);
  return { bytes, idAt: beforeId.length, dateAt: beforeDate.length, second: 0 };
}

/** @param idleMs how long a connection may wait for the next request, as readers are told */
export function createSender(
  idleMs: number,
): (socket: Socket, answer: ReadyAnswer, requestId: string) => void {
  const wires = new WeakMap<ReadyAnswer, Wire>();
  return (socket, answer, requestId) => {
    const wire = wires.get(answer) ?? wireOf(answer, idleMs);
    wire.bytes.write(requestId, wire.idAt, ID_LENGTH, 'latin1');
    const second = Math.floor(Date.now() / 1000);
    if (second !== wire.second) {
      wire.second = second;
      wire.bytes.write(new Date(second * 1000).toUTCString(), wire.dateAt, DATE_LENGTH, 'latin1');
    }
    socket.write(wire.bytes);
    // What the system has not taken whole yet must stay as it is; the next reader gets bytes of their own.
    if (socket.writableLength > 0) wires.delete(answer);
    else wires.set(answer, wire);
  };
}
