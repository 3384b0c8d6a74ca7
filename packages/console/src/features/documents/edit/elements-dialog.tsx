import { DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { bodyPieces, type DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { metadataFromText } from '@zhaoshi/domain/disclosure/metadata-from-text/metadata-from-text';
import type { Reading } from '@zhaoshi/domain/disclosure/metadata-from-text/reading';
import { Checkbox, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ContentValues } from '../shown-document.ts';
import { CONTENT_LABELS, partWords } from './content-labels.ts';

type ReadName =
  | 'title'
  | 'documentNumber'
  | 'issuingOrgan'
  | 'dateOfDocument'
  | 'createdOn'
  | 'disclosureClass';

interface ReadElement {
  readonly name: ReadName;
  readonly value: string;
  readonly words: string;
  readonly from: number;
  readonly isCertain: boolean;
}

/** What the text says of itself, as far as it is not in the form already. */
export function elementsOf(body: DocumentBody, values: ContentValues): readonly ReadElement[] {
  const read = metadataFromText(bodyPieces(body));
  const element = (name: ReadName, found: Reading<string> | null, words?: string): readonly ReadElement[] =>
    found === null || found.value === values[name]
      ? []
      : [
          {
            name,
            value: found.value,
            words: words ?? found.value,
            from: found.from,
            isCertain: found.confidence === 'certain',
          },
        ];
  const mark = read.classMark && { ...read.classMark, value: read.classMark.value.disclosureClass };
  return [
    ...element('title', read.title),
    ...element('documentNumber', read.documentNumber),
    ...element('issuingOrgan', read.issuingOrgan),
    ...element('dateOfDocument', read.dateOfDocument),
    // 条例26 counts from the day it was made: with a later one it would be published too late unseen.
    ...element('createdOn', read.dateOfDocument),
    ...element('disclosureClass', mark, mark === null ? '' : DISCLOSURE_CLASSES[mark.value].title),
  ];
}

interface Props {
  readonly elements: readonly ReadElement[];
  readonly values: ContentValues;
  readonly onTake: (taken: Partial<ContentValues>) => void;
  readonly onClose: () => void;
}

/** Shows what was read, one by one, to be taken or not: nothing is filled in unseen. */
export function ElementsDialog({ elements, values, onTake, onClose }: Props): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<ReadName>>(
    () => new Set(elements.filter(({ isCertain }) => isCertain).map(({ name }) => name)),
  );
  const take = (): void =>
    onTake(
      Object.fromEntries(
        elements.filter(({ name }) => chosen.has(name)).map(({ name, value }) => [name, value]),
      ),
    );
  const toggle = (name: ReadName, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  return (
    <Modal
      open
      width={720}
      title="从正文读出的要素"
      okText="填入选中的"
      cancelText="取消"
      okButtonProps={{ disabled: chosen.size === 0 }}
      onOk={take}
      onCancel={onClose}
    >
      {elements.length === 0 ? (
        <p>没有读出新的要素：正文里没有，或者与已填写的一致。</p>
      ) : (
        <>
          <p>请逐项核对，选中的填入公开信息，可以再改。</p>
          <ul className="rows read-fields">
            {elements.map(({ name, words, from, isCertain }) => (
              <li key={name}>
                <Checkbox checked={chosen.has(name)} onChange={({ target }) => toggle(name, target.checked)}>
                  {CONTENT_LABELS[name]}：<b>{words}</b>
                </Checkbox>
                <small className="quiet">
                  第{from + 1}段，{isCertain ? '把握较大' : '请核对'}；现在填写的是
                  {partWords(name, values[name]) || '（空）'}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
