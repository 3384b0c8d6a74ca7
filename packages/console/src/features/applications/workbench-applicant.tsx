import { TABLE_THREE_COLUMN_NAMES } from '@zhaoshi/domain/annual-report/ids';
import { identityTypeTitle, SUPPLY_FORMS, SUPPLY_WAYS } from '@zhaoshi/domain/application/application-form';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { Fact } from './pieces/fact.tsx';
import type { ShownCase } from './shown-application.ts';

type Form = NonNullable<ShownCase['form']>;

const rowsOf = ({ applicant, agent }: Form): readonly (readonly [label: string, value: string | null])[] => [
  ['姓名（名称）', applicant.name],
  ['证件类型', identityTypeTitle(applicant.identityType)],
  ['证件号码', applicant.identityNumber],
  ['统一社会信用代码', applicant.creditCode],
  ['法定代表人', applicant.legalRepresentative],
  ['联系人', applicant.contactPerson],
  ['联系电话', applicant.phone],
  ['通信地址', applicant.address],
  ['邮政编码', applicant.postcode],
  ['传真', applicant.fax],
  ['电子邮箱', applicant.email],
  ['代理人', agent?.name ?? null],
  ['代理人证件号码', agent?.identityNumber ?? null],
  ['代理人电话', agent?.phone ?? null],
];

function ApplicantFacts({ form, id }: { readonly form: Form; readonly id: string }): ReactNode {
  return (
    <dl className="facts" id={id}>
      {rowsOf(form).map(
        ([label, value]) =>
          value !== null && (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ),
      )}
    </dl>
  );
}

/** How and when the application came, and on which rule its day of receipt rests. */
function Arrival({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { channel, receiptDate, receiptRule, sentOn, arrivedOn, isMisaddressed } = shown;
  return (
    <dl className="facts">
      <Fact label="收到申请之日">
        {receiptDate === null ? '待双方确认' : shownDate(receiptDate)}
        <span className="quiet">{receiptRule}</span>
      </Fact>
      <Fact label="提交方式">
        {INTAKE_CHANNELS[channel].title}
        {isMisaddressed && <span className="quiet">寄给了其他内设机构或者个人</span>}
        {sentOn !== null && <span className="quiet">{shownDate(sentOn)}发出</span>}
        {arrivedOn !== null && arrivedOn !== receiptDate && (
          <span className="quiet">{shownDate(arrivedOn)}到达</span>
        )}
      </Fact>
    </dl>
  );
}

/** Who applies, hidden until asked for, what was asked in which form, and how it came. */
export function ApplicantCard({ shown }: { readonly shown: ShownCase }): ReactNode {
  const { form, applicant, applicantKind, summary } = shown;
  const [isOpen, setOpen] = useState(false);
  const factsId = useId();
  return (
    <section className="card" aria-labelledby={`${factsId}-heading`}>
      <h2 id={`${factsId}-heading`}>申请人和申请内容</h2>
      <p className="applicant-line">
        <b>{applicant}</b>
        <span className="quiet">{TABLE_THREE_COLUMN_NAMES[applicantKind]}</span>
        {form === null ? (
          <span className="quiet">您没有查看申请人信息的权限。</span>
        ) : (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-controls={factsId}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '隐藏申请人信息' : '显示申请人信息'}
          </Button>
        )}
      </p>
      {form !== null && isOpen && <ApplicantFacts form={form} id={factsId} />}
      <h3>申请公开的内容</h3>
      <p className="kept">{form?.description ?? summary}</p>
      {form !== null && (
        <p className="quiet">
          要求的形式：{SUPPLY_FORMS[form.supplyForm]}；获取方式：{SUPPLY_WAYS[form.supplyWay]}；
          {form.acceptsOtherWay ? '无法按此提供时可接受其他方式' : '不接受其他方式'}
          {form.helpNeeded !== null && `；需要帮助：${form.helpNeeded}`}。
        </p>
      )}
      <h3>收件</h3>
      <Arrival shown={shown} />
    </section>
  );
}
