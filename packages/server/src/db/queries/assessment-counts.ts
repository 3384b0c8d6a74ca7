import { type CounterName, UNMASKED_KINDS } from '@zhaoshi/domain/assessment/counters';
import { SCAN_KINDS } from '@zhaoshi/domain/disclosure/scan/finding';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { civilDayOf, dayInWords } from '../china-time.ts';
import type { Schema } from '../schema.ts';
import { lacksOffice } from './lacks-office.ts';
import type { OrganIds } from './organs.ts';
import { isPublicNow } from './public-editions.ts';

/** A finding of a counter: whose it is, the thing that proves it, and what it says; nothing in it names a person. */
export interface CountedRow {
  readonly organ_id: string;
  readonly counter: CounterName;
  /** `<thing>/<key>`. */
  readonly item: string;
  readonly words: string;
}

/** What is counted: the units, and the days of the scheme up to today. */
export interface CountedScope {
  readonly units: readonly OrganIds[];
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The rows of a table that belong to the units; their indexes begin with region and organ. */
export const ofUnits = (
  table: string,
  { units }: Pick<CountedScope, 'units'>,
  as: string = table,
): RawBuilder<unknown> => sql`
  unnest(${units.map(({ regionId }) => regionId)}::uuid[], ${units.map(({ organId }) => organId)}::uuid[])
    as unit (region_id, organ_id)
  join ${sql.table(table)} as ${sql.id(as)} on ${sql.ref(`${as}.region_id`)} = unit.region_id
    and ${sql.ref(`${as}.organ_id`)} = unit.organ_id`;

type Count = (scope: CountedScope) => RawBuilder<Omit<CountedRow, 'counter'>>;

const organOverview: Count = (scope) => sql`
  select organ.organ_id, 'contact/' || field.key as item, '没有填写' || field.title as words
  from ${ofUnits('organ', scope)}
  left join organ_contact contact on contact.region_id = organ.region_id and contact.organ_id = organ.organ_id
  cross join lateral (values ('address', '办公地址', contact.address), ('officeHours', '办公时间', contact.office_hours),
    ('phone', '联系电话', contact.phone), ('responsiblePerson', '负责人', contact.responsible_person))
    as field (key, title, value)
  where coalesce(field.value, '') = ''`;

const officeMissing: Count = (scope) => sql`
  select organ.organ_id, 'organ/office' as item, '工作机构的地址、办公时间、电话没有填写齐全' as words
  from ${ofUnits('organ', scope)} where ${lacksOffice}`;

const guideOutdated: Count = (scope) => sql`
  select organ.organ_id, 'guide/missing' as item, '没有公开的政府信息公开指南' as words
  from ${ofUnits('organ', scope)}
  where not exists (select from organ_guide guide
      join document_edition edition on edition.region_id = guide.region_id
        and edition.document_id = guide.document_id and ${isPublicNow}
      where guide.region_id = organ.region_id and guide.organ_id = organ.organ_id)`;

/** A document of an edition, as an item. */
const DOCUMENT = sql`'document/' || edition.region_id || '/' || edition.document_id`;

const validityUnmarked: Count = (scope) => sql`
  select edition.organ_id, ${DOCUMENT} as item, '《' || edition.title || '》没有写明施行日期' as words
  from ${ofUnits('document_edition', scope, 'edition')}
  where edition.kind in ('normativeDocument', 'administrativeRule')
    and edition.valid_from is null and edition.date_of_document is null and ${isPublicNow}`;

const missingElements: Count = (scope) => sql`
  select edition.organ_id, ${DOCUMENT} as item, '《' || edition.title || '》缺' || concat_ws('、',
    case when edition.abstract = '' then '内容概述' end, case when edition.subject_category = '' then '主题分类' end,
    case when edition.issuing_organ = '' then '发文机关' end) as words
  from ${ofUnits('document_edition', scope, 'edition')}
  where (edition.abstract = '' or edition.subject_category = '' or edition.issuing_organ = '') and ${isPublicNow}`;

const deadLinks: Count = (scope) => sql`
  select edition.organ_id, 'link/' || edition.region_id || '/' || edition.document_id || '/' || md5(link.address) as item,
    '《' || edition.title || '》里的链接自' || ${civilDayOf(sql`link.dead_since`)} || '起打不开' as words
  from ${ofUnits('document_edition', scope, 'edition')}
  join document_link link on link.region_id = edition.region_id and link.document_id = edition.document_id
    and link.edition = edition.edition
  where link.dead_since is not null and ${isPublicNow}`;

/** What was taken down is not named: its very title may be what must not be public. */
const leaks: Count = (scope) => sql`
  select edition.organ_id, ${DOCUMENT} as item,
    ${dayInWords(civilDayOf(sql`edition.ended_at`))} || '因含有不应公开的内容撤回' as words
  from ${ofUnits('document_edition', scope, 'edition')}
  where edition.withdrawal_kind = 'leak'
    and ${civilDayOf(sql`edition.ended_at`)} between ${scope.from}::date and ${scope.to}::date`;

const unmasked: Count = (scope) => sql`
  select edition.organ_id, 'file/' || edition.region_id || '/' || edition.document_id || '/' || scan.file_id as item,
    '《' || edition.title || '》的附件里有' || (
      select string_agg(kind.title, '、' order by kind.place)
      from unnest(${[...UNMASKED_KINDS]}::text[], ${UNMASKED_KINDS.map((kind) => SCAN_KINDS[kind].title)}::text[])
        with ordinality as kind (name, title, place)
      where scan.counts ? kind.name) as words
  from ${ofUnits('document_edition', scope, 'edition')}
  cross join lateral unnest(edition.file_ids) as listed (file_id)
  join file_scan scan on scan.region_id = edition.region_id and scan.file_id = listed.file_id
  where scan.counts ?| ${[...UNMASKED_KINDS]}::text[] and ${isPublicNow}`;

/** Counters that are one statement over the units each. */
const STATEMENTS = {
  organOverview,
  officeMissing,
  guideOutdated,
  validityUnmarked,
  missingElements,
  deadLinks,
  leaks,
  unmasked,
} as const satisfies Readonly<Partial<Record<CounterName, Count>>>;

/** Everything that the statements find, counter by counter. */
export async function countedByStatements(
  database: Kysely<Schema>,
  scope: CountedScope,
): Promise<readonly CountedRow[]> {
  const found: CountedRow[] = [];
  for (const [counter, count] of Object.entries(STATEMENTS)) {
    const { rows } = await count(scope).execute(database);
    // One of the keys above.
    for (const row of rows) found.push({ ...row, counter: counter as keyof typeof STATEMENTS });
  }
  return found;
}
