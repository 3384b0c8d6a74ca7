import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-reports.ts';
import { blocksOf, sourceOf } from '../../test/source-of.ts';
import type { Block } from '../source-document.ts';
import { assembleReport } from './assemble-report.ts';

const MARK = '[bookmark: _GoBack]';

/** The sample with the mark put before the text of one paragraph or cell. */
function marked(words: string) {
  const mark = <T extends { readonly text: string }>(holder: T): T =>
    holder.text.replace(/\s/g, '').includes(words) ? { ...holder, text: MARK + holder.text } : holder;
  const blocks = blocksOf(sampleReport()).map((block): Block => {
    if (block.kind === 'paragraph') return mark(block);
    return { ...block, grid: { ...block.grid, cells: block.grid.cells.map(mark) } };
  });
  return assembleReport(sourceOf(blocks)).report;
}

describe('machine leftovers', () => {
  it.each([
    ['政府信息公开工作年度报告', 'title'],
    ['一、总体情况', 's1'],
    ['行政处罚', 's2'],
    ['予以公开', 's3'],
    ['未经复议直接起诉', 's4'],
    ['六、其他需要报告的事项', 's6'],
    ['1月', 'signature'],
  ])('are taken out and told where they stood: %s', (words, section) => {
    const { structure, title } = marked(words);
    expect(structure?.leftovers).toContainEqual({ section, text: MARK });
    expect(title).toBe(sampleReport().title);
  });
});
