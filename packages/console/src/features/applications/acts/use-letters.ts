import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import type { ActType } from '@zhaoshi/domain/application/act';
import { usePause } from '../../../app/use-pause.ts';
import { useRead } from '../../../app/use-route.ts';
import type { ShownCase } from '../shown-application.ts';
import { type LetterForms, letterQuestion, nameAt } from './act-letter.ts';
import type { ActBody } from './act-values.ts';
import type { ActFacts, EnteredTexts } from './entered.ts';
import { NOTHING } from './use-what-if.ts';

export type LetterPreviews = RouteOutput<typeof applicationLetterRoutes.previewLetter>['letters'];

/** Never sent: the question waits for something to ask. */
const UNASKED = { act: 'withdraw' } as const;

const NO_FORMS: LetterForms = [];
const NO_PREVIEWS: LetterPreviews = [];

/** What the letters of an act need, with what the case says already. */
export function useLetterForms(
  { regionId, applicationId }: ShownCase,
  type: ActType,
  act: ActFacts,
): LetterForms {
  const question = letterQuestion(type, act);
  const { data } = useRead(
    applicationLetterRoutes.templateFields,
    { params: { regionId, applicationId }, query: question ?? UNASKED },
    { enabled: question !== null },
  );
  return question === null ? NO_FORMS : (data?.letters ?? NO_FORMS);
}

/** Kinds of fields where a gap can be shown as its name. */
const WORDED: ReadonlySet<string> = new Set(['line', 'text', 'list']);

/** What is typed, and the names of the words that are not: so that the letter can be read before it is complete. */
export function gapped(letters: LetterForms, texts: EnteredTexts): EnteredTexts {
  const gaps = letters.flatMap(({ fields, numberPointer }) => [
    ...fields.filter(({ kind, required }) => required && WORDED.has(kind)),
    ...(numberPointer === null ? [] : [{ pointer: numberPointer, label: '发文字号' }]),
  ]);
  const names = gaps.flatMap(({ pointer, label }): readonly (readonly [string, string])[] => {
    const [part, key] = nameAt(pointer);
    return part === 'texts' && (texts[key] ?? '').trim() === '' ? [[key, `〔${label}〕`]] : [];
  });
  return { ...texts, ...Object.fromEntries(names) };
}

/** The letters as the act would send them. */
export function useLetterPreviews(
  { regionId, applicationId }: ShownCase,
  body: ActBody | null,
): LetterPreviews {
  const asked = usePause(body);
  const { data } = useRead(
    applicationLetterRoutes.previewLetter,
    { params: { regionId, applicationId }, body: asked.value ?? { act: NOTHING, texts: {} } },
    { enabled: asked.value !== null },
  );
  return body === null ? NO_PREVIEWS : (data?.letters ?? NO_PREVIEWS);
}
