import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { DocumentRelation } from '../document-content.ts';
import { type CheckedDocument, checkRelation } from './check-relations.ts';
import { type RegisterDocument, registerOn, tableTwoRow } from './normative-register.ts';
import { isInForceOn, type ValidityRelation, validityOn, validityWords } from './validity.ts';

const day = (text: string): CivilDate => text as CivilDate;

const doc = (id: string, from: string, to: string | null = null): RegisterDocument & CheckedDocument => ({
  id,
  row: 'normativeDocument',
  title: `文件${id}`,
  documentNumber: `昭政规〔${from.slice(0, 4)}〕1号`,
  dateOfDocument: day(from),
  validFrom: day(from),
  validTo: to === null ? null : day(to),
});

const rel = (kind: DocumentRelation, from: string, to: string, effectiveOn: string): ValidityRelation => ({
  kind,
  from,
  to,
  effectiveOn: day(effectiveOn),
});

describe('what a document is on a day', () => {
  const relations = [
    rel('amends', 'b', 'a', '2022-03-01'),
    rel('interprets', 'i', 'a', '2020-02-01'),
    rel('replaces', 'c', 'a', '2024-06-01'),
  ];
  test.each([
    ['2019-12-31', '尚未施行', null],
    ['2020-01-01', '有效', '2020-01-01'],
    ['2022-02-28', '有效', '2020-01-01'],
    ['2022-03-01', '已修改', '2022-03-01'],
    ['2024-05-31', '已修改', '2022-03-01'],
    ['2024-06-01', '废止', '2024-06-01'],
    ['2030-01-01', '废止', '2024-06-01'],
  ])('on %s: %s', (on, words, since) => {
    const found = validityOn(doc('a', '2020-01-01', '2025-12-31'), relations, day(on));
    expect([validityWords(found.validity), found.since]).toEqual([words, since]);
  });

  test('it is valid through its last day, then 失效', () => {
    const one = doc('a', '2020-01-01', '2024-12-31');
    expect(validityOn(one, [], day('2024-12-31')).validity).toBe('inForce');
    expect(validityOn(one, [], day('2025-01-01'))).toMatchObject({
      validity: 'expired',
      since: '2025-01-01',
    });
  });

  test('the repeal of the repealing document brings nothing back', () => {
    const chain = [rel('repeals', 'b', 'a', '2022-01-01'), rel('repeals', 'c', 'b', '2023-01-01')];
    expect(validityOn(doc('a', '2020-01-01'), chain, day('2024-01-01')).validity).toBe('repealed');
  });
});

