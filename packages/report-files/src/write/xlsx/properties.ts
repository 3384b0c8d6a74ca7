import type writeExcelFile from 'write-excel-file/node';

type Options = NonNullable<Parameters<typeof writeExcelFile>[1]>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '');

const CORE = 'docProps/core.xml';

/** A title and a remark in the properties of a workbook, and nobody's name. */
export function withProperties(
  options: Options,
  { title, remark }: { readonly title: string; readonly remark: string },
): Options {
  const core = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:description>${escaped(remark)}</dc:description><dc:language>zh-CN</dc:language></cp:coreProperties>`;
  const type = 'application/vnd.openxmlformats-package.core-properties+xml';
  const relation = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  return {
    ...options,
    features: [
      ...(options.features ?? []),
      {
        files: {
          transform: {
            '[Content_Types].xml': {
              insert: () => `<Override PartName="/${CORE}" ContentType="${type}"/>`,
            },
            '_rels/.rels': {
              insert: () => `<Relationship Id="rId-core" Type="${relation}" Target="${CORE}"/>`,
            },
          },
          write: { files: () => ({ [CORE]: core }) },
        },
      },
    ],
  };
}
