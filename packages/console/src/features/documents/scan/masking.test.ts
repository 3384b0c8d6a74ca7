import { contentPieces } from '@zhaoshi/domain/disclosure/content-pieces';
import { type DocumentBody, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { findingKey } from '@zhaoshi/domain/disclosure/scan/finding';
import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import { civilDate } from '@zhaoshi/domain/kernel/civil-date';
import { undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { bodyOf, docOf } from '../editor/body-doc.ts';
import { editorState } from '../editor/editor-state.ts';
import { markedAt, marksPlugin, withMarks } from '../editor/marks-plugin.ts';
import type { ContentValues, ShownFinding } from '../shown-document.ts';
import { maskField, maskText } from './masking.ts';

/** Made up: no such numbers were ever given out. */
const ID_NUMBER = '11010519491231002X';
const MOBILE = '13800138000';

const TODAY = civilDate(2026, 11, 21);

const content = (body: DocumentBody, given: Partial<ContentValues> = {}): ContentValues =>
  ({ ...EMPTY_CONTENT, body, ...given }) as unknown as ContentValues;

/** What the server would say of it. */
function scan(values: ContentValues): readonly ShownFinding[] {
  if (TODAY === undefined) throw new Error('no day');
  const pieces = contentPieces(values as never);
  return scanText(
    pieces.map(({ piece }) => piece),
    { today: TODAY },
  ).map((finding) => ({
    ...finding,
    key: findingKey(finding),
    title: finding.kind,
    place: '',
    at: pieces[finding.piece]?.at as ShownFinding['at'],
    source: '',
    justifiedBy: [],
    isJustified: false,
  }));
}

const BODY: DocumentBody = {
  type: 'doc',
  content: [
    paragraphOf('名单'),
    {
      type: 'table',
      content: [
        {
          type: 'table_row',
          content: [
            {
              type: 'table_cell',
              attrs: { colspan: 1, rowspan: 1 },
              content: [paragraphOf(`身份证号${ID_NUMBER}`, 'left', 0)],
            },
          ],
        },
      ],
    },
    {
      type: 'paragraph',
      attrs: { align: 'justify', indent: 2 },
      content: [
        { type: 'text', text: '联系人' },
        { type: 'hard_break' },
        { type: 'text', text: `张测试，手机${MOBILE.slice(0, 4)}` },
        { type: 'text', text: MOBILE.slice(4), marks: [{ type: 'strong' }] },
        { type: 'text', text: '。' },
      ],
    },
  ],
};

/** The editor with the findings drawn. */
function marked(findings: readonly ShownFinding[]): EditorState {
  const state = editorState(docOf(BODY), [marksPlugin]);
  return state.apply(withMarks(state.tr, { findings, chosen: null }));
}

const words = (state: EditorState): string => JSON.stringify(bodyOf(state.doc));

describe('masking in the text', () => {
  const findings = scan(content(BODY)).filter(({ mask }) => mask !== null);

  it('finds each in its cell or paragraph, behind a forced line end and over marks', () => {
    const state = marked(findings);
    const found = findings.map(({ key }) => {
      const place = markedAt(state, key);
      return place === null ? '' : state.doc.textBetween(place.from, place.to);
    });
    expect(found).toEqual([ID_NUMBER, MOBILE]);
  });

  it('masks all at once, by one step that is undone by one step', () => {
    const before = marked(findings);
    const { tr, done, refused } = maskText(before, findings);
    expect([done.size, refused]).toEqual([2, []]);
    const after = before.apply(tr);
    expect(words(after)).not.toContain(ID_NUMBER);
    expect(after.doc.textContent).not.toContain(MOBILE);
    let undone = after;
    undo(after, (step) => {
      undone = after.apply(step);
    });
    expect(words(undone)).toBe(words(before));
  });

  it('goes along when something is written before it, and refuses when the number itself was changed', () => {
    let state = marked(findings);
    state = state.apply(state.tr.insertText('请核对：', 1));
    expect(maskText(state, findings).done.size).toBe(2);
    const place = markedAt(state, findings[0]?.key ?? '');
    state = state.apply(state.tr.insertText('9', (place?.from ?? 0) + 3));
    const { done, refused } = maskText(state, findings);
    expect(done.size).toBe(1);
    expect(refused).toEqual(['这一处文字在扫描之后改动过，没有替换；请重新扫描。']);
  });
});

describe('masking in the fields', () => {
  it('masks title, keywords and names of attachments', () => {
    const fileId = '00000000-0000-4000-8000-000000000001';
    const given = content(
      { type: 'doc', content: [] },
      {
        title: `关于${ID_NUMBER}的公示`,
        keywords: ['公示', ID_NUMBER],
        attachments: [{ fileId, name: `${ID_NUMBER}.pdf` }],
      },
    );
    const masked = scan(given)
      .filter(({ kind }) => kind === 'idNumber')
      .toReversed()
      .reduce((values, finding) => {
        const result = maskField(values, finding);
        if (!result.ok) throw new Error(result.error);
        return result.value;
      }, given);
    expect(JSON.stringify(masked)).not.toContain(ID_NUMBER);
    expect(masked.keywords).toHaveLength(2);
  });
});
