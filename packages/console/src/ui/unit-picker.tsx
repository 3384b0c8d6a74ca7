import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../app/use-route.ts';
import { useSought } from './use-sought.ts';

/** A unit that was picked, with its name, which outlives the list it was picked from. */
export interface PickedUnit {
  readonly regionId: string;
  readonly organId: string;
  readonly name: string;
  /** A village, whose 村务公开 is a regime of its own. */
  readonly isVillage: boolean;
}

interface Props {
  readonly id?: string;
  /** The organ that supervises them. */
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly value?: readonly PickedUnit[];
  readonly onChange?: (units: readonly PickedUnit[]) => void;
  /** As many as may be picked. */
  readonly most: number;
}

/** Picks units that an organ supervises by parts of their names; villages too, which lists of organs do not show it. */
export function UnitPicker({
  id,
  organ: { regionId, organId },
  value = [],
  onChange,
  most,
}: Props): ReactNode {
  const { q: name, setTyped, listOf } = useSought();
  const answer = useRead(complaintRoutes.units, { params: { regionId, organId }, query: { name } });
  const { data } = answer;
  const { isWaiting, ...list } = listOf(answer);
  const known = [...value, ...(data?.units ?? [])];
  const options = (data?.units ?? []).map((unit) => ({ value: unit.organId, label: unit.name }));
  return (
    <Select
      {...(id !== undefined && { id })}
      mode="multiple"
      maxCount={most}
      labelInValue
      {...list}
      placeholder="输入名称的一部分查找"
      value={value.map((unit) => ({ value: unit.organId, label: unit.name }))}
      options={options}
      notFoundContent={isWaiting ? '正在查找……' : '没有这个名称的单位，或者不由本机关监督。'}
      popupRender={(found) => (
        <>
          {found}
          {data?.hasMore === true && <p className="option-more quiet">还有更多，请输入名称的一部分。</p>}
        </>
      )}
      onChange={(picked: readonly { readonly value: string }[]) => {
        const units = picked.flatMap((one) => known.find((unit) => unit.organId === one.value) ?? []);
        onChange?.(units);
        setTyped('');
      }}
    />
  );
}