const dates = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(day('2018-01-01'), offset));
const ids = fc.constantFrom('a', 'b', 'c', 'd');
const kinds = fc.constantFrom<DocumentRelation>(
  'amends',
  'repeals',
  'replaces',
  'interprets',
  'forwards',
  'corrects',
);
const someRelations = fc.array(fc.record({ kind: kinds, from: ids, to: ids, effectiveOn: dates }), {
  maxLength: 12,
});
const someDocuments = fc
  .array(fc.record({ from: dates, lasts: fc.option(fc.nat({ max: 2000 })), row: fc.boolean() }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((list) =>
    list.map(
      ({ from, lasts, row }, index): RegisterDocument => ({
        ...doc('abcd'[index] ?? 'a', from, lasts === null ? null : addDays(from, lasts)),
        row: row ? 'normativeDocument' : 'administrativeRule',
      }),
    ),
  );

describe('whatever the documents and relations', () => {
  test('what has ended never comes back, and the order of the relations does not matter', () => {
    fc.assert(
      fc.property(someDocuments, someRelations, dates, fc.nat({ max: 2000 }), (all, relations, on, later) => {
        for (const one of all) {
          const now = validityOn(one, relations, on);
          expect(validityOn(one, relations.toReversed(), on)).toMatchObject({
            validity: now.validity,
            since: now.since,
          });
          if (now.validity !== 'repealed' && now.validity !== 'expired') continue;
          expect(validityOn(one, relations, addDays(on, later))).toMatchObject({
            validity: now.validity,
            since: now.since,
          });
        }
      }),
      { seed: 20_260_131 },
    );
  });

  test('the stock ties out: in force last year + made − ended = in force this year (AR-T2-02)', () => {
    fc.assert(
      fc.property(someDocuments, someRelations, fc.integer({ min: 2018, max: 2027 }), (all, given, year) => {
        // A relation before its target was made is refused by checkRelation.
        const made = new Map(all.map(({ id, dateOfDocument }) => [id, dateOfDocument]));
        const relations = given.filter(({ to, effectiveOn }) => effectiveOn >= (made.get(to) ?? effectiveOn));
        for (const row of ['normativeDocument', 'administrativeRule'] as const) {
          const before = tableTwoRow(row, year - 1, all, relations);
          const now = tableTwoRow(row, year, all, relations);
          expect(now.inForce.length).toBe(before.inForce.length + now.made.length - now.repealed.length);
        }
      }),
      { seed: 20_260_131 },
    );
  });
});

describe('table two of a year', () => {
  const documents = [
    doc('old', '2020-05-01'),
    doc('lapsing', '2021-01-01', '2025-06-30'),
    doc('new', '2025-03-01'),
    { ...doc('later', '2025-12-20'), validFrom: day('2026-01-01') },
    { ...doc('rule', '2025-02-01'), row: 'administrativeRule' as const },
  ];
  const relations = [rel('repeals', 'new', 'old', '2025-03-01')];
  const names = (list: readonly { readonly document: { readonly id: string } }[]) =>
    list.map(({ document }) => document.id);

  test('each figure opens into its documents', () => {
    const row = tableTwoRow('normativeDocument', 2025, documents, relations);
    expect([names(row.made), names(row.repealed), names(row.inForce)]).toEqual([
      ['new', 'later'],
      ['old', 'lapsing'],
      ['new', 'later'],
    ]);
  });

  test('失效 counts as 废止 or not [U], and the year can be looked at before its end', () => {
    const strict = tableTwoRow('normativeDocument', 2025, documents, relations, { countsExpired: false });
    expect(names(strict.repealed)).toEqual(['old']);
    const early = tableTwoRow('normativeDocument', 2025, documents, relations, { upTo: day('2025-06-30') });
    expect([names(early.made), names(early.inForce)]).toEqual([['new'], ['lapsing', 'new']]);
  });

  test('the register as of a day', () => {
    expect(
      registerOn(documents, relations, day('2025-02-28')).map(
        ({ document: { id }, standing: { validity } }) => `${id} ${validity}`,
      ),
    ).toEqual(['old inForce', 'lapsing inForce', 'rule inForce']);
    expect(isInForceOn(doc('old', '2020-05-01'), relations, day('2025-03-01'))).toBe(false);
  });
});

describe('relations that cannot be', () => {
  const documents = new Map(
    [doc('a', '2020-01-01', '2026-12-31'), doc('b', '2022-01-01'), doc('c', '2024-01-01')].map((one) => [
      one.id,
      one,
    ]),
  );
  const onFile = [rel('repeals', 'b', 'a', '2023-01-01')];
  test.each([
    [rel('repeals', 'a', 'a', '2023-01-01'), [], ['itself']],
    [rel('repeals', 'x', 'a', '2023-01-01'), [], ['unknownDocument']],
    [rel('repeals', 'b', 'a', '2023-01-01'), onFile, ['twice', 'alreadyEnded']],
    [rel('repeals', 'c', 'a', '2024-01-01'), onFile, ['alreadyEnded']],
    [rel('amends', 'c', 'a', '2024-01-01'), onFile, ['alreadyEnded']],
    // Repealed again, from an earlier day than the one on file.
    [rel('replaces', 'b', 'a', '2022-06-01'), onFile, ['alreadyEnded']],
    [rel('amends', 'b', 'a', '2022-06-01'), onFile, []],
    [rel('repeals', 'c', 'a', '2027-02-01'), [], ['alreadyEnded']],
    [rel('repeals', 'a', 'b', '2021-06-01'), [], ['beforeTarget']],
    [rel('repeals', 'c', 'b', '2023-06-01'), [], ['beforeActing']],
    [rel('repeals', 'a', 'b', '2022-06-01'), onFile, ['circle']],
    [rel('interprets', 'c', 'a', '2019-01-01'), onFile, []],
    [rel('interprets', 'c', 'a', '2019-01-01'), [rel('interprets', 'c', 'a', '2024-01-01')], ['twice']],
    [rel('repeals', 'c', 'b', '2024-01-01'), onFile, []],
  ])('%j', (relation, others, faults) => {
    const found = checkRelation(relation, documents, others);
    expect(found.map(({ fault }) => fault)).toEqual(faults);
    expect(found.every(({ message }) => message.endsWith('。'))).toBe(true);
  });
});
