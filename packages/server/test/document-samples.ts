import type { DocumentActInput } from '@zhaoshi/contract/routes/documents';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { SECRECY_QUESTION_IDS, type SecrecyQuestion } from '@zhaoshi/domain/disclosure/secrecy-review';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { createRunChange } from '../src/db/run-change.ts';
import type { ChangeContext } from '../src/use-cases/context.ts';
import { createDocument } from '../src/use-cases/documents/create-document.ts';
import type { ContentInput } from '../src/use-cases/documents/read-content.ts';
import type { World, WorldOrgan } from './api-world.ts';

/** A township's notice with everything that publication asks for. */
export const SAMPLE_CONTENT: DocumentContent = {
  ...EMPTY_CONTENT,
  kind: 'announcement',
  title: '示范镇关于开展2026年冬季农田水利检修的公告',
  createdOn: '2026-11-10' as CivilDate,
  abstract: '冬季农田水利检修的时间、范围和联系方式。',
  subjectCategory: '农业、林业、水利\\水利',
  keywords: ['农田水利', '检修'],
  disclosureClass: 'proactive',
  catalogCode: 'a21t.2',
  body: {
    type: 'doc',
    content: [
      paragraphOf('为保障明年春灌，定于2026年12月对全镇主要渠道进行检修，现公告如下。'),
      paragraphOf('一、检修范围为东干渠、西干渠。'),
    ],
  },
};

/** Content as a caller sends it; dated on the day it was made, unless another day is given. */
export function sent(given: Partial<DocumentContent> = {}): ContentInput {
  const content = { ...SAMPLE_CONTENT, ...given };
  const dateOfDocument = given.dateOfDocument === undefined ? content.createdOn : given.dateOfDocument;
  return structuredClone({ ...content, dateOfDocument }) as unknown as ContentInput;
}

export interface PlantedDocument {
  readonly regionId: string;
  readonly documentId: string;
}

/** Within the days in which a document is to be published, whatever day the world has; on its first day the sample's. */
const DAYS_OLD = 11;

/** A draft of the organ, written by a drafter of its own. */
export async function plantDocument(
  world: World,
  organ: WorldOrgan,
  given: Partial<DocumentContent> = {},
): Promise<PlantedDocument> {
  const accountId = await world.newPerson(organ, ['drafter']);
  const { context } = world.database;
  const planter = {
    ...context,
    caller: { accountId },
    reaches: () => true,
    change: createRunChange(context, {
      actor: accountId,
      event: 'document.create',
      actingFor: organ.path,
      sessionId: null,
      call: null,
    }),
  } as unknown as ChangeContext;
  const { regionId, organId } = organ;
  const content = sent({ createdOn: addDays(world.today(), -DAYS_OLD), ...given });
  const made = await createDocument(planter, { regionId, organId, content });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** A secrecy review that finds nothing. */
export const CLEAN_REVIEW = {
  type: 'recordSecrecyReview',
  answers: Object.fromEntries(SECRECY_QUESTION_IDS.map((id) => [id, 'no'])) as Record<SecrecyQuestion, 'no'>,
  conclusion: 'publish',
} as const satisfies Partial<DocumentActInput>;
