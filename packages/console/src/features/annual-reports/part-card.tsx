import { fillLiveFields } from '@zhaoshi/domain/annual-report/live/live-fields';
import { paragraphsOf } from '@zhaoshi/domain/annual-report/work/compose-report';
import type { WrittenPart } from '@zhaoshi/domain/annual-report/work/report-draft';
import { WRITTEN_PARTS } from '@zhaoshi/domain/annual-report/work/report-draft';
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, useId, useRef } from 'react';
import { keyed } from '../../ui/keyed.ts';
import { FieldPicker } from './field-picker.tsx';
import { FindingList } from './finding-item.tsx';
import { isOpen } from './findings.ts';
import { PartAside } from './part-aside.tsx';
import { placeId, placesOf, type ShownReport } from './shown-report.ts';
import type { Editing, ReportForm } from './use-report-form.ts';

/** 30号一（一）: part one is no longer than this as a rule; the rule itself goes by the setting. */
const OVERVIEW_CHARACTERS = 1000;

const HINTS: Readonly<Record<WrittenPart, string>> = {
  preamble: '写明编制依据和统计期限。可以不写。',
  s1: '写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面，原则上不超过 1000 字。',
  s5: '写上年所列问题的整改情况、今年的主要问题和改进措施，要具体。',
  s6: '专门报告信息处理费的收取情况，以及其他需要报告的事项。',
};

const FEE_SENTENCE = 'processingFee.sentence';

/** The text at the place of the cursor. */
const inserted = (text: string, at: number, mark: string): string =>
  `${text.slice(0, at)}${mark}${text.slice(at)}`;

interface Props {
  readonly part: WrittenPart;
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

interface WritingProps extends Props {
  readonly editing: Editing;
  readonly headingId: string;
}

/** The field of the text with what can be put into it. */
function Writing({ part, form, editing, headingId }: WritingProps): ReactNode {
  const field = useRef<TextAreaRef>(null);
  const hintId = useId();
  const { values, computed } = form;
  const text = values.texts[part];
  const write = (next: string): void => editing.change({ texts: { ...values.texts, [part]: next } });
  const put = (mark: string): void => {
    const area = field.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? text.length;
    write(inserted(text, at, mark));
    // After the text is drawn again.
    setTimeout(() => {
      area?.focus();
      area?.setSelectionRange(at + mark.length, at + mark.length);
    });
  };
  return (
    <div className="part-writing">
      <p className="quiet" id={hintId}>
        {HINTS[part]}
      </p>
      <Input.TextArea
        ref={field}
        id={`${placeId(part)}-text`}
        className="growing"
        rows={part === 's1' ? 8 : 3}
        value={text}
        aria-labelledby={headingId}
        aria-describedby={hintId}
        onChange={({ target }) => write(target.value)}
      />
      <div className="part-tools">
        <FieldPicker
          fields={computed.fields}
          label={WRITTEN_PARTS[part]}
          onPick={(name) => put(`{${name}}`)}
        />
        {part === 's6' && !text.includes(`{${FEE_SENTENCE}}`) && (
          <Button onClick={() => put(`{${FEE_SENTENCE}}`)}>插入信息处理费情况</Button>
        )}
      </div>
    </div>
  );
}

/** One written part of the report: its text, how it reads, last year's, and what the rules find in it. */
export function PartCard({ part, shown, form }: Props): ReactNode {
  const { editing, values, computed } = form;
  const filled = fillLiveFields(values.texts[part], computed.fields);
  const paragraphs = editing === null ? (shown.texts[part] ?? []) : paragraphsOf(filled.text);
  const characters = paragraphs.join('').replaceAll(/\s/g, '').length;
  const findings = computed.findings.filter((finding) => isOpen(finding) && placesOf(finding).includes(part));
  const headingId = `${placeId(part)}-title`;
  return (
    <section className="card report-part" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>
          <span id={placeId(part)} tabIndex={-1}>
            {WRITTEN_PARTS[part]}
          </span>
        </h2>
        {part === 's1' && (
          <span className={characters > OVERVIEW_CHARACTERS ? 'late' : 'quiet'}>
            {characters} 字（原则上不超过 {OVERVIEW_CHARACTERS} 字）
          </span>
        )}
      </div>
      {editing === null ? (
        <div className="part-text">
          {paragraphs.length === 0 ? (
            <p className="quiet">没有文字。</p>
          ) : (
            keyed(paragraphs.map((paragraph) => <p>{paragraph}</p>))
          )}
        </div>
      ) : (
        <div className="part-sides">
          <Writing part={part} shown={shown} form={form} editing={editing} headingId={headingId} />
          <PartAside part={part} shown={shown} paragraphs={paragraphs} findings={computed.findings} />
        </div>
      )}
      {editing !== null && filled.unknown.length > 0 && (
        <p className="late">
          没有这样的数字：{filled.unknown.map((name) => `{${name}}`).join('、')}。请从“插入数字”里选。
        </p>
      )}
      <FindingList shown={shown} form={form} findings={findings} label={`${WRITTEN_PARTS[part]}的校验结果`} />
    </section>
  );
}
