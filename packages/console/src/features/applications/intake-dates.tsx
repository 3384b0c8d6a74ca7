import { INTAKE_CHANNELS, type IntakeChannel } from '@zhaoshi/domain/application/intake';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { IntakeReceipt } from './intake-receipt.tsx';
import { type IntakeValues, isByPost, isHandedIn } from './intake-values.ts';

/** The portal registers by itself. */
const CHANNELS = (Object.keys(INTAKE_CHANNELS) as IntakeChannel[]).filter((channel) => channel !== 'portal');

const today = (): string => civilDateAt(new Date());

const SENT: Readonly<Partial<Record<IntakeChannel, string>>> = {
  registeredMail: '寄出日期（邮戳）',
  ordinaryMail: '寄出日期（邮戳）',
};

const CONFIRMED: Readonly<Partial<Record<IntakeChannel, string>>> = {
  ordinaryMail: '于收到当日与申请人电话确认；还没有确认的留空。',
};

function DayField({
  name,
  label,
  extra,
  isRequired = false,
}: {
  readonly name: keyof IntakeValues;
  readonly label: string;
  readonly extra?: string;
  readonly isRequired?: boolean;
}): ReactNode {
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra !== undefined && { extra })}
      rules={isRequired ? [{ required: true, message: `请填写${label}` }] : []}
    >
      <Input type="date" className="date" max={today()} />
    </Form.Item>
  );
}

interface Props {
  readonly values: IntakeValues;
  /** The channel's rule asks for a confirmation. */
  readonly awaitsConfirmation: boolean;
}

function Dates({ values, channel, awaitsConfirmation }: Props & { readonly channel: IntakeChannel }) {
  const { arrival } = INTAKE_CHANNELS[channel];
  return (
    <>
      {isByPost(channel) && (
        <Form.Item name="isMisaddressed" valuePropName="checked">
          <Checkbox>信件寄给了本机关其他内设机构或者个人，转交到工作机构</Checkbox>
        </Form.Item>
      )}
      {channel === 'oral' && (
        <p className="quiet">
          申请人书写确有困难的，由本机关代为填写，念给申请人核对，并由申请人签名、盖章或者按手印（条例第二十九条第一款）。
        </p>
      )}
      <div className="field-rows">
        {!isHandedIn(channel) && (
          <DayField name="sentOn" label={SENT[channel] ?? '发出日期'} extra="不清楚的可以不填。" />
        )}
        <DayField
          name="arrivedOn"
          label={values.isMisaddressed === true && isByPost(channel) ? '工作机构实际收到日期' : arrival}
          isRequired
        />
        {awaitsConfirmation && (
          <DayField
            name="confirmedOn"
            label="与申请人确认日期"
            extra={CONFIRMED[channel] ?? '还没有确认的留空，确认后在办理页面补登。'}
          />
        )}
        <div className="ant-form-item entered-on">
          <span>登记日期</span>
          <span className="figures">{shownDate(today())}（今天）</span>
        </div>
      </div>
    </>
  );
}

/** How and when the application came: the channel decides which day counts (条例31). */
export function IntakeDates({ values, awaitsConfirmation }: Props): ReactNode {
  const { channel } = values;
  return (
    <section className="card" aria-labelledby="intake-dates">
      <h2 id="intake-dates">一、怎样收到的</h2>
      <Form.Item
        name="channel"
        label="提交方式"
        rules={[{ required: true, message: '请选择提交方式' }]}
        extra="当面提交和邮寄是基本方式，不得拒绝。通过网站提交的由系统自动登记，不在这里填写。"
      >
        <Radio.Group
          className="choices"
          options={CHANNELS.map((value) => ({ value, label: INTAKE_CHANNELS[value].title }))}
        />
      </Form.Item>
      {channel === undefined ? (
        <p className="quiet">选择提交方式后，填写相应的日期。</p>
      ) : (
        <>
          <Dates values={values} channel={channel} awaitsConfirmation={awaitsConfirmation} />
          <IntakeReceipt values={{ ...values, channel }} />
        </>
      )}
    </section>
  );
}
