import { assessmentSetRoutes } from '@zhaoshi/contract/routes/assessment-sets';
import { assessmentRoutes } from '@zhaoshi/contract/routes/assessments';
import { DEFAULT_SET } from '@zhaoshi/domain/assessment/default-set';
import type { IndicatorSet } from '@zhaoshi/domain/assessment/indicator';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeIndicatorSheet } from '../src/use-cases/assessment/indicator-sheet.ts';
import { plantReport } from './annual-report-desk.ts';
import { typedDraft } from './annual-report-typed.ts';
import { createWorld, type World } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { plantAssessment } from './assessment-samples.ts';
import { plantItem } from './catalog-samples.ts';
import { plantMediaPost } from './channel-samples.ts';
import { plantPublished } from './document-desk.ts';
import { plantDocument } from './document-samples.ts';
import { fileForm } from './file-samples.ts';
import { plantVoice } from './public-voice-samples.ts';
import { plantUnits } from './report-way.ts';

interface Line {
  readonly code: string;
  readonly state: string;
  readonly findings: readonly { readonly item: string; readonly words: string }[];
}

let world: World;
let supervisor: string;

beforeAll(async () => {
  world = await createWorld();
  supervisor = await world.signedIn(world.office, 'supervisor');
});
afterAll(() => world.close());

async function assessed() {
  const ids = await plantAssessment(world, world.office, { units: [world.township] });
  const params = { ...ids, unitOrganId: world.township.organId };
  const { body } = await world.call(assessmentRoutes.unit, { params }, supervisor);
  const lines = [
    ...(body['indicators'] as unknown as readonly Line[]),
    ...(body['vetoes'] as unknown as readonly Line[]),
  ];
  const lineOf = (code: string) => lines.find((one) => one.code === code);
  return {
    ids,
    body,
    lineOf,
    itemsOf: (code: string) => lineOf(code)?.findings.map(({ item }) => item) ?? [],
  };
}

/** A case of the township that was due on 10 November. */
async function dueCase(resultOn: string | null): Promise<string> {
  const { owner } = world.database;
  const { regionId, applicationId } = await plantCase(world, world.township);
  await owner
    .updateTable('deadline')
    .set({ due_on: '2026-11-10' })
    .where('subject', '=', `application/${applicationId}`)
    .where('kind', '=', '答复')
    .execute();
  if (resultOn !== null) {
    await owner
      .updateTable('application')
      .set({
        status: 'closed',
        result_on: resultOn,
        result_outcome: 'granted.provided',
        last_outcome: 'granted.provided',
      })
      .where('application_id', '=', applicationId)
      .execute();
  }
  return `application/${regionId}/${applicationId}`;
}

it('counts replies by the day that held in the end', async () => {
  const [open, late, inTime] = [
    await dueCase(null),
    await dueCase('2026-11-12'),
    await dueCase('2026-11-10'),
  ];
  const { itemsOf, lineOf } = await assessed();
  expect(itemsOf('B03').toSorted()).toEqual([open, late].toSorted());
  expect(itemsOf('B03')).not.toContain(inTime);
  const words = lineOf('B03')
    ?.findings.map((one) => one.words)
    .join('；');
  expect(words).toContain('应在2026年11月10日以前答复，仍没有答复');
  expect(words).toContain('2026年11月12日才答复');
});

it('cannot judge columns of a unit that has not begun, nor a report that no list asks for', async () => {
  const { lineOf } = await assessed();
  for (const code of ['A15', 'A27', 'D06', 'V9', 'A05', 'V12', 'V8', 'A22']) {
    expect(`${code} ${lineOf(code)?.state}`).toBe(`${code} notAssessable`);
  }
});

