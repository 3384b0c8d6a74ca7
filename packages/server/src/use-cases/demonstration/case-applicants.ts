import type { ApplicantKind } from '@zhaoshi/domain/annual-report/ids';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import { MARK } from './people.ts';

/** Organs that have cases; all have a desk for every step. */
export const CASE_ORGANS = [
  'hedong/duandian',
  'zhaoshi/education',
  'hedong/finance',
  'hedong/rural-affairs',
  'zhaoshi/resources',
  'hedong/jindian',
  'zhaoshi/health',
  'hedong/civil-affairs',
  'hexi/human-resources',
  'zhaoshi/finance',
  'hexi/qianwei',
  'hedong/chengguan',
] as const;

/** 机关代字 of their letters. */
export const NUMBER_WORDS: Readonly<Record<(typeof CASE_ORGANS)[number], string>> = {
  'hedong/duandian': '段政公复',
  'zhaoshi/education': '昭教公复',
  'hedong/finance': '河东财公复',
  'hedong/rural-affairs': '河东农公复',
  'zhaoshi/resources': '昭自然公复',
  'hedong/jindian': '金政公复',
  'zhaoshi/health': '昭卫公复',
  'hedong/civil-affairs': '河东民公复',
  'hexi/human-resources': '河西人社公复',
  'zhaoshi/finance': '昭财公复',
  'hexi/qianwei': '前政公复',
  'hedong/chengguan': '城关公复',
};

/** Of the city's organs. */
export const CITY_COURT = `昭示市示例区人民法院${MARK}`;

const SUBJECTS = [
  '上一年度农村公路养护资金的分配方案',
  '惠民惠农补贴资金发放的汇总情况',
  '小学学区划分的依据和范围图',
  '部门预算中“三公”经费的明细说明',
  '高标准农田建设项目的中标合同',
  '某地块国有土地使用权出让的批准文件',
  '村级公益事业财政奖补项目的验收资料',
  '社区卫生服务中心的设备采购合同',
  '城乡低保对象的认定标准和审核程序',
  '事业单位公开招聘的岗位设置依据',
  '征地补偿安置方案和公告的张贴记录',
  '老旧小区改造项目的资金来源和进度',
  '河道清淤工程的招标文件',
  '中小学教师职称评审的结果',
  '停车收费标准的批准文件',
  '基层应急物资的采购和发放情况',
  '环境卫生保洁服务的政府购买合同',
] as const;

const NAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = ['小满', '立夏', '谷雨', '清和', '白露', '霜晨', '冬至'] as const;

const ORGANISATIONS: readonly (readonly [ApplicantKind, string])[] = [
  ['commercialEnterprise', '昭示示例商贸有限公司'],
  ['legalServiceInstitution', '昭示示例律师事务所'],
  ['researchInstitution', '昭示示例农业研究所'],
  ['publicWelfareOrganization', '昭示示例公益服务中心'],
  ['otherOrganization', '昭示示例小区业主委员会'],
];

const at = <T>(list: readonly T[], place: number): T => {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** Every other case belongs to the first two organs, whose registers are to be full; the others have one in turn. */
export const organOf = (place: number): (typeof CASE_ORGANS)[number] =>
  place % 2 === 0 ? at(CASE_ORGANS.slice(0, 2), place / 2) : at(CASE_ORGANS.slice(2), Math.floor(place / 2));

/** Every fourth applies for an organisation. */
const ORGANISATION_EVERY = 4;

function applicant(place: number): ApplicationForm['applicant'] {
  const reach = {
    address: `示例路 ${place + 1} 号${MARK}`,
    postcode: '000000',
    phone: `0000-${3_000_000 + place}`,
    fax: null,
    email: `applicant-${place}@people.example`,
  };
  const none = { identityType: null, identityNumber: null, creditCode: null };
  if (place % ORGANISATION_EVERY === ORGANISATION_EVERY - 1) {
    const [kind, name] = at(ORGANISATIONS, Math.floor(place / ORGANISATION_EVERY));
    const person = `${at(Array.from(NAMES), place)}代表${MARK}`;
    return {
      ...none,
      ...reach,
      kind,
      name: `${name}${MARK}`,
      legalRepresentative: person,
      contactPerson: person,
    };
  }
  const name = `${at(Array.from(NAMES), place * 5)}${at(GIVEN, place)}${MARK}`;
  return { ...none, ...reach, kind: 'naturalPerson', name, legalRepresentative: null, contactPerson: null };
}

/** The form of the case at a place of the register: everybody on it is invented. */
export const formOf = (place: number): ApplicationForm => ({
  applicant: applicant(place),
  agent: null,
  description: `${at(SUBJECTS, place)}${MARK}`,
  supplyForm: place % 3 === 0 ? 'paper' : 'electronic',
  supplyWay: place % 3 === 0 ? 'post' : 'email',
  acceptsOtherWay: true,
  helpNeeded: null,
});
