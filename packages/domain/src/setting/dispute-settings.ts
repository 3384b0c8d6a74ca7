import { COUNTED_INSTANCES } from '../dispute/counted-instances.ts';
import {
  DISPUTE_GROUP_NAMES,
  DISPUTE_GROUPS,
  ENDING_RESULT_NAMES,
  ENDING_RESULTS,
  type EndingResult,
} from '../dispute/dispute-results.ts';
import { oneOf, wholeNumber, yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const SILENT = '国办公开办函〔2021〕30号表样没有说明；各地报告做法不一';

const open = { group: 'disputes', confidence: 'unconfirmed' } as const;

const GROUP_WORDS = DISPUTE_GROUP_NAMES.map((group) => DISPUTE_GROUPS[group]);

/** Which of the four results of table four a result of a case is. */
function resultSetting(result: EndingResult): SettingDefinition<string> {
  const { title, article, group, at } = ENDING_RESULTS[result];
  const block = at[0] === 'reconsideration' ? '行政复议' : '行政诉讼';
  return {
    ...open,
    title: `${block}“${title}”计入`,
    help: `年度报告表四怎样计${block}中“${title}”的案件（${article}）。`,
    defaultValue: DISPUTE_GROUPS[group],
    source: SILENT,
    parse: oneOf(...GROUP_WORDS),
  };
}

type ResultSettings = { readonly [R in EndingResult as `dispute.${R}`]: SettingDefinition<string> };

const RESULT_SETTINGS = Object.fromEntries(
  ENDING_RESULT_NAMES.map((result) => [`dispute.${result}`, resultSetting(result)]),
) as ResultSettings;

/** How table four is counted where its form leaves it open (annual-report.md §6). */
export const DISPUTE_SETTINGS = {
  'dispute.instances': {
    ...open,
    title: '经过几个审级的案件怎样计',
    help: '一件诉讼经过一审、二审、再审的，在年度报告表四中计几次，以哪一次的结果为准。',
    defaultValue: COUNTED_INSTANCES[0].words,
    source: SILENT,
    parse: oneOf(...COUNTED_INSTANCES.map(({ words }) => words)),
  },
  'dispute.waitsForEffect': {
    ...open,
    title: '一审裁判生效以后才算审结',
    help: '是：可以上诉的一审裁判，到生效之日才计结果，在此以前计入尚未审结；否：裁判作出之日就计结果。',
    defaultValue: true,
    source: SILENT,
    parse: yesOrNo,
  },
  'dispute.newReplyDays': {
    ...open,
    title: '重新答复的期限（工作日）',
    help: '复议决定、判决要求重新答复或者履行，文书没有写明期限，法律也没有规定的，从收到复议决定、判决生效起多少个工作日内办理。',
    defaultValue: 20,
    source:
      '行政复议法第七十七条、行政诉讼法第九十四条没有规定期限；参照条例第三十三条和法释〔2025〕8号第十一条',
    parse: wholeNumber(1, 60),
  },
  'dispute.keepsFormerLaw': {
    ...open,
    title: '2024年以前收到的复议申请按修订以前的规定计算期限',
    help: '是：受理审查5个工作日、答复举证10日、作出决定60日、报告意见书落实情况60日，按修订以前的规定；否：一律按现行行政复议法。只影响案件页的期限和待办。',
    defaultValue: true,
    source:
      '行政复议法（2017年修正）第十七条、第二十三条、第三十一条、第四十条，行政复议法实施条例第五十七条；2023年修订没有写明怎样衔接',
    parse: yesOrNo,
  },
  'dispute.lengthensUntoldSuits': {
    ...open,
    title: '没有告知起诉期限的，按最长一年计算起诉期限',
    help: '是：答复没有告知起诉期限的，直接起诉的期限最长算到对方知道答复内容之日起一年；否：仍按六个月。是否超过期限由法院审查。',
    defaultValue: true,
    source: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释（法释〔2018〕1号）第六十四条第一款',
    parse: yesOrNo,
  },
  ...RESULT_SETTINGS,
} as const satisfies Readonly<Record<string, SettingDefinition>>;
