import { symbolText } from '../symbols.ts';
import type { XmlAttributes, XmlHandlers } from '../xml.ts';
import type { BodyReader } from './body.ts';
import { levelIndex } from './numbering.ts';
import { isOn } from './styles.ts';

type OpenElement = (body: BodyReader, attributes: XmlAttributes) => void;
type CloseElement = (body: BodyReader) => void;

const skip: OpenElement = (body) => {
  body.skipping = 1;
};
const startDeletion: OpenElement = (body) => {
  body.deletions += 1;
  noteChanges(body);
};
const endDeletion: CloseElement = (body) => {
  body.deletions -= 1;
};
const startText: OpenElement = (body) => {
  body.inText = true;
};
const endText: CloseElement = (body) => {
  body.inText = false;
};
const picture: OpenElement = (body) =>
  body.notes.add('notUnderstood', 'docx.picture', '文件里有图片，图片里的文字没有读入。');
const noteReference: OpenElement = (body) =>
  body.notes.add('notUnderstood', 'docx.note', '文件里有脚注或尾注，注码已去掉，注文没有读入。');

/**
 * What each element of `document.xml` does when it opens. Elements that are not here are passed through: their
 * content counts, they themselves do not (hyperlinks, smart tags, insertions, move targets …).
 */
const OPEN: ReadonlyMap<string, OpenElement> = new Map<string, OpenElement>([
  [
    'w:body',
    (body) => {
      body.found = true;
    },
  ],
  ['w:p', (body) => body.startParagraph()],
  [
    'w:r',
    (body) => {
      body.runHidden = styleHides(body, body.paragraph?.styleId);
      body.runRaised = false;
      body.runStruck = false;
    },
  ],
  ['w:t', startText],
  ['m:t', startText],
  [
    'w:tab',
    (body) => {
      if (!body.inParagraphProperties) body.print('\t');
    },
  ],
  ['w:ptab', (body) => body.print('\t')],
  ['w:cr', (body) => body.print('\n')],
  [
    'w:br',
    (body, attributes) => {
      if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') body.print('\n');
    },
  ],
  ['w:noBreakHyphen', (body) => body.print('-')],
  ['w:sym', symbol],
  [
    'w:lastRenderedPageBreak',
    (body) => {
      body.page += 1;
    },
  ],
  [
    'w:pPr',
    (body) => {
      body.inParagraphProperties = true;
    },
  ],
  [
    'w:pStyle',
    (body, attributes) => {
      if (body.paragraph !== undefined) body.paragraph.styleId = attributes['w:val'];
    },
  ],
  [
    'w:numId',
    (body, attributes) => {
      if (body.paragraph !== undefined) body.paragraph.numId = attributes['w:val'];
    },
  ],
  [
    'w:ilvl',
    (body, attributes) => {
      if (body.paragraph !== undefined) body.paragraph.level = levelIndex(attributes['w:val']);
    },
  ],
  [
    'w:rStyle',
    (body, attributes) => {
      if (!body.inParagraphProperties && styleHides(body, attributes['w:val'])) body.runHidden = true;
    },
  ],
  [
    'w:vanish',
    (body, attributes) => {
      if (!body.inParagraphProperties) body.runHidden = isOn(attributes['w:val']);
    },
  ],
  [
    'w:vertAlign',
    (body, attributes) => {
      if (!body.inParagraphProperties) body.runRaised = attributes['w:val'] === 'superscript';
    },
  ],
  ['w:strike', struck],
  ['w:dstrike', struck],
  ['w:tbl', (body) => body.startTable()],
  ['w:gridCol', (body, attributes) => body.table?.gridColumn(attributes['w:w'])],
  ['w:tr', (body) => body.table?.startRow()],
  [
    'w:trPr',
    (body) => {
      body.inRowProperties = true;
    },
  ],
  ['w:gridBefore', (body, attributes) => body.table?.skipColumns(attributes['w:val'])],
  ['w:tc', (body) => body.startCell()],
  ['w:gridSpan', (body, attributes) => body.table?.span(attributes['w:val'])],
  ['w:vMerge', (body, attributes) => body.table?.mergeDown(attributes['w:val'])],
  ['w:hMerge', (body, attributes) => body.table?.mergeAcross(attributes['w:val'])],
  ['w:fldChar', fieldCharacter],
  [
    'w:instrText',
    (body) => {
      body.inInstruction = true;
    },
  ],
  ['w:ins', noteChanges],
  ['w:moveTo', noteChanges],
  ['w:del', deletion],
  ['w:moveFrom', startDeletion],
  [
    'w:sdt',
    (body) => {
      body.controls.push(false);
    },
  ],
  [
    'w:showingPlcHdr',
    (body, attributes) => {
      if (isOn(attributes['w:val'])) body.controls[body.controls.length - 1] = true;
    },
  ],
  [
    'w:sdtContent',
    (body) => {
      if (body.controls.at(-1) === true) body.prompts += 1;
    },
  ],
  ['w:txbxContent', (body) => body.startTextBox()],
  [
    'mc:AlternateContent',
    (body) => {
      body.alternatives.push(false);
    },
  ],
  ['mc:Choice', alternative],
  ['mc:Fallback', alternative],
  ['pic:pic', picture],
  ['v:imagedata', picture],
  ['w:footnoteReference', noteReference],
  ['w:endnoteReference', noteReference],
  [
    'w:altChunk',
    (body) =>
      body.notes.add('notUnderstood', 'docx.embedded-file', '文件里嵌有另一份文件，其中的文字没有读入。'),
  ],
  ['w:tblPr', skip],
  ['w:tblPrEx', skip],
  ['w:sectPr', skip],
  ['w:pPrChange', skip],
  ['w:rPrChange', skip],
  ['w:tcPrChange', skip],
  ['w:trPrChange', skip],
  ['w:tblPrChange', skip],
  ['w:tblGridChange', skip],
  ['w:numberingChange', skip],
  ['w:rt', skip],
]);

