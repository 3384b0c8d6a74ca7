import { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import { Button, Form, Radio } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { showFieldErrors } from '../../ui/field-errors.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { isStale } from '../../ui/stale-current.ts';
import { StaleDialog } from '../../ui/stale-dialog.tsx';
import type { ShownChange, ShownYear } from './calendar-types.ts';
import { ChangePreview } from './change-preview.tsx';
import { aboutOwn, bodyOf, type EditorValues, type RegionalHoliday, valuesOf } from './editor-values.ts';
import { NoticeFields, RegionalFields } from './notice-fields.tsx';
import { YearFileUpload } from './year-file-upload.tsx';

/** A version of the notices or the local holidays in a few words, for comparing two. */
function shownPart(name: string, value: unknown): ReactNode {
  if (name === 'regionalHolidays') {
    const holidays = value as readonly RegionalHoliday[];
    return holidays.length === 0
      ? '没有'
      : holidays.map(({ date, name: title }) => `${date} ${title}`).join('；');
  }
  const file = value as ShownYear['file'] | null;
  if (file === null) return '沿用上级的通知';
  return file.notices
    .map(({ number, rest, work }) => `${number}：放假 ${rest.length} 段，调休上班 ${work.length} 天`)
    .join('；');
}

interface Props {
  readonly shown: ShownYear;
  readonly params: { readonly regionId: string; readonly organId: string; readonly year: number };
  /** With whether it waits for a second person. */
  readonly onSaved: (change: ShownChange, waits: boolean) => void;
}

type Body = ReturnType<typeof bodyOf>;

/** What was previewed, and under which contents of the form. */
interface Previewed {
  readonly body: Body;
  readonly change: ShownChange;
}

function PreviewCard(props: {
  readonly previewed: Previewed;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: () => void;
}): ReactNode {
  const { previewed, busy, error, onSave } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card">
      <h2 ref={heading} tabIndex={-1}>
        保存前核对
      </h2>
      <ChangePreview change={previewed.change} />
      <ProblemAlert error={error} />
      <p className="actions form-end">
        <Button type="primary" loading={busy} onClick={onSave}>
          保存并重新计算期限
        </Button>
        <span className="quiet">
          对本机关和没有另行载入的下级机关都适用；有别人能确认的，由另一人确认后生效。
        </span>
      </p>
    </section>
  );
}

/** The form of a year with the preview that has to be seen before saving. */
export function YearEditor({ shown, params, onSaved }: Props): ReactNode {
  const { year } = shown;
  const draft = useDraft(`calendar.editYear/${year}`, shown, valuesOf);
  const opened = draft.base;
  const [form] = Form.useForm<EditorValues>();
  const [origin, setOrigin] = useState(draft.values.origin);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const preview = useChange(calendarRoutes.previewYear);
  const edit = useChange(calendarRoutes.editYear, { also: ['desk'] });
  /** All of it, with what has no field on the screen. */
  const filled = (): EditorValues => ({ ...draft.values, ...(form.getFieldsValue(true) as EditorValues) });
  const changed = (): void => {
    const values = filled();
    setOrigin(values.origin);
    setPreviewed(null);
    draft.keep(values);
  };
  const save = (body: Body, version: number): void =>
    edit.mutate(
      { request: { params, body }, version },
      {
        onSuccess: ({ change, proposal }) => {
          draft.forget();
          onSaved(change, proposal !== null);
        },
        onError: (error) => showFieldErrors(form, error),
      },
    );
  return (
    <>
      <DraftGuard
        draft={draft}
        onDiscard={() => {
          form.setFieldsValue(valuesOf(opened));
          setOrigin(valuesOf(opened).origin);
          setPreviewed(null);
        }}
      />
      <Form<EditorValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={draft.values}
        onValuesChange={changed}
        onFinish={() => {
          const body = bodyOf(year, filled());
          preview.mutate(
            { request: { params, body } },
            {
              onSuccess: (change) => setPreviewed({ body, change }),
              onError: (error) => showFieldErrors(form, error),
            },
          );
        }}
      >
        <section className="card">
          <h2>放假通知</h2>
          <Form.Item name="origin" label={`${year}年依据哪里的通知`}>
            <Radio.Group
              options={[
                { value: 'own', label: '由本机关载入' },
                { value: 'above', label: '沿用上级载入的或随系统提供的' },
              ]}
            />
          </Form.Item>
          {origin === 'own' && (
            <>
              <YearFileUpload
                year={year}
                current={opened.file}
                onRead={({ notices, expected }) => {
                  form.setFieldsValue({ notices, expected });
                  changed();
                }}
              />
              <NoticeFields />
            </>
          )}
        </section>
        <section className="card">
          <h2>地方放假</h2>
          <p className="quiet">
            只填少数民族聚居地区的地方人民政府按放假办法第四条规定的放假日期；没有的不填。
          </p>
          <RegionalFields />
        </section>
        <ProblemAlert error={preview.error} />
        <p className="actions">
          <Button
            type={previewed === null ? 'primary' : 'default'}
            htmlType="submit"
            loading={preview.isPending}
          >
            预览变化
          </Button>
          <span className="quiet">先看哪些日期和期限变动，再保存。</span>
        </p>
      </Form>
      {previewed !== null && (
        <PreviewCard
          previewed={previewed}
          busy={edit.isPending}
          error={isStale(edit.error) ? null : edit.error}
          onSave={() => save(previewed.body, draft.version)}
        />
      )}
      <StaleDialog
        error={aboutOwn(edit.error)}
        mine={{ ...previewed?.body }}
        labels={{ file: '放假通知', regionalHolidays: '地方放假' }}
        show={shownPart}
        onCancel={edit.reset}
        onResolve={(values, version) => save(values as Body, version)}
      />
    </>
  );
}
