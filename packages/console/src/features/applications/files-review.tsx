import { useNavigate } from '@tanstack/react-router';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import { REDACTION_GROUNDS } from '@zhaoshi/domain/application/redaction';
import { Alert } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { PagePicture, PageTurner } from '../../ui/redaction/page-picture.tsx';
import { type CaseFile, type CaseFiles, type FileAddress, type FilePages, pictureOf } from './shown-files.ts';
import '../../ui/redaction/redaction.css';

interface Props {
  readonly address: FileAddress;
  readonly file: CaseFile;
  readonly files: CaseFiles;
  readonly pages: FilePages;
}

/** What is withheld and why, as the reply will say it. */
function Withheld({ redaction }: { readonly redaction: NonNullable<CaseFile['redaction']> }): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>遮盖的部分</h2>
      <p className="quiet">
        由“{redaction.sourceName}”生成，{redaction.madeBy}，{shownMoment(redaction.madeAt)}。
      </p>
      <table className="plain">
        <caption className="for-readers">遮盖的部分和理由</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">页</th>
            <th scope="col">依据</th>
            <th scope="col">理由</th>
          </tr>
        </thead>
        <tbody>
          {redaction.marks.map(({ label, page, ground, reason }) => (
            <tr key={label}>
              <td>{label}</td>
              <td>{page}</td>
              <td>
                {REDACTION_GROUNDS[ground].title}（{REDACTION_GROUNDS[ground].article}）
              </td>
              <td>{reason === '' ? REDACTION_GROUNDS[ground].cause : reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the program noticed while it made the file: above all what was probably forgotten. */
function Noticed({ redaction }: { readonly redaction: NonNullable<CaseFile['redaction']> }): ReactNode {
  const { notes, repeated } = redaction;
  return (
    <>
      {repeated.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="problem"
          title="同样的文字在别处没有遮盖，请核对是否漏遮"
          description={repeated.map(({ label, pages }) => (
            <p key={label}>
              遮盖框{label}下的文字还出现在第{pages.join('、')}页。
            </p>
          ))}
        />
      )}
      {notes.length > 0 && (
        <ul className="quiet">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Releases it or takes it out again, once all pages were seen. */
function Decide({
  address,
  file,
  files,
  isSeen,
}: Omit<Props, 'pages'> & { readonly isSeen: boolean }): ReactNode {
  const navigate = useNavigate();
  const headingId = useId();
  const also = { also: ['applications'] };
  const release = useChange(applicationFileRoutes.release, also);
  const remove = useChange(applicationFileRoutes.remove, also);
  const { regionId, applicationId } = address;
  const source = file.redaction?.sourceFileId;
  const back = {
    to: '/applications/$regionId/$applicationId',
    params: { regionId, applicationId },
    search: { view: 'files' },
  } as const;
  const redraw = (): void =>
    void navigate(
      source === undefined
        ? back
        : {
            to: '/applications/$regionId/$applicationId/files/$fileId',
            params: { regionId, applicationId, fileId: source },
          },
    );
  // The file changes under this card, which is gone before the answer would call back: the promise outlives it.
  const finish = async (change: typeof release | typeof remove, then: () => void): Promise<void> => {
    try {
      await change.mutateAsync({ request: { params: address } });
      then();
    } catch {
      // Shown above the buttons.
    }
  };
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>核对</h2>
      <p>请逐页核对：不该公开的是否都已遮盖，该公开的是否没有多遮。确认后随答复提供给申请人。</p>
      {file.redaction !== null && <Noticed redaction={file.redaction} />}
      <ProblemAlert error={release.error ?? remove.error} />
      <div className="actions">
        <AbilityButton
          type="primary"
          needs="application.handle"
          abilities={files.abilities}
          hindrance={files.releaseRefused ?? (isSeen ? undefined : '请先翻到最后一页，看完所有页面。')}
          loading={release.isPending}
          onClick={() => void finish(release, () => void navigate(back))}
        >
          确认提供给申请人
        </AbilityButton>
        <AbilityButton
          danger
          needs="application.handle"
          abilities={files.abilities}
          hindrance={file.staysBecause ?? undefined}
          loading={remove.isPending}
          onClick={() => void finish(remove, redraw)}
        >
          移除，重新遮盖
        </AbilityButton>
      </div>
    </section>
  );
}

/** A file page by page, as it will be, or was, given out. */
export function ReviewFile({ address, file, files, pages }: Props): ReactNode {
  const headingId = useId();
  const [number, setNumber] = useState(1);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set([1]));
  const page = pages.find((one) => one.page === number) ?? pages[0];
  const turn = (next: number): void => {
    setNumber(next);
    setSeen(new Set([...seen, next]));
  };
  return (
    <div className="redaction">
      <section className="card redaction-page" aria-labelledby={headingId}>
        <div className="card-head">
          <h2 id={headingId}>页面</h2>
          <PageTurner page={number} pages={pages.length} onTurn={turn} />
        </div>
        {page !== undefined && (
          <div className="review-surface">
            <PagePicture key={page.page} page={page} source={pictureOf(address, page.page)} />
          </div>
        )}
      </section>
      <div className="redaction-side">
        {file.use === 'redacted' && (
          <Decide address={address} file={file} files={files} isSeen={seen.size >= pages.length} />
        )}
        {file.use === 'released' && (
          <Alert
            type="info"
            showIcon
            title="这份文件随答复提供给申请人"
            description="答复送达以后，申请人可以在门户下载。"
          />
        )}
        {file.redaction !== null && <Withheld redaction={file.redaction} />}
      </div>
    </div>
  );
}