/** What each element does when it closes. */
const CLOSE: ReadonlyMap<string, CloseElement> = new Map<string, CloseElement>([
  ['w:p', (body) => body.endParagraph()],
  ['w:t', endText],
  ['m:t', endText],
  [
    'w:pPr',
    (body) => {
      body.inParagraphProperties = false;
    },
  ],
  ['w:tbl', (body) => body.endTable()],
  ['w:tr', (body) => body.table?.endRow()],
  [
    'w:trPr',
    (body) => {
      body.inRowProperties = false;
    },
  ],
  ['w:tc', (body) => body.endCell()],
  [
    'w:instrText',
    (body) => {
      body.inInstruction = false;
    },
  ],
  [
    'w:del',
    (body) => {
      if (!body.inParagraphProperties && !body.inRowProperties) body.deletions -= 1;
    },
  ],
  ['w:moveFrom', endDeletion],
  [
    'w:sdt',
    (body) => {
      body.controls.pop();
    },
  ],
  [
    'w:sdtContent',
    (body) => {
      if (body.controls.at(-1) === true) body.prompts -= 1;
    },
  ],
  ['w:txbxContent', (body) => body.endTextBox()],
  [
    'mc:AlternateContent',
    (body) => {
      body.alternatives.pop();
    },
  ],
]);

interface Element {
  readonly open: OpenElement | undefined;
  readonly close: CloseElement | undefined;
}

const ELEMENTS: ReadonlyMap<string, Element> = new Map(
  [...new Set([...OPEN.keys(), ...CLOSE.keys()])].map((name) => [
    name,
    { open: OPEN.get(name), close: CLOSE.get(name) },
  ]),
);

/** Handlers that feed a body reader from the parser. */
export function bodyHandlers(body: BodyReader): XmlHandlers {
  // Names are looked up once, when an element opens; nothing else here costs as much.
  const closing: (CloseElement | undefined)[] = [];
  return {
    open: (name, attributes) => {
      if (body.skipping > 0) {
        body.skipping += 1;
        return;
      }
      const element = ELEMENTS.get(name);
      closing.push(element?.close);
      element?.open?.(body, attributes);
    },
    close: () => {
      if (body.skipping > 0) body.skipping -= 1;
      // The element left out closes here itself, so that both stacks stay level.
      if (body.skipping === 0) closing.pop()?.(body);
    },
    text: (text) => body.text(text),
  };
}

/** A deletion marks text, but inside properties it marks the paragraph's end or the whole row. */
function deletion(body: BodyReader, attributes: XmlAttributes): void {
  if (body.inRowProperties) body.table?.deleteRow();
  else if (!body.inParagraphProperties) {
    startDeletion(body, attributes);
    return;
  } else if (body.paragraph !== undefined) body.paragraph.markDeleted = true;
  noteChanges(body);
}

function fieldCharacter(body: BodyReader, attributes: XmlAttributes): void {
  if (body.deletions > 0) return;
  switch (attributes['w:fldCharType']) {
    case 'begin':
      body.fields.begin();
      break;
    case 'separate':
      body.fields.separate();
      break;
    case 'end':
      body.fields.end();
      break;
  }
}

/** The same content in several spellings: the first branch is read, the others are not. */
function alternative(body: BodyReader): void {
  const last = body.alternatives.length - 1;
  if (body.alternatives[last] === true) body.skipping = 1;
  else if (last >= 0) body.alternatives[last] = true;
}

function symbol(body: BodyReader, attributes: XmlAttributes): void {
  const text = symbolText(attributes['w:char'] ?? '');
  if (text === undefined)
    body.notes.add('notUnderstood', 'docx.symbol', '有符号只在其字体里才有含义，没有读入。');
  else body.print(text);
}

function styleHides(body: BodyReader, styleId: string | undefined): boolean {
  return styleId !== undefined && body.styles.get(styleId)?.hidden === true;
}

function struck(body: BodyReader, attributes: XmlAttributes): void {
  if (!body.inParagraphProperties && isOn(attributes['w:val'])) body.runStruck = true;
}

function noteChanges(body: BodyReader): void {
  body.notes.add(
    'guessed',
    'docx.tracked-changes',
    '文件里有未定稿的修订：插入的已保留，删除的已去掉，请核对后定稿。',
  );
}
