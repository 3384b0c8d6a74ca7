import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { markOf } from '@zhaoshi/domain/search/grams';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { type PublishedDocument, plantPublished } from '../../../test/document-desk.ts';
import type { PlantedDocument } from '../../../test/document-samples.ts';
import { keepValidities, keepValidityAround } from './keep-validity.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

let number = 40;
const plantRule = (given: Partial<DocumentContent> = {}): Promise<PublishedDocument> => {
  number += 1;
  return plantPublished(world, world.township, {
    kind: 'normativeDocument',
    title: `示范镇第${number}号管理办法`,
    documentNumber: `示镇规〔2026〕${number}号`,
    issuingOrgan: '示范镇人民政府',
    ...given,
  });
};

/** What the search shows of a document, and by which mark a citizen narrows to it. */
async function found({ documentId }: PlantedDocument): Promise<readonly (string | null)[]> {
  const { rows } = await sql<{ readonly validity: string | null; readonly grams: readonly number[] }>`
    select validity, grams from published.search_entry where entry_id = ${documentId}`.execute(
    world.database.server,
  );
  const marks = ['inForce', 'revised', 'expired', 'repealed'].filter((validity) =>
    rows.some(({ grams }) => grams.includes(markOf('validity', validity))),
  );
  return [...rows.map(({ validity }) => validity), ...marks];
}

/** What the queue does after each publication and withdrawal, asked for by these acts themselves. */
async function workOff(): Promise<void> {
  const { rows } = await sql<{ readonly data: PlantedDocument }>`
    delete from pgboss.job_common where name = 'search.validity' returning data`.execute(
    world.database.owner,
  );
  for (const { data } of rows) {
    await keepValidityAround({ ...world.database.context, database: world.database.server }, data);
  }
}

const onDay = (day: string): Promise<void> =>
  keepValidities(
    { ...world.database.context, database: world.database.server, now: () => new Date(`${day}T04:00:00Z`) },
    new AbortController().signal,
  );

it('a repealed rule is found as repealed, and as in force again when the repeal was withdrawn', async () => {
  const { ids } = await plantRule();
  await workOff();
  expect(await found(ids)).toEqual(['inForce', 'inForce']);
  const relation = {
    relation: 'repeals',
    documentId: ids.documentId,
    documentNumber: '',
    title: '',
  } as const;
  const repeal = await plantRule({ relations: [relation] });
  await workOff();
  expect(await found(ids)).toEqual(['repealed', 'repealed']);
  await repeal.desk.act(
    repeal.ids,
    'leader',
    { type: 'withdraw', kind: 'error', hidesExistence: false },
    { notice: '误发，已撤回。' },
  );
  await workOff();
  expect(await found(ids)).toEqual(['inForce', 'inForce']);
});

it('a rule is found as in force from its first day to its last, by its number too', async () => {
  const { ids } = await plantRule({
    documentNumber: '示镇规〔2026〕39号',
    validFrom: '2027-01-01' as CivilDate,
    validTo: '2028-12-31' as CivilDate,
  });
  expect(await found(ids)).toEqual([null]);
  await onDay('2027-01-01');
  expect(await found(ids)).toEqual(['inForce', 'inForce']);
  const byNumber = {
    relation: 'amends',
    documentId: null,
    documentNumber: '示镇规〔2026〕39号',
    title: '',
  } as const;
  await plantRule({ relations: [byNumber] });
  await onDay('2027-01-02');
  expect(await found(ids)).toEqual(['revised', 'revised']);
  await onDay('2029-01-01');
  expect(await found(ids)).toEqual(['expired', 'expired']);
});
