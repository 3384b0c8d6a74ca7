/** Markup that is known to be safe: only `html` makes it. */
export interface SafeHtml {
  readonly markup: string;
}

type Piece = SafeHtml | readonly SafeHtml[] | string | number | null;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function render(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escape(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
}

/**
 * Template tag whose values are escaped for element content and for quoted attributes; markup made by the tag
 * itself is put in as it is. Attribute values must stand in quotes.
 */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): SafeHtml {
  return {
    markup: parts.reduce((markup, part, index) => markup + render(pieces[index - 1] ?? null) + part),
  };
}
