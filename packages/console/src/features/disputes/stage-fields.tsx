import { PROCEDURES } from '@zhaoshi/domain/dispute/dispute';
import {
  type DisputeResult,
  isAppealable,
  isUnaccepted,
  ordersPerformance,
  resultArticle,
  resultsAt,
  resultTitle,
  STAGE_KINDS,
  type StageKind,
} from '@zhaoshi/domain/dispute/dispute-results';
import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { required } from '../../ui/required.ts';
import { DayInput } from './day-input.tsx';

const PROCEDURE_OPTIONS = Object.entries(PROCEDURES).map(([value, label]) => ({ value, label }));

interface Props {
  /** Where the stage stands in the form's values. */
  readonly under: readonly string[];
  readonly kinds: readonly StageKind[];
}

interface DayProps {
  readonly name: string[];
  readonly label: string;
  readonly extra?: string;
  readonly mayLieAhead?: boolean;
}

function Day({ name, label, extra, mayLieAhead = false }: DayProps): ReactNode {
  return (
    <Form.Item name={name} label={label} {...(extra !== undefined && { extra })}>
      <DayInput mayLieAhead={mayLieAhead} />
    </Form.Item>
  );
}

/** What the organ owes in a reconsideration, and when it was done. */
function ReconsiderationDuties({ under }: Pick<Props, 'under'>): ReactNode {
  return (
    <>
      <Form.Item name={[...under, 'procedure']} label="程序">
        <Select options={PROCEDURE_OPTIONS} />
      </Form.Item>
      <Form.Item name={[...under, 'isExtended']} valuePropName="checked">
        <Checkbox>复议机关已经延长审理期限（普通程序，最多30日）</Checkbox>
      </Form.Item>
      <Day
        name={[...under, 'servedOn']}
        label="收到答复通知书的日期"
        extra="普通程序10个工作日、简易程序5个工作日内答复并提交证据（行政复议法第四十八条、第五十四条）。"
      />
      <Day name={[...under, 'answeredOn']} label="提交答复的日期" />
      <Day
        name={[...under, 'opinionOn']}
        label="收到行政复议意见书的日期（没有的留空）"
        extra="60日内报告落实情况（行政复议法第七十六条）。"
      />
      <Day name={[...under, 'reportedOn']} label="报告落实情况的日期" />
    </>
  );
}

/** What a result brings about: the other party's periods begin, and the organ may have to do something. */
function Outcome({
  under,
  isReconsideration,
  ended,
}: Pick<Props, 'under'> & { readonly isReconsideration: boolean; readonly ended: DisputeResult }): ReactNode {
  const orders: unknown = Form.useWatch([...under, 'ordersReply']);
  const isOrdered = ordersPerformance(ended) || orders === true;
  return (
    <>
      <Day
        name={[...under, 'decisionReceivedOn']}
        label={
          isReconsideration
            ? '本机关收到决定书的日期（不清楚的留空）'
            : '本机关收到裁判文书的日期（不清楚的留空）'
        }
        extra={
          isReconsideration
            ? '责令重新答复、履行的，从这一天起算（行政复议法第七十五条、第七十七条）。'
            : '本机关上诉的期限从这一天起算。'
        }
      />
      <Day
        name={[...under, 'decisionServedOn']}
        label={
          isReconsideration
            ? '决定书送达对方的日期（不清楚的留空）'
            : '裁判文书送达对方的日期（不清楚的留空）'
        }
        extra={isReconsideration ? '对方15日内可以起诉（行政复议法第三十四条）。' : '上诉期从这一天起算。'}
      />
      <Form.Item name={[...under, 'ordersReply']} valuePropName="checked" hidden={ordersPerformance(ended)}>
        <Checkbox>责令本机关重新答复、履行或者公开</Checkbox>
      </Form.Item>
      {isOrdered && (
        <>
          <Day
            name={[...under, 'performBy']}
            mayLieAhead
            label="文书写明的履行期限（最后一日；没有写明的留空）"
            extra="没有写明的：履行判决20个工作日（法释〔2025〕8号第十一条）；其余按设置“重新答复的期限”。"
          />
          <Day
            name={[...under, 'performedOn']}
            label="履行日期（还没有履行的留空）"
            extra="申请重新办理并送达新的答复以后，不填也算已经履行。"
          />
        </>
      )}
    </>
  );
}

const isDisputeResult = (value: unknown): value is DisputeResult => typeof value === 'string';

/** One stage: where it is heard, when it was accepted, and how it ended. */
export function StageFields({ under, kinds }: Props): ReactNode {
  const chosen: unknown = Form.useWatch([...under, 'kind']);
  const result: unknown = Form.useWatch([...under, 'result']);
  const kind = kinds.find((one) => one === chosen) ?? kinds[0] ?? 'reconsideration';
  const isReconsideration = kind === 'reconsideration';
  const ended = isDisputeResult(result) ? result : null;
  const options = resultsAt(kind).map((value) => ({
    value,
    label: `${resultTitle(value)}（${resultArticle(value)}）`,
  }));
  return (
    <>
      <Form.Item name={[...under, 'kind']} label="审级" hidden={kinds.length < 2}>
        <Select options={kinds.map((value) => ({ value, label: STAGE_KINDS[value] }))} />
      </Form.Item>
      <Form.Item
        name={[...under, 'tribunal']}
        label={isReconsideration ? '复议机关' : '人民法院'}
        rules={required(isReconsideration ? '请填写复议机关' : '请填写法院')}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...under, 'number']} label="案号（还没有的留空）">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Day
        name={[...under, 'filedOn']}
        label={
          isReconsideration
            ? '复议机关收到申请的日期（不清楚的留空）'
            : '法院收到起诉状的日期（不清楚的留空）'
        }
      />
      <Day name={[...under, 'acceptedOn']} label={isReconsideration ? '受理日期' : '立案日期'} />
      {isReconsideration && <ReconsiderationDuties under={under} />}
      <Form.Item name={[...under, 'result']} label="结果（没有审结的留空）">
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      {ended !== null && (
        <Day
          name={[...under, 'decidedOn']}
          label={isUnaccepted(ended) ? '作出日期' : isReconsideration ? '决定日期' : '裁判日期'}
        />
      )}
      {ended !== null && isAppealable(kind, ended) && (
        <Day
          name={[...under, 'effectiveOn']}
          label="生效日期（有人上诉、还在上诉期内的留空）"
          extra="判决15日、裁定10日内可以上诉（行政诉讼法第八十五条）；生效以后才计结果。"
        />
      )}
      {ended !== null && !isUnaccepted(ended) && (
        <Outcome under={under} isReconsideration={isReconsideration} ended={ended} />
      )}
    </>
  );
}
