import type { Deadline } from '../deadline.ts';
import { parseXml, type XmlHandlers } from '../xml.ts';

/** Names come with or without a prefix; no two names of a workbook differ only by it. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Parses one part under the time of the whole file, since a workbook may have thousands of parts. */
export function parsePart(bytes: Uint8Array, deadline: Deadline, handlers: XmlHandlers): void {
  parseXml(bytes, handlers, { deadline });
}
