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

let second = 0;
let dateLine = '';

/** The line of the time, made once a second. */
function dateNow(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    dateLine = `\r\nDate: ${new Date(now * 1000).toUTCString()}\r\n`;
  }
  return dateLine;
}

/** The head up to the value of the request's id, in the order and the letters in which Node writes it. */
function beginningOf({ status, headers }: ReadyAnswer): string {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  return `${lines.join('\r\n')}\r\nx-request-id: `;
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
  const beginnings = new WeakMap<ReadyAnswer, string>();
  const connections = new Set<Socket>();
  const idle = server.keepAliveTimeout;
  const goOn = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(idle / 1000)}\r\n\r\n`;
  let isClosed = false;

  function beginningFor(answer: ReadyAnswer): string {
    const found = beginnings.get(answer);
    if (found !== undefined) return found;
    const made = beginningOf(answer);
    beginnings.set(answer, made);
    return made;
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
    socket.write(beginningFor(answer) + requestId + dateNow() + goOn + answer.body, 'latin1');
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
