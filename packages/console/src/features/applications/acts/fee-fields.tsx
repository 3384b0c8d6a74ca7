import { type Fen, PER_ITEM, PER_PAGE, yuanText } from '@zhaoshi/domain/fee/tariff';
import { Form, InputNumber } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { ActFacts } from './entered.ts';
import type { Charge } from './fee-words.ts';
import { MOST_SIDES, type ShownCharge } from './use-charge.ts';

const AMOUNT = ['act', 'amount'];

interface Props {
  readonly act: ActFacts;
  readonly charged: ShownCharge;
}

/** How many sides are going to be supplied; by item nothing is entered, for the register knows the applicant's month. */
export function SidesField({ act }: Pick<Props, 'act'>): ReactNode {
  if (act['basis'] === 'perItem') return null;
  const range = `应在 1 到 ${MOST_SIDES} 之间`;
  return (
    <Form.Item
      name={['act', 'sides']}
      label="提供的面数"
      extra="A4及以下幅面，有内容的每一面计一面；几面算一页，按本机关的设置折算。"
      rules={[
        { required: true, message: '请填写提供的面数' },
        { type: 'number', min: 1, max: MOST_SIDES, message: range },
      ]}
    >
      <InputNumber className="short-number" precision={0} suffix="面" />
    </Form.Item>
  );
}

function Lines({ act, charge: { count, amount, lines } }: Pick<Props, 'act'> & { readonly charge: Charge }) {
  const isByItem = act['basis'] === 'perItem';
  const counted = isByItem ? `本件是该申请人本自然月的第${count}件` : `折算为${count}页`;
  if (amount === 0) return <p>{counted}，按收费标准不需要缴费，不必告知缴费。</p>;
  return (
    <>
      <p>{counted}。</p>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        收费数额 <b>{yuanText(amount as Fen)} 元</b>
        <span className="quiet">（{(isByItem ? PER_ITEM : PER_PAGE).source}）</span>
      </p>
    </>
  );
}

function waiting({ act, charged: { isFetching } }: Props): string {
  if (isFetching) return '正在按收费标准计算……';
  return act['basis'] === 'perItem'
    ? '收到申请之日还没有确定，不知道是本自然月的第几件，不能按件计收。'
    : '填写面数后，这里会按收费标准算出数额。';
}

/** The arithmetic of the fee as the notice prints it. The form is not sent before it is known. */
export function FeeArithmetic({ act, charged }: Props): ReactNode {
  const { charge, error } = charged;
  const form = Form.useFormInstance();
  useEffect(() => {
    // The rule has been looked at before there was anything to see.
    if (charge !== null) form.setFields([{ name: AMOUNT, errors: [] }]);
  }, [form, charge]);
  return (
    <Form.Item
      name={AMOUNT}
      // What the tariff asks is not typed, so that the rule looks at what is shown.
      rules={[
        {
          validator: () =>
            charge === null ? Promise.reject(new Error('收费数额还没有算出')) : Promise.resolve(),
        },
      ]}
    >
      <div className="consequence fee" aria-live="polite">
        <ProblemAlert error={error} />
        {charge === null && error === null && <p className="quiet">{waiting({ act, charged })}</p>}
        {charge !== null && <Lines act={act} charge={charge} />}
      </div>
    </Form.Item>
  );
}
