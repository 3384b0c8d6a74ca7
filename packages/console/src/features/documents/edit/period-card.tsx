import {
  factsAskedFor,
  MATTERS_OF_KIND,
  PUBLICATION_MATTERS,
  type PublicationMatter,
} from '@zhaoshi/domain/disclosure/periods/matters';
import { START_FACTS } from '@zhaoshi/domain/disclosure/periods/period-rule';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../../app/moments.ts';
import type { ContentValues, ShownDocument } from '../shown-document.ts';
import { DayField } from './fields.tsx';

/** The last day to publish as it was worked out at the last save, and by which rule. */
function Deadline({ deadline }: Pick<ShownDocument, 'deadline'>): ReactNode {
  if (deadline === null) return <p className="quiet">填写生成日期并保存后，这里显示公开期限。</p>;
  const { dueOn, ruleTitle, words, source, isLate, isProvisional, missing } = deadline;
  return (
    <div className="deadline" role="status">
      <p>
        <b className={isLate ? 'late' : undefined}>
          {dueOn === null ? '没有具体期限，应当及时公开' : `最迟 ${shownDate(dueOn)} 公开`}
        </b>
        {isLate && '（已逾期）'}
        {isProvisional && '（暂定，放假安排公布后可能变动）'}
      </p>
      <p className="quiet">
        {ruleTitle}：{words}（{source}）
      </p>
      {missing !== null && <p className="quiet">还有另外的期限，填写“{missing}”后计算。</p>}
    </div>
  );
}

interface Props {
  readonly values: ContentValues;
  readonly deadline: ShownDocument['deadline'];
  /** Something is typed that the deadline does not know of. */
  readonly isDirty: boolean;
}

/** By when it must be public, and what that rests on. */
export function PeriodCard({ values: { kind, matter }, deadline, isDirty }: Props): ReactNode {
  const offered: readonly PublicationMatter[] = [...new Set([...MATTERS_OF_KIND[kind], matter])];
  const asked = factsAskedFor(matter).flatMap((fact) =>
    fact in START_FACTS && fact !== 'createdOn' ? [fact as keyof typeof START_FACTS] : [],
  );
  return (
    <section className="card" aria-labelledby="document-period">
      <h2 id="document-period">公开期限</h2>
      <Deadline deadline={deadline} />
      {isDirty && deadline !== null && <p className="quiet">按上次保存的内容计算，保存后更新。</p>}
      <div className="field-grid">
        <DayField
          name="createdOn"
          help="文件形成或者变更之日；自这一天起20个工作日内公开（条例第二十六条）。"
        />
        <Form.Item
          name="matter"
          label="公开事项"
          extra="另有规定期限的事项按另外的期限，例如行政处罚决定7个工作日。"
        >
          <Select<PublicationMatter>
            className="picker"
            options={offered.map((value) => ({ value, label: PUBLICATION_MATTERS[value].title }))}
          />
        </Form.Item>
        {asked.map((fact) => (
          <DayField key={fact} name={['matterDays', fact]} label={START_FACTS[fact]} />
        ))}
      </div>
    </section>
  );
}
