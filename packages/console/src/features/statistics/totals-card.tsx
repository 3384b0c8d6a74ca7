import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { figureWords } from '@zhaoshi/domain/statistics/figure';
import { STATISTIC_KINDS } from '@zhaoshi/domain/statistics/statistic-kinds';
import { monthsWords } from '@zhaoshi/domain/statistics/statistic-months';
import { App, Form, Input, Modal, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownYear } from './figures.ts';

type Total = ShownYear['totals'][number];

const missingWords = ({ missing }: Total): string =>
  missing.map(({ unit, months }) => `${unit === '' ? '' : `${unit}：`}${monthsWords(months)}`).join('；');

interface DialogProps {
  readonly shown: ShownYear;
  readonly total: Total;
  readonly onClose: () => void;
}

/** Enters 0 for all months that lack a figure; they are signed off like any other. */
function ZeroDialog({ shown, total, onClose }: DialogProps): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<{ readonly source: string }>();
  const enter = useChange(statisticsRoutes.enter, { also: ['desk'] });
  const { regionId, organId, year, entries } = shown;
  const { kind } = total;
  const submit = ({ source }: { readonly source: string }): void => {
    const figures = total.missing.flatMap(({ unit, months }) =>
      months.map((month) => {
        const found = entries.find((one) => one.kind === kind && one.month === month && one.unit === unit);
        const basedOn = found?.latest.version ?? null;
        return { kind, month, unit, figure: 0, source, reason: found === undefined ? '' : '补报', basedOn };
      }),
    );
    enter.mutate(
      { request: { params: { regionId, organId }, body: { year, figures } } },
      {
        onSuccess: ({ entered }) => {
          void message.success(`已填报 ${entered} 个 0，待另一人签核`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`${STATISTIC_KINDS[kind].title}：没有发生的月份填 0`}
      okText="填 0"
      cancelText="取消"
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>以下月份都填 0：{missingWords(total)}。请确认这些月份确实没有发生。</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="source"
          label="数据来源"
          rules={[{ required: true, whitespace: true, message: '请填写数据来源' }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={enter.error} />
    </Modal>
  );
}

/** The year so far, kind by kind: sums of what was signed off, and the months that are missing. */
export function TotalsCard({ shown }: { readonly shown: ShownYear }): ReactNode {
  const [zeroed, setZeroed] = useState<Total | null>(null);
  return (
    <section className="card" aria-labelledby="year-totals">
      <h2 id="year-totals">全年合计和缺月</h2>
      <ul className="rows">
        {shown.totals.map((total) => (
          <li key={total.kind}>
            <span>
              <strong>
                {STATISTIC_KINDS[total.kind].title}：
                {total.total === null ? '还没有签核的数字' : figureWords(total.kind, total.total)}
              </strong>
              {total.missing.length > 0 && <small className="quiet">没有填报：{missingWords(total)}</small>}
              {total.returned > 0 && (
                <small className="quiet">被退回 {total.returned} 个，修改并签核后计入。</small>
              )}
              {total.awaiting > 0 && (
                <small className="quiet">待签核 {total.awaiting} 个，签核后计入。</small>
              )}
            </span>
            <span className="actions">
              <Tag color={total.isComplete ? 'success' : 'warning'}>{total.isComplete ? '齐全' : '不齐'}</Tag>
              {total.missing.length > 0 && (
                <AbilityButton
                  needs="statistics.write"
                  abilities={shown.abilities}
                  onClick={() => setZeroed(total)}
                >
                  缺月填 0<span className="for-readers">：{STATISTIC_KINDS[total.kind].title}</span>
                </AbilityButton>
              )}
            </span>
          </li>
        ))}
      </ul>
      {zeroed !== null && <ZeroDialog shown={shown} total={zeroed} onClose={() => setZeroed(null)} />}
    </section>
  );
}
