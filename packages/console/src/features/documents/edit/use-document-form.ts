import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { Form } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type DraftInHand, useDraft } from '../../../app/use-draft.ts';
import { useChange } from '../../../app/use-route.ts';
import { showFieldErrors } from '../../../ui/field-errors.ts';
import type { EditorHandle } from '../editor/rich-editor.tsx';
import type { ContentValues, ShownDocument } from '../shown-document.ts';

/** So long after the last letter what is written is kept in the window. */
const KEEP_MS = 400;

type Saved = RouteOutput<typeof documentRoutes.save>;

/** Fields without days that were cleared, which a content does not have. */
const withoutGaps = (values: ContentValues): ContentValues => ({
  ...values,
  matterDays: Object.fromEntries(
    Object.entries(values.matterDays).filter(([, day]) => typeof day === 'string' && day !== ''),
  ),
});

export interface DocumentForm {
  readonly form: ReturnType<typeof Form.useForm<ContentValues>>[0];
  readonly draft: DraftInHand<ContentValues, ShownDocument>;
  /** The metadata as they stand in the form; the body as it was begun with. */
  readonly values: ContentValues;
  /** Everything as it stands now. */
  readonly content: () => ContentValues;
  readonly editor: EditorHandle | null;
  readonly setEditor: (editor: EditorHandle) => void;
  /** To be called at each change of the form. */
  readonly touched: () => void;
  /** To be called at each change of the text: nothing but the text is drawn again by a letter. */
  readonly written: () => void;
  /** Puts other values into form and text. */
  readonly put: (values: ContentValues) => void;
  readonly save: {
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly reset: () => void;
    /** Saves; `null` when it was refused, which is then shown. */
    readonly run: (values?: ContentValues, version?: number) => Promise<Saved | null>;
  };
}

/** The working copy of a document while it is written: form, text, what is kept in the window, and saving. */
export function useDocumentForm(shown: ShownDocument): DocumentForm {
  const { regionId, documentId } = shown;
  const [form] = Form.useForm<ContentValues>();
  const draft = useDraft(`document.edit/${documentId}`, shown, ({ content }): ContentValues => content, {
    inWindow: true,
  });
  const [values, setValues] = useState(draft.values);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const change = useChange(documentRoutes.save, { also: ['desk'] });
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ draft, editor });
  latest.current = { draft, editor };
  const content = (): ContentValues => {
    const { draft: now, editor: text } = latest.current;
    const typed = form.getFieldsValue(true) as ContentValues;
    return withoutGaps({ ...now.base.content, ...typed, body: text?.body() ?? typed.body });
  };
  const keep = (): void => {
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = null;
    latest.current.draft.keep(content());
  };
  const written = (): void => {
    // Whoever leaves right after the first letter is asked, too.
    if (!latest.current.draft.isDirty) keep();
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = setTimeout(keep, KEEP_MS);
  };
  const touched = (): void => {
    setValues({ ...(form.getFieldsValue(true) as ContentValues) });
    written();
  };
  const keepLast = useRef(keep);
  keepLast.current = keep;
  useEffect(
    () => () => {
      if (waiting.current !== null) keepLast.current();
    },
    [],
  );
  const put = (next: ContentValues): void => {
    form.setFieldsValue(next);
    setValues(next);
    editor?.replace(next.body);
  };
  const run: DocumentForm['save']['run'] = async (given, version) => {
    const sent = given ?? content();
    try {
      const saved = await change.mutateAsync({
        request: { params: { regionId, documentId }, body: { content: sent } },
        version: version ?? latest.current.draft.version,
      });
      const now = content();
      latest.current.draft.forget();
      latest.current.draft.begin(saved);
      // What was written while it was being saved is not saved.
      if (JSON.stringify(now) !== JSON.stringify(withoutGaps(sent)) && given === undefined) touched();
      else if (waiting.current !== null) {
        clearTimeout(waiting.current);
        waiting.current = null;
      }
      return saved;
    } catch (error) {
      keep();
      showFieldErrors(form, error);
      return null;
    }
  };
  const { isPending, error, reset } = change;
  return {
    form,
    draft,
    values,
    content,
    editor,
    setEditor,
    touched,
    written,
    put,
    save: { isPending, error, reset, run },
  };
}
