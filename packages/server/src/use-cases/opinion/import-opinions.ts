import { createHash } from 'node:crypto';
import type { Rejection } from '@zhaoshi/contract/problems';
import { REASONS_TITLE } from '@zhaoshi/domain/application/register-sheet/columns';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import {
  type EnteredOpinion,
  MOST_OPINIONS,
  OPINION_COLUMN_IDS,
  OPINION_COLUMNS,
  type OpinionRow,
  parseOpinionRow,
} from '@zhaoshi/domain/opinion/opinion-sheet';
import { writePlainSheet } from '@zhaoshi/report-files/write/xlsx/write-plain-sheet';
import type { OrganIds } from '../../db/queries/organs.ts';
import type { ChangeContext, UseCaseContext } from '../context.ts';
import { readTemplateRows } from '../files/template-rows.ts';
import { answeringOrgan, insertOpinion } from './enter-opinion.ts';

const SHEET = {
  ids: OPINION_COLUMN_IDS,
  columns: OPINION_COLUMNS,
  mostRows: MOST_OPINIONS,
  emptyWords: '表格里只有表头，没有舆情。请下载导入表，填好以后上传。',
};

const NAME = '政务舆情';

const COLUMNS = OPINION_COLUMN_IDS.map((id) => {
  const { title, required, longest } = OPINION_COLUMNS[id];
  return { title: required ? `${title}*` : title, width: longest >= 200 ? 40 : 22 };
});

const HELP = {
  name: '填写说明',
  columns: [
    { title: '列', width: 18 },
    { title: '要求', width: 8 },
    { title: '说明', width: 70 },
  ],
  rows: OPINION_COLUMN_IDS.map((id) => {
    const { title, required, help } = OPINION_COLUMNS[id];
    return [title, required ? '必填' : '选填', help];
  }),
};

/** The sheet to be filled in, with a sheet that says what each column takes. */
export const writeOpinionTemplate = (): Promise<Uint8Array> =>
  writePlainSheet({ name: NAME, columns: COLUMNS, rows: [] }, HELP);

const ADVICE = '请在错误文件或者原来的表格里改好，重新上传。';

interface ReadRow {
  readonly number: number;
  readonly row: OpinionRow;
  readonly result: Result<EnteredOpinion, readonly string[]>;
}

async function rowsIn(bytes: Uint8Array, now: Date): Promise<Result<readonly ReadRow[], Rejection>> {
  const read = await readTemplateRows(bytes, SHEET);
  if (!read.ok) return read;
  return ok(read.value.rows.map(({ number, row }) => ({ number, row, result: parseOpinionRow(row, now) })));
}

/** Everything that is wrong in a sheet, row by row. */
async function eventsIn(bytes: Uint8Array, now: Date): Promise<Result<readonly EnteredOpinion[], Rejection>> {
  const read = await rowsIn(bytes, now);
  if (!read.ok) return read;
  const errors = read.value.flatMap(({ number, result }) =>
    result.ok
      ? []
      : result.error.map((words) => ({ pointer: `/file/${number}`, message: `第 ${number} 行：${words}` })),
  );
  if (errors.length > 0) {
    const detail = `有 ${new Set(errors.map(({ pointer }) => pointer)).size} 行需要修改，没有导入任何一行。`;
    return err({ code: 'invalid', detail, advice: ADVICE, errors: errors.slice(0, 50) });
  }
  return ok(read.value.flatMap(({ result }) => (result.ok ? [result.value] : [])));
}

/**
 * A sheet as it was sent, with what is wrong with each row before it. All rows are in it: none of them was taken, so what
 * was mended is sent again as a whole.
 *
 * @returns an xlsx file
 */
export async function opinionsToMend(
  { database, reaches, now }: UseCaseContext & Pick<ChangeContext, 'reaches'>,
  ids: OrganIds,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, Rejection>> {
  const organ = await answeringOrgan(database, { reaches }, ids);
  if (!organ.ok) return organ;
  const read = await rowsIn(bytes, now());
  if (!read.ok) return read;
  const rows = read.value.map(({ row, result }) => [
    result.ok ? '' : result.error.join('\n'),
    ...OPINION_COLUMN_IDS.map((id) => row[id]),
  ]);
  const columns = [{ title: REASONS_TITLE, width: 44 }, ...COLUMNS];
  return ok(await writePlainSheet({ name: NAME, columns, rows }, HELP));
}

/** Takes in the events of a sheet, all of them or, where a row is wrong, none. */
export async function importOpinions(
  context: ChangeContext,
  ids: OrganIds,
  bytes: Uint8Array,
): Promise<Result<{ readonly imported: number }, Rejection>> {
  const { change, caller, now, newId } = context;
  const events = await eventsIn(bytes, now());
  if (!events.ok) return events;
  return await change(async (transaction) => {
    const organ = await answeringOrgan(transaction, context, ids);
    if (!organ.ok) return organ;
    const by = caller.accountId;
    for (const event of events.value) {
      const arrival = { origin: 'import', source: null, ownerId: by, by, at: now() } as const;
      await insertOpinion(transaction, { ...ids, opinionId: newId() }, event, arrival);
    }
    return ok({
      value: { imported: events.value.length },
      subject: `organ/${ids.organId}`,
      organPath: organ.value.path,
      details: { after: { imported: events.value.length } },
    });
  }, createHash('sha256').update(bytes).digest('hex'));
}
