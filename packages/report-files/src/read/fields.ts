interface Field {
  code: string;
  inResult: boolean;
}

const CODE_CHARACTERS = 40;

/**
 * Complex fields of a story: an instruction nobody sees, then the result that is printed. Fields nest, and
 * text is printed only when every field around it has reached its result. A table of contents repeats the
 * headings, so its result does not count as text of the report.
 */
export class Fields {
  private readonly open: Field[] = [];
  private hiding = 0;
  contents = false;

  /** Text here is an instruction or a table of contents. */
  get hidden(): boolean {
    return this.hiding > 0;
  }

  get depth(): number {
    return this.open.length;
  }

  begin(): void {
    this.open.push({ code: '', inResult: false });
    this.hiding += 1;
  }

  instruction(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.inResult && field.code.length < CODE_CHARACTERS) field.code += text;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field === undefined || field.inResult) return;
    field.inResult = true;
    if (isContents(field)) this.contents = true;
    else this.hiding -= 1;
  }

  end(): void {
    const field = this.open.pop();
    if (field !== undefined && (!field.inResult || isContents(field))) this.hiding -= 1;
  }

  /** Drops fields that a broken file left open, so that they hide nothing beyond their cell. */
  closeTo(depth: number): boolean {
    const broken = this.open.length > depth;
    while (this.open.length > depth) this.end();
    return broken;
  }
}

function isContents(field: Field): boolean {
  return /^\s*TOC(?:\s|$)/i.test(field.code);
}
