import { proofsOf } from '@zhaoshi/domain/dispute/burden-of-proof';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { writePublicTxt } from '@zhaoshi/report-files/public-text/write-public-txt';
import { expect, it } from 'vitest';
import {
  type CatalogueHead,
  evidenceCatalogue,
  groupedEvidence,
  missingEvidence,
} from './evidence-catalogue.ts';
import type { EvidencePart } from './evidence-parts.ts';

const HEAD: CatalogueHead = {
  organName: '示范县白石镇人民政府',
  standing: '被申请人',
  tribunal: ['复议机关', '示范县人民政府'],
  number: '示政复〔2026〕12号',
  ground: '政府信息不存在（条例第三十六条第（四）项）',
  on: '2026-11-22' as CivilDate,
};

const part = (source: EvidencePart['source'], kind: string): EvidencePart => ({
  source,
  kind,
  name: 'x.pdf',
  on: '2026-03-05',
  open: () => Promise.reject(new Error('not opened here')),
});

const linesOf = (text: ReturnType<typeof evidenceCatalogue>): string =>
  Buffer.from(writePublicTxt(text)).toString('utf8');

it('the catalogue names the case, each piece with what it shows, and who hands it in', () => {
  const proofs = proofsOf('unavailable.nonExistent', new Set(['form', 'search', 'reply']));
  const groups = groupedEvidence(proofs, [
    part('reply', '政府信息不存在告知书'),
    part('form', '申请表'),
    part('search', '检索记录'),
  ]);
  const catalogue = linesOf(evidenceCatalogue(HEAD, groups));
  for (const words of [
    '复议机关：示范县人民政府',
    '案号：示政复〔2026〕12号',
    '提交人：示范县白石镇人民政府（被申请人）',
    '合理检索：检索的地点、用的词、经过和结果（法释〔2025〕8号第六条）',
    '以上证据共3份。',
    '提交人：示范县白石镇人民政府（盖章）',
    '2026年11月22日',
    '2026年3月5日',
  ]) {
    expect(catalogue).toContain(words);
  }
  expect(catalogue).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  // What is missing is for the organ alone.
  expect(catalogue).not.toContain('两处以上');
  const check = linesOf(missingEvidence(HEAD, groups));
  expect(check).toContain('应当证明的5项中，有2项没有证据，请在举证期限内补齐。');
  expect(check).toContain('缺少：需要两处以上的检索记录');
  expect(check).toContain('不提交');
});

it('with nothing to hand in the catalogue says so, and what the ground asks for', () => {
  const groups = groupedEvidence(proofsOf('unavailable.nonExistent', new Set()), []);
  const catalogue = linesOf(evidenceCatalogue(HEAD, groups));
  expect(catalogue).toContain('案卷和本案文书中还没有可以提交的证据。');
  expect(catalogue).toContain(
    '2. 合理检索：检索的地点、用的词、经过和结果（法释〔2025〕8号第六条）：需要检索记录。',
  );
  expect(catalogue).toContain('请补齐以后重新导出，本目录不要提交。');
  expect(catalogue).not.toContain('以上证据共');
});

it('what proves several things stands once, and the check says where', () => {
  const groups = groupedEvidence(proofsOf('notProcessed.petitionOrComplaint', new Set(['form'])), [
    part('form', '申请表'),
  ]);
  expect(groups.map(({ parts }) => parts.length)).toEqual([1, 0, 0, 0]);
  expect(linesOf(missingEvidence(HEAD, groups))).toContain('已有，编在其他事项下：申请表、来信');
});
