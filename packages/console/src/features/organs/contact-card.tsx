import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { type Editing, useEditing } from '../../app/use-editing.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { EditCard } from '../../ui/edit-card.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { currentOf, staleWith } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import { given, type ShownOrgan } from './shown-organ.ts';

type Contact = ShownOrgan['contact'];
type ContactName = keyof Contact;

interface Values {
  readonly contact: Readonly<Partial<Record<ContactName, string | null>>>;
}

const LABELS: Readonly<Record<ContactName, string>> = {
  address: '办公地址',
  postcode: '邮政编码',
  officeHours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  email: '电子邮箱',
  website: '网站',
  responsiblePerson: '负责人姓名',
};
const NAMES = Object.keys(LABELS) as readonly ContactName[];
const LONGEST: Readonly<Record<ContactName, number>> = {
  address: 200,
  postcode: 6,
  officeHours: 200,
  phone: 60,
  fax: 60,
  email: 100,
  website: 200,
  responsiblePerson: 50,
};

const contactOf = ({ contact }: Values): Contact =>
  Object.fromEntries(NAMES.map((name) => [name, given(contact[name])])) as Contact;

interface FormProps {
  readonly organ: ShownOrgan;
  readonly editing: Editing<ShownOrgan, Values>;
}

function ContactForm({ organ, editing }: FormProps): ReactNode {
  const { draft, close } = editing;
  const { base } = draft;
  const { regionId, organId } = organ;
  const [form] = Form.useForm<Values>();
  const edit = useChange(organRoutes.edit);
  const { message } = App.useApp();
  const save = (name: string, contact: Contact, version: number): void =>
    edit.mutate(
      // The name has a form of its own; the one that belongs to the version is sent along.
      { request: { params: { regionId, organId }, body: { name, contact } }, version },
      {
        onSuccess: () => {
          close();
          void message.success('联系方式已保存');
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <DraftGuard draft={draft} onDiscard={close} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        onValuesChange={(_changed, all) => draft.keep(all)}
        onFinish={(values) => save(base.name, contactOf(values), draft.version)}
      >
        <div className="form-columns">
          {NAMES.map((name, index) => (
            <Form.Item key={name} name={['contact', name]} label={LABELS[name]}>
              <Input maxLength={LONGEST[name]} autoComplete="off" autoFocus={index === 0} />
            </Form.Item>
          ))}
        </div>
        <FormEnd edit={edit} consequence="保存后公开网站上的联系方式随即更新。" onCancel={close} />
      </Form>
      <StaleDialog
        error={staleWith(edit.error, ({ contact }: ShownOrgan) => contact)}
        mine={contactOf({ ...draft.values, ...form.getFieldsValue() })}
        labels={LABELS}
        onCancel={edit.reset}
        onResolve={(values, version) =>
          save((currentOf(edit.error) as ShownOrgan | null)?.name ?? organ.name, values as Contact, version)
        }
      />
    </>
  );
}

function ContactFacts({ contact }: { readonly contact: Contact }): ReactNode {
  return (
    <dl className="facts">
      {NAMES.map((name) => (
        <div key={name} className="fact">
          <dt>{LABELS[name]}</dt>
          <dd>{contact[name] ?? <span className="quiet">未填写</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How to reach the organ (条例20(2)). */
export function ContactCard({ organ }: { readonly organ: ShownOrgan }): ReactNode {
  const editing = useEditing<ShownOrgan, Values>(`organ.edit/${organ.organId}`, organ, ({ contact }) => ({
    contact,
  }));
  return (
    <EditCard
      title="联系方式"
      needs="organ.edit"
      abilities={organ.abilities}
      editing={editing}
      view={<ContactFacts contact={organ.contact} />}
      form={<ContactForm organ={organ} editing={editing} />}
    />
  );
}
