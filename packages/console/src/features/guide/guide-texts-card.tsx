import { guideRoutes } from '@zhaoshi/contract/routes/guide';
import { GUIDE_TEXT_IDS, GUIDE_TEXTS, type GuideTextId } from '@zhaoshi/domain/disclosure/guide/guide-parts';
import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useEditing } from '../../app/use-editing.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { EditCard } from '../../ui/edit-card.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { ShownGuide } from './shown-guide.ts';

type Texts = Partial<Record<GuideTextId, string>>;

interface Props {
  readonly organ: { readonly regionId: string; readonly organId: string };
  readonly guide: ShownGuide;
}

const valuesOf = ({ texts }: ShownGuide): Texts =>
  Object.fromEntries(GUIDE_TEXT_IDS.map((id) => [id, texts[id] ?? '']));

function View({ guide }: Pick<Props, 'guide'>): ReactNode {
  return (
    <dl className="facts">
      {GUIDE_TEXT_IDS.map((id) => (
        <div key={id} className="fact">
          <dt>{GUIDE_TEXTS[id].title}</dt>
          <dd>{guide.texts[id] ?? '没有填写'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Warnings({ guide: { warnings } }: Pick<Props, 'guide'>): ReactNode {
  if (warnings.length === 0) return null;
  return (
    <div role="status">
      <p className="late">下面的说法已经不符合现行规定：</p>
      <ul>
        {warnings.map(({ part, found, words, source }) => (
          <li key={`${part} ${found}`}>
            “{found}”：{words}（{source}）
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the organ writes itself in its guide. */
export function GuideTextsCard({ organ, guide }: Props): ReactNode {
  const [form] = Form.useForm<Texts>();
  const { message } = App.useApp();
  const editing = useEditing(`guide/${organ.organId}`, guide, valuesOf);
  const save = useChange(guideRoutes.save, { also: ['desk'] });
  const submit = (texts: Texts): void =>
    save.mutate(
      { request: { params: organ, body: { texts } }, version: editing.draft.version },
      {
        onSuccess: () => {
          editing.close();
          void message.success('已保存');
        },
      },
    );
  return (
    <EditCard
      title="本机关填写的内容"
      needs="guide.edit"
      abilities={guide.abilities}
      editing={editing}
      view={
        <>
          <Warnings guide={guide} />
          <View guide={guide} />
        </>
      }
      form={
        <>
          <DraftGuard draft={editing.draft} onDiscard={() => form.resetFields()} />
          <Form<Texts>
            form={form}
            layout="vertical"
            initialValues={editing.draft.values}
            onValuesChange={(_changed, all) => editing.draft.keep(all)}
            onFinish={submit}
          >
            {GUIDE_TEXT_IDS.map((id) => (
              <Form.Item key={id} name={id} label={GUIDE_TEXTS[id].title} extra={GUIDE_TEXTS[id].help}>
                <Input.TextArea rows={3} maxLength={4000} />
              </Form.Item>
            ))}
            <ProblemAlert error={save.error} />
            <FormEnd
              edit={{ error: null, isPending: save.isPending }}
              consequence="保存后不会自动公开；生成指南文件并经审查后发布。"
              onCancel={editing.close}
            />
          </Form>
        </>
      }
    />
  );
}
