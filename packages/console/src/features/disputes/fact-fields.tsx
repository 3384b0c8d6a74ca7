import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import {
  DISPUTE_KIND_NAMES,
  DISPUTE_KINDS,
  DISPUTE_ROLE_NAMES,
  DISPUTE_ROLES,
  DISPUTED_ACT_NAMES,
  DISPUTED_ACTS,
} from '@zhaoshi/domain/dispute/dispute';
import { Button, Checkbox, Form, type FormInstance, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../app/use-route.ts';
import { required } from '../../ui/required.ts';
import { DayInput } from './day-input.tsx';
import type { FactValues } from './dispute-values.ts';

const KINDS = DISPUTE_KIND_NAMES.map((value) => ({ value, label: DISPUTE_KINDS[value] }));
const ROLES = DISPUTE_ROLE_NAMES.map((value) => ({ value, label: DISPUTE_ROLES[value] }));
const ACTS = DISPUTED_ACT_NAMES.map((value) => ({ value, label: DISPUTED_ACTS[value] }));

interface Props {
  readonly organId: string;
  readonly form: FormInstance;
}

/** What the register of applications has under a number, and what that means here. */
function FoundApplication({ organId, form }: Props): ReactNode {
  const number: unknown = Form.useWatch('registrationNumber', form);
  const q = typeof number === 'string' ? number.trim() : '';
  const { data } = useRead(
    applicationRoutes.search,
    { body: { organId, q, limit: 5 } },
    { enabled: q.length > 3 },
  );
  if (q.length <= 3 || data === undefined) return null;
  const found = data.items.find(({ registrationNumber }) => registrationNumber === q);
  if (found === undefined) return <p className="quiet">本机关的登记簿里还没有找到这个登记号。</p>;
  const outcome = found.outcome === null ? '还没有答复' : OUTCOMES[found.outcome].title;
  return (
    <div className="quiet">
      <p>
        {found.applicant}：{found.summary}；{outcome}。
      </p>
      <FillIn form={form} regionId={found.regionId} applicationId={found.applicationId} />
    </div>
  );
}

interface FillInProps extends Pick<Props, 'form'> {
  readonly regionId: string;
  readonly applicationId: string;
}

/** Takes the act and its days over from the file: the date of the letter, and the day on which it came. */
function FillIn({ form, regionId, applicationId }: FillInProps): ReactNode {
  const { data } = useRead(disputeRoutes.ofApplication, { params: { regionId, applicationId } });
  if (data === undefined) return null;
  const { act, actOn, knownOn, words } = data.contested;
  return (
    <p>
      <Button
        size="small"
        onClick={() =>
          form.setFieldsValue({
            act,
            actOn: actOn ?? '',
            knownOn: knownOn ?? '',
          } satisfies Partial<FactValues>)
        }
      >
        按这件申请的结果填写
      </Button>{' '}
      {words}
    </p>
  );
}

/** The reconsideration that a suit follows, out of the organ's own. */
function Preceding({ organId }: Pick<Props, 'organId'>): ReactNode {
  const { data } = useRead(disputeRoutes.list, {
    query: { organId, kind: 'reconsideration' as const, limit: 100 },
  });
  const options = data?.items.map(({ disputeId, number, maskedParty }) => ({
    value: disputeId,
    label: `${number} ${maskedParty}`,
  }));
  return (
    <Form.Item name="precedingId" label="先经的复议（没有登记的留空）">
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options ?? []} />
    </Form.Item>
  );
}

/** What kind of case it is, about what, and against whom. */
export function FactFields({ organId, form }: Props): ReactNode {
  const kind: unknown = Form.useWatch('kind', form);
  const act: unknown = Form.useWatch('act', form);
  const isAfterReconsideration = kind === 'litigationAfterReconsideration';
  return (
    <>
      <Form.Item name="kind" label="类别">
        <Select options={KINDS} />
      </Form.Item>
      {isAfterReconsideration && (
        <>
          <Form.Item
            name="role"
            label="本机关的地位"
            extra="只因维持了别的机关的行为而作共同被告的，由作出原行为的机关计，不计入本机关的表四。"
          >
            <Select options={ROLES} />
          </Form.Item>
          <Preceding organId={organId} />
        </>
      )}
      <Form.Item name="registrationNumber" label="申请登记号（平台启用以前的申请，或者与申请无关的，留空）">
        <Input maxLength={40} autoComplete="off" placeholder="如：20260012" />
      </Form.Item>
      <FoundApplication organId={organId} form={form} />
      <Form.Item name="act" label="争议的行为">
        <Select options={ACTS} />
      </Form.Item>
      {act === 'proactive' && (
        <Form.Item
          name="indexNumber"
          label="公开信息的索引号（平台启用以前公开的、没有公开的，留空）"
          extra="在信息公开页面或者文件的基本信息里。"
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {act !== 'silence' && (
        <Form.Item name="actOn" label="行为作出日期（不清楚的留空）">
          <DayInput />
        </Form.Item>
      )}
      <Form.Item
        name="knownOn"
        label={
          act === 'silence' ? '答复期限届满的日期' : '对方知道这一行为的日期（如答复送达之日；不清楚的留空）'
        }
        extra="对方申请复议60日、直接起诉6个月从这一天起算。"
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="isUntold"
        valuePropName="checked"
        hidden={act === 'silence'}
        extra="没有告知的，对方申请复议、起诉的期限最长为知道这一行为起一年（行政复议法第二十条第三款；法释〔2018〕1号第六十四条）。"
      >
        <Checkbox>答复没有告知复议、诉讼的权利、机关或者期限</Checkbox>
      </Form.Item>
      <Form.Item
        name="party"
        label="对方当事人"
        rules={required('请填写对方当事人')}
        extra="加密保存，列表里只显示姓。几个人的，写其中一人加“等”。"
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="isPerson" valuePropName="checked">
        <Checkbox>是自然人</Checkbox>
      </Form.Item>
      <Form.Item name="note" label="备注（可以不填，加密保存）">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}
