import type { BlockId } from './paths.ts';
import type { ColumnOwner } from './view-models.ts';

export interface Block {
  readonly id: BlockId;
  readonly name: string;
  /** What the law says of the block, with its article. */
  readonly law: string;
  /** Said as long as the organ has published nothing in it. */
  readonly empty: string;
}

/**
 * The statutory blocks of the column 政府信息公开, order and names of 国办公开办函〔2019〕61号 (publication.md §12);
 * articles are those of 政府信息公开条例.
 */
export const BLOCKS: readonly Block[] = [
  {
    id: 'guide',
    name: '政府信息公开指南',
    law: '条例第十二条：指南应载明信息的分类、编排体系、获取方式和公开工作机构的名称、地址、办公时间、联系方式。',
    empty: '本机关还没有在本平台发布政府信息公开指南。',
  },
  {
    id: 'rules',
    name: '政府信息公开制度',
    law: '条例第四条：各机关应建立健全本机关的政府信息公开工作制度。',
    empty: '本机关还没有在本平台发布政府信息公开制度。',
  },
  {
    id: 'proactive',
    name: '法定主动公开内容',
    law: '条例第二十条、第二十一条：应主动公开的十五类信息及各级政府的补充内容。',
    empty: '本机关还没有在本平台发布法定主动公开内容。',
  },
  {
    id: 'annual-reports',
    name: '政府信息公开年报',
    law: '条例第四十九条、第五十条：按年编制并向社会公布，内容法定。',
    empty: '本机关还没有在本平台发布年度报告。',
  },
  {
    id: 'application',
    name: '依申请公开',
    law: '条例第二十九条：申请向本机关的政府信息公开工作机构提出，采用信件、数据电文等书面形式；书面确有困难的，可以口头提出。',
    empty: '可以网上申请，也可以当面提交或者邮寄申请。',
  },
];

export function blockOf(id: BlockId): Block {
  const found = BLOCKS.find((block) => block.id === id);
  if (found === undefined) throw new Error(`no block ${id}`);
  return found;
}

/** What is said of a block without content. An organ that has ended publishes nothing more and takes no applications. */
export function emptyText({ id, name, empty }: Block, { endedOn }: Pick<ColumnOwner, 'endedOn'>): string {
  if (endedOn === null) return empty;
  return id === 'application'
    ? '本机关已撤销，不再受理政府信息公开申请。'
    : `本机关撤销前没有在本平台发布${name}。`;
}
