import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { OutcomeId } from '@zhaoshi/domain/application/outcome';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { expect } from 'vitest';
import { day, sampleFields } from '../../domain/test/sample-letter.ts';
import type { SourceDocument } from '../../report-files/src/source-document.ts';
import { openLetter } from '../src/use-cases/applications/letter-seal.ts';
import { createWorld } from './api-world.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';

const ROLES = [
  'drafter',
  'unitHead',
  'disclosureOfficer',
  'disclosureOfficeHead',
  'leader',
  'auditor',
] as const;
export const NAME = SAMPLE_FORM.applicant.name;
const RECEIVED = '2026-10-12';
const REPLIED = '2026-11-16';

export const paramsOf = ({ regionId, applicationId }: PlantedCase) => ({ regionId, applicationId });

export interface Shown {
  readonly status: string;
  readonly version: number;
  readonly letters: readonly {
    readonly letterId: string;
    readonly kind: string;
    readonly documentNumber: string | null;
  }[];
  readonly openConsultations: readonly { readonly consultationId: string }[];
}

export type Sent = { readonly type: string; readonly on: string; readonly [field: string]: unknown };

export const letterId = (shown: Shown, kind: string): string => {
  const found = shown.letters.find((letter) => letter.kind === kind);
  expect(found, kind).toBeDefined();
  return found?.letterId ?? '';
};

export const fieldsFor = (outcome: OutcomeId): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(sampleFields(replyLetterOf(outcome), day('2026-11-16'))).map(([key, value]) => [
      `letter.${key}`,
      value,
    ]),
  );

const SIGNED = { evidence: `${NAME}签收` };

export const squeezed = (text: string): string => text.replace(/\s+/g, '');

export const textOf = ({ blocks }: SourceDocument): string =>
  squeezed(
    blocks
      .map((block) =>
        block.kind === 'paragraph' ? block.text : block.grid.cells.map(({ text }) => text).join(' '),
      )
      .join(' '),
  );

export const pathOf = ({ regionId, applicationId }: PlantedCase, rest: string): string =>
  `/api/applications/${regionId}/${applicationId}/${rest}`;

