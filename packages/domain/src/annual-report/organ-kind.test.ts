import { describe, expect, test } from 'vitest';
import { inferOrganKind, organKindOf } from './organ-kind.ts';

describe('organ kind from the name', () => {
  test.each([
    ['段店乡人民政府', 'township'],
    ['前卫镇', 'township'],
    ['玉溪市江川区前卫镇人民政府', 'township'],
    ['东城街道办事处', 'subdistrictOffice'],
    ['永春县人民政府', 'countyGovernment'],
    ['海淀区人民政府', 'countyGovernment'],
    ['北京市海淀区人民政府', 'countyGovernment'],
    ['三明市永安市人民政府', 'countyGovernment'],
    ['泉州市人民政府', 'cityGovernment'],
    ['延边朝鲜族自治州人民政府', 'cityGovernment'],
    ['重庆市人民政府', 'provinceGovernment'],
    ['福建省人民政府', 'provinceGovernment'],
    ['内蒙古自治区人民政府', 'provinceGovernment'],
    ['永春县人民政府办公室', 'governmentOrgan'],
    ['泉州市教育局', 'department'],
    ['泉州市发展和改革委员会', 'department'],
    ['永春县政府办公室', 'governmentOrgan'],
    ['前卫镇政府', 'township'],
    ['永春县', 'countyGovernment'],
    ['淮安市洪泽区', 'countyGovernment'],
    ['三明市永安市', 'countyGovernment'],
    ['三明市', 'cityGovernment'],
    ['北京市', 'provinceGovernment'],
    ['广西壮族自治区', 'provinceGovernment'],
    ['福州经济技术开发区', null],
    ['福州经济技术开发区管理委员会', 'department'],
    ['某某集团', null],
  ])('%s → %s', (name, kind) => {
    expect(inferOrganKind(name)).toBe(kind);
  });

  test('what the report says goes before what the name says', () => {
    expect(organKindOf({ organ: '泉州市人民政府', organKind: 'governmentOrgan' })).toBe('governmentOrgan');
    expect(organKindOf({ organ: null, organKind: null })).toBeNull();
  });
});
