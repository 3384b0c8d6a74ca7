import { refuseRemoval } from '@zhaoshi/domain/application/case-files';
import { redactionLetterFields } from '@zhaoshi/domain/application/redaction';
import type { LetterFieldValues } from '@zhaoshi/domain/letter/letter-field';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { ApplicationIds, CaseRow } from '../../db/queries/application-case.ts';
import { APPLICANT_ACTOR } from '../../db/queries/application-case.ts';
import {
  type CaseFileRow,
  caseFileRows,
  lastDelivery,
  type RedactionRow,
  redactionRows,
} from '../../db/queries/case-files.ts';
import type { Schema } from '../../db/schema.ts';
import { fileFacts } from '../files/sealed-file.ts';
import { type KeptRedaction, openRedaction } from '../redaction/kept-redaction.ts';

/** A file of a case with how it came about. */
export interface ShownFile {
  readonly row: CaseFileRow;
  readonly name: string;
  readonly sha256: string;
  readonly redaction:
    | ({
        readonly row: RedactionRow;
        readonly sourceName: string;
      } & KeptRedaction)
    | null;
  readonly staysBecause: string | null;
}

const isApplicants = ({ uploaded_by }: CaseFileRow): boolean => uploaded_by.startsWith(APPLICANT_ACTOR);

/** Every file of a case, for who may see its applicant. */
export async function showCaseFiles(
  database: Kysely<Schema>,
  { region_id, application_id, status }: Pick<CaseRow, 'region_id' | 'application_id' | 'status'>,
  box: SecretBox,
): Promise<readonly ShownFile[]> {
  const ids: ApplicationIds = { regionId: region_id, applicationId: application_id };
  const rows = await caseFileRows(database, ids);
  const redactions = await redactionRows(database, ids);
  const deliveredAt = await lastDelivery(database, ids);
  const names = new Map(rows.map((row) => [row.file_id, fileFacts(box, row).name]));
  return rows.map((row) => {
    const { name, sha256 } = fileFacts(box, row);
    const made = redactions.find(({ file_id }) => file_id === row.file_id);
    const facts = {
      status,
      use: row.use,
      isApplicants: isApplicants(row),
      wasGiven: row.use === 'released' && deliveredAt !== null && row.added_at <= deliveredAt,
      hasRedactions: redactions.some(({ source_file_id }) => source_file_id === row.file_id),
    };
    return {
      row,
      name,
      sha256,
      redaction:
        made === undefined
          ? null
          : {
              row: made,
              sourceName: names.get(made.source_file_id) ?? '',
              ...openRedaction(box, made),
            },
      staysBecause: refuseRemoval(facts),
    };
  });
}

/** Fields of the reply as the files that go out fill them; for who writes the draft. */
export function letterFieldsOf(files: readonly ShownFile[]): LetterFieldValues {
  const released = files.filter(({ row }) => row.use === 'released');
  if (released.length === 0) return {};
  return {
    ...redactionLetterFields(
      released.map(({ name, redaction }) => ({ name, marks: redaction?.marks ?? [] })),
    ),
    enclosures: released.map(({ name }) => name.replace(/\.[a-z0-9]+$/i, '')).join('\n'),
  };
}
