import type { Rejection } from '@zhaoshi/contract/problems';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { ok, type Result } from '@zhaoshi/domain/kernel/result';
import { can } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import type { Transaction } from 'kysely';
import type { Files } from '../../adapters/files/open-files.ts';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { jurisdictionOf } from '../../db/queries/caller.ts';
import type { OrganIds } from '../../db/queries/organs.ts';
import { type OrganDesk, organDesk } from '../../db/queries/reminder-desk.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext, ChangeWork } from '../context.ts';
import { type Places, placeOf } from './load-tree.ts';

/** What the stories of an area are played with. */
export interface Stage {
  readonly transaction: Transaction<Schema>;
  readonly at: Date;
  readonly newId: () => string;
  readonly secretBox: SecretBox;
  /** `null`: there is no storage, and no photos. */
  readonly files: Files | null;
  readonly places: Places;
  /** The people of an organ by its path: the same few act in story after story. */
  readonly desks: Map<string, OrganDesk>;
}

/** The day of loading: all days of the stories are counted from it. */
export const todayOf = ({ at }: Pick<Stage, 'at'>): CivilDate => civilDateAt(at);

/** Half past nine in China on a day, but never later than the loading. */
export function morningOf({ at }: Pick<Stage, 'at'>, day: CivilDate): Date {
  const morning = new Date(`${day}T09:30:00+08:00`);
  return morning < at ? morning : at;
}

/** @param organ `<region>/<organ>` */
export function idsOf({ places }: Pick<Stage, 'places'>, organ: string): OrganIds {
  const { region_id: regionId, organ_id: organId } = placeOf(places, organ);
  return { regionId, organId };
}

/** Who does something: an invented person with the role in an organ, by the right that the console asks for. */
export interface Hand {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly role: Role;
  readonly permission: Permission;
}

type HandContext = ChangeContext & { readonly services: { readonly secretBox: SecretBox } };

/**
 * What a use case is given when an invented person calls it at a moment. Everything is written in the one transaction of
 * the loading, whose own entry in the trail stands for all of it.
 */
export async function handOf(
  { transaction, newId, secretBox, places, desks }: Stage,
  { organ, role, permission }: Hand,
  moment: Date,
  expectedVersion = 1,
): Promise<HandContext> {
  const { region_id: regionId, organ_id: organId, path, kind, name } = placeOf(places, organ);
  const desk = desks.get(path) ?? (await organDesk(transaction, { regionId, organId, path }));
  desks.set(path, desk);
  const found = desk.officers.find(({ roles }) => roles.includes(role));
  if (found === undefined) throw new Error(`${name} has no ${role} in the demonstration`);
  const roles = found.roles.filter(isRole);
  const actor = { roles, path, jurisdiction: jurisdictionOf(kind, path), secondFactor: true };
  return {
    database: transaction,
    now: () => moment,
    newId,
    services: { secretBox },
    caller: {
      accountId: found.accountId,
      sessionId: '',
      displayName: '',
      loginName: '',
      organ: { regionId, organId },
      actor,
    },
    change: async <T>(work: ChangeWork<T>): Promise<Result<T, Rejection>> => {
      const done = await work(transaction);
      return done.ok ? ok(done.value.value) : done;
    },
    reaches: (to) => can(actor, permission, to),
    expectedVersion,
  };
}

/** What a use case answered; a story that is refused is wrong. */
export function done<T>(result: Result<T, Rejection>): T {
  if (!result.ok) throw new Error(`refused in the demonstration: ${JSON.stringify(result.error)}`);
  return result.value;
}
