import { html } from '@zhaoshi/domain/kernel/html';
import { messageTemplate, type TemplateName } from './templates.ts';

export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  /** A whole document without scripts, pictures or addresses of others. */
  readonly html: string;
}

/** A subject is a header: it stays on its line whatever stands in the values. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

/** The words of a message, as text and as HTML with every value escaped. */
export function renderMessage(name: TemplateName, values: unknown): RenderedMessage {
  const template = messageTemplate(name);
  const { subject, paragraphs } = template.words(template.values.parse(values));
  const title = oneLine(subject);
  const { markup } = html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head>
<body>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}</body></html>
`;
  return { subject: title, text: `${paragraphs.join('\n\n')}\n`, html: markup };
}
