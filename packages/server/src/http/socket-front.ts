import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { createReadyAnswers, type FrontDependencies, type ReadyAnswer } from './page-cache-front-answers.ts';
import { readPlainRequest } from './socket-front-request.ts';

/** Stands before Node's parser on every new connection of a server. */
export interface SocketFront {
  /** Takes leave of the connections that it has, and leaves new ones to the parser. */
  readonly close: () => void;
}

type GiveOver = (socket: Socket) => void;

/** Takes the place of the parser at the server's new connections; what is returned puts one through to it. */
function takeConnections(server: Server, take: (socket: Socket) => void): GiveOver {
  const listeners = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', take);
  return (socket) => {
    for (const listener of listeners) Reflect.apply(listener, server, [socket]);
  };
}

/** What Node adds to the idle time that it tells the reader, by default too (`keepAliveTimeoutBuffer`). */
const GRACE_MS = 1000;

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
function wireOf({ status, headers, body }: ReadyAnswer, keepAlive: string): Wire {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  const beforeId = `${lines.join('\r\n')}\r\nx-request-id: `;
  const beforeDate = `${beforeId}${' '.repeat(ID_LENGTH)}\r\nDate: `;
  const head = `${beforeDate}${' '.repeat(DATE_LENGTH)}\r\n${keepAlive}\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), body]);
  return { bytes, idAt: beforeId.length, dateAt: beforeDate.length, second: 0 };
}

/** As Node's own, which answers those who opened a connection and say nothing. */
const tooSlow = (): Error =>
  Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/**
 * The ready page's shortest way: plain requests are answered on the socket itself. At the first bytes that are anything
 * else, at a page that is not ready and at a reader who does not read, the connection goes to Node's parser for good,
 * with every byte of what came. So the front never keeps part of a request, nor more than one answer on its way.
 */
export function createSocketFront(
  server: Server,
  { cache, newRequestId, onAnswer }: FrontDependencies,
): SocketFront {
  const readyAnswer = createReadyAnswers(cache);
  const wires = new WeakMap<ReadyAnswer, Wire>();
  const connections = new Set<Socket>();
  const idle = server.keepAliveTimeout;
  const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(idle / 1000)}`;
  let isClosed = false;

  function send(socket: Socket, answer: ReadyAnswer, requestId: string): void {
    const wire = wires.get(answer) ?? wireOf(answer, keepAlive);
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
  }

  /** Whether the bytes were a plain request for a ready page; then it has been answered. */
  function answers(socket: Socket, bytes: Buffer): boolean {
    const begun = performance.now();
    // Who has not taken the last answer yet is for the parser, which knows how to wait.
    if (socket.writableLength > 0) return false;
    const request = readPlainRequest(bytes);
    if (request === null) return false;
    const answer = readyAnswer(request.url, request);
    if (answer === undefined) return false;
    const requestId = newRequestId();
    send(socket, answer, requestId);
    onAnswer({ requestId, status: answer.status, milliseconds: performance.now() - begun });
    return true;
  }

  function take(socket: Socket): void {
    if (isClosed) {
      giveOver(socket);
      return;
    }
    let hasAnswered = false;

    function onData(bytes: Buffer): void {
      // The farewell has been said; nobody answers any more.
      if (!socket.writable) return;
      if (!answers(socket, bytes)) {
        leave();
        // Paused, so that the bytes wait until the parser listens.
        socket.pause();
        socket.unshift(bytes);
        giveOver(socket);
        socket.resume();
      } else if (!hasAnswered) {
        hasAnswered = true;
        socket.setTimeout(idle + GRACE_MS);
      }
    }
    function onTimeout(): void {
      if (hasAnswered) socket.destroy();
      else server.emit('clientError', tooSlow(), socket);
    }
    const onEnd = (): void => void socket.end();
    // A connection that breaks is closed by the stream itself; there is nobody to answer.
    const onError = (): void => {};
    const onClose = (): void => void connections.delete(socket);

    function leave(): void {
      connections.delete(socket);
      socket.setTimeout(server.timeout);
      socket
        .off('data', onData)
        .off('timeout', onTimeout)
        .off('end', onEnd)
        .off('error', onError)
        .off('close', onClose);
    }

    connections.add(socket);
    socket.setTimeout(server.headersTimeout);
    socket
      .on('data', onData)
      .on('timeout', onTimeout)
      .on('end', onEnd)
      .on('error', onError)
      .on('close', onClose);
  }

  const giveOver = takeConnections(server, take);
  return {
    close: () => {
      isClosed = true;
      // What is being written goes out first.
      for (const socket of connections) socket.destroySoon();
    },
  };
}
