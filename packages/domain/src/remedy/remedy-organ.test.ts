import { describe, expect, it } from 'vitest';
import { courtOf, type OrganInTree, remedyPlacesOf, reviewOrganOf } from './remedy-organ.ts';

const province: OrganInTree = { kind: 'provinceGovernment', name: '甲省人民政府' };
const city: OrganInTree = { kind: 'cityGovernment', name: '乙市人民政府' };
const county: OrganInTree = { kind: 'countyGovernment', name: '丙县人民政府' };
const district: OrganInTree = { kind: 'countyGovernment', name: '丁区人民政府' };
const bureau: OrganInTree = { kind: 'department', name: '丙县自然资源局' };

const inCounty = [county, city, province];

/** applications.md §12.4, row by row: organ, what is above it, who reviews, which court. */
const TABLE: readonly (readonly [
  string,
  OrganInTree,
  readonly OrganInTree[],
  string | null,
  string | null,
])[] = [
  ['township', { kind: 'township', name: '戊镇人民政府' }, inCounty, '丙县人民政府', '丙县人民法院'],
  ['county department', bureau, inCounty, '丙县人民政府', '丙县人民法院'],
  [
    'its field office',
    { kind: 'department', name: '某所' },
    [bureau, ...inCounty],
    '丙县人民政府',
    '丙县人民法院',
  ],
  [
    '街道办事处',
    { kind: 'subdistrictOffice', name: '己街道办事处' },
    [district, city, province],
    '丁区人民政府',
    '乙市丁区人民法院',
  ],
  [
    'government’s office',
    { kind: 'governmentOrgan', name: '丙县人民政府办公室' },
    inCounty,
    '丙县人民政府',
    '丙县人民法院',
  ],
  ['county government', county, [city, province], '乙市人民政府', '甲省乙市中级人民法院'],
  ['county right under a province', county, [province], '甲省人民政府', null],
  ['city government', city, [province], '甲省人民政府', '甲省乙市中级人民法院'],
  ['province', province, [], '甲省人民政府', null],
  ['city department', { kind: 'department', name: '乙市财政局' }, [city, province], '乙市人民政府', null],
  ['county at the top of the tree', county, [], null, null],
  ['department under it', bureau, [county], '丙县人民政府', '丙县人民法院'],
  ['village', { kind: 'village', name: '庚村村民委员会' }, [...inCounty], null, null],
];

describe.each(TABLE)('%s', (_, organ, above, review, court) => {
  it(`${organ.name}: ${review}, ${court}`, () => {
    expect(reviewOrganOf(organ, above).name).toBe(review);
    expect(courtOf(organ, above).name).toBe(court);
  });
});

describe('names', () => {
  it('of a district’s court have the city once', () => {
    const named = { ...district, name: '乙市丁区人民政府' };
    expect(courtOf({ kind: 'township', name: '某镇人民政府' }, [named, city]).name).toBe('乙市丁区人民法院');
  });

  it('of a 行政公署’s court do not follow', () => {
    const league: OrganInTree = { kind: 'cityGovernment', name: '辛盟行政公署' };
    expect(courtOf(county, [league, province]).name).toBeNull();
  });

  it('that follow from a reading say so', () => {
    expect(reviewOrganOf({ kind: 'governmentOrgan', name: '丙县人民政府办公室' }, inCounty).unconfirmed).toBe(
      true,
    );
    expect(reviewOrganOf(bureau, inCounty)).toEqual({
      name: '丙县人民政府',
      source: '行政复议法第二十四条第一款第（一）项',
      unconfirmed: false,
    });
    expect(courtOf(bureau, inCounty).unconfirmed).toBe(true);
  });
});

describe('what the letters name', () => {
  const none = {
    'remedy.reviewOrgan': '',
    'remedy.court': '',
    'remedy.regionCourt': '',
    'remedy.reviewAddress': '',
  };

  it('follows from the tree', () => {
    expect(remedyPlacesOf(bureau, inCounty, none)).toEqual({
      reviewOrgan: '丙县人民政府',
      court: '丙县人民法院',
      reviewAddress: null,
    });
  });

  it('is what the settings say, for example under vertical leadership', () => {
    const settings = {
      ...none,
      'remedy.reviewOrgan': '国家税务总局乙市税务局',
      'remedy.court': '壬铁路运输法院',
      'remedy.reviewAddress': 'https://fuyi.example',
    };
    expect(remedyPlacesOf(bureau, inCounty, settings)).toEqual({
      reviewOrgan: '国家税务总局乙市税务局',
      court: '壬铁路运输法院',
      reviewAddress: 'https://fuyi.example',
    });
  });

  it('is the court where cases are concentrated, for organs that are sued at the lowest courts', () => {
    const settings = { ...none, 'remedy.regionCourt': '癸区人民法院' };
    expect(remedyPlacesOf(bureau, inCounty, settings)?.court).toBe('癸区人民法院');
    expect(remedyPlacesOf(county, [city, province], settings)?.court).toBe('甲省乙市中级人民法院');
  });

  it('is nothing while one of both is unknown', () => {
    expect(remedyPlacesOf(county, [], { ...none, 'remedy.reviewOrgan': '乙市人民政府' })).toBeNull();
    expect(remedyPlacesOf(county, [], { ...none, 'remedy.court': '某法院' })).toBeNull();
  });
});
