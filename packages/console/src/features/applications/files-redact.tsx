import { useNavigate } from '@tanstack/react-router';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { Alert } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { DrawnMark } from '../../ui/redaction/marks.ts';
import type { TextSearch } from '../../ui/redaction/proposals.tsx';
import { RedactionDesk } from '../../ui/redaction/redaction-desk.tsx';
import { type CaseFile, type CaseFiles, type FileAddress, type FilePages, pictureOf } from './shown-files.ts';

interface Props {
  readonly address: FileAddress;
  readonly file: CaseFile;
  readonly files: CaseFiles;
  readonly pages: FilePages;
}

interface Drawn {
  readonly marks: readonly DrawnMark[];
  readonly name: string;
}

/** Nothing marked; the applicant's file is named after the original. */
const empty = ({ name }: CaseFile): Drawn => ({ marks: [], name: name.replace(/\.[A-Za-z0-9]+$/, '') });

function useMarks(file: CaseFile) {
  const draft = useDraft(
    `applicationFile.redact/${file.fileId}`,
    { version: null },
    (): Drawn => empty(file),
    { inWindow: true },
  );
  const [drawn, setDrawn] = useState<Drawn>(draft.values);
  const change = (next: Partial<Drawn>): void => {
    const whole = { ...drawn, ...next };
    setDrawn(whole);
    draft.keep(whole);
  };
  return { draft, drawn, change, begin: setDrawn };
}

function useTextSearch(address: FileAddress): TextSearch {
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const request = { params: address, body: { words: [...(asked ?? [])] } };
  const read = useRead(applicationFileRoutes.findText, request, { enabled: asked !== null });
  return {
    asked,
    onAsk: setAsked,
    found: asked === null || read.isPlaceholderData ? undefined : read.data,
    isLooking: read.isFetching,
    error: read.error,
  };
}

/** An original on which what must be withheld is marked (条例37 区分处理). */
export function RedactFile({ address, file, files, pages }: Props): ReactNode {
  const { draft, drawn, change, begin } = useMarks(file);
  const search = useTextSearch(address);
  return (
    <>
      <DraftGuard draft={draft} inWindow onDiscard={() => begin(empty(file))} />
      <RedactionDesk
        pages={pages}
        pictureOf={(page) => pictureOf(address, page)}
        search={search}
        marks={drawn.marks}
        onMarks={(marks) => change({ marks })}
      >
        <MakeRedacted
          address={address}
          files={files}
          drawn={drawn}
          onName={(name) => change({ name })}
          onMade={draft.forget}
        />
      </RedactionDesk>
    </>
  );
}

interface MakeProps {
  readonly address: FileAddress;
  readonly files: CaseFiles;
  readonly drawn: Drawn;
  readonly onName: (name: string) => void;
  readonly onMade: () => void;
}

/** Has the redacted file made, and goes on to look it through. */
function MakeRedacted({ address, files, drawn, onName, onMade }: MakeProps): ReactNode {
  const navigate = useNavigate();
  const redact = useChange(applicationFileRoutes.redact, { also: ['applications'] });
  const [headingId, nameId] = [useId(), useId()];
  const { marks, name } = drawn;
  const waiting = files.files.find(
    ({ use, redaction }) => use === 'redacted' && redaction?.sourceFileId === address.fileId,
  );
  const hindrance =
    files.releaseRefused ??
    (waiting === undefined ? undefined : '这份原件已有一份遮盖件等待确认，请先确认或者移除那一份。') ??
    (marks.length === 0 ? '请先画出要遮盖的部分。' : undefined) ??
    (name.trim() === '' ? '请填写提供给申请人的文件名。' : undefined);
  const make = (): void => {
    const body = { name, marks: marks.map(({ markId: _, ...mark }) => mark) };
    redact.mutate(
      { request: { params: address, body } },
      {
        onSuccess: ({ fileId }) => {
          onMade();
          void navigate({
            to: '/applications/$regionId/$applicationId/files/$fileId',
            params: { ...address, fileId },
            // What was drawn is made: nothing is lost by leaving.
            ignoreBlocker: true,
          });
        },
      },
    );
  };
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>生成遮盖件</h2>
      {waiting !== undefined && (
        <Alert type="warning" showIcon title={`“${waiting.name}”还没有确认，请先返回案件核对。`} />
      )}
      <div className="ground-fields">
        <label htmlFor={nameId}>提供给申请人的文件名</label>
        <input
          id={nameId}
          type="text"
          maxLength={80}
          value={name}
          autoComplete="off"
          onChange={({ target }) => onName(target.value)}
        />
      </div>
      <p className="quiet">
        原件不变。新文件的每一页重新成像，方框下面的内容不再存在，生成后逐页核对，再确认提供。
      </p>
      <ProblemAlert error={redact.error} title="没有生成遮盖件" />
      <AbilityButton
        type="primary"
        needs="application.handle"
        abilities={files.abilities}
        hindrance={hindrance}
        loading={redact.isPending}
        onClick={make}
      >
        生成遮盖件
      </AbilityButton>
      {redact.isPending && <p role="status">正在生成并核验，页数多的需要几分钟，请不要关闭本页。</p>}
    </section>
  );
}
