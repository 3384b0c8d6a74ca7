import type { Role } from '../../permission/roles.ts';
import type { ReportEvent } from './report-act.ts';
import type { ReportState } from './report-state.ts';

/** Who is told what after an act; `own`: of the organ itself, by roles; `receiver`: its competent department. */
export interface ReportNotice {
  readonly to: 'own' | 'receiver';
  readonly roles: readonly Role[];
  readonly words: string;
}

const AUTHORS = ['disclosureOfficer', 'disclosureOfficeHead'] as const satisfies readonly Role[];

const own = (roles: readonly Role[], words: string): ReportNotice => ({ to: 'own', roles, words });

/** What an act makes somebody else's next step; `null` when nobody's. */
export function reportNotice({ type }: ReportEvent, { status }: ReportState): ReportNotice | null {
  switch (type) {
    case 'askSignature':
      return own(['leader'], '年度报告等待签发。');
    case 'sendBack':
      return own(AUTHORS, '年度报告没有签发，已退回修改。');
    case 'sign':
      return status === 'submitted'
        ? { to: 'receiver', roles: ['supervisor'], words: '年度报告已报送，等待审核。' }
        : own(AUTHORS, '年度报告已签发，可以公布。');
    case 'returnForMending':
      return own([...AUTHORS, 'leader'], '年度报告被主管部门退回更正。');
    case 'accept':
      return own(AUTHORS, '年度报告已由主管部门接收，可以公布。');
    default:
      return null;
  }
}
