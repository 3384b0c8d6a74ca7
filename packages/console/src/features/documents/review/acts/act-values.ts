import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { documentCommand, type documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { ShownDocument } from '../../shown-document.ts';

export type ActBody = RouteRequest<typeof documentRoutes.act>['body'];

/** What is entered into the form of an act: its own fields, and its words. */
export interface ActValues {
  readonly act: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** A minute of China's clock, as the browser's field has it, as a moment; `null` for what is none. */
export function momentOfMinute(minute: unknown): string | null {
  if (typeof minute !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(minute)) return null;
  const at = new Date(`${minute}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** What the form of an act begins with. */
export function initialAct(type: DocumentActType, shown: ShownDocument, now: Date): ActValues['act'] {
  switch (type) {
    case 'recordSecrecyReview':
      return { answers: { ...shown.secrecyReview?.answers } };
    case 'approve':
      return { disclosureClass: shown.revision?.disclosureClass };
    case 'endCoordination':
      return {
        coordinationId: shown.coordinations.find(({ result }) => result === null)?.coordinationId,
      };
    case 'withdraw':
      return { hidesExistence: false };
    case 'followUpLeak':
      return { duty: shown.leak?.persons === null ? 'persons' : 'authority', on: civilDateAt(now) };
    case 'reevaluate':
    case 'handOver':
      return { on: civilDateAt(now) };
    default:
      return {};
  }
}

/** Acts that speak of the version that was looked at. */
const OF_VERSION: ReadonlySet<DocumentActType> = new Set(['recordSecrecyReview', 'passReview', 'approve']);

/** The call for what was entered; `null` while something is missing. */
export function bodyOf(
  type: DocumentActType,
  { act, texts }: ActValues,
  { revision }: Pick<ShownDocument, 'revision'>,
): ActBody | null {
  const { minute, ...entered } = act;
  const parsed = documentCommand.safeParse({
    act: {
      type,
      ...entered,
      ...(type === 'schedule' && { minute: momentOfMinute(minute) }),
      ...(OF_VERSION.has(type) && { sha256: revision?.sha256 }),
    },
    texts: Object.fromEntries(Object.entries(texts).flatMap(([key, words]) => (words ? [[key, words]] : []))),
  });
  return parsed.success ? parsed.data : null;
}
