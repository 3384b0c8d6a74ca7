import type { Readable, Writable } from 'node:stream';

/** What a command may touch of its surroundings; tests give their own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly cwd: string;
  /** Where programs keep what belongs to the person, such as a session. */
  readonly configFolder: string;
  /** Colours and the progress bar are for people only. */
  readonly colours: boolean;
  readonly interactive: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Writes and waits while the reader is slow, so that long output does not pile up in memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
  });
}
