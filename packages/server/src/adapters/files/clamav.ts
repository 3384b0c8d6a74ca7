import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** Where clamd listens. */
export type ClamavAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export type ScanVerdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly signature: string }
  /** No verdict: not reachable, too slow, or it refused the file; the reason is for the log. */
  | { readonly verdict: 'unavailable'; readonly reason: string };

/** Long enough for a file of the greatest size on a busy scanner. */
const SILENCE_MS = 60_000;
const REPLY_BYTES = 4096;

/** The command INSTREAM of clamd's protocol: pieces behind their length in four bytes, an empty one at the end. */
async function* inStream(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of createReadStream(path)) {
    const bytes = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    yield length;
    yield bytes;
  }
  yield Buffer.alloc(4);
}

function judge(reply: string): ScanVerdict {
  if (reply === 'stream: OK') return { verdict: 'clean' };
  const signature = /^stream: (.{1,200}) FOUND$/.exec(reply)?.[1];
  if (signature !== undefined) return { verdict: 'infected', signature };
  return { verdict: 'unavailable', reason: reply === '' ? 'no reply' : reply.slice(0, 200) };
}

/** What the scanner says before it hangs up; what it said before it stopped listening counts as well. */
function readReply(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    const end = (): void => resolve(reply.replace(/\0[\s\S]*$/, '').trim());
    socket.on('data', (piece) => {
      reply += piece.toString('latin1');
      if (reply.includes('\0') || reply.length > REPLY_BYTES) end();
    });
    socket.on('end', end);
    socket.on('error', (error) => {
      if (reply === '') reject(error);
      else end();
    });
    socket.on('close', end);
  });
}

/**
 * Has clamd look at a file, over TCP or a Unix socket.
 *
 * @see https://docs.clamav.net/manual/Usage/ClamdProtocol.html
 */
export async function scanFile(
  address: ClamavAddress,
  path: string,
  silenceMs: number = SILENCE_MS,
): Promise<ScanVerdict> {
  const socket = connect(address);
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('silent for too long')));
  const reply = readReply(socket);
  // clamd may answer and hang up in the middle of a file that is longer than its StreamMaxLength.
  pipeline(inStream(path), socket, { end: false }).catch(() => {});
  try {
    return judge(await reply);
  } catch (error) {
    return { verdict: 'unavailable', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    socket.destroy();
  }
}
