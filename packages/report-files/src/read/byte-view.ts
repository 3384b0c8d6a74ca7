import { ReadFailure } from '../read-error.ts';

/** Little-endian view of bytes whose offsets come from a file: reading outside of them means that it is damaged. */
export class ByteView {
  readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u8(at: number): number {
    return this.view.getUint8(this.at(at, 1));
  }

  u16(at: number): number {
    return this.view.getUint16(this.at(at, 2), true);
  }

  i16(at: number): number {
    return this.view.getInt16(this.at(at, 2), true);
  }

  u32(at: number): number {
    return this.view.getUint32(this.at(at, 4), true);
  }

  i32(at: number): number {
    return this.view.getInt32(this.at(at, 4), true);
  }

  /** @returns `length` bytes from `start`, sharing memory with this view */
  part(start: number, length: number): ByteView {
    return new ByteView(this.bytes.subarray(this.at(start, length), start + length));
  }

  private at(start: number, length: number): number {
    if (start < 0 || length < 0 || start + length > this.bytes.length) throw damaged();
    return start;
  }
}

/** The file points to places that it does not have. */
export function damaged(): ReadFailure {
  return new ReadFailure(
    'damaged',
    '文件不完整或内部结构已损坏，没有读取。请重新取得文件，或用 Word、WPS 打开后另存为 .docx 再试。',
  );
}
