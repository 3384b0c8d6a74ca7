import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import type { TextHunk } from '@zhaoshi/domain/annual-report/compare/compare-paragraphs';
import { diffDocuments } from '@zhaoshi/domain/disclosure/compare/diff-documents';
import { Form, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { keyed } from '../../../ui/keyed.ts';
import { Loading } from '../../../ui/loading.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ContentValues, ShownDocument } from '../shown-document.ts';
import { contentOf } from './content-of.ts';

interface Props {
  readonly shown: ShownDocument;
}

/** A version that was submitted by its number, or what is saved now. */
type Version = number | 'draft';

/** The content of a version; `undefined` until it has been read. */
function useVersion({ regionId, documentId, content }: ShownDocument, version: Version) {
  const params = { regionId, documentId, revision: version === 'draft' ? 1 : version };
  const { data, error, isPlaceholderData } = useRead(
    documentRoutes.revision,
    { params },
    { enabled: version !== 'draft' },
  );
  const read = isPlaceholderData ? undefined : data?.content;
  return { content: version === 'draft' ? content : read, error };
}

const LABELS = { equal: '没有变化', added: '增加', removed: '删去', changed: '改动' } as const;

function Hunk({ hunk }: { readonly hunk: TextHunk }): ReactNode {
  if (hunk.kind === 'equal') return <p className="quiet">{hunk.text}</p>;
  if (hunk.kind === 'changed') {
    return (
      <p>
        <b className="diff-kind">{LABELS.changed}</b>
        {keyed(
          hunk.parts.map(({ kind, text }) => {
            const Mark = kind === 'equal' ? 'span' : kind === 'added' ? 'ins' : 'del';
            return <Mark>{text}</Mark>;
          }),
        )}
      </p>
    );
  }
  const Mark = hunk.kind === 'added' ? 'ins' : 'del';
  return (
    <p>
      <b className="diff-kind">{LABELS[hunk.kind]}</b>
      <Mark>{hunk.text}</Mark>
    </p>
  );
}

interface DifferenceProps {
  readonly before: ContentValues;
  readonly after: ContentValues;
}

function Difference({ before, after }: DifferenceProps): ReactNode {
  const diff = useMemo(() => diffDocuments(contentOf(before), contentOf(after)), [before, after]);
  if (diff.isSame) return <p>两个版本完全相同。</p>;
  return (
    <>
      {diff.isFormOnly && <p>文字和信息属性都没有变化，只有格式（对齐、加粗、表格结构等）不同。</p>}
      {diff.lines.length > 0 && (
        <div className="table-scroll" role="region" aria-label="信息属性的变化" tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">原来</th>
                <th scope="col">现在</th>
              </tr>
            </thead>
            <tbody>
              {diff.lines.map(({ label, before: was, after: is }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{was === '' ? <span className="quiet">（空）</span> : <del>{was}</del>}</td>
                  <td>{is === '' ? <span className="quiet">（空）</span> : <ins>{is}</ins>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3>正文</h3>
      <div className="document-diff">{keyed(diff.text.map((hunk) => <Hunk hunk={hunk} />))}</div>
    </>
  );
}

/** The versions that may be compared, and those that are first: what is public, and what is worked on. */
function versionsOf({ revision, status, publicEdition }: ShownDocument) {
  const last = revision?.number ?? 0;
  const numbers = Array.from({ length: last }, (_, index) => index + 1);
  const versions: readonly Version[] = status === 'draft' ? [...numbers, 'draft'] : numbers;
  const after: Version = versions.at(-1) ?? 'draft';
  const published = publicEdition?.revision;
  const isPublicEarlier = published !== undefined && published !== after;
  const before: Version = isPublicEarlier ? published : (versions.at(-2) ?? after);
  return { versions, before, after };
}

const nameOf = (version: Version, { publicEdition }: ShownDocument): string => {
  if (version === 'draft') return '现在的草稿';
  return `提交的第${version}稿${publicEdition?.revision === version ? '（公开中）' : ''}`;
};

/** Two versions of the document side by side: the public one and the one under review, or any two. */
export function CompareCard({ shown }: Props): ReactNode {
  const { versions, ...first } = versionsOf(shown);
  const [sides, setSides] = useState<{ readonly before: Version; readonly after: Version }>(first);
  const before = useVersion(shown, sides.before);
  const after = useVersion(shown, sides.after);
  const options = versions.map((version) => ({ value: version, label: nameOf(version, shown) }));
  return (
    <section className="card" aria-labelledby="document-compare">
      <h2 id="document-compare">与其他版本对比</h2>
      {versions.length < 2 ? (
        <p className="quiet">只有一个版本，没有可以对比的。</p>
      ) : (
        <>
          <Form layout="vertical" className="compare-sides">
            <Form.Item label="原来的版本" htmlFor="compare-before">
              <Select
                id="compare-before"
                value={sides.before}
                options={options}
                onChange={(version) => setSides({ ...sides, before: version })}
              />
            </Form.Item>
            <Form.Item label="现在的版本" htmlFor="compare-after">
              <Select
                id="compare-after"
                value={sides.after}
                options={options}
                onChange={(version) => setSides({ ...sides, after: version })}
              />
            </Form.Item>
          </Form>
          <ProblemAlert error={before.error ?? after.error} />
          {before.content === undefined || after.content === undefined ? (
            <Loading />
          ) : (
            <Difference before={before.content} after={after.content} />
          )}
        </>
      )}
    </section>
  );
}
