import type { Rejection } from '@zhaoshi/contract/problems';
import type { assessmentSetRoutes } from '@zhaoshi/contract/routes/assessment-sets';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type AssessmentIds, assessmentUnits, findAssessment } from '../../db/queries/assessments.ts';
import {
  type CheckedIndicators,
  checkIndicatorSheet,
  writeFailedIndicators,
  writeIndicatorSheet,
} from '../../use-cases/assessment/indicator-sheet.ts';
import { replaceSet } from '../../use-cases/assessment/replace-set.ts';
import { createFairGate } from '../fair-gate.ts';
import { shownOverview } from './assessments.ts';
import { madeFile } from './file-answer.ts';
import { type Handlers, presentStale, type ReadContext } from './handler.ts';
import { uploadedBytes } from './uploaded-bytes.ts';

/** Five hundred indicators need a hundredth of it. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Reading a sheet takes memory and time: two at once, and of one person one after the other. */
const GATE = createFairGate({ atOnce: 2, perAsker: 1, waiting: 8, waitingPerAsker: 1 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时检查的表格较多，这个文件没有读取，考核指标没有改动。请稍后重新上传。',
};

/** Reasons that are shown on the screen; the file has all of them. */
const SHOWN_FAILURES = 50;

async function checkUpload(
  context: ReadContext,
  ids: AssessmentIds,
): Promise<Result<CheckedIndicators, Rejection>> {
  const assessment = await findAssessment(context.database, ids);
  if (assessment === undefined || !context.reaches(assessment.path)) return err({ code: 'not-found' });
  const checked = await GATE.run(context.caller.accountId, async () => {
    const bytes = await uploadedBytes(context, MOST_BYTES);
    return bytes.ok ? await checkIndicatorSheet(bytes.value) : bytes;
  });
  return checked ?? err(BUSY);
}

/** Whoever may see the assessment or one of its units may see by what it is assessed. */
async function seesSet(
  { database, reaches }: ReadContext,
  ids: AssessmentIds,
  path: string,
): Promise<boolean> {
  return reaches(path) || (await assessmentUnits(database, ids)).some((unit) => reaches(unit.path));
}

export const assessmentSetHandlers: Handlers<typeof assessmentSetRoutes> = {
  sheet: async (context, { params }) => {
    const assessment = await findAssessment(context.database, params);
    if (assessment === undefined || !(await seesSet(context, params, assessment.path))) {
      return err({ code: 'not-found' });
    }
    return ok(madeFile(`${assessment.title}指标`, 'xlsx', await writeIndicatorSheet(assessment.set)));
  },
  check: async (context, { params }) => {
    const checked = await checkUpload(context, params);
    if (!checked.ok) return checked;
    const { rows, set, failed, unknownColumns } = checked.value;
    return ok({
      rows,
      counted: set?.indicators.filter(({ counters }) => counters.length > 0).length ?? 0,
      vetoes: set?.vetoes.length ?? 0,
      failed: failed.length,
      failures: failed
        .slice(0, SHOWN_FAILURES)
        .map(({ number, reasons }) => ({ row: number, reasons: [...reasons] })),
      unknownColumns: [...unknownColumns],
    });
  },
  failures: async (context, { params }) => {
    const checked = await checkUpload(context, params);
    if (!checked.ok) return checked;
    return ok(madeFile('未能导入的考核指标', 'xlsx', await writeFailedIndicators(checked.value.failed)));
  },
  replace: async (context, { params }) => {
    const checked = await checkUpload(context, params);
    if (!checked.ok) return checked;
    const { set, failed } = checked.value;
    if (set === null) {
      const detail = `有 ${failed.length} 行需要修改，这份指标没有采用，原来的指标不变。请下载错误文件，改好后重新上传。`;
      const errors = failed.slice(0, SHOWN_FAILURES).map(({ number, reasons }) => ({
        pointer: '/file',
        message: `第 ${number} 行：${reasons.join('')}`,
      }));
      return err({ code: 'invalid', detail, errors });
    }
    const done = await replaceSet(context, params, set);
    if (!done.ok && done.error.current === undefined) return done;
    const now = await shownOverview(context, params);
    if (now === undefined) return err({ code: 'not-found' });
    return done.ok ? ok(now) : presentStale(done, () => now);
  },
};
