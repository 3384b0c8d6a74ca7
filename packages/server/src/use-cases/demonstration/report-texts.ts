import type { WrittenPart } from '@zhaoshi/domain/annual-report/work/report-draft';
import { MARK } from './people.ts';
import { REPORT_WORDS, type ReportWords } from './report-words.ts';

type Texts = Readonly<Record<WrittenPart, string>>;

/** Part six by the register of fees; a sum over units keeps none. */
const BY_REGISTER = '{processingFee.sentence}';

const preamble = (year: number): string =>
  `本报告依据《中华人民共和国政府信息公开条例》编制，统计期限自${year}年1月1日起至12月31日止。报告内容均为虚构${MARK}。`;

const overview = ({ open, apply, manage, platform, supervise }: ReportWords): string =>
  [
    `主动公开方面，${open}。`,
    `依申请公开方面，${apply}。`,
    `政府信息管理方面，${manage}。`,
    `平台建设方面，${platform}。`,
    `监督保障方面，${supervise}。`,
  ].join('\n');

const outlook = ({ problems, measures }: ReportWords): string =>
  `存在的主要问题：一是${problems[0]}；二是${problems[1]}。\n改进措施：一是${measures[0]}；二是${measures[1]}。`;

/** What an organ of the demonstration writes of a year. */
export function organTexts(organ: string, year: number): Texts {
  const words = REPORT_WORDS[organ];
  if (words === undefined) throw new Error(`no words for ${organ} in the demonstration`);
  return { preamble: preamble(year), s1: overview(words), s5: outlook(words), s6: BY_REGISTER };
}

/** The same organ the year before: other work, other problems; what they came to is told a year later. */
export const earlierTexts = (year: number): Texts => ({
  preamble: preamble(year),
  s1: [
    '主动公开方面，按目录发布机构职能、办事指南和财政信息。',
    '依申请公开方面，全年新收申请{newlyReceived.total}件，上年结转{carriedIn.total}件，结转下年度继续办理{carriedForward.total}件。',
    '政府信息管理方面，开展文件清理，建立电子目录。',
    '平台建设方面，完成网站改版和无障碍改造。',
    '监督保障方面，工作考核列入年度计划，社会评议结果为满意，没有责任追究情况。',
  ].join('\n'),
  s5: '存在的主要问题：一是政策解读形式单一；二是工作人员业务培训偏少。\n改进措施：增加图解和短视频，每半年组织一次培训。',
  s6: BY_REGISTER,
});

/** What the office of a county writes for the sum over its units. */
export const regionTexts = (region: string, year: number): Texts => ({
  preamble: preamble(year),
  s1: [
    `主动公开方面，${region}各单位围绕重点工程、民生实事和惠农补贴发布信息。`,
    `依申请公开方面，全县新收申请{newlyReceived.total}件，办理结果总计{resultTotal.total}件。`,
    '政府信息管理方面，组织全县规范性文件清理，公布有效文件目录。',
    '平台建设方面，各乡镇便民服务中心设立公开专区。',
    '监督保障方面，对各单位进行工作考核，委托高校开展社会评议，全县没有发生责任追究情况。',
  ].join('\n'),
  s5: '存在的主要问题：一是乡镇之间公开质量有差距；二是答复文书说理不够充分。\n改进措施：组织乡镇互查互评，编印答复文书说理范例并举办两期培训。',
  s6: '本年度未收取政府信息公开信息处理费。',
});
