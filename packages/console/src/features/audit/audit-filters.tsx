import { AUDIT_EVENTS, type AuditEvent } from '@zhaoshi/domain/permission/audit-events';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { ActorPicker } from './actor-picker.tsx';

/** What the list of the trail is narrowed to. */
export interface AuditFilter {
  readonly event?: AuditEvent | undefined;
  /** An account's id. */
  readonly actor?: string | undefined;
  readonly organ?: PickedOrgan | undefined;
  /** `<thing>/<id>`, chosen from an entry. */
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const EVENT_OPTIONS = Object.entries(AUDIT_EVENTS).map(([value, label]) => ({ value, label }));

const DAYS = [
  { name: 'from', label: '起始日期' },
  { name: 'to', label: '截止日期' },
] as const;

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** By what was done, by whom, for which organ, to what, and when. */
export function AuditFilters({ filter, onChange }: Props): ReactNode {
  const { subject } = filter;
  return (
    <>
      <Form layout="inline" className="filters" aria-label="筛选记录">
        <ChoiceFilter
          id="audit-event"
          label="事项"
          className="picker"
          isLookedUp
          value={filter.event}
          options={EVENT_OPTIONS as { value: AuditEvent; label: string }[]}
          onChange={(event) => onChange({ ...filter, event })}
        />
        <Form.Item label="操作人" htmlFor="audit-actor">
          <ActorPicker
            id="audit-actor"
            value={filter.actor}
            onChange={(actor) => onChange({ ...filter, actor })}
          />
        </Form.Item>
        <Form.Item label="机关" htmlFor="audit-organ">
          <OrganPicker
            id="audit-organ"
            needs="audit.read"
            allowClear
            placeholder="全部，选一个时含其下级"
            value={filter.organ ?? null}
            onChange={(organ) => onChange({ ...filter, organ: organ ?? undefined })}
          />
        </Form.Item>
        {DAYS.map(({ name, label }) => (
          <Form.Item key={name} label={label} htmlFor={`audit-${name}`}>
            <Input
              id={`audit-${name}`}
              type="date"
              value={filter[name] ?? ''}
              onChange={({ target }) =>
                onChange({ ...filter, [name]: target.value === '' ? undefined : target.value })
              }
            />
          </Form.Item>
        ))}
      </Form>
      {subject !== undefined && (
        <p role="status">
          只看这个对象的记录：<code>{subject}</code>{' '}
          <Button size="small" onClick={() => onChange({ ...filter, subject: undefined })}>
            看全部
          </Button>
        </p>
      )}
    </>
  );
}
