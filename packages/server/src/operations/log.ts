/** What a log line may say beside its event: counts, names of the program's own things, never anything of a person. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** The structured log of everything that is no HTTP request. */
export interface Logger {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly warn: (event: string, facts?: LogFacts) => void;
  /** The fault by its kind and where it happened, without its message. */
  readonly error: (event: string, fault: unknown, facts?: LogFacts) => void;
}

/** The numbers that Fastify's log uses. */
const LEVEL = { info: 30, warn: 40, error: 50 } as const;

/** JSON leaves these as they are, but terminals obey them and some log readers take them for ends of lines. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029]/g;

/** One line that stays one line, whatever reads it. */
export function safeLine(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const textOf = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof found === 'string' ? found : undefined;
};

const FRAME = /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/;

/** The places in the code; the message, which stands before them, may have lines of its own. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = message === '' ? -1 : stack.indexOf(message);
  const after = start === -1 ? stack : stack.slice(start + message.length);
  return after.split('\n').filter((line) => FRAME.test(line));
}

/**
 * A fault as it may be logged. Messages are left out: those of the database and of parsers quote the values that
 * they complain about. Kind, code, constraint and the places in the code are enough to find it.
 */
export function faultFacts(fault: unknown): LogFacts {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const frames = framesOf(fault);
  const code = textOf(fault, 'code');
  const constraint = textOf(fault, 'constraint');
  return {
    kind: fault.constructor.name,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: frames.map((frame) => frame.trim()).join(' | '),
  };
}

/**
 * @param write takes a line with its end
 * @param now the clock
 */
export function createLogger(write: (line: string) => void, now: () => Date): Logger {
  const log = (level: number, event: string, facts: LogFacts): void =>
    write(`${safeLine(JSON.stringify({ level, time: now().getTime(), msg: event, ...facts }))}\n`);
  return {
    info: (event, facts = {}) => log(LEVEL.info, event, facts),
    warn: (event, facts = {}) => log(LEVEL.warn, event, facts),
    error: (event, fault, facts = {}) => log(LEVEL.error, event, { ...facts, ...faultFacts(fault) }),
  };
}
