import { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../domain/test/sample-letter.ts';
import { readSourceAs } from '../../report-files/src/read/read-source.ts';
import type { World } from './api-world.ts';
import { type PlantedCase, plantCase, SAMPLE_FORM } from './application-samples.ts';
import { type LetterDesk, letterId, NAME, openLetterDesk, paramsOf, pathOf, textOf } from './letter-desk.ts';

let desk: LetterDesk;
let world: World;
beforeAll(async () => {
  desk = await openLetterDesk();
  world = desk.world;
});
afterAll(() => world.close());

describe('a letter', () => {
  it('is asked for whole when the reply is submitted, never only when it is approved', async () => {
    const planted = await desk.plant();
    const on = '2026-11-16';
    await desk.act(planted, 'drafter', { type: 'draftReply', on, outcome: 'partiallyGranted' });
    const refused = await desk.send(planted, 'drafter', { type: 'submitReply', on });
    expect(refused.status).toBe(422);
    const pointers = (refused.body['errors'] as unknown as { pointer: string }[]).map(
      ({ pointer }) => pointer,
    );
    expect(pointers).toEqual([
      '/texts/letter.grounds',
      '/texts/letter.part',
      '/texts/letter.cause',
      '/texts/letter.reason',
      '/texts/letter.suppliedAs',
      '/texts/letter.enclosures',
    ]);
    expect((await desk.read(planted)).status).toBe('drafting');
  });

  it('counts its number by organ and year; a typed one is taken, once', async () => {
    const extension = { type: 'approveExtension', on: '2026-10-20', days: 5 };
    const numberOf = async (texts: Readonly<Record<string, string>> = {}) => {
      const shown = await desk.act(await desk.plant(), 'disclosureOfficeHead', extension, {
        reason: '量大',
        ...texts,
      });
      return shown.letters.find(({ kind }) => kind === 'extensionNotice')?.documentNumber ?? '';
    };
    const count = (text: string): number => Number(/第(\d+)号/.exec(text)?.[1]);
    const first = count(await numberOf());
    const next = `示府公复〔2026〕第${first + 1}号`;
    expect(await numberOf({ 'letter.documentNumber': next })).toBe(next);
    expect(count(await numberOf())).toBe(first + 2);
    const again = await desk.send(await desk.plant(), 'disclosureOfficeHead', extension, {
      reason: '量大',
      'letter.documentNumber': next,
    });
    expect(again.body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/texts/letter.documentNumber', message: '这个发文字号已经用过，请核对。' }],
    });
  });

  it('is not sent by an organ that nobody can reach, and without a number; both are said at once', async () => {
    const planted = await plantCase(world, world.otherCounty, { receiptDate: day('2026-10-12') });
    const { server } = world.database;
    const { organId } = world.otherCounty;
    await server
      .updateTable('organ_contact')
      .set({ phone: null, address: null })
      .where('organ_id', '=', organId)
      .execute();
    await server.deleteFrom('setting').where('organ_id', '=', organId).execute();
    const cookie = await world.signedIn(world.otherCounty, 'disclosureOfficeHead');
    const answer = await world.call(
      applicationRoutes.act,
      {
        params: paramsOf(planted),
        body: { act: { type: 'approveExtension', on: '2026-10-20', days: 5 }, texts: { reason: '量大' } },
      },
      cookie,
      { 'if-match': '"1"' },
    );
    expect(answer.body).toMatchObject({
      code: 'state-refuses',
      detail: expect.stringContaining('请先补全本机关政府信息公开工作机构的联系方式'),
      errors: [{ pointer: '/texts/letter.documentNumber' }],
    });
  });

  it('tells third parties nothing of the applicant, and the applicant nothing of their opinion', async () => {
    const planted = await desk.plant();
    const ended = await desk.endWith(planted, 'refused.thirdPartyRights');
    const toThird = JSON.stringify(await desk.kept(letterId(ended, 'thirdPartyConsultationLetter')));
    expect(toThird).toContain('示范测试公司');
    const { identityNumber, phone, email, address } = SAMPLE_FORM.applicant;
    for (const secret of [NAME, identityNumber, phone, email, address]) expect(toThird).not.toContain(secret);
    for (const kind of ['consultationNotice', 'replyLetter.refused.thirdPartyRights']) {
      const toApplicant = JSON.stringify(await desk.kept(letterId(ended, kind)));
      expect(toApplicant).toContain(NAME);
      expect(toApplicant).not.toContain('采购价');
      expect(toApplicant).not.toContain('示范测试公司');
    }
  });

  it('to a third party is refused where the officer wrote the applicant into it', async () => {
    const planted = await desk.plant();
    await desk.act(planted, 'drafter', { type: 'takeUp', on: '2026-10-13' });
    const refused = await desk.send(
      planted,
      'drafter',
      { type: 'sendConsultation', on: '2026-10-14', kind: 'thirdPartyConsultation' },
      { consultee: '示范测试公司', content: `${NAME}申请的设备清单` },
    );
    expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/texts/content' }] });
  });

  it('acknowledges an application whose day of receipt is known, and again when it is confirmed or corrected', async () => {
    const planted = await plantCase(world, world.county, { channel: 'portal', receiptDate: null });
    expect((await desk.read(planted)).letters).toEqual([]);
    const confirmed = await desk.act(
      planted,
      'drafter',
      { type: 'confirmReceipt', on: '2026-11-18' },
      { way: '电话' },
    );
    const letter = await desk.kept(letterId(confirmed, 'acknowledgement'));
    const words = letter.paragraphs.map(({ text }) => text).join('');
    expect(words).toContain('收到申请之日为2026年11月18日');
    expect(words).toContain('以双方确认之日为收到申请之日，条例第三十一条第（三）项');
    expect(words).toContain('答复期限为2026年12月16日');
    const corrected = await desk.act(
      planted,
      'disclosureOfficer',
      { type: 'correctReceipt', on: '2026-11-17' },
      { reason: '电话记录为17日' },
    );
    expect(corrected.letters.map(({ kind }) => kind)).toEqual(['acknowledgement', 'acknowledgement']);
  });

  it('never tells a provisional day as final', async () => {
    const planted = await plantCase(world, world.county, {
      arrivedOn: day('2026-11-20'),
      receiptDate: day('2026-11-20'),
    });
    const extended = await desk.act(
      planted,
      'disclosureOfficeHead',
      { type: 'approveExtension', on: '2026-11-20', days: 20 },
      { reason: '需要检索的材料较多' },
    );
    const { provisional, paragraphs } = await desk.kept(letterId(extended, 'extensionNotice'));
    expect(provisional).toHaveLength(1);
    expect(paragraphs.map(({ text }) => text).join('')).toContain(
      '（暂定，待国务院办公厅公布2027年节假日安排后重算）',
    );
  });

  it('has no name of a person in the trail, the events or the names of files', async () => {
    const { server } = world.database;
    const stored = [
      await server.selectFrom('audit_entry').selectAll().execute(),
      await server.selectFrom('letter').selectAll().execute(),
      await server.selectFrom('application_event').selectAll().execute(),
    ];
    expect(JSON.stringify(stored)).not.toContain(NAME);
  });
});

