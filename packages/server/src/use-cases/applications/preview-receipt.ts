import { APPLICATION_START } from '@zhaoshi/domain/application/application-state';
import { evolveApplication } from '@zhaoshi/domain/application/evolve-application';
import { type IntakeFacts, intakeLimits, receiptDateOf } from '@zhaoshi/domain/application/intake';
import { checkIntakeDates } from '@zhaoshi/domain/application/intake-dates';
import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { caseContext } from './case-context.ts';
import { datesOf } from './show-case.ts';

/** What registering with these dates would make of them: the day of receipt and the last day to reply. */
export async function previewReceipt(database: Kysely<Schema>, path: string, facts: IntakeFacts, now: Date) {
  const rules = await caseContext(database, path, now);
  const { today, calendar, intakeRules } = rules;
  const receipt = receiptDateOf(facts);
  const event = { type: 'register', on: today, receiptDate: receipt.date, isImported: false } as const;
  const state = evolveApplication(APPLICATION_START, { event, by: 'preview' }, rules.clockRules);
  const { arrivedOn } = facts;
  return {
    receipt,
    due: receipt.date === null ? null : datesOf(state, rules).due,
    limits: arrivedOn === null ? null : intakeLimits({ ...facts, arrivedOn }, calendar, intakeRules),
    faults: checkIntakeDates({ ...facts, receiptDate: receipt.date, enteredOn: today }, today),
  };
}
