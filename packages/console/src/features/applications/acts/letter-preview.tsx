import type { ReactNode } from 'react';
import type { LetterDraft } from './letter-draft.ts';

/** The letter as it would read, and what it still needs. */
export function LetterPreview({ letter }: { readonly letter: LetterDraft }): ReactNode {
  const { title, lines, missing } = letter;
  return (
    <section className="letter-preview" aria-label="文书预览">
      <h4>文书预览：{title}</h4>
      {missing.length > 0 && <p className="quiet">还缺：{missing.map(({ label }) => label).join('、')}。</p>}
      <div className="letter-sheet" role="document" tabIndex={0} aria-label={title}>
        {lines.join('\n')}
      </div>
    </section>
  );
}
