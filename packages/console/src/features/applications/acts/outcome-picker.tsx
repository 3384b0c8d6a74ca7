import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '@zhaoshi/domain/application/outcome';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { type InputProps, textOf } from './entered.ts';
import { OUTCOME_GROUPS, outcomeWords } from './outcome-words.ts';

/** What follows from an outcome, in a table. */
export function OutcomeFacts({ outcome }: { readonly outcome: OutcomeId }): ReactNode {
  const { rows } = outcomeWords(outcome, civilDateAt(new Date()));
  return (
    <dl className="outcome-facts">
      {rows.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

const OPTIONS = OUTCOME_GROUPS.map(({ title, outcomes }) => ({
  label: title,
  options: outcomes.map((id) => ({ value: id, label: OUTCOMES[id].title, article: OUTCOMES[id].article })),
}));

/** Picks the result from the groups of table three and shows what follows from it. */
export function OutcomePicker({ id, value, onChange }: InputProps): ReactNode {
  const chosen = OUTCOME_IDS.find((outcome) => outcome === value);
  return (
    <>
      <Select
        {...(id !== undefined && { id })}
        className="picker"
        value={chosen ?? null}
        onChange={(outcome: OutcomeId) => onChange?.(outcome)}
        options={OPTIONS}
        optionRender={({ label, data }) => (
          <span className="option">
            {label}
            {'article' in data && data.article !== '' && (
              <small className="quiet">{textOf(data.article)}</small>
            )}
          </span>
        )}
        placeholder="请选择办理结果"
        showSearch={{ optionFilterProp: 'label' }}
      />
      {chosen !== undefined && <OutcomeFacts outcome={chosen} />}
    </>
  );
}
