import { expect, test } from 'vitest';
import { addTo, cleanContext, withCell, withText } from '../../../test/build-report.ts';
import type { Confirmation } from './confirmations.ts';
import { evaluateReport } from './evaluate.ts';
import type { CheckContext, Finding, Waiver } from './rule.ts';
import { stoppingFindings } from './steps.ts';

const clean = cleanContext();
const overview = clean.report.sections.s1!.paragraphs;

/** Part one says of the applications what the tables do not. */
const saying = (words: string): CheckContext => ({
  ...clean,
  report: withText(
    clean.report,
    's1',
    overview.map((text) => text.replace('本年新收政府信息公开申请18件', words)),
  ),
});

const wrong = saying('本年新收政府信息公开申请20件');

const failures = (
  context: CheckContext,
  confirmations: readonly Confirmation[] = [],
  waivers: Waiver[] = [],
) => evaluateReport(context, { confirmations, waivers }).filter(({ status }) => status === 'fail');

const confirm = ({ id, fingerprint }: Finding): Confirmation => ({ findingId: id, fingerprint });

test('a machine that reads text warns; once a person confirms the sentence it blocks', () => {
  const [found] = failures(wrong);
  expect(found).toMatchObject({ rule: 'AR-TXT-01', severity: 'warn' });
  expect(stoppingFindings([found!], 'publish')).toEqual([]);
  const confirmed = failures(wrong, [confirm(found!)]);
  expect(confirmed).toMatchObject([{ rule: 'AR-TXT-01', severity: 'block' }]);
  expect(stoppingFindings(confirmed, 'publish')).toEqual(confirmed);
});

test('it holds for this sentence and this figure only', () => {
  const confirmation = confirm(failures(wrong)[0]!);
  const severities = (context: CheckContext) =>
    failures(context, [confirmation]).flatMap(({ rule, severity }) => (rule === 'AR-TXT-01' ? severity : []));
  expect(severities(saying('本年新收政府信息公开申请21件'))).toEqual(['warn']);
  expect(severities({ ...wrong, report: addTo(wrong.report, 't3.newlyReceived/total', 5) })).toEqual([
    'warn',
  ]);
});

test('the author may still explain it', () => {
  const [found] = failures(wrong);
  const { id: findingId, fingerprint } = found!;
  const waiver: Waiver = { findingId, fingerprint, by: 'author', reason: '含电话咨询2件' };
  expect(failures(wrong, [confirm(found!)], [waiver])).toEqual([]);
});

test('what reads cells and not text cannot be confirmed', () => {
  const stock = { ...clean, report: withCell(clean.report, 't2.normativeDocument/inForce', 8) };
  const found = failures(stock);
  expect(failures(stock, found.map(confirm))).toEqual(found);
});
