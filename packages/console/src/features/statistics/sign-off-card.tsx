import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { figureWords } from '@zhaoshi/domain/statistics/figure';
import { STATISTIC_KINDS } from '@zhaoshi/domain/statistics/statistic-kinds';
import { App, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownFigure, ShownYear } from './figures.ts';

const nameOf = ({ kind, month, unit }: ShownFigure): string =>
  `${month}月${STATISTIC_KINDS[kind].title}${unit === '' ? '' : `（${unit}）`}`;

const valueOf = ({ kind, latest, counted }: ShownFigure): string => {
  const now = latest.figure === null ? '撤销' : figureWords(kind, latest.figure);
  return counted === null ? now : `${figureWords(kind, counted)} 更正为 ${now}`;
};

interface RowProps {
  readonly figure: ShownFigure;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function Row({ figure, isChosen, onChange }: RowProps): ReactNode {
  const { latest, hindrances } = figure;
  const isHindered = hindrances.length > 0;
  return (
    <li>
      <span>
        <Checkbox
          checked={isChosen && !isHindered}
          disabled={isHindered}
          onChange={({ target }) => onChange(target.checked)}
        >
          {nameOf(figure)}：<strong>{valueOf(figure)}</strong>
        </Checkbox>
        <small className="quiet">
          {latest.enteredBy}填报{latest.source === '' ? '' : `，来源：${latest.source}`}
          {latest.reason === '' ? '' : `，更正理由：${latest.reason}`}
        </small>
        {isHindered && <small className="quiet">{hindrances.join('')}</small>}
      </span>
    </li>
  );
}

/** Figures that nobody has signed off yet, all of which a second person can sign at once. */
export function SignOffCard({ shown }: { readonly shown: ShownYear }): ReactNode {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const signOff = useChange(statisticsRoutes.signOff, { also: ['desk'] });
  const waiting = shown.entries.filter(({ state }) => state === 'draft' || state === 'correcting');
  if (waiting.length === 0) return null;
  const ready = waiting.filter(({ hindrances }) => hindrances.length === 0);
  const picked = ready.filter(({ entryId }) => chosen.has(entryId));
  const { regionId, organId, year } = shown;
  const submit = (): void => {
    const figures = picked.map(({ entryId, latest }) => ({ entryId, version: latest.version }));
    signOff.mutate(
      { request: { params: { regionId, organId }, body: { year, figures } } },
      {
        onSuccess: ({ signed }) => {
          setChosen(new Set());
          void message.success(`已签核 ${signed} 个数字`);
        },
      },
    );
  };
  const toggle = (entryId: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(entryId);
    else next.delete(entryId);
    setChosen(next);
  };
  const isAll = ready.length > 0 && picked.length === ready.length;
  return (
    <section className="card" aria-labelledby="sign-off">
      <div className="card-head">
        <h2 id="sign-off">待签核 {waiting.length} 个</h2>
        <div className="actions">
          <Checkbox
            checked={isAll}
            disabled={ready.length === 0}
            indeterminate={picked.length > 0 && !isAll}
            onChange={({ target }) =>
              setChosen(new Set(target.checked ? ready.map(({ entryId }) => entryId) : []))
            }
          >
            全选
          </Checkbox>
          <AbilityButton
            type="primary"
            needs="statistics.signOff"
            abilities={shown.abilities}
            hindrance={picked.length === 0 ? '请先勾选要签核的数字。' : undefined}
            loading={signOff.isPending}
            onClick={submit}
          >
            签核所选{picked.length > 0 && ` ${picked.length} 个`}
          </AbilityButton>
        </div>
      </div>
      <ProblemAlert error={signOff.error} />
      <ul className="rows">
        {waiting.map((figure) => (
          <Row
            key={figure.entryId}
            figure={figure}
            isChosen={chosen.has(figure.entryId)}
            onChange={(isChosen) => toggle(figure.entryId, isChosen)}
          />
        ))}
      </ul>
    </section>
  );
}