describe('one letter for several cases', () => {
  const ready = async (link: string | null, outcome = 'granted.alreadyPublic'): Promise<PlantedCase> => {
    const planted = await desk.plant();
    if (link !== null) {
      const facts = { relation: 'jointReply', otherId: link };
      await desk.act(planted, 'drafter', { type: 'linkCase', on: '2026-11-16', ...facts });
    }
    await desk.underReview(planted, outcome as 'granted.alreadyPublic');
    return planted;
  };
  const seen = async ({ applicationId, ...planted }: PlantedCase) => ({
    applicationId,
    version: (await desk.read({ applicationId, ...planted })).version,
  });
  const approve = { type: 'approveReply', on: '2026-11-16' };

  it('answers each with its own outcome under one number; all are approved', async () => {
    const first = await ready(null);
    const second = await ready(first.applicationId, 'refused.internalAffairs');
    const shown = await desk.act(first, 'leader', { ...approve, jointWith: [await seen(second)] });
    const other = await desk.read(second);
    expect([shown.status, other.status]).toEqual(['approved', 'approved']);
    const letter = await desk.kept(letterId(shown, 'replyLetter.granted.alreadyPublic'));
    const shared = await desk.kept(letterId(other, 'replyLetter.refused.internalAffairs'));
    expect(letter.documentNumber).toMatch(/^示府公复〔2026〕第\d+号$/);
    expect(shared).toMatchObject({ documentNumber: letter.documentNumber, paragraphs: letter.paragraphs });
    // Whoever looks at either case finds the letter by its number.
    const numberIn = ({ letters }: typeof shown) =>
      letters.find(({ kind }) => kind.startsWith('replyLetter.'))?.documentNumber;
    expect([numberIn(shown), numberIn(other)]).toEqual([letter.documentNumber, letter.documentNumber]);
    const text = letter.paragraphs.map((one) => one.text).join('');
    expect(text).toContain(`一、登记号${first.registrationNumber}的申请`);
    expect(text).toContain(`二、登记号${second.registrationNumber}的申请`);
    expect(letter.remedy.text).toContain('对上述第二项答复：');
    const numbers = await world.database.server
      .selectFrom('application')
      .select('letter_number')
      .where('application_id', 'in', [first.applicationId, second.applicationId])
      .execute();
    expect(numbers.map((row) => row.letter_number)).toEqual([letter.documentNumber, letter.documentNumber]);
    const deliver = {
      type: 'deliverReply',
      on: '2026-11-17',
      letterId: letterId(other, shared.kind),
      way: 'direct',
    };
    expect((await desk.act(second, 'drafter', deliver, { evidence: '本人签收' })).status).toBe('delivered');
  });

  it('approves none when one is not ready, not linked, changed meanwhile or of somebody else', async () => {
    const first = await ready(null);
    const draft = await desk.plant();
    const link = { type: 'linkCase', on: '2026-11-16', relation: 'jointReply', otherId: first.applicationId };
    await desk.act(draft, 'drafter', link);
    const unlinked = await ready(null);
    const changed = await ready(first.applicationId);
    const applicant = { ...SAMPLE_FORM.applicant, name: '冯测试壬', identityNumber: '110105194912310038' };
    const others = await plantCase(world, world.county, {
      form: { ...SAMPLE_FORM, applicant },
      receiptDate: day('2026-10-12'),
    });
    await desk.act(others, 'drafter', link);
    await desk.underReview(others, 'granted.alreadyPublic');
    const answers = await Promise.all(
      [
        await seen(draft),
        await seen(unlinked),
        { ...(await seen(changed)), version: 1 },
        await seen(others),
      ].map(async (one) => await desk.send(first, 'leader', { ...approve, jointWith: [one] })),
    );
    expect(answers.map(({ body }) => body['detail'])).toEqual([
      expect.stringContaining(`登记号${draft.registrationNumber}：`),
      `登记号${unlinked.registrationNumber}：没有登记为合并答复，请先关联。`,
      `登记号${changed.registrationNumber}：别人刚刚办理过，请核对最新情况后再批准。`,
      '只有同一申请人的申请才能写在一份答复中；内容相同、申请人不同的，分别答复。',
    ]);
    expect((await desk.read(first)).status).toBe('underReview');
    expect(JSON.stringify(answers)).not.toContain('冯测试壬');
  });
});

