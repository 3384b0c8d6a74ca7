import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSourceAs } from '../../report-files/src/read/read-source.ts';
import { type LetterDesk, letterId, NAME, openLetterDesk, pathOf, textOf } from './letter-desk.ts';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

describe('协办函', () => {
  const ask = { type: 'requestAssistance', on: '2026-10-14', dueOn: '2026-10-21' };
  const words = { unit: '示范县档案馆', question: '请检索2025年养护资金的分配文件' };

  it('goes to the unit with the question and the day, in Word and PDF, and its delivery is noted', async () => {
    const planted = await desk.plant();
    const shown = await desk.act(planted, 'drafter', ask, words);
    const id = letterId(shown, 'assistanceRequest');
    for (const format of ['docx', 'pdf'] as const) {
      const { bytes, headers } = await desk.download(pathOf(planted, `letters/${id}/file?format=${format}`));
      expect(headers['content-disposition']).not.toContain('档案馆');
      const text = textOf(await readSourceAs(format, bytes));
      for (const part of ['协办函', words.unit, words.question, '请于2026年10月21日前（含当日）书面回复']) {
        expect(text, format).toContain(part);
      }
      expect(text).not.toContain(NAME);
    }
    const delivered = { type: 'deliverLetter', on: '2026-10-15', letterId: id, way: 'electronic' };
    await desk.act(planted, 'drafter', delivered, { evidence: '公文交换系统发送记录1' });
    // It is internal: the day of receipt can still be put right.
    const correct = { type: 'correctReceipt', on: '2026-10-09' };
    expect((await desk.send(planted, 'disclosureOfficer', correct, { reason: '登记有误' })).status).toBe(200);
  });

  it('does not name the applicant', async () => {
    const told = await desk.send(await desk.plant(), 'drafter', ask, {
      ...words,
      question: `请检索${NAME}申请的文件`,
    });
    expect(told.body).toMatchObject({ errors: [{ pointer: '/texts/question' }] });
  });
});

describe('答复期限变更告知书', () => {
  const tell = { type: 'tellDue', on: '2026-11-02' };
  const reason = '国务院办公厅调整了节假日安排，工作日随之变动。';

  it('is sent only where a calendar moved the day that was told', async () => {
    const refused = await desk.send(await desk.plant(), 'drafter', tell, { reason });
    expect(refused.body).toMatchObject({ detail: expect.stringContaining('答复期限没有变动') });
  });

  it('says the day that was told and the one that holds, and then there is nothing more to tell', async () => {
    const planted = await desk.plant();
    await desk.world.database.server
      .insertInto('application_moved_due')
      .values({
        region_id: planted.regionId,
        application_id: planted.applicationId,
        told_on: '2026-11-06',
        due_on: '2026-11-09',
        moved_at: desk.world.database.context.now(),
      })
      .execute();
    expect(await desk.read(planted)).toMatchObject({
      movedDue: { toldOn: '2026-11-06', dueOn: '2026-11-09' },
    });
    const shown = await desk.act(planted, 'drafter', tell, { reason });
    const letter = JSON.stringify(await desk.kept(letterId(shown, 'movedDueNotice')));
    expect(letter).toContain('曾告知您答复期限为2026年11月6日');
    expect(letter).toMatch(/答复期限变更为2026年11月\d+日/);
    expect(shown).toMatchObject({ movedDue: null });
    expect((await desk.send(planted, 'drafter', tell, { reason })).status).toBe(409);
  });
});
