import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ScanFinding } from '@zhaoshi/domain/disclosure/scan/finding';
import { scanText } from '@zhaoshi/domain/disclosure/scan/scan-text';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { refuseFindings } from '@zhaoshi/domain/village/refuse-findings';
import {
  contentFaults,
  maskedBody,
  type PostKind,
  postPieces,
  subjectFaults,
} from '@zhaoshi/domain/village/village-post';
import { Alert, App, Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { asProblem, isSignedOut } from '../../app/problem.ts';
import { useSession } from '../../app/session.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FindingsAlert } from './findings-alert.tsx';
import { type PostDraft, removePostDraft } from './post-draft.ts';
import { ContentFields, SignerFields } from './post-fields.tsx';
import { sendPost } from './send-post.ts';
import { usePostDraft } from './use-post-draft.ts';

interface Props {
  readonly ids: { readonly regionId: string; readonly organId: string };
  readonly fresh: PostDraft;
  readonly title: string;
  /** What was written came along from another period, so that nothing is restored. */
  readonly isMoved?: boolean;
  /** Above what is written. */
  readonly children?: ReactNode;
}

const contentOf = ({ kind, subject, body, photos }: PostDraft) => ({
  kind,
  subject,
  body,
  photos: photos.length,
});

const findingsIn = (draft: PostDraft): readonly ScanFinding[] =>
  scanText(postPieces(contentOf(draft)), { today: civilDateAt(new Date()) });

/** What is still missing, in the order of the form. */
function lacking(draft: PostDraft): readonly string[] {
  const { committeeSigner, supervisorSigner, kind, photos, hasLooked, corrects, reason } = draft;
  return [
    ...subjectFaults(draft.item, draft.subject).map(({ message }) => message),
    ...contentFaults(contentOf(draft)).map(({ message }) => message),
    ...(kind === 'photo' && photos.length > 0 && !hasLooked ? ['请逐张看过照片，并且勾选。'] : []),
    ...(committeeSigner.trim() === '' ? ['请填写村民委员会签字人。'] : []),
    ...(supervisorSigner.trim() === '' ? ['请填写村务监督委员会签字人。'] : []),
    ...(corrects !== null && reason.trim() === '' ? ['请写明更正的原因。'] : []),
  ];
}

/** Writes, checks and posts; without a connection the post waits on this device and goes out by itself. */
export function PostForm({ ids, fresh, title, isMoved = false, children }: Props): ReactNode {
  const { account, organ } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const owner = { accountId: account.accountId, organId: ids.organId };
  const { key, draft, isRestored, change } = usePostDraft(owner, fresh, title);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [findings, setFindings] = useState<readonly ScanFinding[]>([]);
  const [error, setError] = useState<unknown>(null);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0 || findings.length > 0 || error !== null)
      told.current?.scrollIntoView({ block: 'center' });
  }, [faults, findings, error]);
  const sending = useMutation({
    mutationFn: (whole: PostDraft) => sendPost(ids, whole),
    // Without a connection it fails at once, and the draft waits.
    networkMode: 'always',
  });
  const roles = organ?.roles ?? [];

  const edit = (part: Partial<PostDraft>): void => {
    setFaults([]);
    // Places have moved with the text.
    if (part.body !== undefined || part.subject !== undefined || part.kind !== undefined) setFindings([]);
    change({ ...part, isQueued: false, ...(part.body !== undefined && { justified: [] }) });
  };

  const goBack = (words: string): void => {
    void message.success(words);
    void queryClient.invalidateQueries({ queryKey: ['village'] });
    void queryClient.invalidateQueries({ queryKey: ['desk'] });
    void navigate({ to: '/village' });
  };

  const send = async (): Promise<void> => {
    const queued = change({ isQueued: true, submission: draft.submission });
    setError(null);
    try {
      await sending.mutateAsync(queued);
      await removePostDraft(key);
      goBack(`已公布：${title}`);
    } catch (problem) {
      if (asProblem(problem).code === 'offline') goBack('没有网络，已存在这台设备上，联网后自动公布');
      // Whose session is over signs in again, and it goes out.
      else if (!isSignedOut(problem)) {
        change({ isQueued: false });
        setError(problem);
      }
    }
  };

  const publish = (): void => {
    const missing = lacking(draft);
    const found =
      draft.kind === 'photo' && draft.body === '' && draft.subject === '' ? [] : findingsIn(draft);
    setFaults(missing);
    setFindings(found);
    if (missing.length === 0 && refuseFindings(found, draft.justified, roles).length === 0) void send();
  };

  return (
    <form
      className="card village-post"
      onSubmit={(event) => {
        event.preventDefault();
        publish();
      }}
    >
      {isRestored && !isMoved && (
        <Alert
          className="problem"
          type="info"
          showIcon
          role="status"
          title="已恢复上次没有公布的内容"
          action={
            <Button
              size="small"
              onClick={() => {
                void removePostDraft(key).then(() => navigate({ to: '/village' }));
              }}
            >
              放弃这些内容
            </Button>
          }
        />
      )}
      {children}
      <ContentFields
        draftKey={key}
        draft={draft}
        onChange={edit}
        onKind={(kind: PostKind) => edit({ kind })}
      />
      <SignerFields draft={draft} onChange={edit} />
      <div ref={told}>
        {faults.length > 0 && (
          <Alert
            className="problem"
            type="warning"
            showIcon
            role="alert"
            title="还差一点"
            description={
              <ul>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            }
          />
        )}
        <FindingsAlert
          findings={findings}
          roles={roles}
          justified={draft.justified}
          onMask={() => edit({ body: maskedBody(contentOf(draft), findings) })}
          onJustify={(justified) => change({ justified, isQueued: false })}
        />
        <ProblemAlert error={error} />
      </div>
      <div className="publish">
        <Button type="primary" size="large" htmlType="submit" loading={sending.isPending}>
          公布
        </Button>
      </div>
    </form>
  );
}
