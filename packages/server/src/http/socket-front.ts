import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { createReadyAnswers, type FrontDependencies } from './page-cache-front-answers.ts';
import { readPlainRequest } from './socket-front-request.ts';
import { createSender } from './socket-front-wire.ts';

/** Stands before Node's parser on every new connection of a server. */
export interface SocketFront {
  /** Takes leave of the connections that it has, and leaves new ones to the parser. */
  readonly close: () => void;
}

/** Takes the parser's place at the server's new connections; what is returned puts one through to it. */
function takeConnections(server: Server, take: (socket: Socket) => void): (socket: Socket) => void {
  const listeners = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', take);
  return (socket) => {
    for (const listener of listeners) Reflect.apply(listener, server, [socket]);
  };
}

/** What Node adds to the idle time that it tells the reader, by default too (`keepAliveTimeoutBuffer`). */
const GRACE_MS = 1000;

/** As Node's own, which answers those who opened a connection and say nothing. */
const tooSlow = (): Error =>
  Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/**
 * One connection, from its beginning to its end or to the bytes that `answers` does not take, with which it is left.
 *
 * @param onLeave called at either, with the bytes or without
 */
function watchConnection(
  server: Server,
  socket: Socket,
  answers: (socket: Socket, bytes: Buffer) => boolean,
  onLeave: (untaken: Buffer | null) => void,
): void {
  let hasAnswered = false;
  const listeners = {
    data: (bytes: Buffer): void => {
      // The farewell has been said; nobody answers any more.
      if (!socket.writable) return;
      if (!answers(socket, bytes)) {
        for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
        socket.setTimeout(server.timeout);
        onLeave(bytes);
      } else if (!hasAnswered) {
        hasAnswered = true;
        socket.setTimeout(server.keepAliveTimeout + GRACE_MS);
      }
    },
    timeout: (): void => {
      if (hasAnswered || !server.emit('clientError', tooSlow(), socket)) socket.destroy();
    },
    end: (): void => void socket.end(),
    // A connection that breaks is closed by the stream itself; there is nobody to answer.
    error: (): void => {},
    close: (): void => onLeave(null),
  };
  socket.setTimeout(server.headersTimeout);
  for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
}

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
  const send = createSender(server.keepAliveTimeout);
  const connections = new Set<Socket>();
  let isClosed = false;

  /** Whether the bytes were a plain request for a ready page; then it has been answered. */
  function answers(socket: Socket, bytes: Buffer): boolean {
    const begun = performance.now();
    // Who has not taken the last answer yet is for the parser, which knows how to wait.
    if (socket.writableLength > 0) return false;
    const request = readPlainRequest(bytes);
    const answer = request === null ? undefined : readyAnswer(request.url, request);
    if (answer === undefined) return false;
    const requestId = newRequestId();
    send(socket, answer, requestId);
    onAnswer({ requestId, status: answer.status, milliseconds: performance.now() - begun });
    return true;
  }

  const giveOver = takeConnections(server, (socket) => {
    if (isClosed) {
      giveOver(socket);
      return;
    }
    connections.add(socket);
    watchConnection(server, socket, answers, (untaken) => {
      connections.delete(socket);
      if (untaken === null) return;
      // Paused, so that the bytes wait until the parser listens.
      socket.pause();
      socket.unshift(untaken);
      giveOver(socket);
      socket.resume();
    });
  });
  return {
    close: () => {
      isClosed = true;
      // What is being written goes out first.
      for (const socket of connections) socket.destroySoon();
    },
  };
}
