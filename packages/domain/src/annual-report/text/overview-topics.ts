/** A topic is there when any of its usual words is: what it says of it is for a person to judge. */
const TOPICS: readonly (readonly [name: string, words: RegExp])[] = [
  ['主动公开', /主动公开|主动发布|公开内容|应公开尽公开/],
  ['依申请公开', /依申请|公开申请|申请公开|信息的?申请|依法申请/],
  [
    '政府信息管理',
    /信息(?:资源)?管理|公开属性|文件属性|保密审查|审核|审查|信息的?(?:收集|梳理|整理)|动态(?:调整|更新|管理)|公开目录|规范性文件/,
  ],
  ['政府信息公开平台建设', /平台|网站|专栏|栏目|新媒体|公众号|微信|公开栏/],
  ['监督保障', /监督|保障|考核|培训|评议|责任追究|组织领导|领导小组/],
];

/** A topic of part one, and whether the text speaks of it. */
export interface OverviewTopic {
  readonly name: string;
  readonly isThere: boolean;
}

/** The five topics of part one (30号一（一）) in their order. */
export const overviewTopics = (text: string): readonly OverviewTopic[] =>
  TOPICS.map(([name, words]) => ({ name, isThere: words.test(text) }));
