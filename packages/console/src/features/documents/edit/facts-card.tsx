import { DOCUMENT_KINDS, type DocumentKind, hasValidity } from '@zhaoshi/domain/disclosure/document-kind';
import { SUBJECT_CATEGORIES } from '@zhaoshi/domain/disclosure/subject-categories';
import { AutoComplete, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ContentValues, ShownDocument } from '../shown-document.ts';
import { CatalogField } from './catalog-field.tsx';
import { CONTENT_LABELS } from './content-labels.ts';
import { AreaField, DayField, TextField } from './fields.tsx';
import { CatalogItemSelect } from './item-select.tsx';
import { RelationsField } from './relations-field.tsx';

/** Kinds that may be shown for a time (公示). */
const SHOWN: ReadonlySet<DocumentKind> = new Set([
  'publicNotice',
  'draftForComment',
  'announcement',
  'procurement',
  'majorProject',
]);

const MOST_KEYWORDS = 20;

const NOTICE_DAYS = '公示的最后一天；这一天以前不能撤下。';
const COMMENT_DAYS =
  '征求意见的最后一天，自公开之日起不少于30日；更短的，公开后在“意见征集”里说明理由，说明以前按30日征集（重大行政决策程序暂行条例第十五条）。';

interface Props {
  readonly values: ContentValues;
  readonly shown: ShownDocument;
}

/** What the public catalogue says of the document (条例第十二条). */
export function FactsCard({ values, shown }: Props): ReactNode {
  const { kind, shownUntil, validFrom, validTo } = values;
  return (
    <section className="card" aria-labelledby="document-facts">
      <h2 id="document-facts">公开信息</h2>
      <p className="quiet">
        政府信息公开目录包括索引、名称、内容概述、生成日期等（条例第十二条）；索引号公开时自动编定。
      </p>
      <div className="field-grid">
        <Form.Item name="kind" label={CONTENT_LABELS.kind}>
          <Select<DocumentKind>
            className="picker"
            showSearch={{ optionFilterProp: 'label' }}
            options={Object.entries(DOCUMENT_KINDS).map(([value, label]) => ({
              value: value as DocumentKind,
              label,
            }))}
          />
        </Form.Item>
        <CatalogField regionId={shown.regionId} organId={shown.organId} />
        <Form.Item
          name="catalogItemId"
          label={CONTENT_LABELS.catalogItemId}
          extra="履行标准目录中的哪一项；用来核对有没有漏公开、晚公开。"
        >
          <CatalogItemSelect regionId={shown.regionId} organId={shown.organId} />
        </Form.Item>
        <TextField
          name="documentNumber"
          longest={100}
          help="如 昭政发〔2026〕1号；规章、规范性文件、政策文件必填。"
        />
        <TextField name="issuingOrgan" longest={200} help="联合发文的写全，用顿号分开。" />
        <DayField name="dateOfDocument" help="落款的日期；规章、规范性文件、政策文件必填。" />
        <Form.Item
          name="subjectCategory"
          label={CONTENT_LABELS.subjectCategory}
          extra="输入几个字就能找，如 水利；本地另有分类的，直接写；主动公开的必填。"
        >
          <AutoComplete
            className="picker"
            options={SUBJECT_CATEGORIES.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
          >
            <Input maxLength={200} autoComplete="off" />
          </AutoComplete>
        </Form.Item>
        <Form.Item name="keywords" label={CONTENT_LABELS.keywords} extra="每写一个按回车；方便公众检索。">
          <Select<string[]>
            mode="tags"
            className="picker"
            open={false}
            suffixIcon={null}
            maxCount={MOST_KEYWORDS}
            tokenSeparators={['、', '，', ',', ';', '；']}
          />
        </Form.Item>
        <TextField name="source" longest={200} help="转载的写明来源；本机关制作的不填。" />
      </div>
      <AreaField
        name="abstract"
        longest={2000}
        help="用一两句话写明主要内容；主动公开的必填（条例第十二条）。"
      />
      {(hasValidity(kind) || validFrom !== null || validTo !== null) && (
        <div className="field-grid">
          <DayField name="validFrom" />
          <DayField name="validTo" help="有有效期的规范性文件填写；到期后自动标为失效。" />
        </div>
      )}
      {(SHOWN.has(kind) || shownUntil !== null) && (
        <DayField name="shownUntil" help={kind === 'draftForComment' ? COMMENT_DAYS : NOTICE_DAYS} />
      )}
      <h3>{CONTENT_LABELS.relations}</h3>
      <p className="quiet">废止、修改、解读、更正等，公开后在两份文件的页面上互相链接。</p>
      <Form.Item name="relations">
        <RelationsField self={shown.documentId} />
      </Form.Item>
      {shown.edition > 1 && (
        <AreaField
          name="changeNote"
          longest={1000}
          help="这一版与上一版有什么不同，公开后显示在页面上；必填。"
        />
      )}
    </section>
  );
}
