import type { BundleSection } from '@zhaoshi/domain/application/case-bundle';
import type { CaseFileUse } from '@zhaoshi/domain/application/case-files';
import { CASE_FILE_USES } from '@zhaoshi/domain/application/case-files';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Kysely } from 'kysely';
import type { Schema } from '../../../db/schema.ts';
import type { Services } from '../../../services.ts';
import { openContent } from '../../files/sealed-file.ts';
import { approvalSheet, proofOfDelivery } from '../case-forms.ts';
import { openLetter } from '../letter-seal.ts';
import type { ShownCase } from '../show-case.ts';
import type { ShownFile } from '../show-case-files.ts';
import { type BundlePart, fromBytes } from './bundle-part.ts';
import { letterParts, numbered, type Unnumbered } from './numbered-parts.ts';
import { applicationSheet, courseSheet, eventsJson, redactionSheet, searchSheet } from './sheets.ts';

/** Where the files of each use lie; a redacted file that was not released is no part of the case's file. */
const SECTIONS: Readonly<Record<CaseFileUse, BundleSection | null>> = {
  form: 'application',
  envelope: 'application',
  identity: 'application',
  powerOfAttorney: 'application',
  correction: 'application',
  search: 'course',
  consultation: 'course',
  evidence: 'course',
  payment: 'course',
  source: 'course',
  redacted: null,
  released: 'supplied',
};

/** What the file of a case is made from. */
export interface BundleSource {
  readonly shown: ShownCase;
  readonly files: readonly ShownFile[];
  readonly database: Kysely<Schema>;
  readonly services: Pick<Services, 'files' | 'secretBox'>;
  readonly now: Date;
}

const today = ({ now }: BundleSource): string => civilDateAt(now);

function sheet(
  source: BundleSource,
  section: BundleSection,
  kind: string,
  content: Buffer | null,
): Unnumbered[] {
  if (content === null) return [];
  const open = () => Promise.resolve(fromBytes(content));
  return [{ section, kind, name: 'x.html', title: kind, on: today(source), open }];
}

/** Every letter with its proof of delivery. */
async function letters({ shown, database, services, now }: BundleSource): Promise<Unnumbered[]> {
  const box = services.secretBox;
  const parts: Unnumbered[] = [];
  for (const row of shown.letters) {
    const letter = openLetter(box, row);
    parts.push(...letterParts('letters', letter, `${letter.title}${row.document_number ?? ''}`));
    const proof = await proofOfDelivery(database, shown, { letter, way: row.delivery_way }, { box, now });
    if (proof.ok) parts.push(...letterParts('letters', proof.value, `${letter.title}的送达回证`));
  }
  return parts;
}

async function approval({ shown, database, services, now }: BundleSource): Promise<Unnumbered[]> {
  const composed = await approvalSheet(database, shown, { box: services.secretBox, now });
  return composed?.ok === true ? letterParts('approval', composed.value, composed.value.title) : [];
}

function fileParts({ files, services }: BundleSource): Unnumbered[] {
  return files.flatMap((file) => {
    const section = SECTIONS[file.row.use];
    if (section === null) return [];
    const kind = CASE_FILE_USES[file.row.use].title;
    return [
      {
        section,
        kind,
        name: file.name,
        title: `${kind}：${file.name}`,
        on: civilDateAt(file.row.added_at),
        open: async () => {
          const content = await openContent(services, file.row);
          if (content === null) throw new Error('a file of a case is missing from the storage');
          return content;
        },
      },
    ];
  });
}

/** Everything of a case in the order of its file, numbered within its sections. */
export async function collectParts(source: BundleSource): Promise<readonly BundlePart[]> {
  const { shown, files, services } = source;
  const box = services.secretBox;
  const all = [
    ...sheet(source, 'application', '申请表', applicationSheet(shown, box)),
    ...sheet(source, 'course', '检索记录', searchSheet(shown, box)),
    ...(await approval(source)),
    ...(await letters(source)),
    ...sheet(source, 'supplied', '遮盖记录', redactionSheet(files)),
    ...fileParts(source),
    ...sheet(source, 'record', '办理过程', courseSheet(shown, box)),
    {
      section: 'record' as const,
      kind: '办理过程数据',
      name: 'x.json',
      title: '办理过程（数据）',
      on: today(source),
      open: () => Promise.resolve(fromBytes(eventsJson(shown, box))),
    },
  ];
  return numbered(all);
}
