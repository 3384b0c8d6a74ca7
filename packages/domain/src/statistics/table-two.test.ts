import { describe, expect, it } from 'vitest';
import { registerOn } from '../disclosure/validity/normative-register.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { mayMakeRules, recordFaults } from './normative-refusals.ts';
import { normativeRegister, type PublishedNormative, type RecordedDocument } from './recorded-documents.ts';
import { tableTwoCells } from './table-two.ts';

const day = (text: string): CivilDate => text as CivilDate;
const TODAY = day('2026-11-21');

const record = (given: Partial<RecordedDocument> = {}): RecordedDocument => ({
  recordId: 'old',
  row: 'normativeDocument',
  title: '示范县旧办法',
  documentNumber: '示政发〔2015〕3号',
  dateOfDocument: day('2015-04-01'),
  validFrom: null,
  validTo: null,
  end: null,
  ...given,
});

const published = (given: Partial<PublishedNormative> = {}): PublishedNormative => ({
  documentId: 'new',
  row: 'normativeDocument',
  title: '示范县新办法',
  documentNumber: '示政发〔2026〕5号',
  dateOfDocument: day('2026-03-01'),
  validFrom: day('2026-04-01'),
  validTo: null,
  ...given,
});

const repeal = {
  kind: 'repeals',
  documentId: 'new',
  otherDocumentId: null,
  otherNumber: '示政发[2015]3号',
  effectiveOn: day('2026-04-01'),
} as const;

const standing = (register: ReturnType<typeof normativeRegister>, on: string) =>
  Object.fromEntries(
    registerOn(register.documents, register.relations, day(on)).map((one) => [
      one.document.id,
      one.standing.validity,
    ]),
  );

describe('one register out of what was published and what was recorded', () => {
  it('a published document ends a recorded one that it names by number, however that is written', () => {
    const register = normativeRegister([published()], [record()], [repeal]);
    expect(standing(register, '2026-03-31')).toEqual({ old: 'inForce', new: 'notYet' });
    expect(standing(register, '2026-04-01')).toEqual({ old: 'repealed', new: 'inForce' });
  });

  it('a record with the number of a published document is that document, and only ends it', () => {
    const end = { kind: 'repealed', on: day('2026-09-01'), ground: '清理决定' } as const;
    const same = record({ documentNumber: '示政发（2026）5号', end });
    const register = normativeRegister([published()], [same], []);
    expect(register.documents.map(({ id, title }) => [id, title])).toEqual([['new', '示范县新办法']]);
    expect(standing(register, '2026-08-31')).toEqual({ new: 'inForce' });
    expect(standing(register, '2026-09-01')).toEqual({ new: 'repealed' });
  });

  it('a recorded 失效 is an end of its own, by the earlier of two days', () => {
    const end = { kind: 'expired', on: day('2020-05-01'), ground: '公告' } as const;
    const register = normativeRegister([], [record({ end, validTo: day('2025-04-01') })], []);
    expect([standing(register, '2020-04-30'), standing(register, '2020-05-01')]).toEqual([
      { old: 'inForce' },
      { old: 'expired' },
    ]);
  });

  it('relations that change no validity, or point at nothing known, are left out', () => {
    const register = normativeRegister(
      [published()],
      [record()],
      [
        { ...repeal, kind: 'interprets' },
        { ...repeal, otherNumber: '别政发〔2015〕3号' },
        { ...repeal, otherDocumentId: 'elsewhere', otherNumber: '' },
      ],
    );
    expect(register.relations).toEqual([]);
  });
});

