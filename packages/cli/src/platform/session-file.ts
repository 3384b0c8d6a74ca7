import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, fileError } from '../cli-error.ts';
import type { Io } from '../io.ts';

/** A session that lasts beyond one command: where, and the cookies that carry it. Never a password. */
export interface KeptSession {
  readonly origin: string;
  readonly cookies: Readonly<Record<string, string>>;
}

const fileOf = ({ configFolder }: Io): string => join(configFolder, 'session.json');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string');

function parsed(text: string): KeptSession | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { origin, cookies } = value;
  return typeof origin === 'string' && isTexts(cookies) ? { origin, cookies } : undefined;
}

/** The session of the last `login`; `undefined`: nobody is signed in, or the file is not one of ours. */
export async function readSession(io: Io): Promise<KeptSession | undefined> {
  try {
    return parsed(await readFile(fileOf(io), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError(error, fileOf(io));
  }
}

/** Keeps the session, readable by its owner alone from its first byte on. */
export async function keepSession(session: KeptSession, io: Io): Promise<void> {
  const file = fileOf(io);
  const draft = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(io.configFolder, { recursive: true, mode: 0o700 });
    await writeFile(draft, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw fileError(error, file);
  }
}

export async function forgetSession(io: Io): Promise<void> {
  await rm(fileOf(io), { force: true });
}
