import { expect, test } from 'vitest';
import { CallProblem } from '../../app/problem.ts';
import type { ShownYear } from './calendar-types.ts';
import { aboutOwn, bodyOf, readYearFile, valuesOf } from './editor-values.ts';

const NOTICE = {
  number: '国办发明电〔2026〕9号',
  publishedOn: '2026-11-10',
  source: '测试',
  rest: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
  work: ['2027-01-09'],
};
const FILE = { year: 2027, notices: [NOTICE], expected: [] };
const HOLIDAY = { date: '2027-03-03', name: '地方节日', source: '地方规定' };

const year = (given: Partial<ShownYear>): ShownYear => ({
  year: 2027,
  status: 'official',
  organName: '某县',
  notices: [NOTICE],
  workingDays: 250,
  loadedBy: null,
  days: [],
  file: FILE,
  regionalHolidays: [{ ...HOLIDAY, setBy: { regionId: 'r', organId: 'above' } }],
  own: null,
  proposal: null,
  version: 1,
  abilities: ['calendar.edit'],
  ...given,
});

test('what is sent back unchanged is what holds, or nothing of one’s own', () => {
  const untouched = valuesOf(year({}));
  expect(untouched.origin).toBe('above');
  expect(bodyOf(2027, untouched)).toEqual({ file: null, regionalHolidays: [] });
  const own = valuesOf(year({ own: { file: FILE, regionalHolidays: [HOLIDAY] } }));
  expect(bodyOf(2027, own)).toEqual({ file: FILE, regionalHolidays: [HOLIDAY] });
});

test('a year without a notice begins with loading one', () => {
  expect(valuesOf(year({ notices: [], file: { ...FILE, notices: [] } })).origin).toBe('own');
});

test('rows that were only begun are sent as empty, for the server to name', () => {
  const values = { origin: 'own', notices: [{}], expected: [], regionalHolidays: [{}] } as const;
  expect(bodyOf(2027, values)).toEqual({
    file: {
      year: 2027,
      notices: [{ number: '', publishedOn: '', source: '', rest: [], work: [] }],
      expected: [],
    },
    regionalHolidays: [{ date: '', name: '', source: '' }],
  });
});

test('reads a file, or says everything that is wrong with it', () => {
  expect(readYearFile(2027, JSON.stringify(FILE))).toEqual({ ok: true, value: FILE });
  expect(readYearFile(2028, JSON.stringify(FILE))).toMatchObject({
    error: [expect.stringContaining('文件是2027年的，不是2028年的')],
  });
  expect(readYearFile(2027, '{')).toEqual({ ok: false, error: ['文件不是 JSON 格式，无法读取。'] });
  const wrong = { ...FILE, notices: [{ ...NOTICE, number: '', work: ['2027-01-11'] }] };
  const result = readYearFile(2027, JSON.stringify(wrong));
  expect(result.ok ? [] : result.error).toHaveLength(2);
});

test('a stale save is about what the organ itself loaded, never about what holds from above', () => {
  const current = year({ version: 7 });
  const error = aboutOwn(new CallProblem('stale', { title: '', advice: '', current }));
  expect(error).toMatchObject({ told: { current: { file: null, regionalHolidays: [], version: 7 } } });
  const other = new CallProblem('invalid', { title: '', advice: '' });
  expect(aboutOwn(other)).toBe(other);
});
