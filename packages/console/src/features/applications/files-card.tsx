import { Link } from '@tanstack/react-router';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { CASE_FILE_USES } from '@zhaoshi/domain/application/case-files';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownMoment } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ConfirmChange } from '../../ui/confirm-change.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { sizeWords } from '../../ui/redaction/marks.ts';
import { AddFile } from './files-add.tsx';
import { ExportCaseFile } from './files-export.tsx';
import type { ShownCase } from './shown-application.ts';
import { type CaseFile, type CaseFiles as Files, isViewable } from './shown-files.ts';
import { seesFiles, useCaseFiles } from './use-case-files.ts';
import './files.css';

interface RowProps {
  readonly shown: ShownCase;
  readonly file: CaseFile;
  readonly files: Files;
  readonly onRemove: () => void;
}

/** What the file's own screen is for. */
function ScreenLink({ shown, file }: Pick<RowProps, 'shown' | 'file'>): ReactNode {
  if (!isViewable(file)) return null;
  const { regionId, applicationId } = shown;
  const words = file.use === 'redacted' ? '核对' : file.use === 'source' ? '遮盖' : '查看';
  return (
    <Link
      to="/applications/$regionId/$applicationId/files/$fileId"
      params={{ regionId, applicationId, fileId: file.fileId }}
      className="to-screen"
    >
      {words}
      <span className="for-readers"> {file.name}</span>
    </Link>
  );
}

function FileRow({ shown, file, files, onRemove }: RowProps): ReactNode {
  const { regionId, applicationId } = shown;
  const { fileId, name, use, size, addedAt, redaction, staysBecause } = file;
  const content = applicationFileRoutes.download.path;
  return (
    <li>
      <span className="file-name">
        <a href={addressOf(content, { params: { regionId, applicationId, fileId } })} download>
          {name}
        </a>
        <small className="quiet">
          {CASE_FILE_USES[use].title}，{sizeWords(size)}，{shownMoment(addedAt)}
          {redaction !== null && `，由“${redaction.sourceName}”遮盖${redaction.marks.length}处`}
        </small>
      </span>
      <span className="actions">
        <ScreenLink shown={shown} file={file} />
        <AbilityButton
          size="small"
          needs="application.handle"
          abilities={files.abilities}
          hindrance={staysBecause ?? undefined}
          aria-label={`移除${name}`}
          onClick={onRemove}
        >
          移除
        </AbilityButton>
      </span>
    </li>
  );
}

interface RemoveProps {
  readonly shown: ShownCase;
  readonly file: CaseFile | null;
  readonly onEnd: () => void;
}

function RemoveFile({ shown, file, onEnd }: RemoveProps): ReactNode {
  const { regionId, applicationId } = shown;
  const remove = useChange(applicationFileRoutes.remove, { also: ['applications'] });
  const end = (): void => {
    remove.reset();
    onEnd();
  };
  return (
    <ConfirmChange
      open={file !== null}
      title="移除这份文件？"
      confirm="移除"
      grave
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => {
        if (file === null) return;
        const params = { regionId, applicationId, fileId: file.fileId };
        remove.mutate({ request: { params } }, { onSuccess: end });
      }}
      onCancel={end}
    >
      <p>“{file?.name}”不再属于本件，文件在几天后清除，不能恢复。移除的操作会留下记录。</p>
    </ConfirmChange>
  );
}

/** The list itself, for who may see the applicant. */
function Listed({ shown, files }: { readonly shown: ShownCase; readonly files: Files }): ReactNode {
  const [removed, setRemoved] = useState<CaseFile | null>(null);
  return (
    <>
      {files.files.length === 0 ? (
        <p className="quiet">还没有材料。检索到的信息、检索截图、征求到的意见等，在下面选择用途后上传。</p>
      ) : (
        <ul className="rows">
          {files.files.map((file) => (
            <FileRow
              key={file.fileId}
              shown={shown}
              file={file}
              files={files}
              onRemove={() => setRemoved(file)}
            />
          ))}
        </ul>
      )}
      <AddFile shown={shown} files={files} />
      <RemoveFile shown={shown} file={removed} onEnd={() => setRemoved(null)} />
    </>
  );
}

/** What was handed in, found, redacted and given out in a case. */
export function CaseFiles({ shown }: { readonly shown: ShownCase }): ReactNode {
  const headingId = useId();
  const isSeen = seesFiles(shown);
  const { data, error, refetch } = useCaseFiles(shown);
  return (
    <section className="card" aria-labelledby={headingId}>
      <div className="card-head">
        <h2 id={headingId}>材料</h2>
        <ExportCaseFile shown={shown} />
      </div>
      {!isSeen && <p className="quiet">您没有查看材料的权限。</p>}
      <ProblemAlert error={error} />
      {error !== null && <Button onClick={() => void refetch()}>重新读取</Button>}
      {isSeen && data === undefined && error === null && <Loading />}
      {data !== undefined && <Listed shown={shown} files={data} />}
    </section>
  );
}