describe('table two', () => {
  const register = normativeRegister(
    [published()],
    [
      record(),
      record({ recordId: 'third', documentNumber: '示政发〔2019〕9号', validTo: day('2026-06-30') }),
    ],
    [repeal],
  );
  const values = (cells: ReturnType<typeof tableTwoCells>) =>
    Object.fromEntries(cells.map(({ cell, value }) => [cell, value]));
  const given = { year: 2026, today: TODAY, countsExpired: true };
  const fees = {
    entryId: 'f',
    kind: 'fees',
    year: 2026,
    month: 1,
    unit: '',
    versions: [
      {
        version: 1,
        figure: 123_456_789,
        source: '财政票据系统',
        reason: '',
        enteredBy: 'a',
        signedBy: 'b',
        returnedBy: null,
        returnReason: '',
      },
    ],
  } as const;

  it('has the ten cells of the form, unknown where nothing was signed off', () => {
    expect(values(tableTwoCells(register, [fees], given))).toEqual({
      't2.administrativeRule/made': 0,
      't2.administrativeRule/repealed': 0,
      't2.administrativeRule/inForce': 0,
      't2.normativeDocument/made': 1,
      't2.normativeDocument/repealed': 2,
      't2.normativeDocument/inForce': 1,
      't2.licensing/decisions': null,
      't2.penalties/decisions': null,
      't2.coercion/decisions': null,
      't2.fees/amountWan': 123.456789,
    });
  });

  it('does not count what ran out as repealed where the setting says so', () => {
    const cells = tableTwoCells(register, [], { ...given, countsExpired: false });
    expect(values(cells)['t2.normativeDocument/repealed']).toBe(1);
  });

  it('ties out: in force at the end = in force a year before + made − ended', () => {
    const inForce = (year: number) =>
      values(tableTwoCells(register, [], { ...given, year }))['t2.normativeDocument/inForce'] ?? 0;
    const year = values(tableTwoCells(register, [], given));
    expect(year['t2.normativeDocument/inForce']).toBe(
      inForce(2025) + (year['t2.normativeDocument/made'] ?? 0) - (year['t2.normativeDocument/repealed'] ?? 0),
    );
  });

  it('opens into what it counts and says what is open', () => {
    const cells = tableTwoCells(register, [fees], given);
    const cell = (id: string) => cells.find((one) => one.cell === id);
    expect(cell('t2.normativeDocument/repealed')?.documents.map(({ document: { id } }) => id)).toEqual([
      'old',
      'third',
    ]);
    expect(cell('t2.fees/amountWan')?.entries).toEqual([fees]);
    expect(cell('t2.fees/amountWan')?.open).toEqual(['2月至10月没有填报']);
    expect(cell('t2.coercion/decisions')?.open).toEqual(['1月至10月没有填报']);
  });
});

describe('a record', () => {
  const organ = { name: '示范县人民政府', kind: 'countyGovernment', level: 'county' } as const;
  const judged = { record: record(), organ, ruleMakers: [], others: [], today: TODAY } as const;
  const fields = (given: Partial<Parameters<typeof recordFaults>[0]>) =>
    recordFaults({ ...judged, ...given }).map(({ field }) => field);

  it('is kept when its days follow one another', () => {
    expect(fields({})).toEqual([]);
    const wrong = record({
      dateOfDocument: day('2026-12-01'),
      validFrom: day('2026-11-01'),
      validTo: day('2026-10-01'),
      end: { kind: 'repealed', on: day('2026-01-01'), ground: '' },
    });
    expect(fields({ record: wrong })).toEqual([
      'dateOfDocument',
      'validFrom',
      'validTo',
      'endedOn',
      'endGround',
    ]);
  });

  it('is registered once', () => {
    expect(fields({ others: [record({ documentNumber: '示政发[2015]3号' })] })).toEqual(['documentNumber']);
  });

  it('is a 规章 only of whoever makes them', () => {
    const rule = record({ row: 'administrativeRule' });
    expect(fields({ record: rule })).toEqual(['row']);
    expect(fields({ record: rule, ruleMakers: [organ.name] })).toEqual([]);
    expect(mayMakeRules({ name: '市', kind: 'cityGovernment', level: 'city' }, [])).toBe(true);
    expect(mayMakeRules({ name: '县府办', kind: 'governmentOrgan', level: 'county' }, [])).toBe(false);
    expect(mayMakeRules({ name: '市局', kind: 'department', level: 'city' }, [])).toBe(false);
  });
});
