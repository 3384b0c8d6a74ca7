/** Test-only: one row for every rule of text-rules.ts, narrative-rules.ts, copying-rules.ts, privacy-rules.ts. */
import type { SectionId } from '../../src/annual-report/ids.ts';
import type { AnnualReport } from '../../src/annual-report/report.ts';
import { cleanReport, withText } from '../build-report.ts';
import { type Mutation, ofReport } from './mutation.ts';

type Change = (report: AnnualReport) => AnnualReport;

/** Words of one part replaced; a text that is not there is a fault of the row. */
const replaced =
  (section: SectionId, from: string, to: string): Change =>
  (report) => {
    const paragraphs = report.sections[section]!.paragraphs;
    if (!paragraphs.some((text) => text.includes(from))) throw new Error(`not in ${section}: ${from}`);
    return withText(
      report,
      section,
      paragraphs.map((text) => text.replaceAll(from, to)),
    );
  };

/** A sentence added behind the applications of part one. */
const said = (sentence: string): Change => replaced('s1', '均按规定办理；', `均按规定办理；${sentence}；`);

const preamble =
  (text: string): Change =>
  (report) => ({ ...report, preamble: [...report.preamble, text] });

export const TEXT_MUTATIONS: readonly Mutation[] = [
  ofReport('AR-TXT-01', 'two more received', replaced('s1', '申请18件', '申请20件')),
  ofReport('AR-TXT-01', 'a Chinese numeral', replaced('s1', '申请18件', '申请二十一件')),
  ofReport('AR-TXT-02', 'natural persons', said('其中自然人10件')),
  ofReport('AR-TXT-03', 'one less handled', said('办结政府信息公开申请17件')),
  ofReport('AR-TXT-04', 'one more carried in', replaced('s1', '上年结转1件', '上年结转2件')),
  ofReport('AR-TXT-05', 'one more granted', said('予以公开9件')),
  ofReport('AR-TXT-06', 'one more reconsideration', replaced('s1', '行政复议3件', '行政复议4件')),
  ofReport('AR-TXT-07', 'one more suit', replaced('s1', '行政诉讼1件', '行政诉讼2件')),
  ofReport(
    'AR-TXT-08',
    'none received',
    replaced('s1', '本年新收政府信息公开申请18件', '本年度未收到政府信息公开申请'),
  ),
  ofReport('AR-TXT-09', 'parts above the whole', said('公开各类信息83条，其中网站73条、微信12条')),
  ofReport('AR-TXT-10', 'one more document made', said('制发行政规范性文件3件')),
  ofReport('AR-TXT-10', 'one more on the old form', said('新制作规范性文件3件'), { version: '2019' }),
  ofReport('AR-TXT-11', 'a wrong share', said('其中自然人12件，占60%')),
  ofReport('AR-TXT-12', 'growth where there was none', replaced('s1', '申请18件', '申请18件，同比增长50%')),
  ofReport('AR-TXT-13', 'of each of two', said('予以公开、部分公开各4件')),
  ofReport('AR-TXT-14', 'disputes left out', replaced('s1', '行政复议3件，行政诉讼1件。', '')),
  ofReport('AR-NAR-01', 'a thousand characters too many', said('深入推进各项任务落实'.repeat(101))),
  ofReport('AR-NAR-02', 'a topic left out', replaced('s1', '主动公开', '信息发布')),
  ofReport('AR-NAR-03', 'no result of accountability', replaced('s1', '；本年度未发生责任追究情形', '')),
  ofReport('AR-NAR-04', 'part five too short', (report) =>
    withText(report, 's5', ['上年所列政策解读形式不够丰富的问题已整改。']),
  ),
  ofReport(
    'AR-NAR-05',
    "last year's problem forgotten",
    replaced('s5', '上年所列政策解读形式不够丰富的问题已完成整改，全年制作图文解读6期。', ''),
  ),
  ofReport('AR-NAR-06', 'nothing on the fee', (report) => withText(report, 's6', ['无。'])),
  ofReport('AR-NAR-07', 'a year of an older report', said('2021年，我镇深入推进基层公开')),
  ofReport('AR-NAR-07', 'another town', said('松坪镇高度重视公开工作')),
  ofReport('AR-NAR-08', 'an ordinal doubled', replaced('s1', '（三）', '（二）')),
  ofReport('AR-NAR-09', 'a telephone number too short', preamble('联系电话：0595-2395。')),
  ofReport('AR-NAR-10', 'a law of the wrong name', said('学习《中华人民共和国政府信息公开法》')),
  {
    rule: 'AR-NAR-10',
    what: 'a word of the list of the installation',
    mutate: (clean) => ({
      ...clean,
      settings: { ...clean.settings, forbiddenWords: ['无此词', '按规定办理'] },
    }),
  },
  {
    rule: 'AR-DUP-01',
    what: "last year's text again",
    mutate: (clean) => {
      const { s1, s5 } = clean.report.sections;
      const previous = withText(withText(clean.previous!, 's1', s1!.paragraphs), 's5', s5!.paragraphs);
      return { ...clean, previous };
    },
  },
  {
    rule: 'AR-DUP-02',
    what: "another town's text",
    mutate: (clean) => ({ ...clean, peers: [{ ...cleanReport(), organ: '清溪县松坪镇人民政府' }] }),
  },
  ofReport('AR-PRV-01', 'a mobile number', replaced('s5', '村级信息员', '村级信息员（13812341234）')),
  ofReport('AR-PRV-02', 'a mark of secrecy', preamble('机密★10年')),
];
