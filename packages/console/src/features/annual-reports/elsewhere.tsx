import { ELSEWHERE, ELSEWHERE_IDS } from '@zhaoshi/domain/annual-report/work/elsewhere';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { ReportForm } from './use-report-form.ts';

/** What others publish of the year, typed beside table two: only compared with it, never published (AR-SRC-04, -05). */
export function Elsewhere({ form: { values, editing } }: { readonly form: ReportForm }): ReactNode {
  if (editing === null) return null;
  const { elsewhere = {} } = values;
  const filled = ELSEWHERE_IDS.filter((id) => (elsewhere[id] ?? '') !== '').length;
  return (
    <details className="footnotes">
      <summary>与公示平台、财政公开数核对{filled > 0 && `（${filled}）`}</summary>
      <p className="quiet">在公示平台、财政部门网站查到的数字填在这里，只用于校验，不随报告公布。</p>
      <div className="elsewhere">
        {ELSEWHERE_IDS.map((id) => (
          <Form.Item key={id} label={ELSEWHERE[id].title} htmlFor={`elsewhere-${id}`} layout="vertical">
            <Input
              id={`elsewhere-${id}`}
              inputMode="decimal"
              maxLength={40}
              value={elsewhere[id] ?? ''}
              onChange={({ target }) => editing.change({ elsewhere: { ...elsewhere, [id]: target.value } })}
            />
          </Form.Item>
        ))}
      </div>
    </details>
  );
}
