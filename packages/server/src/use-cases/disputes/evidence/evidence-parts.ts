import type { Readable } from 'node:stream';
import { CASE_FILE_USES } from '@zhaoshi/domain/application/case-files';
import type { ProofSource } from '@zhaoshi/domain/dispute/burden-of-proof';
import {
  sourceOfDelivery,
  sourceOfEvent,
  sourceOfFile,
  sourceOfLetter,
} from '@zhaoshi/domain/dispute/proof-sources';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { Services } from '../../../services.ts';
import { factsTable, fromBytes, pageOf } from '../../applications/case-file/bundle-part.ts';
import { letterParts } from '../../applications/case-file/numbered-parts.ts';
import {
  applicationSheet,
  courseSheet,
  eventSheet,
  redactionSheet,
} from '../../applications/case-file/sheets.ts';
import { approvalSheet, proofOfDelivery } from '../../applications/case-forms.ts';
import { openLetter } from '../../applications/letter-seal.ts';
import type { ShownCase } from '../../applications/show-case.ts';
import type { ShownFile } from '../../applications/show-case-files.ts';
import { fileFacts, openContent, type StoredColumns } from '../../files/sealed-file.ts';
import { type DisputeProof, thirdPartiesOf } from './proof-of-dispute.ts';

type ShownEvent = ShownCase['events'][number];

/** A piece of evidence before it has its place in the bundle. */
export interface EvidencePart {
  readonly source: ProofSource;
  /** What it is called in the catalogue and in its path; never a person's name. */
  readonly kind: string;
  /** Only its ending is used. */
  readonly name: string;
  readonly on: string;
  readonly open: () => Promise<Readable>;
}

/** What the evidence is collected from. */
export interface EvidenceSource {
  readonly proof: DisputeProof;
  readonly files: readonly ShownFile[];
  readonly database: Kysely<Schema>;
  readonly services: Pick<Services, 'files' | 'secretBox'>;
  readonly now: Date;
}

const page = (source: ProofSource, kind: string, on: string, content: Buffer | null): EvidencePart[] =>
  content === null
    ? []
    : [{ source, kind, name: 'x.html', on, open: () => Promise.resolve(fromBytes(content)) }];

/** The last day of some events; empty where there are none. */
const lastDay = ({ events }: ShownCase, isWanted: (event: ShownEvent['event']) => boolean): string =>
  events.findLast(({ event }) => isWanted(event))?.event.on ?? '';

/** Events as sheets, each kind of proof by itself. */
const EVENT_SHEETS = [
  ['search', '检索记录'],
  ['secrecyReview', '保密审查记录'],
  ['opinion', '第三方意见记录'],
  ['organConsultation', '其他机关意见记录'],
  ['reasons', '说明理由和判断记录'],
  ['earlierCase', '关联申请记录'],
] as const satisfies readonly (readonly [ProofSource, string])[];

function sheets(shown: ShownCase, { services, files }: EvidenceSource): EvidencePart[] {
  const box = services.secretBox;
  const thirdParties = thirdPartiesOf(shown);
  const received = shown.state.receivedOn ?? civilDateAt(shown.row.entered_at);
  return [
    ...page('form', '申请表', received, applicationSheet(shown, box)),
    ...EVENT_SHEETS.flatMap(([source, title]) => {
      const isWanted = (event: ShownEvent['event']): boolean => sourceOfEvent(event, thirdParties) === source;
      return page(source, title, lastDay(shown, isWanted), eventSheet(shown, box, title, isWanted));
    }),
    ...page(
      'redaction',
      '遮盖记录',
      lastDay(shown, ({ type }) => type === 'deliverReply'),
      redactionSheet(files),
    ),
    ...page(
      'course',
      '办理过程',
      lastDay(shown, () => true),
      courseSheet(shown, box),
    ),
  ];
}

/** Every letter with its proof of delivery, as PDF: what is handed in is not written in any more. */
async function letters(
  shown: ShownCase,
  { database, services, now }: EvidenceSource,
): Promise<EvidencePart[]> {
  const box = services.secretBox;
  const parts: EvidencePart[] = [];
  for (const row of shown.letters) {
    const letter = openLetter(box, row);
    const source = sourceOfLetter(row.kind);
    parts.push(...letterParts('letters', letter, letter.title).map((part) => ({ ...part, source })));
    const way = row.delivery_way;
    const receipt = await proofOfDelivery(database, shown, { letter, way }, { box, now });
    const delivered = shown.state.letters.find(({ letterId }) => letterId === row.letter_id)?.delivered;
    if (receipt.ok && delivered != null) {
      const kind = `${letter.title}的送达回证`;
      const delivery = sourceOfDelivery(row.kind);
      const both = letterParts('letters', receipt.value, kind);
      parts.push(...both.map((part) => ({ ...part, kind, on: delivered.on, source: delivery })));
    }
  }
  const composed = await approvalSheet(database, shown, { box, now });
  if (composed?.ok === true) {
    const approval = letterParts('approval', composed.value, composed.value.title);
    const on = lastDay(shown, ({ type }) => type === 'approveReply');
    parts.push(...approval.map((part) => ({ ...part, on, source: 'approval' as const })));
  }
  return parts.filter(({ name }) => name.endsWith('.pdf'));
}

const stored = (services: EvidenceSource['services'], row: StoredColumns) => async (): Promise<Readable> => {
  const content = await openContent(services, row);
  if (content === null) throw new Error('a file of a dispute is missing from the storage');
  return content;
};

function fileParts({ files, services, proof }: EvidenceSource): EvidencePart[] {
  const ofCase = files.flatMap(({ row, name }) => {
    const source = sourceOfFile(row.use);
    if (source === null) return [];
    const on = civilDateAt(row.added_at);
    return [{ source, kind: CASE_FILE_USES[row.use].title, name, on, open: stored(services, row) }];
  });
  const own = proof.evidence.map((row) => ({
    source: 'ownEvidence' as const,
    kind: '本机关的证据材料',
    name: fileFacts(services.secretBox, row).name,
    on: row.dated_on,
    open: stored(services, row),
  }));
  return [...ofCase, ...own];
}

/** 公开信息的情况: of a dispute about something published. */
function publication({ proof: { document } }: EvidenceSource): EvidencePart[] {
  if (document === null) return [];
  const on = document.publishedAt === null ? '' : civilDateAt(document.publishedAt);
  const facts = factsTable([
    ['标题', document.title],
    ['索引号', document.indexNumber],
    ['公开时间', on === '' ? '没有公开' : on],
  ]);
  return page('publication', '公开信息的情况', on, pageOf('公开信息的情况', facts));
}

/** Everything that the file of the case and the dispute hold and that may be handed in. */
export async function evidenceParts(source: EvidenceSource): Promise<readonly EvidencePart[]> {
  const { shown } = source.proof;
  const ofCase = shown === null ? [] : [...sheets(shown, source), ...(await letters(shown, source))];
  return [...ofCase, ...fileParts(source), ...publication(source)];
}
