import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';

/** A picture of the document as the editor shows it, with what it shows in words below. */
export class PictureView implements NodeView {
  readonly dom: HTMLElement;
  private readonly change: HTMLButtonElement;

  constructor(node: Node, addressOf: (fileId: string) => string, onChange: () => void) {
    const { fileId, alt } = node.attrs as { readonly fileId: string; readonly alt: string };
    const picture = document.createElement('img');
    picture.src = addressOf(fileId);
    picture.alt = alt;
    const words = document.createElement('figcaption');
    words.textContent = alt === '' ? '没有写明图片内容' : `图片内容：${alt}`;
    this.change = document.createElement('button');
    this.change.type = 'button';
    this.change.textContent = '修改图片说明';
    this.change.addEventListener('click', onChange);
    this.dom = document.createElement('figure');
    this.dom.append(picture, words, this.change);
  }

  /** The button is not text: the editor leaves it alone. */
  stopEvent(event: Event): boolean {
    return event.target === this.change;
  }
}
