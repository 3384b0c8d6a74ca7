import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type BodyBlock, paragraphOf } from '../document-body.ts';
import { type DocumentContent, EMPTY_CONTENT } from '../document-content.ts';
import { diffDocuments } from './diff-documents.ts';

const content = (blocks: readonly BodyBlock[], given: Partial<DocumentContent> = {}): DocumentContent => ({
  ...EMPTY_CONTENT,
  title: '关于检修的公告',
  ...given,
  body: { type: 'doc', content: blocks },
});

const FIRST = '为保障明年春灌，定于2026年12月对全镇主要渠道进行检修。';
const SECOND = '一、检修范围为东干渠、西干渠。';

describe('two versions of a document', () => {
  it('are the same when nothing differs, in whatever order the fields stand', () => {
    const one = content([paragraphOf(FIRST)]);
    const { title, ...rest } = one;
    expect(diffDocuments(one, { ...rest, title })).toMatchObject({
      isSame: true,
      isFormOnly: false,
      lines: [],
    });
  });

  it('show what changed in a paragraph by its characters, and paragraphs that came or went', () => {
    const before = content([paragraphOf(FIRST), paragraphOf(SECOND)]);
    const after = content([
      paragraphOf(FIRST.replace('12月', '11月')),
      paragraphOf(SECOND),
      paragraphOf('二、检修期间停止供水。'),
    ]);
    const { text, isSame, isFormOnly } = diffDocuments(before, after);
    expect([isSame, isFormOnly]).toEqual([false, false]);
    expect(text.map(({ kind }) => kind)).toEqual(['changed', 'equal', 'added']);
    const [changed] = text;
    expect(changed?.kind === 'changed' && changed.parts.filter(({ kind }) => kind !== 'equal')).toEqual([
      { kind: 'removed', text: '12' },
      { kind: 'added', text: '11' },
    ]);
  });

  it('compare the cells of tables like paragraphs', () => {
    const cell = (text: string) => ({
      type: 'table_cell' as const,
      attrs: { colspan: 1, rowspan: 1 },
      content: [paragraphOf(text)],
    });
    const table = (amount: string): BodyBlock => ({
      type: 'table',
      content: [{ type: 'table_row', content: [cell('东干渠'), cell(amount)] }],
    });
    const { text } = diffDocuments(content([table('1200元')]), content([table('1500元')]));
    expect(text.map(({ kind }) => kind)).toEqual(['equal', 'changed']);
  });

  it('list what differs beside the text, in the words of a person', () => {
    const before = content([], { disclosureClass: 'proactive', createdOn: '2026-11-10' as CivilDate });
    const after = content([], {
      disclosureClass: 'withheld',
      classGround: 'internalAffairs',
      classReason: '人事安排',
      createdOn: '2026-11-11' as CivilDate,
      catalogCode: 'a20.01',
    });
    expect(diffDocuments(before, after).lines).toEqual([
      { label: '生成日期', before: '2026-11-10', after: '2026-11-11' },
      { label: '公开属性', before: '主动公开', after: '不予公开；内部事务信息；人事安排' },
      { label: '法定主动公开内容', before: '', after: expect.stringContaining('规范性文件') },
    ]);
  });

  it('do not overlook a link that leads elsewhere under the same words', () => {
    const linked = (href: string): BodyBlock => ({
      ...paragraphOf(''),
      content: [{ type: 'text', text: '详情', marks: [{ type: 'link', attrs: { href } }] }],
    });
    const diff = diffDocuments(
      content([linked('https://a.gov.cn/')]),
      content([linked('https://b.example/')]),
    );
    expect(diff.text.map(({ kind }) => kind)).toEqual(['equal']);
    expect(diff.lines.map(({ label }) => label)).toEqual(['正文中的链接']);
  });

  it('do not overlook another file under the same name', () => {
    const file = (fileId: string) => content([], { attachments: [{ fileId, name: '名单.xlsx' }] });
    const { lines } = diffDocuments(file('aaaaaaaa-1'), file('bbbbbbbb-2'));
    expect(lines).toEqual([
      { label: '附件', before: '名单.xlsx（文件 aaaaaaaa）', after: '名单.xlsx（文件 bbbbbbbb）' },
    ]);
  });

  it('say so when only the form differs', () => {
    const diff = diffDocuments(content([paragraphOf(FIRST)]), content([paragraphOf(FIRST, 'center', 0)]));
    expect(diff).toMatchObject({ isSame: false, isFormOnly: true, lines: [] });
  });
});
