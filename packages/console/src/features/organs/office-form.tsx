import { PlusOutlined } from '@ant-design/icons';
import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Editing } from '../../app/use-editing.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { MoveButtons } from '../../ui/move-buttons.tsx';
import { staleWith } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { given, type ShownOffice } from './shown-organ.ts';

type Office = NonNullable<ShownOffice['office']>;
type LineName = Exclude<keyof Office, 'duties'>;

export const OFFICE_LABELS: Readonly<Record<LineName, string>> = {
  name: '机构名称',
  headTitle: '负责人职务',
  address: '办公地址',
  officeHours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  email: '电子邮箱',
  website: '互联网申请地址',
};
export const OFFICE_LINES = Object.keys(OFFICE_LABELS) as readonly LineName[];

/** Without which the entry counts as incomplete. */
export const REQUIRED_LINES: ReadonlySet<LineName> = new Set(['address', 'officeHours', 'phone']);

const LONGEST: Readonly<Record<LineName, number>> = {
  name: 100,
  headTitle: 50,
  address: 200,
  officeHours: 200,
  phone: 60,
  fax: 60,
  email: 100,
  website: 200,
};

export interface OfficeValues extends Readonly<Record<LineName, string | null>> {
  readonly duties: readonly string[];
}

const EMPTY = Object.fromEntries(OFFICE_LINES.map((name) => [name, null])) as Record<LineName, null>;

/** What the form begins with: the entry, or nothing but the functions that the article names. */
export const officeValues = ({ office, statutoryDuties }: ShownOffice): OfficeValues =>
  office ?? { ...EMPTY, duties: statutoryDuties };

/** What is sent. */
function bodyOf(values: OfficeValues): Office {
  const lines = Object.fromEntries(OFFICE_LINES.map((name) => [name, given(values[name])]));
  return { ...lines, name: values.name?.trim() ?? '', duties: [...values.duties] } as Office;
}

/** The functions of the office, in their order. */
function Duties({ onStatutory }: { readonly onStatutory: () => void }): ReactNode {
  return (
    <fieldset className="part">
      <legend>具体职能（条例第四条第二款）</legend>
      <Form.List name="duties">
        {(fields, { add, remove, move }, { errors }) => (
          <>
            <ol className="duties">
              {fields.map(({ key, name }, index) => (
                <li key={key}>
                  <div className="field-row">
                    <Form.Item
                      name={name}
                      className="grows"
                      rules={[{ required: true, whitespace: true, message: '请填写，或去掉这一项' }]}
                    >
                      <Input.TextArea
                        aria-label={`第 ${index + 1} 项职能`}
                        rows={1}
                        className="growing"
                        maxLength={200}
                      />
                    </Form.Item>
                    <MoveButtons
                      name={`第 ${index + 1} 项职能`}
                      index={index}
                      count={fields.length}
                      onMove={(to) => move(index, to)}
                    />
                    <Button onClick={() => remove(name)} aria-label={`去掉第 ${index + 1} 项职能`}>
                      去掉
                    </Button>
                  </div>
                </li>
              ))}
            </ol>
            <Form.ErrorList errors={errors} />
            <div className="actions">
              <Button
                icon={<PlusOutlined aria-hidden />}
                onClick={() => add('')}
                disabled={fields.length >= 20}
              >
                加一项
              </Button>
              <Button onClick={onStatutory}>换成条例所列的五项</Button>
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

const shown = (name: string, value: unknown): ReactNode => {
  if (name === 'duties') {
    return (
      <ol className="duties">
        {(value as readonly string[]).map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ol>
    );
  }
  return typeof value === 'string' && value !== '' ? value : <span className="quiet">（空）</span>;
};

export function OfficeForm({ editing }: { readonly editing: Editing<ShownOffice, OfficeValues> }): ReactNode {
  const { draft, close } = editing;
  const { base } = draft;
  const { regionId, organId } = base;
  const [form] = Form.useForm<OfficeValues>();
  const edit = useChange(organOfficeRoutes.editDisclosureOffice, { also: ['desk', 'organ'] });
  const { message } = App.useApp();
  const save = (body: Office, version: number): void =>
    edit.mutate(
      { request: { params: { regionId, organId }, body }, version },
      {
        onSuccess: () => {
          close();
          void message.success('工作机构已保存');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <DraftGuard draft={draft} onDiscard={close} />
      <Form<OfficeValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        onValuesChange={(_changed, all) => draft.keep(all)}
        onFinish={(values) => save(bodyOf(values), draft.version)}
      >
        <div className="form-columns">
          {OFFICE_LINES.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={OFFICE_LABELS[name]}
              {...(name === 'name' && {
                rules: [{ required: true, whitespace: true, message: '请填写机构名称' }],
              })}
              extra={REQUIRED_LINES.has(name) ? '公开指南须写明（条例第十二条）。' : undefined}
            >
              <Input maxLength={LONGEST[name]} autoComplete="off" autoFocus={name === 'name'} />
            </Form.Item>
          ))}
        </div>
        <Duties
          onStatutory={() => {
            form.setFieldsValue({ duties: base.statutoryDuties });
            draft.keep({ ...form.getFieldsValue(), duties: base.statutoryDuties });
          }}
        />
        <FormEnd edit={edit} consequence="保存后公开网站上的工作机构信息随即更新。" onCancel={close} />
      </Form>
      <StaleDialog
        error={staleWith(edit.error, officeValues)}
        mine={{ ...bodyOf({ ...draft.values, ...form.getFieldsValue() }) }}
        labels={{ ...OFFICE_LABELS, duties: '具体职能' }}
        show={shown}
        onCancel={edit.reset}
        onResolve={(values, version) => save(values as unknown as Office, version)}
      />
    </>
  );
}
