import {
  AUDIENCES,
  DISCLOSURE_CLASSES,
  WITHHOLDING_GROUNDS,
} from '@zhaoshi/domain/disclosure/disclosure-class';
import { Form, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ContentValues } from '../shown-document.ts';
import { AreaField } from './fields.tsx';

/** How the document may become known: fixed by its drafter (源头认定), reviewed afterwards. */
export function ClassCard({ values }: { readonly values: ContentValues }): ReactNode {
  const { disclosureClass } = values;
  return (
    <section className="card" aria-labelledby="document-class">
      <h2 id="document-class">公开属性</h2>
      <Form.Item
        name="disclosureClass"
        label="公开属性"
        extra="拟制公文时由起草人提出；不公开的写明理由，送签发人一并审定（国办发〔2016〕80号）。"
      >
        <Radio.Group className="choices">
          {Object.entries(DISCLOSURE_CLASSES).map(([value, { title, law }]) => (
            <Radio key={value} value={value}>
              {title}
              <small className="quiet">{law}</small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {disclosureClass === 'withheld' && (
        <Form.Item name="classGround" label="不予公开的依据" extra="只有条例第十四条至第十六条规定的这几种。">
          <Select<string>
            className="picker"
            allowClear
            placeholder="选择依据"
            popupMatchSelectWidth={false}
            options={Object.entries(WITHHOLDING_GROUNDS).map(([value, { title, law }]) => ({
              value,
              label: `${title}（${law}）`,
            }))}
          />
        </Form.Item>
      )}
      {disclosureClass !== null && disclosureClass !== 'proactive' && (
        <AreaField
          name="classReason"
          longest={1000}
          help="写明为什么不主动公开：哪些内容、公开会有什么影响。以后要定期评估，情况变化的及时公开（条例第十八条）。"
        />
      )}
      <Form.Item
        name="audience"
        label="公开对象"
        extra="只应让特定群体知道的（例如分户补偿情况）不在网站、公众号发布，在特定范围内公开。"
      >
        <Radio.Group options={Object.entries(AUDIENCES).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    </section>
  );
}
