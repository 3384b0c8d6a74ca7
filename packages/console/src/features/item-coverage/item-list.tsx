import { Link } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { coverageRoutes } from '@zhaoshi/contract/routes/coverage';
import { COVERAGE_WORDS, type CoverageState } from '@zhaoshi/domain/disclosure/item-catalog/coverage';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import type { StatedSubject } from './statement-dialog.tsx';

export type ShownCoverage = RouteOutput<typeof coverageRoutes.ofOrgan>;
type Item = ShownCoverage['items'][number];
type Statement = NonNullable<Item['statement']>;

const COLORS: Readonly<Record<CoverageState, string>> = {
  overdue: 'error',
  gap: 'warning',
  published: 'success',
  stated: 'default',
  notValid: 'default',
  onApplication: 'default',
};

interface TakeBackProps {
  readonly shown: ShownCoverage;
  readonly statement: Statement;
}

/** What the organ stated, and how it is taken back. */
export function StatementNote({ shown, statement }: TakeBackProps): ReactNode {
  const takeBack = useChange(coverageRoutes.takeBack, { also: ['desk'] });
  const { regionId, organId, abilities } = shown;
  const params = { regionId, organId, statementId: statement.statementId };
  return (
    <>
      <small className="quiet">
        {statement.statedBy}于{shownDate(statement.statedAt.slice(0, 10))}说明本年度没有产生。理由：
        {statement.reason}
      </small>
      {abilities.includes('coverage.state') && (
        <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({ request: { params } })}>
          收回说明
        </Button>
      )}
    </>
  );
}

const datesWords = ({ lastPublishedOn, overdueSince, overdueDocuments, nextDueOn }: Item): string =>
  [
    lastPublishedOn === null ? '还没有公开过' : `最近一次公开：${shownDate(lastPublishedOn)}`,
    ...(overdueSince.length > 0 ? [`已过的到期日：${overdueSince.map(shownDate).join('、')}`] : []),
    ...(overdueDocuments > 0 ? [`${overdueDocuments} 件文件逾期未公开`] : []),
    ...(nextDueOn === null ? [] : [`下一次到期：${shownDate(nextDueOn)}`]),
  ].join('；');

function Row({ item, shown, onState }: Omit<Props, 'state'> & { readonly item: Item }): ReactNode {
  const { regionId, organId, abilities } = shown;
  const { itemId, code, title, state, publicationPeriod, isPeriodUnderstood, documents, statement } = item;
  const mayState =
    abilities.includes('coverage.state') && (state === 'gap' || state === 'overdue') && statement === null;
  return (
    <li>
      <span>
        <Link to="/catalog/$regionId/$itemId" params={{ regionId, itemId }}>
          {code} {title}
        </Link>
        <small className="quiet">
          公开时限：{publicationPeriod}
          {isPeriodUnderstood ? '' : '（不能识别，不计算到期日）'}
        </small>
        <small className="quiet">{datesWords(item)}</small>
        {documents > 0 && (
          <small>
            <Link to="/documents" search={{ organId, catalogItemId: itemId }}>
              {documents} 件文件
            </Link>
          </small>
        )}
        {statement !== null && <StatementNote shown={shown} statement={statement} />}
      </span>
      <span className="actions">
        <Tag color={COLORS[state]}>{COVERAGE_WORDS[state]}</Tag>
        {mayState && (
          <Button onClick={() => onState({ title, about: { itemId } })} aria-label={`说明没有产生：${title}`}>
            说明没有产生
          </Button>
        )}
      </span>
    </li>
  );
}

interface Props {
  readonly shown: ShownCoverage;
  readonly state: CoverageState | undefined;
  readonly onState: (subject: StatedSubject) => void;
}

/** The items of the standard catalogue that the organ has to publish. */
export function ItemList({ shown, state, onState }: Props): ReactNode {
  const items = shown.items.filter((item) => state === undefined || item.state === state);
  if (items.length === 0) {
    return (
      <p className="quiet">
        {shown.items.length === 0 ? '标准目录里还没有由本机关公开的事项。' : '没有这个状态的事项。'}
      </p>
    );
  }
  return (
    <ul className="rows">
      {items.map((item) => (
        <Row key={item.itemId} item={item} shown={shown} onState={onState} />
      ))}
    </ul>
  );
}
