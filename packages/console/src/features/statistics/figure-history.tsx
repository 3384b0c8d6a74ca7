import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { figureWords } from '@zhaoshi/domain/statistics/figure';
import type { StatisticKind } from '@zhaoshi/domain/statistics/statistic-kinds';
import type { ReactNode } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

type Ended = Pick<
  RouteOutput<typeof statisticsRoutes.history>['versions'][number],
  'signedBy' | 'signedAt' | 'returnedBy' | 'returnedAt' | 'returnReason'
>;

interface Props {
  readonly regionId: string;
  readonly entryId: string;
  readonly kind: StatisticKind;
}

/** What became of a version. */
function endWords({ signedBy, signedAt, returnedBy, returnedAt, returnReason }: Ended): string {
  if (signedBy !== null && signedAt !== null) return `${signedBy}于${shownMoment(signedAt)}签核`;
  return returnedBy !== null && returnedAt !== null
    ? `${returnedBy}于${shownMoment(returnedAt)}退回：${returnReason}`
    : '还没有签核';
}

/** Everything that was entered, signed off and sent back for a figure, the last first. */
export function FigureHistory({ regionId, entryId, kind }: Props): ReactNode {
  const { data, error } = useRead(statisticsRoutes.history, { params: { regionId, entryId } });
  if (data === undefined) return error === null ? <Loading /> : <ProblemAlert error={error} />;
  return (
    <>
      <h3>填报、签核和退回经过</h3>
      <ol className="rows">
        {data.versions.map(({ version, figure, source, reason, enteredBy, enteredAt, ...ended }) => (
          <li key={version}>
            <span>
              <strong>{figure === null ? '撤销' : figureWords(kind, figure)}</strong>
              <small className="quiet">
                {enteredBy}于{shownMoment(enteredAt)}填报
                {source === '' ? '，没有写明来源' : `，来源：${source}`}
              </small>
              {reason !== '' && <small className="quiet">更正理由：{reason}</small>}
              <small className="quiet">{endWords(ended)}</small>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
