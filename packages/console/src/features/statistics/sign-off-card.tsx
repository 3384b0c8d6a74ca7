import { statisticsRoutes } from '@zhaoshi/contract/routes/statistics';
import { figureWords } from '@zhaoshi/domain/statistics/figure';
import { App, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { figureName, type ShownFigure, type ShownYear } from './figures.ts';

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
  const { latest, hindrances, returnHindrances } = figure;
  // What cannot be signed off can mostly be sent back.
  const isHindered = hindrances.length > 0 && returnHindrances.length > 0;
  return (
    <li>
      <span>
        <Checkbox
          checked={isChosen && !isHindered}
          disabled={isHindered}
          onChange={({ target }) => onChange(target.checked)}
        >
          {figureName(figure)}：<strong>{valueOf(figure)}</strong>
        </Checkbox>
        <small className="quiet">
          {latest.enteredBy}填报{latest.source === '' ? '' : `，来源：${latest.source}`}
          {latest.reason === '' ? '' : `，更正理由：${latest.reason}`}
        </small>
        {hindrances.length > 0 && <small className="quiet">{hindrances.join('')}</small>}
      </span>
    </li>
  );
}

/** Why the choice cannot be taken; `undefined` when it can. */
function hindranceOf(
  picked: readonly ShownFigure[],
  which: 'hindrances' | 'returnHindrances',
  none: string,
): string | undefined {
  if (picked.length === 0) return none;
  return picked.flatMap((figure) => figure[which])[0];
}

/** Figures that nobody has signed off yet; a second person signs all of them at once, or sends them back with why. */
export function SignOffCard({ shown }: { readonly shown: ShownYear }): ReactNode {
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isReturning, setReturning] = useState(false);
  const signOff = useChange(statisticsRoutes.signOff, { also: ['desk'] });
  const sendBack = useChange(statisticsRoutes.return, { also: ['desk'] });
  const waiting = shown.entries.filter(({ state }) => state === 'draft' || state === 'correcting');
  if (waiting.length === 0) return null;
  const ready = waiting.filter(({ hindrances }) => hindrances.length === 0);
  const picked = waiting.filter(({ entryId }) => chosen.has(entryId));
  const { regionId, organId, year } = shown;
  const figures = picked.map(({ entryId, latest }) => ({ entryId, version: latest.version }));
  const submit = (): void => {
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
  const submitReturn = ({ reason }: { readonly reason: string }): void => {
    sendBack.mutate(
      { request: { params: { regionId, organId }, body: { year, figures, reason } } },
      {
        onSuccess: ({ returned }) => {
          setChosen(new Set());
          setReturning(false);
          void message.success(`已退回 ${returned} 个数字`);
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
  const isAll = ready.length > 0 && ready.every(({ entryId }) => chosen.has(entryId));
  const count = picked.length > 0 && ` ${picked.length} 个`;
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
            hindrance={hindranceOf(picked, 'hindrances', '请先勾选要签核的数字。')}
            loading={signOff.isPending}
            onClick={submit}
          >
            签核所选{count}
          </AbilityButton>
          <AbilityButton
            needs="statistics.signOff"
            abilities={shown.abilities}
            hindrance={hindranceOf(picked, 'returnHindrances', '请先勾选要退回的数字。')}
            onClick={() => setReturning(true)}
          >
            退回所选{count}
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
      {isReturning && (
        <ReasonDialog
          title={`退回 ${picked.length} 个数字`}
          verb="退回"
          words="填报人会看到理由，修改后再由您或者其他人签核。更正被退回的，合计仍按原来签核的数字。"
          example="如：与处罚台账不符，请核对 3 月的件数"
          change={sendBack}
          onSubmit={submitReturn}
          onClose={() => setReturning(false)}
        />
      )}
    </section>
  );
}
