import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationAct, ApplicationEvent } from '@zhaoshi/domain/application/act';
import type { ApplicationForm } from '@zhaoshi/domain/application/application-form';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { CaseRow } from '../../db/queries/application-case.ts';
import { sealForm } from './show-case.ts';

type KindRow = Pick<CaseRow, 'application_id' | 'applicant_kind'>;

/** Whether a correction of the applicant's kind corrects nothing. */
export const refuseSameKind = ({ applicant_kind }: KindRow, act: ApplicationAct): Rejection | null =>
  act.type === 'correctApplicantKind' && act.applicantKind === applicant_kind
    ? {
        code: 'invalid',
        errors: [{ pointer: '/act/applicantKind', message: '与登记的申请人类型相同，没有需要更正的' }],
      }
    : null;

/** The kind that table three counts after an event. */
export const kindAfter = ({ applicant_kind }: KindRow, event: ApplicationEvent): CaseRow['applicant_kind'] =>
  event.type === 'correctApplicantKind' ? event.applicantKind : applicant_kind;

/** What a correction changes in the case's row: its column of table three and the form that says who applied. */
export const kindColumns = (
  row: KindRow,
  event: ApplicationEvent,
  { form, box }: { readonly form: ApplicationForm; readonly box: SecretBox },
): { readonly applicant_kind?: CaseRow['applicant_kind']; readonly sealed?: string } =>
  event.type === 'correctApplicantKind'
    ? {
        applicant_kind: event.applicantKind,
        sealed: sealForm(box, row.application_id, {
          ...form,
          applicant: { ...form.applicant, kind: event.applicantKind },
        }),
      }
    : {};
