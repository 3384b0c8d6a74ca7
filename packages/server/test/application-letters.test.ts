import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '@zhaoshi/domain/application/outcome';
import { replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePdf } from '../../report-files/src/read/pdf/parse-pdf.ts';
import { readSourceAs } from '../../report-files/src/read/read-source.ts';
import { SAMPLE_FORM } from './application-samples.ts';
import { type LetterDesk, letterId, NAME, openLetterDesk, pathOf, squeezed, textOf } from './letter-desk.ts';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.world.close());

const REVIEW = '六十日内先向示范市人民政府申请行政复议';
const BOTH = '六十日内向示范市人民政府申请行政复议，或者自收到本答复书之日起六个月内向示范市中级人民法院';

const isReviewFirst = (outcome: OutcomeId): boolean =>
  outcome === 'partiallyGranted' ||
  (outcome.startsWith('refused.') && outcome !== 'refused.administrativeInquiry');

describe.each(OUTCOME_IDS)('%s', (outcome) => {
  it('goes its whole way to a letter with every element, in Word and PDF', { timeout: 60_000 }, async () => {
    const planted = await desk.plant();
    const ended = await desk.endWith(planted, outcome);
    const id = letterId(ended, replyLetterOf(outcome));
    const letter = await desk.kept(id);
    expect(letter).toMatchObject({
      issuer: 'county',
      title: OUTCOMES[outcome].letter,
      documentNumber: expect.stringMatching(/^示府公复〔2026〕第\d+号$/),
      registrationNumber: planted.registrationNumber,
      addressee: NAME,
      dateText: '2026年11月16日',
      seal: '（印章）',
      contact: ['联系电话：0000-1234567', '地址：示范县城中路1号'],
      remedy: { text: expect.stringContaining(isReviewFirst(outcome) ? REVIEW : BOTH) },
    });
    const [request] = letter.paragraphs;
    for (const words of [
      '2026年10月12日收到',
      planted.registrationNumber,
      SAMPLE_FORM.description,
      '电子文件',
      '网上下载',
    ]) {
      expect(request?.text).toContain(words);
    }
    const roles = letter.paragraphs.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['request', 'basis', 'decision']));
    for (const format of ['docx', 'pdf'] as const) {
      const file = await desk.download(pathOf(planted, `letters/${id}/file?format=${format}`));
      expect(file.status).toBe(200);
      expect(file.headers['content-disposition']).not.toContain(encodeURIComponent(NAME));
      const document =
        format === 'docx' ? await readSourceAs('docx', file.bytes) : await parsePdf(file.bytes);
      for (const words of [letter.documentNumber ?? '', `${NAME}：`, letter.remedy.text]) {
        expect(textOf(document)).toContain(squeezed(words));
      }
    }
  });
});
