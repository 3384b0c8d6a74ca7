import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Asked, createReadyAnswers, type FrontDependencies } from './page-cache-front-answers.ts';

/** Takes a request whose answer is ready; false leaves it to the routes. */
export type PageCacheFront = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The three headers that matter, straight from the list as it came: making an object of all headers costs more than
 * the rest of the answer. `null` when one of them came twice or the host is not said, which others are to judge.
 */
function askedBy(rawHeaders: readonly string[]): Asked | null {
  let encoding: string | undefined;
  let known: string | undefined;
  let cookie: string | undefined;
  let saysHost = false;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // By length first; few other headers have the same.
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') {
      if (encoding !== undefined) return null;
      encoding = rawHeaders[index + 1];
    } else if (name.length === 13 && name.toLowerCase() === 'if-none-match') {
      if (known !== undefined) return null;
      known = rawHeaders[index + 1];
    } else if (name.length === 6 && name.toLowerCase() === 'cookie') {
      if (cookie !== undefined) return null;
      cookie = rawHeaders[index + 1];
    } else if (name.length === 4 && name.toLowerCase() === 'host') {
      saysHost = true;
    }
  }
  return saysHost ? { encoding, known, cookie } : null;
}

/**
 * The ready page's short way for connections that Node's parser has: between it and the routes, without objects made for
 * each request. It gives the very answers that the routes give for the same request, or none.
 */
export function createPageCacheFront({ cache, newRequestId, onAnswer }: FrontDependencies): PageCacheFront {
  const readyAnswer = createReadyAnswers(cache);
  return (request, response) => {
    if (request.method !== 'GET') return false;
    const asked = askedBy(request.rawHeaders);
    if (asked === null) return false;
    const begun = performance.now();
    const answer = readyAnswer(request.url ?? '', asked);
    if (answer === undefined) return false;
    const { status, headers, body } = answer;
    const requestId = newRequestId();
    response.writeHead(status, [...headers, 'x-request-id', requestId]);
    if (status === 304) response.end();
    else response.end(body);
    onAnswer({ requestId, status, milliseconds: performance.now() - begun });
    return true;
  };
}
