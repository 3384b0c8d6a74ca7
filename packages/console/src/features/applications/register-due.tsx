import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DaysLeft } from './pieces/days-left.tsx';
import { DerivationDialog, DerivationTable, Provisional, REPLY_LAW } from './pieces/derivation.tsx';
import type { RegisterRow } from './shown-application.ts';

/** How a row's last day came about; read only when somebody asks. */
function RowDerivation({ row }: { readonly row: RegisterRow }): ReactNode {
  const { regionId, applicationId } = row;
  const { data, error } = useRead(applicationRoutes.read, { params: { regionId, applicationId } });
  if (data?.applicationId !== applicationId) {
    return error === null ? <Loading /> : <ProblemAlert error={error} />;
  }
  const { due } = data.dates;
  return due === null ? (
    <p>这件申请的期限现在没有在计算。</p>
  ) : (
    <DerivationTable derived={due} law={REPLY_LAW} />
  );
}

/** The last day to reply of a row, with how near it is; pressed, it says how it was counted. */
export function RegisterDue({ row }: { readonly row: RegisterRow }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { registrationNumber, dueOn, isProvisional, light } = row;
  return (
    <>
      <DaysLeft row={row} />
      {dueOn !== null && light !== null && (
        <span className="under">
          <Button
            type="link"
            size="small"
            className="derived figures"
            aria-label={`${registrationNumber}号的期限${shownDate(dueOn)}，查看推算`}
            onClick={() => setOpen(true)}
          >
            {shownDate(dueOn)}
          </Button>
          {isProvisional && <Provisional />}
        </span>
      )}
      {isOpen && (
        <DerivationDialog title={`${registrationNumber}号的答复期限`} onClose={() => setOpen(false)}>
          <RowDerivation row={row} />
        </DerivationDialog>
      )}
    </>
  );
}
