import { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import { ROLES } from '@zhaoshi/domain/permission/roles';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '../../../app/use-route.ts';
import type { ShownCase } from '../shown-application.ts';
import type { InputProps } from './entered.ts';

/** Picks one of the people of the organ who may handle applications. */
export function OfficerPicker({
  id,
  value,
  onChange,
  shown,
}: InputProps & { readonly shown: ShownCase }): ReactNode {
  const { regionId, organId } = shown;
  const { data, isFetching } = useRead(applicationAssignmentRoutes.officers, {
    params: { regionId, organId },
  });
  return (
    <Select
      {...(id !== undefined && { id })}
      className="picker"
      loading={isFetching}
      value={typeof value === 'string' ? value : null}
      onChange={(accountId: string) => onChange?.(accountId)}
      options={(data?.officers ?? []).map(({ accountId, displayName, roles }) => ({
        value: accountId,
        label: displayName,
        note: roles.map((role) => ROLES[role]).join('、'),
      }))}
      optionRender={({ label, data: option }) => (
        <span className="option">
          {label}
          <small className="quiet">{option.note}</small>
        </span>
      )}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择经办人"
      notFoundContent={isFetching ? '正在载入……' : '本机关没有可以经办申请的人员。'}
    />
  );
}
