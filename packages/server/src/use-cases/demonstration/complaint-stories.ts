import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { addDays, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { ComplaintChannel, ComplaintKind } from '@zhaoshi/domain/oversight/complaint';
import type { Complainant } from '@zhaoshi/domain/oversight/complaint-form';
import type { ComplaintAct } from '../complaints/act-on-complaint.ts';
import type { OrderAct } from '../complaints/change-order.ts';
import { MARK } from './people.ts';

/** Something that is done so many days before the day of loading. */
interface Done<Act> {
  readonly ago: number;
  readonly act: Act;
}

/** An invented complaint: who handles it, about whom, and what was done. */
export interface ComplaintStory {
  /** `<region>/<organ>` */
  readonly handler: string;
  readonly unit: string;
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly text: string;
  /** `null`: anonymous; then nothing of a person is anywhere. */
  readonly complainant: Complainant | null;
  readonly ago: number;
  readonly acts: readonly Done<ComplaintAct>[];
  /** What became of the order that was given. */
  readonly order: readonly Done<OrderAct>[];
}

const named = (name: string, contact: string): Complainant => ({ name: `${name}${MARK}`, contact });

const accept = (ago: number): Done<ComplaintAct> => ({ ago, act: { type: 'accept' } });
const close = (ago: number): Done<ComplaintAct> => ({ ago, act: { type: 'close' } });
const say = (ago: number, type: 'extend' | 'tell', words: string): Done<ComplaintAct> => ({
  ago,
  act: { type, words },
});
const find = (ago: number, finding: 'true' | 'partly' | 'untrue', words: string): Done<ComplaintAct> => ({
  ago,
  act: { type: 'find', finding, words },
});
const NOTHING = { acts: [], order: [] } as const;

const orderAct = (
  ago: number,
  type: OrderAct['type'],
  words: string,
  dueOn: CivilDate | null = null,
): Done<OrderAct> => ({ ago, act: { type, words, fileId: null, dueOn } });

/** Complaints that city offices handle. */
const ofCity = (today: CivilDate): readonly ComplaintStory[] => [
  {
    handler: 'zhaoshi/office',
    unit: 'zhaoshi/education',
    kind: 'notPublished',
    channel: 'phone',
    text: '教育局网站上的义务教育招生方案只有正文，划片范围的附件一直打不开，几个小区的家长都看不到自己属于哪所学校。',
    complainant: named('林晓云', '0000-1000101'),
    ago: 24,
    acts: [
      accept(23),
      find(16, 'true', '经查看网页并向教育局了解，附件上传时漏选，情况属实。'),
      {
        ago: 15,
        act: {
          type: 'order',
          number: '',
          facts: '',
          dueOn: addDays(today, 6),
          words: '补充公开招生方案的全部附件，逐一核对近一年招生类信息的附件能否打开，并报送核对情况。',
        },
      },
      say(15, 'tell', '您反映的情况属实，我们已要求市教育局限期补充公开并全面核对，结果可以凭回执查询。'),
    ],
    order: [],
  },
  {
    handler: 'zhaoshi/office',
    unit: 'zhaoshi/health',
    kind: 'notPublished',
    channel: 'portal',
    text: '社区卫生服务中心家庭医生签约的服务内容和收费标准，今年一直没有更新，窗口说以网站为准，网站上是去年的。',
    complainant: null,
    ago: 1,
    ...NOTHING,
  },
  {
    handler: 'zhaoshi/office',
    unit: 'zhaoshi/resources',
    kind: 'wronglyAnswered',
    channel: 'counter',
    text: '申请公开地块规划条件，答复说不是公开范围，我认为应当公开，要求撤销这份答复。',
    complainant: named('高望远', '0000-1000102'),
    ago: 9,
    acts: [
      {
        ago: 8,
        act: {
          type: 'redirect',
          way: 'reconsideration',
          words:
            '对答复内容不服的，可以自知道答复之日起六十日内向昭示市人民政府申请行政复议。已当面交付告知书。',
        },
      },
    ],
    order: [],
  },
  {
    handler: 'zhaoshi/office',
    unit: 'zhaoshi/finance',
    kind: 'wrongContent',
    channel: 'letter',
    text: '部门预算公开表里“三公”经费的合计与各项相加对不上，怀疑数字有误。',
    complainant: named('钟算清', '昭示市示例路1号'),
    ago: 40,
    acts: [
      accept(39),
      find(30, 'untrue', '各项按万元四舍五入后相加有尾差，表下已有说明，合计无误。'),
      say(30, 'tell', '经核对，各项按万元取整后相加有尾差，表下注明了口径，合计数字没有错误。感谢监督。'),
      close(29),
    ],
    order: [],
  },
  {
    handler: 'zhaoshi/office',
    unit: 'zhaoshi/resources',
    kind: 'wrongContent',
    channel: 'portal',
    text: '不动产登记收费公示的减免条件与窗口告知的不一样，希望核实后写清楚。',
    complainant: null,
    ago: 6,
    acts: [accept(5)],
    order: [],
  },
];

/** Complaints that counties and townships handle, of villages among them. */
const ofCounties = (today: CivilDate): readonly ComplaintStory[] => [
  {
    handler: 'hedong/office',
    unit: 'hedong/civil-affairs',
    kind: 'notPublished',
    channel: 'transfer',
    text: '县民政局没有按月公开城乡低保、特困供养的救助标准和资金发放情况。',
    complainant: named('乔问政', '0000-2000101'),
    ago: 70,
    acts: [
      accept(69),
      find(60, 'true', '有两个月没有公开，情况属实。'),
      {
        ago: 59,
        act: {
          type: 'order',
          number: '',
          facts: '',
          dueOn: addDays(today, -45),
          words: '补充公开所缺月份的救助标准和资金发放情况，明确今后每月公开的责任人和时间。',
        },
      },
      {
        ago: 59,
        act: {
          type: 'circular',
          number: `东政办通〔${yearOf(addDays(today, -59))}〕3号`,
          facts: '经核查，县民政局连续两个月没有公开城乡低保、特困供养的救助标准和资金发放情况。',
          words: '一、补充公开所缺月份的情况。\n二、对照目录自查，今后每月10日以前公开上月情况。',
          dueOn: addDays(today, -45),
        },
      },
      say(58, 'tell', '您反映的情况属实，已要求县民政局限期整改并予以通报。'),
      close(30),
    ],
    order: [
      orderAct(48, 'report', '已补充公开一个月的发放情况，另一个月正在核对。'),
      orderAct(46, 'return', '还缺一个月，请补齐后再报。', addDays(today, -36)),
      orderAct(38, 'report', '两个月的发放情况已全部公开，并印发了每月公开的分工。'),
      orderAct(37, 'accept', '经查看网页，已经整改到位。'),
    ],
  },
  {
    handler: 'hedong/office',
    unit: 'hedong/duandian',
    kind: 'wronglyAnswered',
    channel: 'phone',
    text: '向乡政府申请公开道路硬化工程的合同，收到的答复只有一页，没有说明为什么不给全。',
    complainant: named('崔路平', '0000-2000102'),
    ago: 20,
    acts: [accept(19), say(6, 'extend', '需要调阅工程原始档案，延长办理期限，已电话告知投诉人。')],
    order: [],
  },
  {
    handler: 'hedong/duandian',
    unit: 'hedong/shifan-village',
    kind: 'villageAffairs',
    channel: 'portal',
    text: '村里修水渠花了多少钱、工钱付给谁，公示栏上只写了总数，没有明细。',
    complainant: null,
    ago: 12,
    acts: [
      accept(11),
      find(5, 'partly', '财务收支按月公布了，水渠工程没有列出明细，部分属实。'),
      {
        ago: 4,
        act: {
          type: 'order',
          number: '',
          facts: '',
          dueOn: addDays(today, 8),
          words: '在公示栏和网上公布水渠维修的材料、用工、机械费用明细，公布时间不少于十五日。',
        },
      },
      say(4, 'tell', '经调查部分属实，已责令示范村公布工程费用明细。'),
    ],
    order: [orderAct(1, 'report', '水渠维修费用明细已经村务监督委员会审核，在公示栏张贴。')],
  },
  {
    handler: 'hedong/duandian',
    unit: 'hedong/liuxi-village',
    kind: 'villageAffairs',
    channel: 'counter',
    text: '集体鱼塘今年的承包费收没收、用在哪里，问了几次没有说法。',
    complainant: named('水生', '0000-2000103'),
    ago: 2,
    acts: [accept(1)],
    order: [],
  },
  {
    handler: 'hexi/office',
    unit: 'hexi/human-resources',
    kind: 'notPublished',
    channel: 'portal',
    text: '职业技能补贴的申领名额和剩余资金没有公开，报名后才说名额已满。',
    complainant: named('毕业生小孟', '0000-3000101'),
    ago: 3,
    acts: [accept(2)],
    order: [],
  },
];

/** Complaints in every stage, counted back from the day of loading. */
export const complaintStories = (today: CivilDate): readonly ComplaintStory[] => [
  ...ofCity(today),
  ...ofCounties(today),
];
