import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import { enclosureLines } from '@zhaoshi/domain/letter/letter';
import type { ReactNode } from 'react';
import './letter-previews.css';

/** A letter as it would be sent, and what it still needs. */
export type LetterPreview = RouteOutput<typeof applicationLetterRoutes.previewLetter>['letters'][number];

type LetterBlocks = NonNullable<LetterPreview['letter']>;

/** A letter as it will be printed, as far as a screen shows it. */
export function LetterSheet({ letter }: { readonly letter: LetterBlocks }): ReactNode {
  const { title, documentNumber, addressee, paragraphs, remedy, enclosures, contact } = letter;
  const body = [
    ...paragraphs.map(({ text }) => text),
    ...letter.rows.map(({ label, text }) => `${label}：${text}`),
    ...(remedy.text === '' ? [] : [remedy.text]),
    ...enclosureLines(enclosures),
  ];
  return (
    <div className="letter-sheet" role="document" tabIndex={0} aria-label={title}>
      <p className="letter-title">{title}</p>
      {documentNumber !== null && <p className="letter-number">{documentNumber}</p>}
      {addressee !== null && <p>{addressee}：</p>}
      <div className="letter-body">{body.join('\n')}</div>
      {contact.length > 0 && <div className="letter-body quiet">{contact.join('\n')}</div>}
      <p className="letter-end">
        {letter.issuer}
        <br />
        {letter.dateText}
      </p>
    </div>
  );
}

/** Of the headings above the letters. */
type Level = 'h3' | 'h4';

function OnePreview({
  preview: { title, letter, missing },
  level: Heading,
}: {
  readonly preview: LetterPreview;
  readonly level: Level;
}): ReactNode {
  return (
    <section className="letter-preview" aria-label={`文书预览：${title}`}>
      <Heading>文书预览：{title}</Heading>
      {missing.length > 0 && (
        <>
          <p className="quiet">填好以下内容后显示文书：</p>
          <ul className="missing">
            {missing.map(({ key, label, words }) => (
              <li key={key}>
                {label}：{words}
              </li>
            ))}
          </ul>
        </>
      )}
      {letter !== null && <LetterSheet letter={letter} />}
      {letter?.remedy.unconfirmed === true && (
        <p className="quiet">救济途径的写法法律尚无定论（{letter.remedy.source}），请核对。</p>
      )}
    </section>
  );
}

/** The letters as they would be sent, and what they still need. */
export function LetterPreviewList({
  previews,
  level = 'h4',
}: {
  readonly previews: readonly LetterPreview[];
  readonly level?: Level;
}): ReactNode {
  return (
    <div className="letter-previews">
      {previews.length === 0 && <p className="quiet">填好日期和选项后，这里显示文书预览。</p>}
      {previews.map((preview) => (
        <OnePreview key={preview.kind} preview={preview} level={level} />
      ))}
    </div>
  );
}
