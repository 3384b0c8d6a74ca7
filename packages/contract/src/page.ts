import { z } from 'zod';

/** A list is fetched page by page: each answer names the cursor of the next. */
export const pageQuery = z.object({
  cursor: z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9_-]*$/, '翻页标记不对')
    .optional(),
  limit: z.coerce.number('应为数字').int().min(1).max(100, '每页不超过 100 条').default(20),
});

export type PageQuery = z.infer<typeof pageQuery>;

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** `null` on the last page. */
    nextCursor: z.string().nullable(),
  });
