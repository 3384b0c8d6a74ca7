import type { Permission } from '../permission/permissions.ts';

interface ChannelTodoRow {
  readonly permission: Permission;
  readonly law: string;
  readonly title: (count: number) => string;
}

/** What waits on channels beside the portal (publication.md §§10, 12). */
export const CHANNEL_TODO = {
  postersToTakeDown: {
    permission: 'channel.manage',
    law: '条例第二十五条；撤回的信息须从公示栏同时撤下',
    title: (count) => `撤下公示栏上 ${count} 份已撤回、已更新或者到期的文件`,
  },
  mediaToTakeDown: {
    permission: 'channel.manage',
    law: '撤回的信息须从政务新媒体同时撤下',
    title: (count) => `核对新媒体上 ${count} 条已撤回的信息是否撤下`,
  },
  gazettesToMend: {
    permission: 'channel.manage',
    law: '撤回的信息须从政府公报的电子版同时撤下',
    title: (count) => `处理 ${count} 期登载了已撤回文件的政府公报：修改或者撤回`,
  },
  handoversOverdue: {
    permission: 'channel.manage',
    law: '条例第二十五条第三款：及时向国家档案馆、公共图书馆提供主动公开的政府信息',
    title: (count) => `向档案馆移交 ${count} 件超过期限的信息`,
  },
} as const satisfies Readonly<Record<string, ChannelTodoRow>>;

export type ChannelTodoKind = keyof typeof CHANNEL_TODO;

export const CHANNEL_TODO_KINDS = Object.keys(CHANNEL_TODO) as readonly ChannelTodoKind[];

/** How many of each wait; none is left out. */
export type ChannelTodoFacts = Readonly<Partial<Record<ChannelTodoKind, number>>>;
