import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { SEEN_LINE, UNSEEN_WORDS } from '@zhaoshi/domain/kernel/unseen';
import { PERMISSION_NAMES } from '@zhaoshi/domain/permission/permissions';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { z } from 'zod';

/** Fields that many routes share. */

export const id = z.uuid('编号格式不对');

/** The two ids that name an organ. */
export const organKey = { regionId: id, organId: id };

export const organParams = z.object(organKey);

/** A line of text without characters that cannot be seen, trimmed. */
export const line = (longest: number) =>
  z
    .string('应为文字')
    .trim()
    .min(1, '不能为空')
    .max(longest, `不超过 ${longest} 字`)
    .regex(SEEN_LINE, UNSEEN_WORDS);

/** A line that may be left empty; empty text and `null` are the same: not given. */
export const optionalLine = (longest: number) =>
  z.string('应为文字').trim().max(longest, `不超过 ${longest} 字`).regex(SEEN_LINE, UNSEEN_WORDS).nullable();

/**
 * A day (`2026-11-22`) that a person typed.
 *
 * @param field as the person reads it: the words stand away from the field too
 */
export const dateNamed = (field: string) =>
  z
    .string(`请填写${field}`)
    .refine((text) => parseCivilDate(text) !== undefined, `${field}应写成年-月-日，年份四位，如 2026-11-22`);

export const civilDate = dateNamed('日期');

/** A moment as ISO 8601 in UTC. */
export const moment = z.iso.datetime();

export const role = z.enum(ROLE_NAMES as [(typeof ROLE_NAMES)[number], ...(typeof ROLE_NAMES)[number][]]);

/** What the signed-in person may do to the resource that carries this. */
export const abilities = z.array(
  z.enum(PERMISSION_NAMES as [(typeof PERMISSION_NAMES)[number], ...(typeof PERMISSION_NAMES)[number][]]),
);

/** Changes with every save of the resource; also its ETag. */
export const version = z.int().min(1);

/** What a change answers that shows something else than the thing it changed: whose version it raised, and to which. */
export const raised = <Ids extends z.ZodRawShape>(ids: Ids) => z.object({ ...ids, version });
