import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import { MATTERS_OF_KIND } from '@zhaoshi/domain/disclosure/periods/matters';
import { App, Button, Form, Input } from 'antd';
import { TextSelection } from 'prosemirror-state';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DraftGuard } from '../../../ui/draft-guard.tsx';
import { staleWith } from '../../../ui/stale-current.ts';
import { StaleDialog } from '../../../ui/stale-dialog.tsx';
import { markedAt, withMarks } from '../editor/marks-plugin.ts';
import { RichEditor } from '../editor/rich-editor.tsx';
import { ImportDialog } from '../import/import-dialog.tsx';
import { SameTextNote } from '../review/same-text-note.tsx';
import { maskField, maskText } from '../scan/masking.ts';
import { openFindings } from '../scan/open-findings.ts';
import { ScanPanel } from '../scan/scan-panel.tsx';
import { useScan } from '../scan/use-scan.ts';
import type { ContentValues, ShownDocument, ShownFinding } from '../shown-document.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { ClassCard } from './class-card.tsx';
import { CONTENT_LABELS, partWords } from './content-labels.ts';
import { EditActions } from './edit-actions.tsx';
import { ElementsDialog, elementsOf } from './elements-dialog.tsx';
import { FactsCard } from './facts-card.tsx';
import { PeriodCard } from './period-card.tsx';
import { LacksCard } from './side-cards.tsx';
import { useDocumentForm } from './use-document-form.ts';
import './edit.css';

const isPart = (name: string): name is keyof ContentValues => Object.hasOwn(CONTENT_LABELS, name);

/** A part of either version in the dialog that compares them. */
const shownPart = (name: string, value: unknown): ReactNode => {
  const words = isPart(name) ? partWords(name, value as never) : '';
  return words === '' ? <span className="quiet">（空）</span> : <div className="stale-part">{words}</div>;
};

