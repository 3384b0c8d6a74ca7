import { restatedParts } from '@zhaoshi/domain/annual-report/compare/restated-cells';
import { composeReport } from '@zhaoshi/domain/annual-report/work/compose-report';
import { draftOfReport } from '@zhaoshi/domain/annual-report/work/draft-of-report';
import { expect, it } from 'vitest';
import { readDemonstrationReports } from '../demonstration/load-demonstration.ts';

/** What a report that was published as a file becomes when it is taken up for a restatement and nobody writes anything. */
async function untouchedChanges(): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { organ, year, read } of await readDemonstrationReports()) {
    const head = { organ, organKind: 'township' as const, reportYear: year };
    const composed = composeReport(head, draftOfReport(read.report), { counted: {}, fees: undefined });
    if (composed === null) throw new Error(organ);
    found[organ] = restatedParts(read.report, composed.report).cells.map(
      ({ name, before, after }) => `${name}：${before}→${after}`,
    );
  }
  return found;
}

it('keeps every printed figure; totals that were left blank are added up, and the public list says so', async () => {
  const changes = await untouchedChanges();
  expect(Object.entries(changes).map(([organ, lines]) => [organ, lines.length])).toEqual([
    ['hedong/duandian', 1],
    ['hedong/jindian', 0],
    ['hedong/kengzaikou', 8],
    ['hexi/qianwei', 0],
    ['hexi/yilan', 0],
  ]);
  for (const line of Object.values(changes).flat()) expect(line).toMatch(/ 总计：空白→0$/);
});
