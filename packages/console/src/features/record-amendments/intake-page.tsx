import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { AmendmentIntakeForm } from './intake-form.tsx';
import '../../ui/receipt.css';

type Registered = RouteOutput<typeof recordAmendmentRoutes.register>;

interface DoneProps {
  readonly done: Registered;
  readonly onNext: () => void;
}

/** Number and query code, shown this once, to be printed for the applicant. */
function IntakeDone({ done, onNext }: DoneProps): ReactNode {
  const { regionId, amendmentId, number, queryCode } = done;
  const { organ } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The form is gone, and the focus with it.
    heading.current?.focus();
  }, []);
  return (
    <section className="card narrow receipt-card" aria-labelledby="registered">
      <h2 id="registered" ref={heading} tabIndex={-1}>
        已登记，受理号 {number}
      </h2>
      <p className="not-printed">
        <b>查询码只显示这一次</b>，请打印回执交给申请人，或者抄给申请人后再离开本页。
      </p>
      <article className="acknowledgement">
        <h3>更正本人信息申请回执</h3>
        <dl className="facts">
          <dt>受理号</dt>
          <dd>
            <b className="figures">{number}</b>
          </dd>
          <dt>查询码</dt>
          <dd>
            <b className="query-code">{queryCode}</b>
            <span className="quiet">在公开网站凭受理号和查询码查看办理情况</span>
          </dd>
        </dl>
        <p className="acknowledgement-end">
          {organ?.name}
          <br />
          {shownDate(civilDateAt(new Date()))}
        </p>
      </article>
      <p className="actions not-printed">
        <Button type="primary" onClick={() => print()}>
          打印回执
        </Button>
        <Button onClick={onNext}>登记下一件</Button>
        <Link to="/record-amendments/$regionId/$amendmentId" params={{ regionId, amendmentId }}>
          办理这件申请
        </Link>
      </p>
    </section>
  );
}

/** Registers requests that came in at the counter or by post, one after the other. */
export function AmendmentIntakePage(): ReactNode {
  const [done, setDone] = useState<Registered | null>(null);
  const [begun, setBegun] = useState(1);
  return (
    <>
      <PageHeader />
      {done === null ? (
        <AmendmentIntakeForm key={begun} onRegistered={setDone} onDiscarded={() => setBegun(begun + 1)} />
      ) : (
        <IntakeDone done={done} onNext={() => setDone(null)} />
      )}
    </>
  );
}
