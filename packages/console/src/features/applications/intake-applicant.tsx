import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { applicationIntakeRoutes } from '@zhaoshi/contract/routes/application-intake';
import { APPLICANT_KINDS } from '@zhaoshi/domain/annual-report/ids';
import {
  type ApplicantField,
  applicantFields,
  applicantKindName,
} from '@zhaoshi/domain/application/applicant';
import { IDENTITY_TYPES } from '@zhaoshi/domain/application/application-form';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { Alert, Checkbox, Form, Input, Radio, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { applicantNotes, applicantOf, type IntakeValues } from './intake-values.ts';

const PAUSE_MS = 400;

const LONGEST: Readonly<Record<ApplicantField, number>> = {
  name: 100,
  identityType: 40,
  identityNumber: 40,
  creditCode: 40,
  legalRepresentative: 50,
  contactPerson: 50,
  address: 200,
  postcode: 10,
  phone: 40,
  fax: 40,
  email: 100,
};

const TYPE_OPTIONS = Object.entries(IDENTITY_TYPES).map(([value, label]) => ({ value, label }));

interface Props {
  readonly values: IntakeValues;
}

type Match = RouteOutput<typeof applicationIntakeRoutes.findApplicant>['matches'][number];

function EarlierApplicant({
  match,
  regionId,
}: {
  readonly match: Match;
  readonly regionId: string;
}): ReactNode {
  const { name, by, cases, open, last } = match;
  const { applicationId, registrationNumber, summary, status } = last;
  return (
    <Alert
      className="problem linked"
      type="info"
      showIcon
      role="status"
      title={`${name}在本机关已有 ${cases} 件申请${open > 0 ? `，其中 ${open} 件在办` : ''}`}
      description={
        <p>
          按{by === 'identity' ? '证件号码（代码）' : '姓名（名称）和电话'}认定为同一申请人。最近一件：
          <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId }}>
            {registrationNumber}
          </Link>
          “{summary}”（{STATUSES[status]}
          ）。内容相同的，登记后可以关联为重复申请（条例第三十六条第（六）项）。
        </p>
      }
    />
  );
}

/** Whether the organ has had the same applicant before: asked when what names them is typed. */
function EarlierCases({ values }: Props): ReactNode {
  const { organ } = useSession();
  const { name, identityNumber, creditCode, phone } = applicantOf(values);
  const typed = JSON.stringify({
    name: name === '' ? null : name,
    identityNumber: identityNumber ?? creditCode,
    phone,
  });
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const body = JSON.parse(asked) as Readonly<Record<'name' | 'identityNumber' | 'phone', string | null>>;
  const isEnough = body.identityNumber !== null || (body.name !== null && body.phone !== null);
  const { data, isPlaceholderData } = useRead(
    applicationIntakeRoutes.findApplicant,
    { params: { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' }, body },
    { enabled: organ !== null && isEnough },
  );
  if (!isEnough || isPlaceholderData || organ === null) return null;
  return (data?.matches ?? []).map((match) => (
    <EarlierApplicant key={match.last.applicationId} match={match} regionId={organ.regionId} />
  ));
}

function Field({
  field,
  label,
  warning,
}: {
  readonly field: ApplicantField;
  readonly label: string;
  readonly warning: string | undefined;
}): ReactNode {
  const isName = field === 'name';
  return (
    <Form.Item
      name={['form', 'applicant', field]}
      label={label}
      rules={isName ? [{ required: true, whitespace: true, message: `请填写${label}` }] : []}
      {...(warning !== undefined && { extra: <span className="doubt">{warning}</span> })}
    >
      {field === 'identityType' ? (
        <Select options={TYPE_OPTIONS} />
      ) : (
        <Input
          maxLength={LONGEST[field]}
          autoComplete="off"
          {...(field === 'email' && { inputMode: 'email' as const })}
          {...((field === 'phone' || field === 'fax') && { inputMode: 'tel' as const })}
        />
      )}
    </Form.Item>
  );
}

function AgentFields(): ReactNode {
  return (
    <fieldset className="part">
      <legend>代理人</legend>
      <div className="form-columns">
        <Form.Item
          name={['form', 'agent', 'name']}
          label="代理人姓名"
          rules={[{ required: true, whitespace: true, message: '请填写代理人姓名' }]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['form', 'agent', 'identityNumber']} label="代理人证件号码">
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['form', 'agent', 'phone']} label="代理人电话">
          <Input maxLength={40} autoComplete="off" inputMode="tel" />
        </Form.Item>
      </div>
      <p className="quiet">代理人应当有申请人签名的授权委托书，请核对委托事项和双方的身份。</p>
    </fieldset>
  );
}

/** Who applies: the fields of the kind and no others (条例29). */
export function IntakeApplicant({ values }: Props): ReactNode {
  const kind = values.form?.applicant?.kind ?? 'naturalPerson';
  const { missing, warnings } = applicantNotes(values);
  const isBegun = (values.form?.applicant?.name ?? '').trim() !== '';
  return (
    <section className="card" aria-labelledby="intake-applicant">
      <h2 id="intake-applicant">二、申请人</h2>
      <Form.Item name={['form', 'applicant', 'kind']} label="申请人类别">
        <Radio.Group
          className="choices"
          options={APPLICANT_KINDS.map((value) => ({ value, label: applicantKindName(value) }))}
        />
      </Form.Item>
      <div className="form-columns">
        {applicantFields(kind).map(({ field, label }) => (
          <Field
            key={field}
            field={field}
            label={label}
            warning={warnings.find((note) => note.field === field)?.message}
          />
        ))}
      </div>
      {isBegun && missing.length > 0 && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title="要件不全，可以先登记"
          description={
            <p>
              {missing.map(({ message }) => message).join('')}
              登记后在七个工作日内一次性告知补正（条例第三十条）。
            </p>
          }
        />
      )}
      <EarlierCases values={values} />
      <Form.Item name="hasAgent" valuePropName="checked">
        <Checkbox>由代理人提出</Checkbox>
      </Form.Item>
      {values.hasAgent === true && <AgentFields />}
    </section>
  );
}
