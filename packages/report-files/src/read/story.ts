import type { Block, ParagraphBlock } from '../source-document.ts';

/** A paragraph that is finished, and the page on which it began when the file tells. */
export interface Line {
  readonly text: string;
  readonly page: number | undefined;
}

/** What the body or a cell holds, in reading order; a table comes as the blocks it turned into. */
export interface Story {
  readonly items: (Line | readonly Block[])[];
  /** Text of paragraphs whose end mark was deleted: it belongs to the next paragraph. */
  carried: string;
}

export function newStory(): Story {
  return { items: [], carried: '' };
}

function isLine(item: Line | readonly Block[]): item is Line {
  return 'text' in item;
}

/** Text of a cell: its paragraphs, empty ones left out, joined by line ends. */
export function storyText(story: Story): string {
  const [first] = story.items;
  if (first === undefined) return '';
  if (story.items.length === 1 && isLine(first)) return first.text;
  const texts: string[] = [];
  for (const item of story.items) if (isLine(item) && item.text !== '') texts.push(item.text);
  return texts.join('\n');
}

/** Page of the first paragraph that has text. */
export function storyPage(story: Story): number | undefined {
  for (const item of story.items) if (isLine(item)) return item.page;
  return undefined;
}

/** Whether a table stands inside the story. */
export function hasTable(story: Story): boolean {
  return story.items.some((item) => !isLine(item));
}

/** Tables that stood inside the story. */
export function nestedBlocks(story: Story): readonly Block[] {
  return story.items.flatMap((item) => (isLine(item) ? [] : item));
}

/** The story as blocks of the document; empty paragraphs are only spacing. */
export function storyBlocks(story: Story): Block[] {
  const blocks: Block[] = [];
  for (const item of story.items) {
    if (!isLine(item)) blocks.push(...item);
    else if (item.text !== '') blocks.push(paragraphBlock(item));
  }
  return blocks;
}

function paragraphBlock(line: Line): ParagraphBlock {
  return { kind: 'paragraph', text: line.text, place: line.page === undefined ? {} : { page: line.page } };
}