/** Scans what is written, shows where, and masks. */
function useFindings(shown: ShownDocument, held: ReturnType<typeof useDocumentForm>) {
  const { message } = App.useApp();
  const scan = useScan(shown);
  const [isOld, setOld] = useState(false);
  const { editor, form } = held;
  const look = (): void =>
    scan.look(held.content(), (findings) => {
      setOld(false);
      editor?.view.dispatch(withMarks(editor.view.state.tr, { findings, chosen: null }));
    });
  const show = ({ at, key }: ShownFinding): void => {
    if (editor === null) return;
    if (!('path' in at)) {
      const name = 'attachment' in at ? 'attachments' : at.field;
      form.scrollToField(name, { block: 'center', focus: true });
      return;
    }
    const { view } = editor;
    const place = markedAt(view.state, key);
    if (place === null) return;
    const selection = TextSelection.near(view.state.doc.resolve(place.from));
    view.dispatch(withMarks(view.state.tr.setSelection(selection), { chosen: key }));
    view.focus();
    const { node } = view.domAtPos(place.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  };
  const mask = (findings: readonly ShownFinding[]): void => {
    if (editor === null) return;
    const inText = findings.filter(({ at }) => 'path' in at);
    const text = maskText(editor.view.state, inText);
    const done = new Set(text.done);
    const refused = [...text.refused];
    if (text.tr.docChanged) editor.view.dispatch(text.tr.scrollIntoView());
    let values = held.content();
    for (const finding of findings.filter(({ at }) => !('path' in at)).toReversed()) {
      const masked = maskField(values, finding);
      if (masked.ok) {
        values = masked.value;
        done.add(finding.key);
      } else refused.push(masked.error);
    }
    form.setFieldsValue(values);
    held.touched();
    scan.drop(done);
    if (done.size > 0) void message.success(`已遮盖 ${done.size} 处，保存后生效`);
    if (refused.length > 0) void message.warning([...new Set(refused)].join(' '), 8);
  };
  return { scan, isOld, noteChange: () => setOld(true), look, show, mask };
}

interface Props {
  readonly shown: ShownDocument;
}

/** The working copy of a document: text, fields, what the scan finds, what is missing. */
export function DocumentEditor({ shown }: Props): ReactNode {
  const held = useDocumentForm(shown);
  const { form, draft, values, editor, save } = held;
  const { scan, isOld, noteChange, look, show, mask } = useFindings(shown, held);
  const [elements, setElements] = useState<ReturnType<typeof elementsOf> | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const owner = { regionId: shown.regionId, organId: shown.organId };
  const hasEditor = editor !== null;
  // The first look is at what was saved; afterwards each saving and each press.
  const latestLook = useRef(look);
  latestLook.current = look;
  useEffect(() => {
    if (hasEditor) latestLook.current();
  }, [hasEditor]);
  const changed = (typed: Partial<ContentValues>): void => {
    const { kind } = typed;
    if (kind !== undefined && kind in DOCUMENT_KINDS) withMatterOf(kind);
    noteChange();
    held.touched();
  };
  const withMatterOf = (kind: DocumentKind): void => {
    const [first = 'general'] = MATTERS_OF_KIND[kind];
    if (!MATTERS_OF_KIND[kind].includes(form.getFieldValue('matter') as never)) {
      form.setFieldValue('matter', first);
    }
  };
  const put = (next: ContentValues): void => {
    held.put(next);
    noteChange();
    held.touched();
  };
  const go = (field: string): void => {
    if (field === 'body') editor?.view.focus();
    else form.scrollToField(field, { block: 'center', focus: true });
  };
  return (
    <>
      <DraftGuard draft={draft} inWindow onDiscard={() => held.put(draft.base.content)} />
      <StaleDialog
        error={staleWith(save.error, ({ content }: ShownDocument) => content)}
        mine={save.error === null ? {} : held.content()}
        labels={CONTENT_LABELS}
        show={shownPart}
        onResolve={(chosen, version) => {
          const next = { ...held.content(), ...chosen };
          held.put(next);
          void save.run(next, version);
        }}
        onCancel={save.reset}
      />
      <Form<ContentValues>
        form={form}
        name="document"
        layout="vertical"
        requiredMark={false}
        initialValues={draft.values}
        onValuesChange={changed}
        className="document-edit"
      >
        <div className="document-text">
          <section className="card" aria-labelledby="document-body">
            <div className="card-head">
              <h2 id="document-body">正文</h2>
              <div className="actions">
                <Button onClick={() => setImporting(true)}>导入文件</Button>
                <Button
                  onClick={() =>
                    setElements(elementsOf(editor?.body() ?? { type: 'doc', content: [] }, held.content()))
                  }
                >
                  读出要素
                </Button>
              </div>
            </div>
            <Form.Item name="title" label={CONTENT_LABELS.title}>
              <Input.TextArea rows={1} maxLength={300} className="document-title growing" />
            </Form.Item>
            <RichEditor
              initial={draft.values.body}
              owner={owner}
              documentId={shown.documentId}
              labelledBy="document-body"
              onChange={() => {
                noteChange();
                held.written();
              }}
              onAttach={setDropped}
              onReady={held.setEditor}
            />
          </section>
        </div>
        <div className="document-side">
          <ScanPanel
            findings={scan.findings}
            openInFiles={scan.files.reduce((sum, file) => sum + openFindings(file).length, 0)}
            isLooking={scan.isLooking}
            error={scan.error}
            isOld={isOld}
            onScan={look}
            onShow={show}
            onMask={mask}
          />
          <SameTextNote shown={shown} />
          <LacksCard lacks={shown.lacks} isDirty={draft.isDirty} onGo={go} />
        </div>
        <div className="document-rest">
          <section className="card" aria-labelledby="document-attachments">
            <h2 id="document-attachments">附件</h2>
            <p className="quiet">随正文一起公开，同样要审查；名称是公众看到的，不要写个人姓名、证件号码。</p>
            <Form.Item name="attachments" noStyle>
              <AttachmentsField
                owner={owner}
                documentId={shown.documentId}
                scans={scan.files}
                onNewFile={() => {
                  noteChange();
                  held.touched();
                  look();
                }}
                dropped={dropped}
                onTaken={() => setDropped([])}
              />
            </Form.Item>
          </section>
          <ClassCard values={values} />
          <PeriodCard values={values} deadline={shown.deadline} isDirty={draft.isDirty} />
          <FactsCard values={values} shown={shown} />
        </div>
      </Form>
      <div className="edit-end">
        <EditActions shown={shown} held={held} onSaved={look} />
      </div>
      {isImporting && (
        <ImportDialog
          owner={owner}
          values={held.content()}
          onTake={(taken) => {
            put({ ...held.content(), ...taken });
            setImporting(false);
          }}
          onClose={() => setImporting(false)}
        />
      )}
      {elements !== null && (
        <ElementsDialog
          elements={elements}
          values={values}
          onTake={(taken) => {
            put({ ...held.content(), ...taken });
            setElements(null);
          }}
          onClose={() => setElements(null)}
        />
      )}
    </>
  );
}
