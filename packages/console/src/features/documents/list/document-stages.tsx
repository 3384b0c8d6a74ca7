import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type DocumentSearch, STAGES, type Stage, stageOf } from './document-search.ts';

/** The same filter in another stage; a status belongs to its stage. */
function searchAt({ stage: _, status: _status, ...rest }: DocumentSearch, stage: Stage): DocumentSearch {
  return { ...rest, ...(stage !== 'all' && { stage }) };
}

/** From one stage of the list to another. */
export function DocumentStages({ search }: { readonly search: DocumentSearch }): ReactNode {
  const current = stageOf(search);
  return (
    <nav className="stages" aria-label="文件所处阶段">
      <ul>
        {(Object.keys(STAGES) as readonly Stage[]).map((stage) => (
          <li key={stage}>
            <Link
              to="/documents"
              search={searchAt(search, stage)}
              activeOptions={{ exact: true, explicitUndefined: true }}
              {...(stage === current && { 'aria-current': 'page' as const })}
              className={stage === current ? 'chosen' : undefined}
            >
              {STAGES[stage]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
