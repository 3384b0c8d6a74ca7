import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { stageOf } from './register-filter.ts';
import { type RegisterSearch, STAGES, type Stage } from './register-search.ts';

const NAMES = Object.keys(STAGES) as readonly Stage[];

/** The same filter in another stage; a result is there only once a case is concluded. */
function searchAt(search: RegisterSearch, stage: Stage): RegisterSearch {
  const { stage: _, outcome, ...rest } = search;
  return {
    ...rest,
    ...(stage !== 'open' && { stage }),
    ...(outcome !== undefined && (stage === 'concluded' || stage === 'all') && { outcome }),
  };
}

/** From one stage of the register to another. */
export function RegisterStages({ search }: { readonly search: RegisterSearch }): ReactNode {
  const current = stageOf(search);
  return (
    <nav className="stages" aria-label="办理阶段">
      <ul>
        {NAMES.map((stage) => (
          <li key={stage}>
            <Link
              to="/applications"
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
