import { UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { annualReportFileRoutes } from '@zhaoshi/contract/routes/annual-report-files';
import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import { Button } from 'antd';
import { type ReactNode, useId, useRef, useState } from 'react';
import { call } from '../../app/api.ts';
import { asProblem } from '../../app/problem.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { SecondFactorDialog } from '../../ui/second-factor-dialog.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { EnteredCard } from './entered-card.tsx';
import { FileCard } from './file-card.tsx';
import { type ChosenFile, FORMATS, isSure, readChosen, type Unit } from './read-files.ts';

type Home = Pick<Unit, 'regionId' | 'organId'>;

/** Chosen files and what is done with them, one after the other. */
function useChosenFiles(home: Home) {
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [busy, setBusy] = useState('');
  /** Waits for the second factor before it becomes public. */
  const [unsigned, setUnsigned] = useState<ChosenFile | null>(null);
  const queryClient = useQueryClient();
  const government = useRead(annualReportRoutes.years, { params: home }).data?.government;
  const change = (key: string, changed: Partial<ChosenFile>): void =>
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...changed } : file)));
  const isOwn = (unit: Unit | null): boolean =>
    unit !== null && (unit.organId === home.organId || unit.organId === government?.organId);
  const add = async (chosen: readonly File[]): Promise<void> => {
    for (const [index, file] of chosen.entries()) {
      setBusy(`正在读取第 ${index + 1} 个文件，共 ${chosen.length} 个……`);
      const read = await readChosen(home, file);
      setFiles((before) => [...before, read]);
    }
    setBusy('');
  };
  const enter = async (file: ChosenFile, as: 'submitted' | 'published'): Promise<void> => {
    const { key, unit, year, fileId, reading } = file;
    if (unit === null || year === null || fileId === null || reading === null) return;
    const { regionId, organId } = unit;
    const params = { regionId, organId, reportYear: year };
    const body = { fileId, sha256: reading.sha256 };
    const options = { idempotencyKey: crypto.randomUUID() };
    try {
      await (isOwn(unit)
        ? call(annualReportFileRoutes.enter, { params, body: { ...body, as: 'published' } }, options)
        : call(annualReportFileRoutes.receive, { params, body: { ...body, as: 'submitted' } }, options));
      change(key, { entered: as, error: null });
    } catch (error) {
      if (asProblem(error).code === 'second-factor-again') setUnsigned(file);
      else change(key, { error });
    }
  };
  const enterEach = async (chosen: readonly ChosenFile[], as: 'submitted' | 'published'): Promise<void> => {
    setBusy('正在录入……');
    for (const file of chosen) await enter(file, as);
    setBusy('');
    void queryClient.invalidateQueries();
  };
  const dialog = unsigned !== null && (
    <SecondFactorDialog
      what={`公布${unsigned.name}`}
      onConfirmed={() => {
        setUnsigned(null);
        void enterEach([unsigned], 'published');
      }}
      onCancel={() => setUnsigned(null)}
    />
  );
  return { files, busy, change, isOwn, add, enterEach, dialog };
}

interface DraftedProps {
  readonly file: ChosenFile;
  readonly onClose: () => void;
  readonly onChange: (key: string, changed: Partial<ChosenFile>) => void;
}

/** The comparison of a file with the draft of the report that was chosen for it. */
function Drafted({ file: { key, unit, year, fileId }, onClose, onChange }: DraftedProps): ReactNode {
  if (unit === null || year === null || fileId === null) return null;
  const params = { regionId: unit.regionId, organId: unit.organId, reportYear: year };
  return (
    <DraftDialog
      params={params}
      fileId={fileId}
      onClose={onClose}
      onDone={() => {
        onChange(key, { entered: 'draft', error: null });
        onClose();
      }}
    />
  );
}

function Import({ home }: { readonly home: Home }): ReactNode {
  const { files, busy, change, isOwn, add, enterEach, dialog } = useChosenFiles(home);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [drafted, setDrafted] = useState<ChosenFile | null>(null);
  // The own report is signed by the leader, or was published before: each is a choice of its own.
  const sure = files.filter((file) => isSure(file) && !isOwn(file.unit));
  return (
    <>
      <section className="card">
        <label htmlFor={id} className="for-readers">
          选择年度报告文件
        </label>
        <input
          id={id}
          ref={input}
          type="file"
          multiple
          className="for-readers"
          tabIndex={-1}
          accept={FORMATS}
          onChange={({ target }) => {
            const chosen = [...(target.files ?? [])];
            // The same file, mended, can be chosen again.
            target.value = '';
            void add(chosen);
          }}
        />
        <div className="actions">
          <Button
            icon={<UploadOutlined aria-hidden />}
            loading={busy !== ''}
            onClick={() => input.current?.click()}
          >
            选择文件（可以多选）
          </Button>
          {sure.length > 0 && (
            <Button type="primary" disabled={busy !== ''} onClick={() => void enterEach(sure, 'submitted')}>
              录入全部有把握的（{sure.length} 个，作为报送的报告）
            </Button>
          )}
        </div>
        <p role="status" className="quiet">
          {busy}
        </p>
      </section>
      {files.map((file) => (
        <FileCard
          key={file.key}
          chosen={file}
          isBusy={busy !== ''}
          isOwn={isOwn(file.unit)}
          onChange={(changed) => change(file.key, changed)}
          onEnter={(as) => void enterEach([file], as)}
          onDraft={() => setDrafted(file)}
        />
      ))}
      <EnteredCard home={home} />
      {dialog}
      {drafted !== null && <Drafted file={drafted} onClose={() => setDrafted(null)} onChange={change} />}
    </>
  );
}

/** Reports that were made elsewhere, entered as their files say. */
export function ReportImportPage(): ReactNode {
  const { organ } = useSession();
  return (
    <>
      <PageHeader />
      {organ === null ? (
        <p>您还没有所属的机关，请联系系统管理员。</p>
      ) : (
        <Import home={{ regionId: organ.regionId, organId: organ.organId }} />
      )}
    </>
  );
}
