import { z } from 'zod';
import { id, role } from '../fields.ts';

/** Where a finding stands: a field, a text of the body by the indexes that lead to it, or a name of an attachment. */
const findingPlace = z.union([
  z.object({ field: z.enum(['title', 'abstract', 'source', 'changeNote', 'keywords']) }),
  z.object({ path: z.array(z.int()) }),
  z.object({ attachment: z.int() }),
]);

/** What the scan before publication found. */
export const documentFinding = z
  .object({
    /** Names the finding within the version that was scanned; a justification names it so. */
    key: z.string(),
    kind: z.string(),
    title: z.string(),
    severity: z.enum(['blocks', 'warns']),
    /** "第2段", "第1个表第3行第2列". */
    place: z.string(),
    at: findingPlace,
    /** Characters (UTF-16 units) of the text at the place; `end` is behind the last one. */
    start: z.int(),
    end: z.int(),
    /** What was found, and what should stand there instead: only for those who write or handle the document. */
    text: z.string().nullable(),
    mask: z.string().nullable(),
    reason: z.string(),
    source: z.string(),
    /** Roles that may let it stand; empty: it must go. */
    justifiedBy: z.array(role),
    isJustified: z.boolean(),
  })
  .meta({ id: 'DocumentFinding' });

/** What the scan found in a file of the document, and whether it could look into it. */
export const documentFileScan = z
  .object({
    fileId: id,
    /** As the document shows it; the picture's description where it stands in the text. */
    name: z.string(),
    /** waiting: nothing of the document is published before it is done; failed: a person must look and justify. */
    state: z.enum(['waiting', 'done', 'failed']),
    /** Parts of it can be covered here: a PDF or a picture without a password. */
    isRedactable: z.boolean(),
    findings: z.array(documentFinding.omit({ at: true, start: true, end: true, mask: true })),
  })
  .meta({ id: 'DocumentFileScan' });
