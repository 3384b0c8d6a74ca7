import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type DocumentContent, EMPTY_CONTENT, type RelatedDocument } from '../document-content.ts';
import { refuseRelations } from './refuse-relations.ts';
import type { ValidityRelation } from './validity.ts';

const day = (text: string): CivilDate => text as CivilDate;

const OLD = {
  id: 'old',
  title: '旧办法',
  dateOfDocument: day('2020-03-01'),
  validFrom: day('2020-04-01'),
  validTo: null,
};
const MIDDLE = { ...OLD, id: 'middle', title: '中间办法', dateOfDocument: day('2024-05-01') };

const saying = (...relations: readonly RelatedDocument[]): DocumentContent => ({
  ...EMPTY_CONTENT,
  title: '新办法',
  dateOfDocument: day('2026-11-02'),
  relations,
});
const does = (relation: RelatedDocument['relation'], documentId: string | null): RelatedDocument => ({
  relation,
  documentId,
  documentNumber: '某发〔2020〕1号',
  title: '旧办法',
});

const messages = (content: DocumentContent, relations: readonly ValidityRelation[] = []) =>
  refuseRelations('new', content, {
    documents: new Map([OLD, MIDDLE].map((one) => [one.id, one])),
    relations,
  }).map(({ message }) => message);

describe('relations of a document that is submitted', () => {
  it('take what is in force, and what is named by number only or not on file', () => {
    expect(messages(saying(does('repeals', 'old'), does('interprets', 'middle')))).toEqual([]);
    expect(messages(saying(does('repeals', null), does('repeals', 'elsewhere')))).toEqual([]);
  });

  it('never point at the document itself, nor at another one twice', () => {
    expect(messages(saying(does('interprets', 'new')))).toEqual([
      '文件不能与自己建立关联，请选择另一份文件。',
    ]);
    expect(messages(saying(does('interprets', 'old'), does('interprets', 'old')))).toEqual([
      '与《旧办法》的同一关联已经登记。',
    ]);
  });

  it('do not repeal again what another document repealed, nor what is younger', () => {
    const repealed = [
      { kind: 'repeals', from: 'middle', to: 'old', effectiveOn: day('2024-05-01') },
    ] as const;
    expect(messages(saying(does('repeals', 'old')), repealed)).toEqual([
      '《旧办法》已于2024-05-01废止，不能再次废止或者修改。',
    ]);
    expect(messages({ ...saying(does('repeals', 'middle')), dateOfDocument: day('2024-04-30') })).toEqual([
      '《中间办法》成文于2024-05-01，不能在此以前（2024-04-30）被废止或者修改。',
    ]);
  });

  it('give feedback only on what the public has seen, whichever day the document has', () => {
    const named = { ...does('feedbackOn', 'elsewhere'), title: '征求意见稿' };
    const words =
      '《征求意见稿》还没有公开，不能反馈它的意见征集情况。请先公开征求意见稿，或者改选已经公开的那一份。';
    expect(messages(saying(named))).toEqual([words]);
    expect(messages({ ...saying(named), dateOfDocument: null })).toEqual([words]);
    expect(messages(saying(does('feedbackOn', 'middle'), does('feedbackOn', null)))).toEqual([]);
  });

  it('cannot be judged as long as the document has no day', () => {
    expect(messages({ ...saying(does('interprets', 'new')), dateOfDocument: null })).toEqual([]);
  });
});