it('counts what is owed to the public, each with the thing that shows it', async () => {
  const { owner } = world.database;
  const { township } = world;
  const voices = [await plantVoice(world, township), await plantVoice(world, township, 'question')];
  const [errorReport, question] = voices.map(({ voiceId }) => `voice/${township.regionId}/${voiceId}`);
  await owner
    .updateTable('public_voice')
    .set({ received_at: new Date('2026-05-01T01:00:00.000Z'), due_on: '2026-05-20' })
    .where(
      'voice_id',
      'in',
      voices.map(({ voiceId }) => voiceId),
    )
    .execute();
  const { documentId } = await plantDocument(world, township);
  await owner
    .updateTable('document')
    .set({ due_on: '2026-10-01' })
    .where('document_id', '=', documentId)
    .execute();
  const { itemId } = await plantItem(world, world.county, {}, [township]);
  const { postId } = await plantMediaPost(world, township);
  await owner
    .updateTable('media_post')
    .set({ state: 'posted', changed_at: new Date('2026-10-01T01:00:00.000Z') })
    .where('post_id', '=', postId)
    .execute();
  const leaked = await plantPublished(world, township);
  const late = await plantDocument(world, township, { createdOn: '2026-09-01' as CivilDate });
  await leaked.desk.sign(late);
  await leaked.desk.act(late, 'publisher', { type: 'publish' }, { lateReason: '附件补充较迟。' });
  await owner
    .updateTable('document_edition')
    .set({ ended_at: new Date('2026-11-20T01:00:00.000Z'), withdrawal_kind: 'leak', withdrawal_notice: '' })
    .where('document_id', '=', leaked.ids.documentId)
    .execute();
  await plantUnits(world, world.county, 2025, [township]);
  const { itemsOf, lineOf, body } = await assessed();
  const region = township.regionId;
  expect(new Set(itemsOf('C05'))).toEqual(new Set([errorReport, question]));
  // Only what was asked is a consultation.
  expect(itemsOf('V10')).toEqual([question]);
  const outOfTime = [documentId, late.documentId].map((id) => `document/${region}/${id}`);
  expect(itemsOf('A24').toSorted()).toEqual(outOfTime.toSorted());
  expect(itemsOf('A27')).toContain(`item/${itemId}`);
  expect(itemsOf('E01')).toEqual([`document/${region}/${leaked.ids.documentId}`]);
  // The title of what leaked may be what must not be public.
  expect(lineOf('E01')?.findings[0]?.words).toBe('2026年11月20日因含有不应公开的内容撤回');
  expect(itemsOf('A05')).toEqual([`report/${region}/${township.organId}/2025`]);
  expect(lineOf('A05')?.findings[0]?.words).toBe('2025年度报告应在2026年1月31日以前公布，仍没有公布');
  expect(itemsOf('V12')).toHaveLength(1);
  // It has begun: most of its columns are empty.
  expect(itemsOf('A15')).toEqual(['column/a20.08']);
  expect(itemsOf('V9').length).toBeGreaterThanOrEqual(5);
  expect(body['verdict']).toBe('failed');
});

it('holds the register of normative documents against what the last report says', async () => {
  // The report was typed: its figures are not those of the register, which has none of 2025.
  const draft = typedDraft({ 't2.normativeDocument/inForce': '7' });
  await plantReport(world, world.township, 'submitted', { reportYear: 2025, draft });
  const { lineOf } = await assessed();
  expect(lineOf('A13')?.findings.map(({ words }) => words)).toEqual([
    '台账里现行有效的规范性文件0件，2025年度报告写7件',
  ]);
});

/** A sheet of a set, as a browser sends it. */
async function sent(set: IndicatorSet) {
  const { body, type } = fileForm('考核指标.xlsx', await writeIndicatorSheet(set));
  return { body, headers: { 'content-type': type } };
}

it('takes a local set as a whole, and scores by it', async () => {
  const { ids } = await assessed();
  const first = DEFAULT_SET.indicators.slice(0, 1);
  const right = {
    ...DEFAULT_SET,
    indicators: first,
    sections: [{ code: 'A', title: '公开', points: 10_000 }],
    vetoes: [],
  };
  const wrong = { ...right, sections: [{ code: 'A', title: '公开', points: 9000 }] };
  const replace = async (set: IndicatorSet) => {
    const { body, headers } = await sent(set);
    const request = { params: ids, body };
    return await world.call(assessmentSetRoutes.replace, request, supervisor, {
      ...headers,
      'if-match': '"1"',
    });
  };
  const refused = await replace(wrong);
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('合计 90，应为 100');
  const taken = await replace(right);
  // Two details of the organ are missing, 0.2 each.
  expect(taken.body).toMatchObject({ indicators: 1, version: 2, units: [{ total: 9960 }] });
});
