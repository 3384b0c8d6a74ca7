import { addDays, type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { QuizQuestion } from '@zhaoshi/domain/work-register/quiz';
import type { WorkRecord } from '@zhaoshi/domain/work-register/work-record';
import { MARK } from './people.ts';

/** Somebody who says that they took part, and how they answered the questions. */
interface AttendanceStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly role: 'drafter' | 'disclosureOfficer' | 'unitHead';
  readonly answers: readonly number[];
}

/** An invented plan, or something that was done. */
export interface WorkStory extends WorkRecord {
  readonly organ: string;
  readonly quiz: readonly QuizQuestion[];
  readonly attended: readonly AttendanceStory[];
}

type Given = Partial<Pick<WorkStory, 'quiz' | 'attended' | 'plannedOn' | 'doneOn'>>;

const record = (
  organ: string,
  kind: WorkRecord['kind'],
  title: string,
  facts: WorkRecord['facts'],
  given: Given,
): WorkStory => ({
  organ,
  kind,
  title: `${title}${MARK}`,
  facts,
  plannedOn: null,
  doneOn: null,
  quiz: [],
  attended: [],
  ...given,
});

const QUIZ: readonly QuizQuestion[] = [
  {
    question: '收到政府信息公开申请，能当场答复的怎么办？',
    options: ['当场答复', '五日内答复', '二十日内答复'],
    right: 0,
  },
  {
    question: '不能当场答复的，一般应当自收到申请之日起多少个工作日内答复？',
    options: ['10 个', '15 个', '20 个'],
    right: 2,
  },
  {
    question: '公开政府信息以前应当做什么？',
    options: ['保密审查', '登报声明', '报上级备案'],
    right: 0,
  },
  {
    question: '申请内容不明确的，应当自收到申请之日起几个工作日内一次性告知补正？',
    options: ['3 个', '7 个', '10 个'],
    right: 1,
  },
  {
    question: '年度报告应当在每年什么时候以前公布？',
    options: ['1 月 31 日', '3 月 31 日', '12 月 31 日'],
    right: 0,
  },
];

