import type { Io } from './io.ts';
import { wrap } from './print/text-table.ts';

const BAR_WIDTH = 24;
/** A run shorter than this needs no bar. */
const SHOW_AFTER_MS = 800;

export interface Progress {
  /** One more file is finished. */
  readonly step: (label: string) => void;
  /** Takes the bar off the screen, before other lines are written and at the end. */
  readonly clear: () => void;
}

/** A progress bar on standard error for people at a terminal; does nothing for programs. */
export function createProgress(total: number, io: Io): Progress {
  if (!io.interactive || total < 2) return { step: () => {}, clear: () => {} };
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
      // A bar broken over two lines could not be taken off again.
      const [line = ''] = wrap(`${bar} ${finished}/${total} ${label}`, io.width - 1);
      io.stderr.write(`\r\u001B[2K${line}`);
    },
    clear: () => {
      if (shown) io.stderr.write('\r\u001B[2K');
      shown = false;
    },
  };
}
