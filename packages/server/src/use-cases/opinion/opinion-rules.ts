import { type OpinionRules } from '@zhaoshi/domain/opinion/clocks';
import { opinionRulesFrom } from '@zhaoshi/domain/setting/opinion-rules';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Kysely } from 'kysely';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';

/** Reads from when the hours run, the settings of each organ once. */
export function opinionRulesReader(database: Kysely<Schema>): (path: string) => Promise<OpinionRules> {
  const known = new Map<string, OpinionRules>();
  return async (path) => {
    const found = known.get(path) ?? opinionRulesFrom(settingsAt(path, await chosenSettings(database, path)));
    known.set(path, found);
    return found;
  };
}
