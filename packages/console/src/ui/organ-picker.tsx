import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { LEVELS } from '@zhaoshi/domain/organ/tree';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRead } from '../app/use-route.ts';
import { useSought } from './use-sought.ts';

const SHOWN = 20;

type ListedOrgan = RouteOutput<typeof organRoutes.list>['items'][number];

/** An organ that was picked, with its name, which outlives the list it was picked from. */
export interface PickedOrgan {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
}

interface Props {
  readonly id?: string;
  readonly value?: PickedOrgan | null;
  readonly onChange?: (organ: PickedOrgan | null) => void;
  /** Only organs over which the person has this right. */
  readonly needs: Permission;
  /** Which of them. */
  readonly only?: (organ: ListedOrgan) => boolean;
  readonly placeholder: string;
  readonly allowClear?: boolean;
  readonly 'aria-label'?: string;
}

/** Picks an organ within reach by a part of its name. */
export function OrganPicker({ value, onChange, needs, only, allowClear = false, ...rest }: Props): ReactNode {
  const { q: name, listOf } = useSought();
  const [opened, setOpened] = useState(false);
  const answer = useRead(organRoutes.list, { query: { name, limit: SHOWN } }, { enabled: opened });
  const { data } = answer;
  const { isWaiting, ...list } = listOf(answer);
  const today = civilDateAt(new Date());
  const organs = (data?.items ?? []).filter(
    (organ) =>
      organ.abilities.includes(needs) &&
      (organ.validTo === null || organ.validTo > today) &&
      (only === undefined || only(organ)),
  );
  const more = data !== undefined && data.nextCursor !== null;
  return (
    <Select
      {...rest}
      className="picker"
      labelInValue
      allowClear={allowClear}
      {...list}
      value={value == null ? null : { value: value.organId, label: value.name }}
      options={organs.map(({ organId, name: label, level, regionName }) => ({
        value: organId,
        label,
        note: `${regionName} · ${LEVELS[level]}`,
      }))}
      optionRender={({ label, data: option }) => (
        <span className="option">
          {label}
          <small className="quiet">{option.note}</small>
        </span>
      )}
      notFoundContent={isWaiting ? '正在查找……' : '没有这个名称的机关，或不在您的权限范围内。'}
      popupRender={(options) => (
        <>
          {options}
          {more && <p className="option-more quiet">还有更多，请输入名称的一部分。</p>}
        </>
      )}
      onOpenChange={(isOpen) => isOpen && setOpened(true)}
      onChange={(picked: { readonly value: string; readonly label: ReactNode } | null | undefined) => {
        const organ = organs.find(({ organId }) => organId === picked?.value);
        if (picked == null) onChange?.(null);
        else if (organ !== undefined)
          onChange?.({ regionId: organ.regionId, organId: organ.organId, name: organ.name });
      }}
    />
  );
}
