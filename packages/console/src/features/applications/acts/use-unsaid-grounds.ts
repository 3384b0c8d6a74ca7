import type { ActType } from '@zhaoshi/domain/application/act';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import { refuseUnsaidGrounds } from '@zhaoshi/domain/application/released-grounds';
import { LETTER_TEXT } from '@zhaoshi/domain/letter/act-letters';
import type { ShownCase } from '../shown-application.ts';
import { useCaseFiles } from '../use-case-files.ts';
import type { ActValues } from './act-values.ts';
import { textOf } from './entered.ts';

/** What is to be said beside a field, by the field's pointer. */
export type FieldNotes = Readonly<Record<string, string>>;

const NONE: FieldNotes = {};

/** What the draft does not say of the parts that are blacked out in the files that go out with it (条例37). */
export function useUnsaidGrounds(shown: ShownCase, type: ActType, { act, texts }: ActValues): FieldNotes {
  const { data } = useCaseFiles(shown);
  const outcome = OUTCOME_IDS.find((id) => id === act['outcome']);
  if (type !== 'draftReply' || data === undefined || outcome === undefined) return NONE;
  const released = data.files
    .filter(({ use }) => use === 'released')
    .map(({ name, redaction }) => ({ name, marks: redaction?.marks ?? [] }));
  const grounds = textOf(texts[`${LETTER_TEXT}grounds`]);
  const unsaid = refuseUnsaidGrounds(released, { outcome, grounds });
  if (unsaid === null) return NONE;
  const pointer = unsaid.field === 'outcome' ? '/act/outcome' : `/texts/${LETTER_TEXT}grounds`;
  return { [pointer]: unsaid.message };
}
