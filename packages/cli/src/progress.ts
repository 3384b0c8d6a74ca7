import type { Io } from './io.ts';

const BAR_WIDTH = 24;
/** A run shorter than this needs no bar. */
const SHOW_AFTER_MS = 800;

/** A progress bar on standard error for people at a terminal; does nothing for programs. */
export function createProgress(total: number, io: Io): { step: (label: string) => void; done: () => void } {
  if (!io.interactive || total < 2) return { step: () => {}, done: () => {} };
  const started = Date.now();
  let finished = 0;
  let shown = false;
  return {
    step: (label) => {
      finished += 1;
      if (Date.now() - started < SHOW_AFTER_MS) return;
      shown = true;
      const filled = Math.round((BAR_WIDTH * finished) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      io.stderr.write(`\r\u001B[2K${bar} ${finished}/${total} ${label.slice(-40)}`);
    },
    done: () => {
      if (shown) io.stderr.write('\r\u001B[2K');
    },
  };
}
