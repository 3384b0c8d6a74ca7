import {
  LONGEST_BODY,
  LONGEST_SUBJECT,
  POST_KIND_NAMES,
  POST_KINDS,
  type PostKind,
  tableRows,
} from '@zhaoshi/domain/village/village-post';
import { Button, Form, Input, Segmented } from 'antd';
import { type ReactNode, useId } from 'react';
import { PhotosField } from './photos-field.tsx';
import type { PostDraft } from './post-draft.ts';

type Change = (part: Partial<PostDraft>) => void;

const NOTHING_HAPPENED = '本期没有发生。';

/** A table as readers will see it. */
export function PostTable({ body }: { readonly body: string }): ReactNode {
  const [head = [], ...rows] = tableRows(body);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <div className="village-table" tabIndex={0} role="region" aria-label="表格">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={`${column} ${cell}`} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${index} ${row.join(' ')}`}>
              {head.map((cell, column) => (
                <td key={`${column} ${cell}`}>{row[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ContentProps {
  readonly draftKey: string;
  readonly draft: PostDraft;
  readonly onChange: Change;
  readonly onKind: (kind: PostKind) => void;
}

const OPTIONS = POST_KIND_NAMES.map((value) => ({ value, label: POST_KINDS[value] }));

/** Text, table or photos. */
export function ContentFields({ draftKey, draft, onChange, onKind }: ContentProps): ReactNode {
  const bodyId = useId();
  const subjectId = useId();
  const { item, kind, subject, body, photos, hasLooked } = draft;
  const label = { text: '公布的内容', table: '表格，每行一条，第一行写标题', photo: '说明（可以不写）' }[
    kind
  ];
  return (
    <>
      {item === 'important' && (
        <Form.Item label="是什么事项（作为标题公布）" htmlFor={subjectId} layout="vertical">
          <Input
            id={subjectId}
            maxLength={LONGEST_SUBJECT}
            placeholder="如：村道硬化工程招标"
            value={subject}
            onChange={({ target }) => onChange({ subject: target.value })}
          />
        </Form.Item>
      )}
      <p>
        <Segmented block options={OPTIONS} value={kind} onChange={onKind} aria-label="公布的方式" />
      </p>
      {kind === 'photo' && (
        <PhotosField
          draftKey={draftKey}
          ids={photos}
          hasLooked={hasLooked}
          onChange={(ids) => onChange({ photos: ids, hasLooked: false })}
          onLooked={(looked) => onChange({ hasLooked: looked })}
        />
      )}
      <Form.Item
        label={label}
        htmlFor={bodyId}
        layout="vertical"
        extra={kind === 'table' ? '各列用逗号隔开，也可以从电子表格复制粘贴。' : undefined}
      >
        <Input.TextArea
          id={bodyId}
          autoSize={{ minRows: kind === 'photo' ? 2 : 6, maxRows: 20 }}
          maxLength={LONGEST_BODY}
          value={body}
          onChange={({ target }) => onChange({ body: target.value })}
        />
      </Form.Item>
      {kind === 'table' && tableRows(body).length > 1 && <PostTable body={body} />}
      {kind === 'text' && body === '' && item !== 'important' && (
        <p>
          <Button onClick={() => onChange({ body: NOTHING_HAPPENED })}>本期没有发生</Button>
        </p>
      )}
    </>
  );
}

/** Who signs; the names of the last time are there already. */
export function SignerFields({
  draft: { committeeSigner, supervisorSigner, corrects, reason },
  onChange,
}: {
  readonly draft: PostDraft;
  readonly onChange: Change;
}): ReactNode {
  const ids = { committee: useId(), supervisor: useId(), reason: useId() };
  return (
    <>
      <Form.Item label="村民委员会签字人" htmlFor={ids.committee} layout="vertical">
        <Input
          id={ids.committee}
          maxLength={50}
          value={committeeSigner}
          onChange={({ target }) => onChange({ committeeSigner: target.value })}
        />
      </Form.Item>
      <Form.Item label="村务监督委员会签字人" htmlFor={ids.supervisor} layout="vertical">
        <Input
          id={ids.supervisor}
          maxLength={50}
          value={supervisorSigner}
          onChange={({ target }) => onChange({ supervisorSigner: target.value })}
        />
      </Form.Item>
      {corrects !== null && (
        <Form.Item label="更正的原因（公开）" htmlFor={ids.reason} layout="vertical">
          <Input
            id={ids.reason}
            maxLength={500}
            value={reason}
            onChange={({ target }) => onChange({ reason: target.value })}
          />
        </Form.Item>
      )}
    </>
  );
}