/** People of a county's office at their cases, over the interface. */
export async function openLetterDesk() {
  const world = await createWorld();
  const cookies = new Map<Role, string>();
  for (const role of ROLES) cookies.set(role, await world.signedIn(world.county, role));

  const plant = async (): Promise<PlantedCase> =>
    await plantCase(world, world.county, { arrivedOn: day(RECEIVED), receiptDate: day(RECEIVED) });

  const read = async (planted: PlantedCase): Promise<Shown> =>
    (await world.call(applicationRoutes.read, { params: paramsOf(planted) }, cookies.get('drafter')))
      .body as unknown as Shown;

  /** Sends an act; whatever the answer is. */
  async function send(
    planted: PlantedCase,
    role: Role,
    act: Sent,
    texts: Readonly<Record<string, string>> = {},
  ) {
    const { version } = await read(planted);
    return await world.call(
      applicationRoutes.act,
      { params: paramsOf(planted), body: { act: act as never, texts } },
      cookies.get(role),
      { 'if-match': `"${version}"` },
    );
  }

  /** Sends an act that must be taken. */
  async function act(...sent: Parameters<typeof send>): Promise<Shown> {
    const answer = await send(...sent);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as unknown as Shown;
  }

  /** The letter as it is kept. */
  async function kept(id: string): Promise<Letter> {
    const row = await world.database.server
      .selectFrom('letter')
      .selectAll()
      .where('letter_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.sealed).not.toContain(NAME);
    return openLetter(world.services.secretBox, row);
  }

  async function consulted(planted: PlantedCase): Promise<void> {
    await act(planted, 'drafter', { type: 'takeUp', on: '2026-10-13' });
    const words = { consultee: '示范测试公司', content: '贵公司提交的设备清单' };
    const shown = await act(
      planted,
      'drafter',
      { type: 'sendConsultation', on: '2026-10-14', kind: 'thirdPartyConsultation' },
      words,
    );
    const letter = letterId(shown, 'thirdPartyConsultationLetter');
    const way = { letterId: letter, way: 'direct' };
    await act(
      planted,
      'drafter',
      { type: 'deliverLetter', on: '2026-10-15', ...way },
      { evidence: '公司签收' },
    );
    await act(
      planted,
      'drafter',
      {
        type: 'endConsultation',
        on: '2026-10-20',
        consultationId: shown.openConsultations[0]?.consultationId,
        how: 'opinion',
        opinion: 'refuses',
      },
      { opinion: '清单含有我公司未公开的采购价' },
    );
  }

  async function noticed(planted: PlantedCase, type: 'noticeCorrection' | 'noticeFee'): Promise<void> {
    if (type === 'noticeFee') await act(planted, 'drafter', { type: 'takeUp', on: '2026-10-13' });
    const facts = type === 'noticeFee' ? { basis: 'perPage', count: 57, amount: 270_00 } : { days: 15 };
    const texts =
      type === 'noticeFee'
        ? { payment: '缴款码 0001' }
        : { matters: '请写明年度', guidance: '分配方案按年度制定', 'letter.grounds': 'description' };
    const shown = await act(planted, 'drafter', { type, on: '2026-10-14', ...facts }, texts);
    const kind = type === 'noticeFee' ? 'feeNotice' : 'correctionNotice';
    const way = { letterId: letterId(shown, kind), way: 'direct' };
    await act(planted, 'drafter', { type: 'deliverLetter', on: '2026-10-15', ...way }, SIGNED);
  }

  const searched = async (planted: PlantedCase, place: string): Promise<Shown> =>
    await act(
      planted,
      'drafter',
      { type: 'logSearch', on: '2026-10-14', place, minutes: 20, hits: 0 },
      { terms: '养护资金', person: '检索人', result: '没有找到' },
    );

  /** What must be on file before an outcome can be replied. */
  const GROUNDS: Readonly<Partial<Record<OutcomeId, (planted: PlantedCase) => Promise<unknown>>>> = {
    'unavailable.nonExistent': async (planted) => {
      await searched(planted, 'archiveRoom');
      await searched(planted, 'responsibleUnit');
    },
    'unavailable.stillUnclear': async (planted) => {
      await noticed(planted, 'noticeCorrection');
      await act(planted, 'drafter', { type: 'acceptCorrection', on: '2026-10-20' }, { content: '2025年' });
    },
    'notProcessed.excessive': async (planted) => {
      await act(planted, 'drafter', { type: 'takeUp', on: '2026-10-13' });
      await act(
        planted,
        'drafter',
        { type: 'requestReasons', on: '2026-10-14' },
        { facts: '本月已申请35件', 'letter.replyBy': '2026-10-23' },
      );
      await act(planted, 'drafter', { type: 'recordReasons', on: '2026-10-26', given: false });
    },
    'notProcessed.duplicate': async (planted) => {
      const { applicationId } = await plant();
      const link = { relation: 'duplicateOf', otherId: applicationId };
      await act(planted, 'drafter', { type: 'linkCase', on: '2026-10-14', ...link });
    },
    'refused.thirdPartyRights': consulted,
  };

  /** From the draft over submission to the reviews that it needs. */
  async function underReview(planted: PlantedCase, outcome: OutcomeId): Promise<void> {
    const on = REPLIED;
    await act(planted, 'drafter', { type: 'draftReply', on, outcome }, fieldsFor(outcome));
    await act(planted, 'drafter', { type: 'submitReply', on });
    await act(planted, 'disclosureOfficer', { type: 'reviewReply', on, review: 'legal' });
    await act(planted, 'unitHead', { type: 'reviewReply', on, review: 'secrecy' });
  }

  /** The same and the approval, which makes the letter. */
  async function reply(planted: PlantedCase, outcome: OutcomeId): Promise<Shown> {
    await underReview(planted, outcome);
    return await act(planted, 'leader', { type: 'approveReply', on: REPLIED });
  }

  /** Cases that end without a draft. */
  const ENDINGS: Readonly<Partial<Record<OutcomeId, (planted: PlantedCase) => Promise<Shown>>>> = {
    'otherHandling.correctionLapsed': async (planted) => {
      await noticed(planted, 'noticeCorrection');
      return await act(planted, 'drafter', { type: 'lapseCorrection', on: '2026-11-16' });
    },
    'otherHandling.feeUnpaid': async (planted) => {
      await noticed(planted, 'noticeFee');
      return await act(planted, 'drafter', { type: 'lapsePayment', on: '2026-11-16' });
    },
    'otherHandling.withdrawn': async (planted) =>
      await act(
        planted,
        'drafter',
        { type: 'withdraw', on: '2026-11-16' },
        { 'letter.basis': '《示范省依申请公开工作规范》第二十条' },
      ),
  };

  async function endWith(planted: PlantedCase, outcome: OutcomeId): Promise<Shown> {
    await GROUNDS[outcome]?.(planted);
    return await (ENDINGS[outcome]?.(planted) ?? reply(planted, outcome));
  }

  /** A file over the interface. */
  async function download(path: string, role: Role = 'drafter') {
    const answer = await world.app.inject({ url: path, headers: { cookie: cookies.get(role) ?? '' } });
    return { status: answer.statusCode, headers: answer.headers, bytes: Uint8Array.from(answer.rawPayload) };
  }

  return {
    world,
    cookies,
    plant,
    read,
    send,
    act,
    kept,
    consulted,
    noticed,
    underReview,
    reply,
    endWith,
    download,
  };
}

export type LetterDesk = Awaited<ReturnType<typeof openLetterDesk>>;
