import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import { useSought } from '../../../ui/use-sought.ts';
import type { ShownCase } from '../shown-application.ts';
import { useSimilar } from '../use-similar.ts';
import type { InputProps } from './entered.ts';

const SHOWN = 20;

/** Picks another application of the organ by its number or words of what was asked. */
export function CasePicker({
  id,
  value,
  onChange,
  shown,
}: InputProps & { readonly shown: ShownCase }): ReactNode {
  const { organId, applicationId } = shown;
  const { q, listOf } = useSought();
  const answer = useRead(applicationRoutes.search, {
    body: { organId, limit: SHOWN, ...(q !== '' && { q }) },
  });
  const { isWaiting, ...list } = listOf(answer);
  // Those that the workbench suggests come first; what is chosen there has its name here.
  const suggested = (useSimilar(shown).data?.cases ?? []).filter(
    (one) => q === '' || one.applicationId === value,
  );
  const offered = new Set([applicationId, ...suggested.map((one) => one.applicationId)]);
  const others = [
    ...suggested,
    ...(answer.data?.items ?? []).filter((one) => !offered.has(one.applicationId)),
  ];
  return (
    <Select
      {...(id !== undefined && { id })}
      className="picker"
      {...list}
      value={typeof value === 'string' ? value : null}
      onChange={(otherId: string) => onChange?.(otherId)}
      options={others.map((one) => ({
        value: one.applicationId,
        label: `${one.registrationNumber} ${one.summary}`,
        note: `${one.applicant} · ${STATUSES[one.status]}`,
      }))}
      optionRender={({ label, data: option }) => (
        <span className="option">
          {label}
          <small className="quiet">{option.note}</small>
        </span>
      )}
      placeholder="输入登记号或者申请内容中的词"
      notFoundContent={isWaiting ? '正在查找……' : '本机关的登记簿中没有找到。'}
    />
  );
}
