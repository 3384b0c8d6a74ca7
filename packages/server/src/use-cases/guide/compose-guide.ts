import type { Rejection } from '@zhaoshi/contract/problems';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { isEditable } from '@zhaoshi/domain/disclosure/document-status';
import { guideBody } from '@zhaoshi/domain/disclosure/guide/guide-body';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Transaction } from 'kysely';
import { contentOf, type DocumentIds, lockDocument } from '../../db/queries/documents.ts';
import { findOrgan, type OrganIds, type OrganRow } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { ChangeContext } from '../context.ts';
import { insertDocument } from '../documents/insert-document.ts';
import { writeDraft } from '../documents/save-draft.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { loadGuide, type OrganGuide } from './guide-data.ts';
import { NO_GUIDE } from './save-guide.ts';

const FINISHED: Rejection = {
  code: 'state-refuses',
  detail:
    '指南文件正在审查或者已经公开，没有改动。正在审查的先撤回送审；已经公开的，请在文件页“发起修改”，再回到这里生成。',
};

/** 条例20(15): what national provisions want published besides; 条例12 wants the guide. */
const GUIDE_CODE = 'a20.15';

const contentFor = (organ: OrganRow, { parts }: OrganGuide, now: Date): DocumentContent => ({
  ...EMPTY_CONTENT,
  kind: 'guide',
  title: `${organ.name}政府信息公开指南`,
  issuingOrgan: organ.name,
  createdOn: civilDateAt(now),
  abstract: `${organ.name}政府信息的分类、编排体系、获取方式，工作机构的联系方式，依申请公开、收费和救济的说明。`,
  subjectCategory: '综合政务\\政务公开',
  keywords: ['政府信息公开指南'],
  disclosureClass: 'proactive',
  catalogCode: GUIDE_CODE,
  body: guideBody(parts),
});

interface Composed extends DocumentIds {
  readonly isNew: boolean;
}

interface Work {
  readonly organ: OrganRow;
  readonly guide: OrganGuide;
  readonly at: Date;
}

/** Over the draft that was made before; `null` where there is none that could be written over. */
async function writeOver(
  transaction: Transaction<Schema>,
  { organ, guide, at }: Work,
  writer: string,
): Promise<Result<Composed, Rejection> | null> {
  if (guide.documentId === null) return null;
  const ids = { regionId: organ.region_id, documentId: guide.documentId };
  const row = await lockDocument(transaction, ids);
  if (row === undefined || row.status === 'discarded' || row.status === 'withdrawn') return null;
  if (!isEditable(row.status)) return err(FINISHED);
  // What somebody entered in the draft's form stays; text, title and day are made anew.
  const { title, createdOn, body } = contentFor(organ, guide, at);
  const written = await writeDraft(
    transaction,
    row,
    { ...contentOf(row), kind: 'guide', title, createdOn, body },
    { writer, at },
  );
  return written.ok ? ok({ ...ids, isNew: false }) : written;
}

/** Makes the guide's document out of what is there now: a draft, which goes the way of every document. */
export async function composeGuide(
  { change, reaches, caller, now, newId }: ChangeContext,
  ids: OrganIds,
): Promise<Result<Composed, Rejection>> {
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, ids);
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    if (!isOrganInLaw(organ.kind)) return err(NO_GUIDE);
    await oneAtATime(transaction, `guide ${ids.organId}`);
    const at = now();
    const guide = await loadGuide(transaction, organ, at);
    const over = await writeOver(transaction, { organ, guide, at }, caller.accountId);
    if (over !== null && !over.ok) return over;
    const documentId = over?.value.documentId ?? newId();
    if (over === null) {
      const inserted = await insertDocument(transaction, {
        ids: { ...ids, documentId },
        path: organ.path,
        content: contentFor(organ, guide, at),
        writer: caller.accountId,
        at,
      });
      if (!inserted.ok) return inserted;
    }
    const made = {
      document_id: documentId,
      composed_sha256: guide.sha256,
      composed_at: at,
      version: guide.version + 1,
    };
    await transaction
      .insertInto('organ_guide')
      .values({ region_id: ids.regionId, organ_id: ids.organId, texts: JSON.stringify(guide.texts), ...made })
      .onConflict((conflict) => conflict.columns(['region_id', 'organ_id']).doUpdateSet(made))
      .execute();
    return ok({
      value: { regionId: ids.regionId, documentId, isNew: over === null },
      subject: `document/${documentId}`,
      organPath: organ.path,
      details: { kind: 'guide', sha256: guide.sha256 },
    });
  });
}