const ofCity = (today: CivilDate): readonly WorkStory[] => {
  const ago = (days: number): CivilDate => addDays(today, -days);
  const plan = `${yearOf(today)}年市级政务公开工作要点`;
  const office = 'zhaoshi/office';
  return [
    record(
      office,
      'training',
      '依申请公开答复规范培训',
      {
        content: '答复文书和办理程序',
        audience: '市直部门和县政府办公室公开工作人员',
        hours: 4,
        persons: 46,
        tested: 40,
        passed: 37,
      },
      {
        plannedOn: ago(22),
        doneOn: ago(20),
        quiz: QUIZ,
        attended: [
          { organ: 'zhaoshi/education', role: 'disclosureOfficer', answers: [0, 2, 0, 1, 0] },
          { organ: 'zhaoshi/education', role: 'drafter', answers: [0, 1, 0, 1, 0] },
          { organ: 'zhaoshi/education', role: 'unitHead', answers: [1, 2, 1, 0, 0] },
          { organ: 'zhaoshi/health', role: 'disclosureOfficer', answers: [0, 2, 0, 1, 1] },
          { organ: 'zhaoshi/resources', role: 'disclosureOfficer', answers: [0, 2, 0, 1, 0] },
        ],
      },
    ),
    record(
      office,
      'training',
      '年度报告编制培训',
      { content: '年度报告编制', audience: '各报送单位' },
      { plannedOn: addDays(today, 18) },
    ),
    record(
      office,
      'meeting',
      '听取本年度政务公开工作汇报',
      {
        form: '主要负责人听取汇报',
        persons: 14,
        opinions: '加快不动产登记、入学等高频事项的信息公开。',
        response: '已列入工作要点，逐项明确责任单位。',
      },
      { doneOn: ago(34) },
    ),
    record(
      office,
      'meeting',
      '市政务公开领导小组第二次会议',
      { form: '领导小组会议' },
      { plannedOn: addDays(today, 12) },
    ),
    record(
      office,
      'task',
      '公布市级重大行政决策事项目录',
      { plan, owner: '市人民政府办公室', result: '目录已公布，动态调整一次。' },
      { plannedOn: ago(40), doneOn: ago(46) },
    ),
    record(
      office,
      'task',
      '政策解读材料与文件同步公开',
      { plan, owner: '各起草单位' },
      { plannedOn: addDays(today, 6) },
    ),
    record(
      office,
      'task',
      '统一各部门公开指南的受理渠道和样式',
      { plan, owner: '市人民政府办公室' },
      { plannedOn: addDays(today, 30) },
    ),
    record(
      office,
      'publicity',
      '政务公开进广场',
      { form: '宣传册、办事指南取阅点', place: '人民广场', effect: '发放办事指南六百余册，现场解答咨询。' },
      { doneOn: ago(60) },
    ),
    record(
      office,
      'accountability',
      '指南所载受理地址长期没有更新',
      {
        ground: '不及时更新公开内容、指南、目录（第五十三条第二项）',
        fact: '指南载明的受理地址搬迁后三个月没有更新，群众白跑。',
        unit: '某直属单位办公室',
        power: '市人民政府办公室',
        proposal: '责令改正，批评教育。',
        result: '批评教育、谈话提醒',
      },
      { plannedOn: ago(50), doneOn: ago(48) },
    ),
    record(
      'zhaoshi/education',
      'task',
      '义务教育招生信息集中公开',
      { plan, owner: '基础教育科' },
      { plannedOn: addDays(today, 9) },
    ),
    record(
      'zhaoshi/education',
      'meeting',
      '家长代表座谈会：招生信息怎样公开更好懂',
      {
        form: '座谈会',
        persons: 23,
        citizens: 18,
        opinions: '划片范围配图；提前公布学位预警。',
        response: '采纳，明年招生方案附划片示意图。',
      },
      { doneOn: ago(27) },
    ),
  ];
};

const ofCounties = (today: CivilDate): readonly WorkStory[] => {
  const ago = (days: number): CivilDate => addDays(today, -days);
  const plan = `${yearOf(today)}年河东县政务公开工作要点`;
  return [
    record(
      'hedong/office',
      'meeting',
      '政府开放日：走进政务服务大厅',
      { form: '政府开放日', persons: 40, citizens: 32, opinions: '增加老年人帮办窗口。' },
      { doneOn: ago(42) },
    ),
    record(
      'hedong/office',
      'accountability',
      '未按月公开救助资金发放情况',
      {
        ground: '不依法履行公开职能（第五十三条第一项）',
        fact: '经投诉查实，有两个月没有公开。',
        unit: '县民政局有关股室',
        power: '河东县人民政府办公室',
        proposal: '通报批评。',
        result: '通报批评',
      },
      { doneOn: ago(59) },
    ),
    record(
      'hedong/office',
      'task',
      '乡镇公开栏目统一更新',
      { plan, owner: '各乡镇（街道）' },
      { plannedOn: addDays(today, 15) },
    ),
    record(
      'hedong/duandian',
      'publicity',
      '村务公开“赶集日”宣传',
      { form: '公示栏、宣传栏', place: '段店乡集市', effect: '讲解怎样看财务公开、怎样反映问题。' },
      { doneOn: ago(16) },
    ),
    record(
      'hedong/duandian',
      'training',
      '村级信息员培训',
      { content: '个人信息保护', audience: '各村信息员', hours: 2, persons: 9 },
      { doneOn: ago(31) },
    ),
  ];
};

/** Plans and things done in every register of work, counted from the day of loading; nothing is overdue. */
export const workStories = (today: CivilDate): readonly WorkStory[] => [
  ...ofCity(today),
  ...ofCounties(today),
];
