import type { Rejection } from '@zhaoshi/contract/problems';
import { formatIndexNumber, seriesOf } from '@zhaoshi/domain/disclosure/index-number/index-number';
import { parseIndexPattern } from '@zhaoshi/domain/disclosure/index-number/pattern';
import { monthOf, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { sql, type Transaction } from 'kysely';
import type { DocumentRow } from '../../db/queries/documents.ts';
import type { Schema } from '../../db/schema.ts';
import type { DocumentRules } from './document-context.ts';

/** The next number of a series, without gaps: a change that is undone gives its number back. */
async function nextInSeries(
  transaction: Transaction<Schema>,
  { region_id, organ_id }: Pick<DocumentRow, 'region_id' | 'organ_id'>,
  series: string,
): Promise<number> {
  const { last } = await transaction
    .insertInto('index_series')
    .values({ region_id, organ_id, series, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'organ_id', 'series']).doUpdateSet({ last: sql`index_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

/** Leads no series that a pattern could make. */
const PUBLIC_NAMES = 'name/';
const NAME_DIGITS = 5;

const settingsRefuse = (reason: string): Rejection => ({
  code: 'state-refuses',
  detail: `不能编出索引号：${reason}。请系统管理员在设置中更正后再发布；文件没有改动。`,
});

export interface DocumentNumbers {
  readonly indexNumber: string;
  readonly publicName: string;
}

/** Index number and public name, given at the first publication and kept for good. */
export async function giveNumbers(
  transaction: Transaction<Schema>,
  row: DocumentRow,
  { settings, today }: DocumentRules,
): Promise<Result<DocumentNumbers, Rejection>> {
  if (row.index_number !== null && row.public_name !== null) {
    return ok({ indexNumber: row.index_number, publicName: row.public_name });
  }
  const year = yearOf(today);
  const pattern = parseIndexPattern(settings('publication.indexNumberPattern'));
  if (!pattern.ok) return err(settingsRefuse(pattern.error));
  const parts = {
    organCode: settings('publication.organCode') || row.organ_slug,
    category: row.catalog_code,
    year,
    month: monthOf(today),
  };
  const serial = await nextInSeries(transaction, row, `index/${seriesOf(pattern.value, parts)}`);
  const indexNumber = formatIndexNumber(pattern.value, { ...parts, serial });
  if (!indexNumber.ok) return err(settingsRefuse(indexNumber.error));
  const name = await nextInSeries(transaction, row, `${PUBLIC_NAMES}${year}`);
  return ok({
    indexNumber: indexNumber.value,
    publicName: `${year}-${String(name).padStart(NAME_DIGITS, '0')}`,
  });
}
