import type { z } from 'zod';

/** The settings of one part of the program. The part owns this; `config.ts` puts the parts together. */
export interface ConfigArea<Shape extends z.ZodRawShape, Built> {
  /** Chinese, a heading in `zhaoshi doctor`. */
  readonly title: string;
  /** By the name of the environment variable; each takes text or, when not set, `undefined`. */
  readonly settings: z.ZodObject<Shape>;
  /** What each setting is for, in Chinese, with its default. */
  readonly help: { readonly [Name in keyof Shape & string]: string };
  /** Never shown; each may also be given as `<name>_FILE`, the path of a file that holds it. */
  readonly secrets: readonly (keyof Shape & string)[];
  /** The settings in the words of the program. */
  readonly build: (found: z.output<z.ZodObject<Shape>>) => Built;
}

/** Ties the types of an area's parts together. */
export function configArea<Shape extends z.ZodRawShape, Built>(
  area: ConfigArea<Shape, Built>,
): ConfigArea<Shape, Built> {
  return area;
}
