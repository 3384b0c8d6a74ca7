import { ROLES, type Role } from '@zhaoshi/domain/permission/roles';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { OrganPicker } from '../../ui/organ-picker.tsx';
import { meaningOf, ROLE_OPTIONS } from './role-meanings.ts';

const ROLES_WITH_MEANING = ROLE_OPTIONS.map(({ value, label }) => ({
  value,
  label,
  meaning: meaningOf(value),
}));

interface RoleProps {
  readonly id?: string;
  readonly value?: Role | null;
  readonly onChange?: (role: Role) => void;
}

/** Picks a role by its meaning. */
function RolePicker({ id, value, onChange }: RoleProps): ReactNode {
  return (
    <>
      <Select<Role>
        {...(id !== undefined && { id })}
        placeholder="选择角色"
        value={value ?? null}
        options={ROLES_WITH_MEANING}
        optionRender={(option) => (
          <span className="option">
            {option.label}
            <small className="quiet">{option.data.meaning}</small>
          </span>
        )}
        listHeight={400}
        showSearch={{ optionFilterProp: 'label' }}
        {...(onChange !== undefined && { onChange })}
      />
      {value != null && (
        <p className="role-meaning quiet" role="status">
          <span className="for-readers">{ROLES[value]}：</span>
          {meaningOf(value)}
        </p>
      )}
    </>
  );
}

/** Organ and role, as fields of a form; `path` is where they stand in it. */
export function MembershipFields({ path }: { readonly path?: number }): ReactNode {
  const at = (name: string): string | [number, string] => (path === undefined ? name : [path, name]);
  return (
    <>
      <Form.Item name={at('organ')} label="任职机关" rules={[{ required: true, message: '请选择机关' }]}>
        <OrganPicker needs="account.manage" placeholder="输入机关名称的一部分" />
      </Form.Item>
      <Form.Item name={at('role')} label="角色" rules={[{ required: true, message: '请选择角色' }]}>
        <RolePicker />
      </Form.Item>
    </>
  );
}
