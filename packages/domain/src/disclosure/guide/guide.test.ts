import { describe, expect, test } from 'vitest';
import { PER_ITEM, PER_PAGE } from '../../fee/tariff.ts';
import { bodyText } from '../document-body.ts';
import { guideBody } from './guide-body.ts';
import { type GuideData, guideParts } from './guide-parts.ts';
import { guideWarnings } from './guide-warnings.ts';

const DATA: GuideData = {
  organName: '示范镇人民政府',
  columns: ['政策文件', '机构概况'],
  office: {
    name: '示范镇党政综合办公室',
    address: '示范镇中心街1号',
    officeHours: '工作日8:00—12:00，14:30—17:30',
    phone: '0000-1234567',
    fax: '0000-1234568',
    email: 'office@example.cn',
    website: null,
  },
  postcode: '000000',
  tariffs: { perItem: PER_ITEM, perPage: PER_PAGE },
  remedies: { reviewOrgan: '昭和县人民政府', court: '昭和县人民法院', reviewAddress: null },
  supervisor: '昭和县人民政府办公室',
};

const READING = { readingPlaces: '昭和县档案馆，示范街2号' };
const textOf = (data: GuideData, texts = {}) => bodyText(guideBody(guideParts(data, texts)));
const missing = (data: GuideData, texts = {}) =>
  guideParts(data, texts).flatMap((part) => part.missing.map(({ words }) => words));

describe('the guide of 条例12', () => {
  test('has everything that the article asks for', () => {
    const text = textOf(DATA, READING);
    for (const words of [
      '一、政府信息公开工作机构',
      '机构名称：示范镇党政综合办公室',
      '办公地址：示范镇中心街1号',
      '办公时间：工作日8:00',
      '联系电话：0000-1234567',
      '传真号码：0000-1234568',
      '互联网联系方式：office@example.cn',
      '政策文件、机构概况',
      '编排体系',
      '获取方式',
      '昭和县档案馆',
      '20个工作日',
      '第1至30页不收费',
      '向昭和县人民政府申请行政复议',
    ]) {
      expect(text).toContain(words);
    }
    expect(missing(DATA, READING)).toEqual([]);
  });

  test('names each detail of the office that nobody entered', () => {
    expect(missing({ ...DATA, office: null }, READING)).toEqual([
      '没有填写工作机构的机构名称。',
      '没有填写工作机构的办公地址。',
      '没有填写工作机构的办公时间。',
      '没有填写工作机构的联系电话。',
      '没有填写工作机构的传真号码。',
      '没有填写工作机构的互联网联系方式。',
      '没有工作机构的办公地址，不能写明当面和邮寄申请的地点。',
    ]);
    expect(missing(DATA)).toEqual(['没有填写查阅场所：国家档案馆、公共图书馆、政务服务场所至少一处。']);
  });

  test('is another when the data are, and the same when they are the same', () => {
    expect(textOf({ ...DATA, supervisor: null })).not.toBe(textOf(DATA));
    expect(textOf(structuredClone(DATA))).toBe(textOf(DATA));
  });

  test('its own generated words break none of the rules it warns of', () => {
    expect(guideWarnings({ other: textOf(DATA, READING) })).toEqual([]);
  });
});

describe('rules that no longer hold', () => {
  test.each([
    ['本机关自收到申请之日起15个工作日内答复。', '15个工作日'],
    ['收到申请之日起十五个工作日内予以答复', '十五个工作日'],
    ['申请人应当说明申请用途。', '说明申请用途'],
    ['可以根据自身生产、生活、科研等特殊需要申请。', '自身生产'],
    ['收取检索费、复制费。', '检索费'],
  ])('%s', (text, found) => {
    expect(guideWarnings({ application: text }).map((one) => one.found)).toEqual([found]);
  });

  test.each([
    '第三方自收到征求意见书之日起15个工作日内提出意见。',
    '申请人不必说明用途。',
    '不收取检索费、复制费。',
    '自收到申请之日起20个工作日内答复。',
  ])('%s is right', (text) => {
    expect(guideWarnings({ application: text })).toEqual([]);
  });
});
