import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { DUE_STATES } from '@zhaoshi/domain/village/due-items';
import { itemsOn, type VillageItem } from '@zhaoshi/domain/village/village-items';
import {
  isPeriodOf,
  periodsUpTo,
  periodWords,
  type VillagePeriod,
} from '@zhaoshi/domain/village/village-period';
import { Form, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { dueOf } from './due-of.ts';
import type { VillageDesk } from './kept-desk.ts';

/** A year back is offered; our own choice, what is older has its own address. */
const OFFERED = { month: 12, quarter: 4 } as const;

interface Props {
  readonly desk: VillageDesk;
  readonly item: VillageItem;
  readonly period: VillagePeriod;
  readonly today: CivilDate;
  readonly onChange: (period: VillagePeriod) => void;
}

/** The months or quarters of which an item may be posted, with how each stands. */
function optionsOf({ desk, item, period }: Props, frequency: 'month' | 'quarter') {
  const due = dueOf(desk).filter((one) => one.item === item);
  const offered = periodsUpTo(frequency, due.at(-1)?.period ?? period, OFFERED[frequency]);
  const all = offered.some(({ from }) => from === period.from) ? offered : [...offered, period];
  return all
    .filter(({ to }) => itemsOn(to).includes(item))
    .map((one) => {
      const state = due.find((row) => row.period.from === one.from && row.period.to === one.to)?.state;
      const words = periodWords(one);
      return {
        value: one.from,
        label: state === undefined ? words : `${words}（${DUE_STATES[state]}）`,
        one,
      };
    });
}

/** The month, the quarter or the day that a post is about: what comes late counts for it, not for the day of posting. */
export function PeriodField(props: Props): ReactNode {
  const fieldId = useId();
  const { item, period, today, onChange } = props;
  if (item === 'important')
    return (
      <Form.Item label="哪一天的事项" htmlFor={fieldId} layout="vertical">
        <Input
          id={fieldId}
          type="date"
          max={today}
          value={period.from}
          onChange={({ target }) => {
            const day = parseCivilDate(target.value);
            if (day !== undefined && day <= today) onChange({ from: day, to: day });
          }}
        />
      </Form.Item>
    );
  const frequency = isPeriodOf('month', period) ? 'month' : 'quarter';
  const options = optionsOf(props, frequency);
  return (
    <Form.Item
      label={frequency === 'month' ? '公布哪个月的' : '公布哪个季度的'}
      htmlFor={fieldId}
      layout="vertical"
    >
      <Select
        id={fieldId}
        options={options}
        value={period.from}
        onChange={(from) => {
          const chosen = options.find(({ value }) => value === from);
          if (chosen !== undefined) onChange(chosen.one);
        }}
      />
    </Form.Item>
  );
}
