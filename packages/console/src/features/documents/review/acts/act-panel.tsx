import { Link } from '@tanstack/react-router';
import type { DocumentActType } from '@zhaoshi/domain/disclosure/document-act';
import { isLeakOpen } from '@zhaoshi/domain/disclosure/document-state';
import { type ReactNode, useState } from 'react';
import { AbilityButton } from '../../../../ui/ability-button.tsx';
import type { ShownDocument } from '../../shown-document.ts';
import { FindingsNote } from '../findings-card.tsx';
import { ActForm } from './act-form.tsx';

interface Props {
  readonly shown: ShownDocument;
}

/** The acts that lead on; the others stand behind them. */
const MAIN: ReadonlySet<DocumentActType> = new Set([
  'submit',
  'agreeInUnit',
  'recordSecrecyReview',
  'passReview',
  'approve',
  'publish',
  'approveAfterwards',
  'followUpLeak',
]);

/** Refusals that say there is nothing of the kind to do, rather than that something is missing. */
const MOOT: ReadonlySet<string> = new Set(['not-urgent', 'nothing-public', 'no-leak']);

const isMoot = ({ refusals }: ShownDocument['acts'][number]): boolean =>
  refusals.some(({ code }) => MOOT.has(code));

const hindranceOf = ({ refusals }: ShownDocument['acts'][number]): string | undefined =>
  refusals.length === 0 ? undefined : refusals.map(({ message }) => message).join('');

/** What the person may do with the document now; what is against it stands with each. */
export function ActPanel({ shown }: Props): ReactNode {
  const [open, setOpen] = useState<DocumentActType | null>(null);
  const { abilities, regionId, documentId, status } = shown;
  const acts = shown.acts.filter((act) => !isMoot(act));
  const opened = acts.find(({ type }) => type === open);
  const main = acts.findLast(
    ({ type, refusals }) =>
      MAIN.has(type) && refusals.length === 0 && (type !== 'followUpLeak' || isLeakOpen(shown)),
  );
  // What leads on stands first.
  const inOrder = acts.toSorted((one, other) => Number(other === main) - Number(one === main));
  const mayEdit = status === 'draft' && abilities.includes('document.write');
  return (
    <section className="card" aria-labelledby="document-acts">
      <h2 id="document-acts">可以办理</h2>
      <div className="actions">
        {inOrder.map((act) => (
          <AbilityButton
            key={act.type}
            type={act === main ? 'primary' : 'default'}
            needs="document.handle"
            abilities={abilities}
            hindrance={hindranceOf(act)}
            aria-expanded={act.type === open}
            onClick={() => setOpen(act.type)}
          >
            {act.title}
          </AbilityButton>
        ))}
        {mayEdit && (
          <Link
            className="edit-link"
            to="/documents/$regionId/$documentId/edit"
            params={{ regionId, documentId }}
          >
            编辑草稿
          </Link>
        )}
      </div>
      {acts.length === 0 && !mayEdit && <p className="quiet">现在没有您可以办理的步骤。</p>}
      <Hindrances acts={acts} />
      {opened !== undefined && (
        <ActForm
          key={opened.type}
          shown={shown}
          type={opened.type}
          title={opened.title}
          law={opened.law}
          onClose={() => setOpen(null)}
        >
          {opened.type === 'recordSecrecyReview' && <FindingsNote shown={shown} />}
        </ActForm>
      )}
    </section>
  );
}

/** Why the grey ones are grey, for those who do not point at them. */
function Hindrances({ acts }: Pick<ShownDocument, 'acts'>): ReactNode {
  const hindered = acts.filter(({ refusals }) => refusals.length > 0);
  if (hindered.length === 0) return null;
  return (
    <ul className="hindrances quiet">
      {hindered.map((act) => (
        <li key={act.type}>
          {act.title}：{hindranceOf(act)}
        </li>
      ))}
    </ul>
  );
}
