import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { figureText, parseFigure } from '@zhaoshi/domain/statistics/figure';
import { isMoney, STATISTIC_KINDS } from '@zhaoshi/domain/statistics/statistic-kinds';
import { Alert, App, Checkbox, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FigureHistory } from './figure-history.tsx';
import type { Cell, ShownYear } from './figures.ts';

interface Props {
  readonly shown: ShownYear;
  readonly cell: Cell;
  readonly onClose: () => void;
}

interface Values {
  readonly unit?: string;
  readonly figure?: string;
  readonly source?: string;
  readonly reason?: string;
}

/** Where figures of the kind came from last, which is mostly where the next one comes from. */
const usualSource = ({ entries }: ShownYear, { kind }: Cell): string =>
  entries.findLast((one) => one.kind === kind && one.latest.source !== '')?.latest.source ?? '';

/** What is there for the office that was typed, taken back or not. */
const thereFor = ({ entries }: ShownYear, { kind, month }: Cell, unit: string) =>
  entries.find((one) => one.kind === kind && one.month === month && one.unit === unit.trim());

/** Over a figure that is there one writes only by opening it, having seen it. */
const isTaken = (shown: ShownYear, cell: Cell, unit: string): boolean =>
  cell.figure === null && (thereFor(shown, cell, unit)?.state ?? 'withdrawn') !== 'withdrawn';

const initialOf = (shown: ShownYear, cell: Cell): Values => {
  const { figure } = cell;
  if (figure === null) return { source: usualSource(shown, cell) };
  const { source, reason, figure: value } = figure.latest;
  return {
    unit: figure.unit,
    figure: value === null ? '' : figureText(cell.kind, value),
    source,
    reason: figure.counted === null ? '' : reason,
  };
};

/** Enters the figure of a month, or another one in its place; who signed what stays in its history. */
export function EntryDialog({ shown, cell, onClose }: Props): ReactNode {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [isWithdrawn, setWithdrawn] = useState(false);
  const enter = useChange(statisticsRoutes.enter, { also: ['desk'] });
  const { kind, month, figure } = cell;
  const { regionId, organId, year } = shown;
  const mayEnter = shown.abilities.includes('statistics.write');
  const corrects = figure !== null && figure.counted !== null;
  const isAgain = shown.entries.some(
    (one) => one.kind === kind && one.month === month && (one.counted !== null || one.state === 'withdrawn'),
  );
  const submit = ({ unit = '', figure: typed = '', source = '', reason = '' }: Values): void => {
    const read = isWithdrawn ? null : parseFigure(kind, typed);
    if (read?.ok === false) return;
    const value = read === null ? null : read.value;
    const sent = {
      kind,
      month,
      unit,
      figure: value,
      source,
      reason,
      basedOn: thereFor(shown, cell, unit)?.latest.version ?? null,
    };
    enter.mutate(
      { request: { params: { regionId, organId }, body: { year, figures: [sent] } } },
      {
        onSuccess: () => {
          void message.success(corrects ? '已提交更正，签核后生效' : '已填报，待另一人签核');
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`${year}年${month}月${STATISTIC_KINDS[kind].title}`}
      okText={corrects ? '提交更正' : '保存'}
      cancelText={mayEnter ? '取消' : '关闭'}
      confirmLoading={enter.isPending}
      okButtonProps={{ hidden: !mayEnter }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="quiet">{STATISTIC_KINDS[kind].scope}</p>
      {figure?.state === 'returned' && (
        <Alert
          type="warning"
          showIcon
          title={`${figure.latest.returnedBy ?? ''}退回：${figure.latest.returnReason}`}
        />
      )}
      {mayEnter && (
        <Form<Values>
          form={form}
          layout="vertical"
          className="record-form"
          requiredMark={false}
          initialValues={initialOf(shown, cell)}
          onFinish={submit}
        >
          <Form.Item
            name="unit"
            label="科室、站所（按全机关填报的留空）"
            rules={[
              {
                validator: (_rule, unit: string | undefined) =>
                  isTaken(shown, cell, unit ?? '')
                    ? Promise.reject(new Error('这个科室本月已经填报，请关闭后点开那个数字修改。'))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={50} autoComplete="off" disabled={figure !== null} />
          </Form.Item>
          <Form.Item
            name="figure"
            label={isMoney(kind) ? '金额（元）' : '件数'}
            rules={[
              {
                validator: (_rule, typed: string | undefined) => {
                  const read = parseFigure(kind, typed ?? '');
                  return read.ok || isWithdrawn ? Promise.resolve() : Promise.reject(new Error(read.error));
                },
              },
            ]}
          >
            <Input inputMode="decimal" autoComplete="off" disabled={isWithdrawn} className="short-search" />
          </Form.Item>
          {figure !== null && (
            <Form.Item>
              <Checkbox checked={isWithdrawn} onChange={({ target }) => setWithdrawn(target.checked)}>
                撤销这个数字（填错了月份、科室）
              </Checkbox>
            </Form.Item>
          )}
          <Form.Item name="source" label="数据来源（签核前须写明）">
            <Input maxLength={200} autoComplete="off" placeholder="如：行政处罚台账、财政票据系统" />
          </Form.Item>
          {isAgain && (
            <Form.Item name="reason" label="更正理由（更正已签核过的数字须写明）">
              <Input.TextArea maxLength={500} rows={2} className="growing" />
            </Form.Item>
          )}
        </Form>
      )}
      <ProblemAlert error={enter.error} />
      {figure !== null && <FigureHistory regionId={regionId} entryId={figure.entryId} kind={kind} />}
    </Modal>
  );
}