describe('a delivery', () => {
  const approved = async (): Promise<{ planted: PlantedCase; id: string }> => {
    const planted = await desk.plant();
    const shown = await desk.reply(planted, 'granted.alreadyPublic');
    return { planted, id: letterId(shown, 'replyLetter.granted.alreadyPublic') };
  };

  it('counts by the day of its way, with the proof of its way', async () => {
    const { planted, id } = await approved();
    const deliver = { type: 'deliverReply', on: '2026-11-18', letterId: id, way: 'post' };
    expect((await desk.send(planted, 'drafter', deliver, { evidence: '顺丰 SF1' })).body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/texts/evidence', message: expect.stringContaining('邮政法第五十五条') }],
    });
    const posted = { ...deliver, sentOn: '2026-11-17' };
    expect((await desk.send(planted, 'drafter', posted, { evidence: 'EMS 123' })).body).toMatchObject({
      errors: [{ pointer: '/act/on', message: '邮寄送达以2026年11月17日为准' }],
    });
    const done = await desk.act(planted, 'drafter', { ...posted, on: '2026-11-17' }, { evidence: 'EMS 123' });
    expect(done.status).toBe('delivered');
  });

  it('that came back is noted with what is to be done next', async () => {
    const { planted, id } = await approved();
    const deliver = { type: 'deliverReply', on: '2026-11-17', letterId: id, way: 'post' };
    await desk.act(planted, 'drafter', deliver, { evidence: 'EMS 123' });
    const returned = { type: 'noteReturnedMail', on: '2026-11-20', letterId: id };
    const shown = await desk.act(planted, 'drafter', returned, { reason: '查无此人' });
    expect(shown.letters.find((letter) => letter.letterId === id)).toMatchObject({
      afterReturn: '邮件退回一次：请核对地址后再次送达。',
    });
    const again = { type: 'redeliverReply', on: '2026-11-20', letterId: id, way: 'post' };
    expect((await desk.send(planted, 'drafter', again, { evidence: '顺丰 SF1' })).status).toBe(422);
    const redelivered = await desk.act(planted, 'drafter', again, { evidence: 'EMS 456' });
    expect(redelivered.letters.find((letter) => letter.letterId === id)).toMatchObject({
      delivered: { on: '2026-11-17', way: 'post' },
      redelivered: [{ on: '2026-11-20', way: 'post' }],
    });
  });

  it('is electronic only where the applicant chose it', async () => {
    const form = { ...SAMPLE_FORM, supplyForm: 'paper', supplyWay: 'post' } as const;
    const planted = await plantCase(world, world.county, { form, receiptDate: day('2026-10-12') });
    const shown = await desk.reply(planted, 'granted.alreadyPublic');
    const deliver = {
      type: 'deliverReply',
      on: '2026-11-18',
      letterId: letterId(shown, 'replyLetter.granted.alreadyPublic'),
      way: 'electronic',
    };
    expect((await desk.send(planted, 'drafter', deliver, { evidence: '发送记录1' })).body).toMatchObject({
      errors: [{ pointer: '/act/way', message: '申请人没有选择电子方式，不能电子送达' }],
    });
  });
});

