/** Structured lines about jobs: names, ids, codes, durations; nothing of what a job is about. */
export interface JobLog {
  readonly info: (message: string, facts: object) => void;
  readonly warn: (message: string, facts: object) => void;
  readonly fault: (message: string, facts: object, error: unknown) => void;
}

const INFO = 30;
const WARN = 40;
const ERROR = 50;
const FRAMES = 6;

/**
 * What of an exception can be written down: its kind, its code, and where it came from. Not its message, which
 * quotes addresses, names and rows.
 */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...('code' in error && { errorCode: String(error.code) }),
    at: frames.slice(0, FRAMES).map((line) => line.trim()),
  };
}

/** @param write takes one line of JSON; `null` for no log */
export function createJobLog(write: ((line: string) => void) | null): JobLog {
  const line = (level: number, msg: string, facts: object): void => {
    write?.(`${JSON.stringify({ level, time: Date.now(), ...facts, msg })}\n`);
  };
  return {
    info: (message, facts) => line(INFO, message, facts),
    warn: (message, facts) => line(WARN, message, facts),
    fault: (message, facts, error) => line(ERROR, message, { ...facts, ...traceOf(error) }),
  };
}
