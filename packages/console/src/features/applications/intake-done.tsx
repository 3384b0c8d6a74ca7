import { Link } from '@tanstack/react-router';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { provisionalWords } from '@zhaoshi/domain/calendar/provisional-words';
import { type CivilDate, civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Registered } from './intake-form.tsx';
import type { ShownCase } from './shown-application.ts';
import '../../ui/receipt.css';

/** The organ's address and phone, as the applicant needs them. */
function Contact({ shown: { regionId, organId } }: { readonly shown: ShownCase }): ReactNode {
  const { data } = useRead(organRoutes.read, { params: { regionId, organId } });
  const { address, phone } = data?.contact ?? { address: null, phone: null };
  const parts = [address, phone === null ? null : `电话 ${phone}`].filter((part) => part !== null);
  return parts.length === 0 ? '见本机关政府信息公开指南' : parts.join('，');
}

function Facts({ shown, code }: { readonly shown: ShownCase; readonly code: string }): ReactNode {
  const { registrationNumber, form, applicant, channel, receiptDate, receiptRule, dueOn, isProvisional } =
    shown;
  return (
    <dl className="facts">
      <dt>登记号</dt>
      <dd>
        <b className="figures">{registrationNumber}</b>
      </dd>
      <dt>查询码</dt>
      <dd>
        <b className="query-code">{code}</b>
        <span className="quiet">在公开网站凭登记号和查询码查看办理情况</span>
      </dd>
      <dt>申请人</dt>
      <dd>{form?.applicant.name ?? applicant}</dd>
      <dt>提交方式</dt>
      <dd>{INTAKE_CHANNELS[channel].title}</dd>
      <dt>登记时间</dt>
      <dd className="figures">{shownMoment(shown.enteredAt)}</dd>
      <dt>收到申请之日</dt>
      <dd>
        <span>
          {receiptDate === null ? '待双方确认' : <b className="figures">{shownDate(receiptDate)}</b>}
          <small className="under quiet">{receiptRule}。</small>
        </span>
      </dd>
      <dt>答复的最后一日</dt>
      <dd>
        {dueOn === null ? (
          '自确认之日起20个工作日内答复（条例第三十三条）'
        ) : (
          <span>
            <b className="figures">{shownDate(dueOn)}</b>
            {/* The contract has checked that the text is a day. */}
            {isProvisional && `（${provisionalWords(dueOn as CivilDate)}）`}
            <small className="under quiet">
              自收到申请之日起20个工作日内答复；补正、征求意见、延期等会使期限变动（条例第三十条至第三十三条）。
            </small>
          </span>
        )}
      </dd>
      <dt>联系方式</dt>
      <dd>
        <Contact shown={shown} />
      </dd>
    </dl>
  );
}

function Acknowledgement({ shown, code }: { readonly shown: ShownCase; readonly code: string }): ReactNode {
  return (
    <article className="acknowledgement">
      <h3>政府信息公开申请接收回执</h3>
      <Facts shown={shown} code={code} />
      <p className="acknowledgement-end">
        {shown.organName}
        <br />
        {shownDate(civilDateAt(new Date(shown.enteredAt)))}
      </p>
    </article>
  );
}

interface Props {
  readonly done: Registered;
  readonly onNext: () => void;
}

/** The application is registered: number and query code, shown this once, to be printed for the applicant. */
export function IntakeDone({ done, onNext }: Props): ReactNode {
  const { regionId, applicationId, registrationNumber, queryCode } = done;
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error } = useRead(applicationRoutes.read, { params: { regionId, applicationId } });
  useEffect(() => {
    // The form is gone, and the focus with it.
    heading.current?.focus();
  }, []);
  const shown = data?.applicationId === applicationId ? data : undefined;
  return (
    <section className="card narrow receipt-card" aria-labelledby="registered">
      <h2 id="registered" ref={heading} tabIndex={-1}>
        已登记，登记号 {registrationNumber}
      </h2>
      <p className="not-printed">
        <b>查询码只显示这一次</b>，请打印回执交给申请人，或者抄给申请人后再离开本页。
        {shown?.status === 'awaitingConfirmation' &&
          '收到申请之日还没有确认，请尽快与申请人联系，确认后在办理页面登记。'}
      </p>
      {error !== null && <ProblemAlert error={error} title="已登记，但回执没有读出来" />}
      {shown === undefined ? (
        error === null && <Loading />
      ) : (
        <Acknowledgement shown={shown} code={queryCode} />
      )}
      <p className="actions not-printed">
        <Button type="primary" onClick={() => print()}>
          打印回执
        </Button>
        <Button onClick={onNext}>登记下一件</Button>
        <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId }}>
          办理这件申请
        </Link>
      </p>
    </section>
  );
}
