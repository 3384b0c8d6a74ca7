import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { Survey, SurveyQuestion } from '@zhaoshi/domain/survey/survey';
import type { SurveyAnswer } from '@zhaoshi/domain/survey/survey-box';
import { MARK } from './people.ts';

/** An invented survey, with the sheets that came. */
export interface SurveyStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly survey: Survey;
  readonly sheets: readonly (readonly SurveyAnswer[])[];
  /** Of the sheets, so many at the end were filled in on paper. */
  readonly paper: number;
  readonly stand: 'draft' | 'open' | 'published';
  /** What the organ says of the results that it publishes. */
  readonly response: string;
}

const single = (question: string, ...options: readonly string[]): SurveyQuestion => ({
  kind: 'single',
  question,
  options,
});
const multiple = (question: string, ...options: readonly string[]): SurveyQuestion => ({
  kind: 'multiple',
  question,
  options,
});
const rating = (question: string): SurveyQuestion => ({ kind: 'rating', question, options: [] });
const text = (question: string): SurveyQuestion => ({ kind: 'text', question, options: [] });

/** Answers that differ from sheet to sheet and are the same in every demonstration. */
const sheetsOf = (count: number, answer: (sheet: number) => readonly SurveyAnswer[]): SurveyStory['sheets'] =>
  Array.from({ length: count }, (_, sheet) => answer(sheet));

const WISHES = [
  '希望办事指南写清楚要带的材料，少跑一趟。',
  '附件最好能直接在手机上打开。',
  '政策文件多配一些解读和问答。',
  '搜索结果按时间排序就好了。',
] as const;

const wish = (sheet: number): string =>
  sheet % 4 === 1 ? (WISHES[Math.floor(sheet / 4) % WISHES.length] ?? '') : '';

const satisfaction = (today: CivilDate): SurveyStory => ({
  organ: 'zhaoshi/office',
  survey: {
    title: `市级政务公开群众满意度调查${MARK}`,
    intro: '请您对市级各部门的政务公开打分、提意见。答卷不记名，也不记录填写的时间。',
    mode: 'open',
    opensOn: addDays(today, -10),
    closesOn: addDays(today, 14),
    questions: [
      single('您主要从哪里了解政府信息？', '政府网站', '政务新媒体', '办事大厅', '公示栏', '其他'),
      rating('公开的信息及时吗？'),
      rating('公开的信息看得懂吗？'),
      multiple('您最希望多公开哪些信息？', '教育', '医疗', '规划、土地', '财政资金', '就业社保'),
      text('您还有什么建议？'),
    ],
  },
  sheets: sheetsOf(18, (sheet) => [
    [[0, 1, 1, 0, 2, 1, 3][sheet % 7] ?? 0],
    [[3, 4, 3, 2, 4][sheet % 5] ?? 3],
    [[3, 2, 4, 3][sheet % 4] ?? 3],
    [[0, 1], [1, 3], [2], [0, 4]][sheet % 4] ?? [0],
    wish(sheet),
  ]),
  paper: 4,
  stand: 'open',
  response: '',
});

const counter = (today: CivilDate): SurveyStory => ({
  organ: 'zhaoshi/office',
  survey: {
    title: `政府信息公开申请办理情况评议${MARK}`,
    intro: '请申请过政府信息公开的群众和企业评议申请的办理情况。',
    mode: 'open',
    opensOn: addDays(today, -75),
    closesOn: addDays(today, -55),
    questions: [
      rating('提交申请方便吗？'),
      rating('答复说理清楚吗？'),
      single('答复是否在期限内收到？', '是', '否', '记不清'),
      text('您的意见'),
    ],
  },
  sheets: sheetsOf(24, (sheet) => [
    [[4, 4, 3, 4, 2, 3][sheet % 6] ?? 4],
    [[3, 4, 2, 3][sheet % 4] ?? 3],
    [[0, 0, 0, 0, 2, 0, 1][sheet % 7] ?? 0],
    sheet % 6 === 2 ? '答复书里的法律条文可以附上原文。' : '',
  ]),
  paper: 6,
  stand: 'published',
  response:
    '感谢参与。针对“说理不够清楚”的意见，我们修订了答复书参考文本，要求写明不予公开的理由和法律依据；针对逾期反映，已逐件核查并提示有关部门。',
});

const villages = (today: CivilDate): SurveyStory => ({
  organ: 'hedong/office',
  survey: {
    title: `村务公开知晓度调查${MARK}`,
    intro: '了解村民知不知道村务在哪里公开、看不看得懂。',
    mode: 'invited',
    opensOn: addDays(today, 7),
    closesOn: addDays(today, 37),
    questions: [single('您看过村里的公开栏吗？', '经常看', '偶尔看', '没看过'), rating('财务收支看得懂吗？')],
  },
  sheets: [],
  paper: 0,
  stand: 'draft',
  response: '',
});

/** Surveys: one that takes answers, one of which the results are public, one in draft. */
export const surveyStories = (today: CivilDate): readonly SurveyStory[] => [
  satisfaction(today),
  counter(today),
  villages(today),
];