describe('the forms of letters', () => {
  it('are filled with what the case says', async () => {
    const planted = await desk.plant();
    await desk.noticed(planted, 'noticeCorrection');
    await desk.act(planted, 'drafter', { type: 'acceptCorrection', on: '2026-10-20' }, { content: '2025年' });
    const answer = await world.call(
      applicationLetterRoutes.templateFields,
      { params: paramsOf(planted), query: { act: 'draftReply', outcome: 'granted.provided' } },
      desk.cookies.get('drafter'),
    );
    const [letter] = answer.body['letters'] as unknown as {
      readonly title: string;
      readonly fields: readonly { readonly key: string; readonly pointer: string; readonly value: string }[];
    }[];
    expect(letter?.title).toBe('政府信息公开告知书');
    expect(letter?.fields).toMatchObject([
      {
        key: 'course',
        pointer: '/texts/letter.course',
        value: '本机关于2026年10月14日告知您补正；您于2026年10月20日补正。',
      },
      { key: 'suppliedAs', value: '电子文件，网上下载' },
      { key: 'enclosures', value: '' },
    ]);
  });

  it('are composed before anything is sent, with what is missing, and take no number', async () => {
    const planted = await desk.plant();
    const ask = async (texts: Readonly<Record<string, string>>) =>
      (
        await world.call(
          applicationLetterRoutes.previewLetter,
          {
            params: paramsOf(planted),
            body: { act: { type: 'noticeCorrection', on: '2026-10-14', days: 15 }, texts },
          },
          desk.cookies.get('drafter'),
        )
      ).body['letters'] as unknown as {
        readonly letter: Letter | null;
        readonly missing: readonly { readonly pointer: string }[];
      }[];
    const words = { matters: '请写明年度', guidance: '按年度制定' };
    const [gapped] = await ask(words);
    expect(gapped).toMatchObject({ letter: null, missing: [{ pointer: '/texts/letter.grounds' }] });
    const [whole] = await ask({ ...words, 'letter.grounds': 'description' });
    expect(whole).toMatchObject({ missing: [], letter: { documentNumber: '（发文时编号）' } });
    expect((await desk.read(planted)).letters.map(({ kind }) => kind)).toEqual(['acknowledgement']);
  });

  it('of the file: the sheet with the reviews, and a proof of delivery for each letter', async () => {
    const planted = await desk.plant();
    const shown = await desk.reply(planted, 'granted.alreadyPublic');
    const sheet = await desk.download(pathOf(planted, 'approval-sheet'));
    const text = textOf(await readSourceAs('docx', sheet.bytes));
    for (const words of [
      '审查呈批单',
      NAME,
      '第三十六条第（一）项',
      '合法性审核通过。',
      '保密审查通过。',
      '同意。',
    ]) {
      expect(text).toContain(words);
    }
    const id = letterId(shown, 'replyLetter.granted.alreadyPublic');
    const proof = await desk.download(pathOf(planted, `letters/${id}/proof-of-delivery`));
    const proofText = textOf(await readSourceAs('docx', proof.bytes));
    for (const words of ['送达回证', '政府信息公开告知书', NAME, '电子送达'])
      expect(proofText).toContain(words);
    expect(proof.headers['content-disposition']).toContain(encodeURIComponent('送达回证'));
  });

  it('are for those who handle the case only', async () => {
    const planted = await desk.plant();
    const { letters } = await desk.read(planted);
    const path = pathOf(planted, `letters/${letters[0]?.letterId ?? ''}/file?format=docx`);
    expect((await desk.download(path, 'auditor')).status).toBe(403);
    const other = await plantCase(world, world.otherCounty);
    const elsewhere = await world.call(
      applicationLetterRoutes.letterFile,
      { params: { ...paramsOf(other), letterId: letters[0]?.letterId ?? '' }, query: { format: 'pdf' } },
      desk.cookies.get('drafter'),
    );
    expect(elsewhere.status).toBe(404);
  });
});
