import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { GROUP_DUTIES } from '@zhaoshi/domain/organ/leading-group';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Editing } from '../../app/use-editing.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { staleWith } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { GroupMembers } from './group-members.tsx';
import { bodyOf, type GroupBody, type GroupValues, groupValues, type MemberValues } from './group-values.ts';
import type { ShownGroup } from './shown-organ.ts';

const LABELS = {
  name: '名称',
  documentNumber: '成立文件',
  establishedOn: '成立日期',
  office: '办公室设在',
  members: '成员',
};

const shown = (name: string, value: unknown): ReactNode => {
  if (name === 'members') {
    return (
      <ol className="duties">
        {(value as readonly MemberValues[]).map((member, index) => (
          <li key={member.memberId ?? index}>
            {GROUP_DUTIES[member.duty]} {member.name}，{member.post}，{member.validFrom}至
            {member.validTo === null ? '今' : `${member.validTo}前`}
          </li>
        ))}
      </ol>
    );
  }
  return typeof value === 'string' && value !== '' ? value : <span className="quiet">（空）</span>;
};

export function GroupForm({ editing }: { readonly editing: Editing<ShownGroup, GroupValues> }): ReactNode {
  const { draft, close } = editing;
  const { base } = draft;
  const { regionId, organId } = base;
  const [form] = Form.useForm<GroupValues>();
  const edit = useChange(organOfficeRoutes.editLeadingGroup);
  const { message } = App.useApp();
  const save = (body: GroupBody, version: number): void =>
    edit.mutate(
      { request: { params: { regionId, organId }, body }, version },
      {
        onSuccess: () => {
          close();
          void message.success('领导小组已保存');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  // Fields that the form does not show, such as the ids of members, are values all the same.
  const all = (): GroupValues => ({ ...draft.values, ...(form.getFieldsValue(true) as GroupValues) });
  return (
    <>
      <DraftGuard draft={draft} onDiscard={close} />
      <Form<GroupValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        onValuesChange={() => draft.keep(all())}
        onFinish={() => save(bodyOf(all()), draft.version)}
      >
        <div className="form-columns">
          <Form.Item
            name="name"
            label={LABELS.name}
            rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
          >
            <Input maxLength={100} autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="documentNumber" label={LABELS.documentNumber}>
            <Input maxLength={60} autoComplete="off" placeholder="发文字号" />
          </Form.Item>
          <Form.Item name="establishedOn" label={LABELS.establishedOn}>
            <Input type="date" className="date" />
          </Form.Item>
          <Form.Item name="office" label={LABELS.office}>
            <Input maxLength={100} autoComplete="off" placeholder="例如：党政办公室" />
          </Form.Item>
        </div>
        <GroupMembers known={base.group?.members ?? []} onChanged={() => draft.keep(all())} />
        <FormEnd
          edit={edit}
          consequence="填写了离任日期的成员自那一天起转入“已离任的成员”，不会删除。领导小组对社会公开，保存后公开网站随即更新。"
          onCancel={close}
        />
      </Form>
      <StaleDialog
        error={staleWith(edit.error, (current: ShownGroup) => bodyOf(groupValues(current)))}
        mine={{ ...bodyOf(all()) }}
        labels={LABELS}
        show={shown}
        onCancel={edit.reset}
        onResolve={(values, version) => save(values as unknown as GroupBody, version)}
      />
    </>
  );
}
