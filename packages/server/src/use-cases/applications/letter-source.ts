import type { ActTexts, ApplicationAct } from '@zhaoshi/domain/application/act';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { type CaseFacts, caseFacts } from './letter-facts.ts';
import type { PlanningSource } from './planned-letters.ts';
import { correctedWords, lastDraftTexts, openForm, type ShownCase } from './show-case.ts';

const idsOf = ({ row }: Pick<ShownCase, 'row'>) => ({
  regionId: row.region_id,
  applicationId: row.application_id,
});

/** What the letters of an act would be composed from, whether or not the act is allowed now. */
export async function sourceOfAct(
  database: Kysely<Schema>,
  shown: ShownCase,
  { act, texts }: { readonly act: ApplicationAct; readonly texts: ActTexts },
  { box, now }: { readonly box: SecretBox; readonly now: Date },
): Promise<PlanningSource> {
  const { row, state, rules } = shown;
  const event = act.type === 'noticeCorrection' ? { ...act, isLate: false } : act;
  return {
    row,
    form: openForm(box, row),
    corrected: await correctedWords(database, idsOf(shown), state, box),
    state,
    after: evolveApplication(state, { event, by: '' }, rules.clockRules),
    act,
    texts,
    draftTexts: await lastDraftTexts(database, idsOf(shown), box),
    rules,
    now,
  };
}

/** The facts of a case as it stands today, for forms of its file. */
export async function factsToday(
  database: Kysely<Schema>,
  shown: ShownCase,
  { box, now }: { readonly box: SecretBox; readonly now: Date },
): Promise<CaseFacts> {
  const today = civilDateAt(now);
  const source = await sourceOfAct(
    database,
    shown,
    { act: { type: 'note', on: today }, texts: {} },
    { box, now },
  );
  return await caseFacts(database, source, today);
}
