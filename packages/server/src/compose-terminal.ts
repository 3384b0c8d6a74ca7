/** What commands at a terminal share; not a door by itself. */
import { randomUUID } from 'node:crypto';
import { PROBLEMS, type Rejection } from '@zhaoshi/contract/problems';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import type { Kysely } from 'kysely';
import { type Config, type Flags, readConfig } from './config.ts';
import { connectDatabase } from './db/connect.ts';
import { findOrganBySlugs } from './db/queries/account-overview.ts';
import { actorIn } from './db/queries/caller.ts';
import { createRunChange } from './db/run-change.ts';
import type { Schema } from './db/schema.ts';
import { openDatabase } from './open-database.ts';
import { StartError } from './start-error.ts';
import type { ChangeContext } from './use-cases/context.ts';

/** Whoever holds the machine reaches every organ; the trail names the terminal. */
const TERMINAL = 'system:cli';

/** What an act at a terminal works with. */
export interface Terminal {
  readonly config: Config;
  readonly database: Kysely<Schema>;
  /** What use cases are given, for an act of this kind. */
  readonly context: (event: AuditEvent, expectedVersion?: number) => ChangeContext;
}

/** Opens the installation that the settings name for one act, and closes it. */
export async function atTerminal<T>(flags: Flags, work: (terminal: Terminal) => Promise<T>): Promise<T> {
  const config = readConfig(flags, process.env);
  const opened = await openDatabase(config, false);
  const database = connectDatabase<Schema>(opened.server, 2, () => {});
  const base = { database, now: () => new Date(), newId: randomUUID };
  const caller = {
    accountId: TERMINAL,
    sessionId: '',
    displayName: '',
    loginName: '',
    organ: null,
    actor: actorIn(undefined, false),
  };
  const context = (event: AuditEvent, expectedVersion = 0): ChangeContext => ({
    ...base,
    caller,
    change: createRunChange(base, { actor: TERMINAL, event, actingFor: null, sessionId: null, call: null }),
    reaches: () => true,
    expectedVersion,
  });
  try {
    return await work({ config, database, context });
  } finally {
    await database.destroy();
    await opened.close();
  }
}

function inWords({ code, detail, errors }: Rejection): StartError {
  const fields = (errors ?? []).map(({ message }) => message);
  return new StartError([detail ?? PROBLEMS[code].title, ...fields].join('；'));
}

/** The value; a refusal comes out as what the operator has to mend. */
export function accepted<T>(result: Result<T, Rejection>): T {
  if (!result.ok) throw inWords(result.error);
  return result.value;
}

/** `<region>/<organ>` as in the addresses of the portal; a region alone means its government. */
export async function organNamed({ database }: Terminal, name: string) {
  const [region = '', organ = 'government'] = name.split('/');
  const found = await findOrganBySlugs(database, region, organ);
  if (found === undefined) {
    throw new StartError(`没有这个机关：${name}。应为“地区简称/机关简称”，与公开网站的网址相同。`);
  }
  return found;
}
