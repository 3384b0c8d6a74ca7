import { Writable } from 'node:stream';
import type { FastifyServerOptions } from 'fastify';
import { faultFacts, safeLine } from '../operations/log.ts';

/** Words that can only be the program's own: an address, a value or a name of a person would not pass. */
const OWN_WORDS = /^[a-z][a-z ,.'-]*$/i;

const faultIn = (first: unknown): unknown => {
  if (first instanceof Error) return first;
  return typeof first === 'object' && first !== null && 'err' in first ? first.err : undefined;
};

/** The words of a log call, unless they are a fault's message or could hold something of the request. */
function safeWords(first: unknown, second: unknown): string | undefined {
  const words = [second, first].find((one) => typeof one === 'string');
  const fault = faultIn(first);
  if (fault instanceof Error && (words === undefined || words === fault.message)) return 'fault';
  return words === undefined || OWN_WORDS.test(words) ? words : 'words withheld';
}

/**
 * Settings of Fastify's log: what a caller sent never gets in, however the logging line is written, by this program
 * or by Fastify. The id in the answer ties a line to what its reader saw.
 */
export function requestLog(
  log: ((line: string) => void) | null,
): NonNullable<FastifyServerOptions['logger']> {
  if (log === null) return false;
  return {
    level: 'info',
    base: null,
    serializers: {
      // Fastify knows these by name and would log addresses, hosts and headers with them.
      req: () => ({}),
      res: () => ({}),
      err: (fault) => ({ type: fault.name, message: '', stack: '', ...faultFacts(fault) }),
    },
    hooks: {
      logMethod([first, second], method) {
        const words = safeWords(first, second);
        if (typeof first === 'string') method.apply(this, [words ?? '']);
        else if (words === undefined) method.apply(this, [first]);
        else method.apply(this, [first, words]);
      },
    },
    stream: new Writable({
      write(chunk: Buffer, _encoding, done) {
        log(safeLine(chunk.toString('utf8')));
        done();
      },
    }),
  };
}
