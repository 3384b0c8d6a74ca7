import type { OpinionLevel, OpinionStep, ReleaseKind } from '@zhaoshi/domain/opinion/opinion';
import { MARK } from './people.ts';

/** What was done in an event, so many hours after it was found. */
type OpinionDeed =
  | { readonly after: number; readonly to: OpinionStep; readonly note: string }
  | { readonly after: number; readonly released: ReleaseKind; readonly channel: string };

/** An invented event of public opinion. */
export interface OpinionStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly title: string;
  readonly summary: string;
  readonly level: OpinionLevel;
  readonly platform: string;
  /** Found so many hours before the loading. */
  readonly hoursAgo: number;
  /** It happened so many hours before it was found; `null`: not known. */
  readonly occurredBefore: number | null;
  readonly deeds: readonly OpinionDeed[];
}

const step = (after: number, to: OpinionStep, note = ''): OpinionDeed => ({ after, to, note });
const release = (after: number, released: ReleaseKind, channel: string): OpinionDeed => ({
  after,
  released,
  channel,
});

const DAY = 24;

const OVER: readonly OpinionStory[] = [
  {
    organ: 'zhaoshi/health',
    title: `城北片区部分居民反映自来水有异味${MARK}`,
    summary: '居民在社交平台上传视频，称自来水有异味、多人腹泻，转发较多。',
    level: 'grave',
    platform: '短视频平台',
    hoursAgo: 6 * DAY,
    occurredBefore: 1,
    deeds: [
      step(1, 'assessed', '属于突发公共卫生事件相关舆情，由卫生健康委会同水务部门回应，先发权威信息。'),
      step(2, 'consulted', '会商市水务、疾控：先停用有关二次供水设施，每四小时发布检测结果。'),
      release(2.5, 'information', '市人民政府门户网站、微信公众号'),
      step(4, 'handled', '停用两处二次供水设施，送水车保障供水，检测出厂水、末梢水。'),
      release(19, 'pressConference', '新闻发布会'),
      release(60, 'followUp', '市人民政府门户网站'),
      step(61, 'responded'),
      step(90, 'evaluated', '两日内转发量明显回落，检测结果公布后质疑基本平息；下次首次发布应附检测点位图。'),
      step(92, 'closed'),
    ],
  },
  {
    organ: 'zhaoshi/resources',
    title: `网传老城区将整体拆迁${MARK}`,
    summary: '论坛帖子称老城区年底整体拆迁，附有一张没有来源的规划图。',
    level: 'other',
    platform: '本地论坛',
    hoursAgo: 3 * DAY,
    occurredBefore: null,
    deeds: [
      step(4, 'assessed', '属于涉及本机关职责的政务舆情，由本机关回应：说明规划所处阶段，公布查询渠道。'),
      step(20, 'handled', '没有会商的必要；核实图片并非本机关制作，整理在编规划的公开渠道。'),
      release(28, 'information', '市人民政府门户网站'),
      step(29, 'responded'),
    ],
  },
  {
    organ: 'zhaoshi/finance',
    title: `网民质疑公务用车支出增长${MARK}`,
    summary: '网民对比两年决算，质疑公务用车购置支出增长较快。',
    level: 'other',
    platform: '微博',
    hoursAgo: 15 * DAY,
    occurredBefore: null,
    deeds: [
      step(10, 'assessed', '属于政务舆情，由本机关说明购置新能源执法用车的原因。'),
      step(30, 'consulted', '会商市机关事务部门，核对更新车辆的数量和依据。'),
      step(50, 'handled', '整理近三年公务用车更新情况。'),
      release(62, 'information', '市财政局网站'),
      step(62.5, 'responded'),
      step(110, 'evaluated', '回应晚于四十八小时，今后核对数据的同时先说明正在核实。'),
      step(111, 'closed'),
    ],
  },
  {
    organ: 'hedong/duandian',
    title: `村民抱怨赶集日堵车${MARK}`,
    summary: '几条留言抱怨赶集日乡道拥堵，没有扩散。',
    level: 'other',
    platform: '微信群',
    hoursAgo: 8 * DAY,
    occurredBefore: 6,
    deeds: [
      step(5, 'assessed', '个别抱怨，没有误解政策，不属于需要回应的政务舆情，转交通劝导员现场疏导。'),
      step(6, 'closed', '不需要公开回应，已安排赶集日疏导交通。'),
    ],
  },
];

const RUNNING: readonly OpinionStory[] = [
  {
    organ: 'zhaoshi/education',
    title: `家长群热议校外午托收费${MARK}`,
    summary: '多个家长群转发一份收费截图，质疑学校强制参加午托、收费没有公示。',
    level: 'other',
    platform: '家长群、本地论坛',
    hoursAgo: 38,
    occurredBefore: null,
    deeds: [
      step(3, 'assessed', '属于政务舆情，由本机关回应：说明自愿原则和收费公示要求。'),
      step(20, 'consulted', '会商市场监管、发展改革部门，核对收费备案情况。'),
      step(30, 'handled', '责成有关学校退还未经公示的收费，公示收费标准。'),
    ],
  },
  {
    organ: 'hedong/office',
    title: `短视频称县医院门前道路改造扬尘严重${MARK}`,
    summary: '视频拍摄施工扬尘，评论询问工期和降尘措施。',
    level: 'other',
    platform: '短视频平台',
    hoursAgo: 5,
    occurredBefore: null,
    deeds: [],
  },
  {
    organ: 'zhaoshi/office',
    title: `政务服务大厅周末停办引发讨论${MARK}`,
    summary: '网民反映周末专窗停办没有提前告知。',
    level: 'other',
    platform: '热线',
    hoursAgo: 14,
    occurredBefore: null,
    deeds: [step(6, 'assessed', '属于政务舆情，由本机关会同政务服务部门说明调整原因和恢复时间。')],
  },
];

/** Events in several stages: over, answered in time and late, near the end of their hours, and just found. */
export const OPINION_STORIES: readonly OpinionStory[] = [...OVER, ...RUNNING];
