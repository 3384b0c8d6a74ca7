import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Answers to what is no proper request, and never reaches a route: Node's own would bear no headers of ours. */

const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const headers = () => ({
  ...SECURITY_HEADERS,
  'x-request-id': randomUUID(),
  'cache-control': 'no-store',
  'content-length': '0',
  connection: 'close',
});

/** What the parser cannot read, or what comes too slowly. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const status = STATUSES[error.code ?? ''] ?? 400;
  const lines = Object.entries(headers()).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  socket.destroySoon();
}

/** Expectations other than `100-continue`, which nobody has. */
export function answerExpectations(server: Server): Server {
  return server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, headers()).end();
  });
}

/** Answers a request that does not say which host it is for (RFC 9112, 3.2); false leaves it to the others. */
export function refusesWithoutHost(
  { headers: { host }, httpVersion }: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (host !== undefined || httpVersion !== '1.1') return false;
  response.writeHead(400, headers()).end();
  return true;
}
