import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { draftKey, draftsOf, readDraft, removeDraft } from '../../app/draft-store.ts';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { ConfirmChange } from '../../ui/confirm-change.tsx';

/** Forms that were left unsaved on this device, in the organ one acts in; the way back to each. */
export function UnsavedDrafts(): ReactNode {
  const { account, organ } = useSession();
  const here = draftKey(account.accountId, organ?.organId ?? '-', '');
  const read = () =>
    draftsOf(account.accountId).flatMap((key) =>
      key.startsWith(here) ? { key, draft: readDraft(key) } : [],
    );
  const [found, setFound] = useState(read);
  const [asking, setAsking] = useState<string | null>(null);
  if (found.length === 0) return null;
  return (
    <section className="card">
      <h2>未保存的内容</h2>
      <p className="quiet">填写后没有保存，只暂存在这台设备上，30 天后清除。</p>
      <ul className="rows">
        {found.map(
          ({ key, draft }) =>
            draft !== null && (
              <li key={key}>
                <span>
                  <Link to={draft.path}>{draft.title}</Link>
                  <small className="quiet">{shownMoment(draft.keptAt)}填写</small>
                </span>
                <Button
                  size="small"
                  aria-label={`清除${draft.title}的未保存内容`}
                  onClick={() => setAsking(key)}
                >
                  清除
                </Button>
              </li>
            ),
        )}
      </ul>
      <ConfirmChange
        open={asking !== null}
        title="清除未保存的内容"
        confirm="清除"
        grave
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          if (asking !== null) removeDraft(asking);
          setAsking(null);
          setFound(read());
        }}
      >
        <p>清除后不能恢复。已保存的内容不受影响。</p>
      </ConfirmChange>
    </section>
  );
}
