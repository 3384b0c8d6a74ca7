import { applyMask } from '@zhaoshi/domain/disclosure/scan/apply-mask';
import type { TextPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { EditorState, Transaction } from 'prosemirror-state';
import { textOf } from '../editor/body-doc.ts';
import { markedAt } from '../editor/marks-plugin.ts';
import { schema } from '../editor/schema.ts';
import type { ContentValues, ShownFinding } from '../shown-document.ts';

const piece = (text: string): TextPiece => ({ kind: 'text', text, place: { kind: 'field' } });

/** What was found as the domain masks it; what is not quoted to this person cannot be masked by them. */
const masked = (text: string, { mask, text: found }: ShownFinding, start: number, end: number) =>
  applyMask(piece(text), { start, end, text: found ?? '', mask });

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The change of the text that masks a finding where it stands now, or why not. */
function changeOf(state: EditorState, finding: ShownFinding): Result<Change, string> {
  const place = markedAt(state, finding.key);
  if (place === null) return err('这一处文字已经删去。');
  const { from, to } = place;
  const $from = state.doc.resolve(from);
  if (!$from.parent.isTextblock) return err('图片和链接请人工处理。');
  const start = from - $from.start();
  const result = masked(textOf($from.parent), finding, start, to - $from.start());
  return result.ok ? ok({ from, to, text: finding.mask ?? '' }) : result;
}

export interface MaskedText {
  readonly tr: Transaction;
  readonly done: ReadonlySet<string>;
  /** Why the others could not be masked. */
  readonly refused: readonly string[];
}

/** One change of the text, undone by one step, that masks all findings in it that can be. */
export function maskText(state: EditorState, findings: readonly ShownFinding[]): MaskedText {
  const changes = findings.map((finding) => ({ finding, change: changeOf(state, finding) }));
  const { tr } = state;
  const done = new Set<string>();
  let after = Number.POSITIVE_INFINITY;
  const possible = changes
    .flatMap(({ finding, change }) => (change.ok ? [{ key: finding.key, ...change.value }] : []))
    .toSorted((one, other) => other.to - one.to || one.from - other.from);
  for (const { key, from, to, text } of possible) {
    // What overlaps is masked once.
    if (to > after) {
      done.add(key);
      continue;
    }
    tr.replaceWith(from, to, schema.text(text, state.doc.resolve(from + 1).marks()));
    after = from;
    done.add(key);
  }
  const refused = changes.flatMap(({ change }) => (change.ok ? [] : [change.error]));
  return { tr, done, refused: [...new Set(refused)] };
}

/** A content with a finding in a field or in the name of an attachment masked, or why not. */
export function maskField(values: ContentValues, finding: ShownFinding): Result<ContentValues, string> {
  const { at, start, end } = finding;
  if ('attachment' in at) {
    const one = values.attachments[at.attachment];
    if (one === undefined) return err('这个附件已经去掉。');
    const result = masked(one.name, finding, start, end);
    if (!result.ok) return result;
    const attachments = values.attachments.map((other) =>
      other === one ? { ...one, name: result.value.text } : other,
    );
    return ok({ ...values, attachments });
  }
  if (!('field' in at)) return err('这一处不在公开信息里。');
  if (at.field === 'keywords') {
    const result = masked(values.keywords.join(' '), finding, start, end);
    return result.ok ? ok({ ...values, keywords: result.value.text.split(' ') }) : result;
  }
  const result = masked(values[at.field], finding, start, end);
  return result.ok ? ok({ ...values, [at.field]: result.value.text }) : result;
}
