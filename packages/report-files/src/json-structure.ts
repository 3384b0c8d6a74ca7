import { type RowId, SECTION_IDS, TABLE_IDS } from '@zhaoshi/domain/annual-report/ids';
import type { SourceStructure, TableAsFound } from '@zhaoshi/domain/annual-report/report';
import { isBoolean, isListOf, isObject, isOneOf, isString } from './json-shape.ts';

const isSectionId = isOneOf(...SECTION_IDS);
const isTableId = isOneOf(...TABLE_IDS);
const isStrings = isListOf(isString);

const isRowId = (value: unknown): value is RowId => isString(value) && /^t[234]\./.test(value);

const isRowIds = isListOf(isRowId);

const isHeading = (value: unknown): value is SourceStructure['headings'][number] =>
  isObject(value) && isSectionId(value['section']) && isString(value['text']);

const isTextPlace = isOneOf(...SECTION_IDS, 'title', 'preamble', 'signature');

const isLeftover = (value: unknown): value is SourceStructure['leftovers'][number] =>
  isObject(value) && isTextPlace(value['section']) && isString(value['text']);

const isTableAsFound = (value: unknown): value is TableAsFound =>
  isObject(value) &&
  isTableId(value['table']) &&
  isRowIds(value['missingRows']) &&
  isRowIds(value['duplicateRows']) &&
  isStrings(value['extraRows']) &&
  isStrings(value['deviatingLabels']) &&
  isBoolean(value['flattened']);

/** How the source was built, as `toJsonReport` writes it. */
export function isSourceStructure(value: unknown): value is SourceStructure {
  return (
    isObject(value) &&
    isListOf(isHeading)(value['headings']) &&
    isListOf(isTableAsFound)(value['tables']) &&
    isListOf(isLeftover)(value['leftovers'])
  );
}
