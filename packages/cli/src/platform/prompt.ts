import { CliError } from '../cli-error.ts';
import { type Io, write } from '../io.ts';

/** Asks the person at the terminal; from a file or a pipe the answers come line by line, in the same order. */
export interface Prompt {
  /** Whether somebody sits there who can be asked. */
  readonly isPerson: boolean;
  readonly line: (question: string) => Promise<string>;
  /** The same without showing what is typed. */
  readonly hidden: (question: string) => Promise<string>;
}

interface Terminal {
  readonly isTTY: true;
  readonly setRawMode: (isRaw: boolean) => unknown;
}

const isTerminal = (stream: object): stream is Terminal =>
  'isTTY' in stream && stream.isTTY === true && 'setRawMode' in stream;

const CANCEL = '\u0003';
const END = '\u0004';
const ERASE: ReadonlySet<string> = new Set(['\u007F', '\b']);

/** Characters from standard input, one line at a time; what is erased at the terminal is taken back. */
class Lines {
  readonly #chunks: AsyncIterator<unknown>;
  #rest: string[] = [];

  constructor({ stdin }: Io) {
    stdin.setEncoding('utf8');
    this.#chunks = stdin[Symbol.asyncIterator]();
  }

  /** @throws CliError when the person gives up, or when there is no line any more */
  async next(): Promise<string> {
    const typed: string[] = [];
    for (;;) {
      const character = this.#rest.shift();
      if (character === undefined) {
        const { done, value } = await this.#chunks.next();
        if (done !== true) this.#rest = Array.from(String(value));
        else if (typed.length > 0) return typed.join('');
        else throw new CliError('标准输入里没有要填的内容，没有做任何改动。');
      } else if (character === '\n' || character === '\r') {
        if (character === '\r' && this.#rest[0] === '\n') this.#rest.shift();
        return typed.join('');
      } else if (character === CANCEL || character === END) {
        throw new CliError('已取消，没有做任何改动。');
      } else if (ERASE.has(character)) typed.pop();
      else typed.push(character);
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

/** Works with one prompt: standard input is read by one alone, and let go at the end, so that the program can end. */
export async function withPrompt<T>(io: Io, work: (prompt: Prompt) => Promise<T>): Promise<T> {
  const terminal = isTerminal(io.stdin) ? io.stdin : null;
  const lines = new Lines(io);
  const ask = async (question: string): Promise<string> => {
    if (terminal !== null) await write(io.stderr, question);
    return await lines.next();
  };
  const hidden = async (question: string): Promise<string> => {
    terminal?.setRawMode(true);
    try {
      return await ask(question);
    } finally {
      terminal?.setRawMode(false);
      if (terminal !== null) await write(io.stderr, '\n');
    }
  };
  try {
    const line = async (question: string): Promise<string> => (await ask(question)).trim();
    return await work({ isPerson: terminal !== null, line, hidden });
  } finally {
    await lines.close();
  }
}
