import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { ReportActType } from '@zhaoshi/domain/annual-report/work/report-act';
import { REPORT_TRANSITIONS } from '@zhaoshi/domain/annual-report/work/report-transitions';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { asProblem } from '../../app/problem.ts';
import { useChange } from '../../app/use-route.ts';
import { SecondFactorDialog } from '../../ui/second-factor-dialog.tsx';
import type { ShownReport } from './shown-report.ts';
import { paramsOf } from './use-report-form.ts';

type OwnBody = RouteRequest<typeof annualReportRoutes.act>['body'];
type ReceiverBody = RouteRequest<typeof annualReportRoutes.receive>['body'];
type Texts = Readonly<Record<string, string>>;

/** What is marked when a report goes back. */
interface Marks {
  readonly cells: readonly string[];
  readonly passages: readonly string[];
}

/** The call that an act makes: by those who write the report, or by the department that receives it. */
type Sending =
  | { readonly door: 'own'; readonly body: OwnBody }
  | { readonly door: 'receiver'; readonly body: ReceiverBody };

/** What is sent for an act on what is on the screen; `null` for one that has another door. */
export function sendingOf(
  type: ReportActType,
  texts: Texts,
  { shown, marks: { cells, passages } }: { readonly shown: ShownReport; readonly marks: Marks },
): Sending | null {
  const sha256 = shown.frozenSha256 ?? '';
  switch (type) {
    case 'enterFile':
      return null;
    case 'returnForMending':
      return {
        door: 'receiver',
        body: { act: { type, cells: [...cells], passages: [...passages] }, texts: { ...texts } },
      };
    case 'accept':
      return { door: 'receiver', body: { act: { type, sha256 }, texts: { ...texts } } };
    case 'publish':
      return { door: shown.isOwn ? 'own' : 'receiver', body: { act: { type, sha256 }, texts: { ...texts } } };
    case 'sign':
      return { door: 'own', body: { act: { type, sha256 }, texts: { ...texts } } };
    default:
      return { door: 'own', body: { act: { type }, texts: { ...texts } } };
  }
}

const wantsSecondFactor = (error: unknown): boolean =>
  error !== null && asProblem(error).code === 'second-factor-again';

interface Unsigned {
  readonly type: ReportActType;
  readonly sending: Sending;
  readonly version: number;
}

interface ReportActing {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly send: (type: ReportActType, sending: Sending, version: number) => void;
  /** Asks for the second factor where the act is a signature; sends the same again when it was shown. */
  readonly dialog: ReactNode;
}

/** Does an act over a version of the report. */
export function useReportAct(
  shown: ShownReport,
  { onDone }: { readonly onDone: (report: ShownReport) => void },
): ReportActing {
  const own = useChange(annualReportRoutes.act, { also: ['desk'] });
  const receiver = useChange(annualReportRoutes.receive, { also: ['desk'] });
  const { message } = App.useApp();
  const [unsigned, setUnsigned] = useState<Unsigned | null>(null);
  const params = paramsOf(shown);
  const send: ReportActing['send'] = (type, sending, version) => {
    const ended = {
      onSuccess: (report: ShownReport) => {
        void message.success(`已办理：${REPORT_TRANSITIONS[type].title}`);
        onDone(report);
      },
      onError: (error: Error) => {
        if (wantsSecondFactor(error)) setUnsigned({ type, sending, version });
      },
    };
    if (sending.door === 'own') own.mutate({ request: { params, body: sending.body }, version }, ended);
    else receiver.mutate({ request: { params, body: sending.body }, version }, ended);
  };
  const error = own.error ?? receiver.error;
  return {
    error: wantsSecondFactor(error) ? null : error,
    isPending: own.isPending || receiver.isPending,
    send,
    dialog: unsigned !== null && (
      <SecondFactorDialog
        what={REPORT_TRANSITIONS[unsigned.type].title}
        onConfirmed={() => {
          setUnsigned(null);
          send(unsigned.type, unsigned.sending, unsigned.version);
        }}
        onCancel={() => setUnsigned(null)}
      />
    ),
  };
}
