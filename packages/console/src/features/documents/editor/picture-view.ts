import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';

/** A picture of the document as the editor shows it, with what it shows in words below. */
export class PictureView implements NodeView {
  readonly dom: HTMLElement;

  constructor(node: Node, addressOf: (fileId: string) => string) {
    const { fileId, alt } = node.attrs as { readonly fileId: string; readonly alt: string };
    const picture = document.createElement('img');
    picture.src = addressOf(fileId);
    picture.alt = alt;
    const words = document.createElement('figcaption');
    words.textContent = alt === '' ? '没有写明图片内容' : `图片内容：${alt}`;
    this.dom = document.createElement('figure');
    this.dom.append(picture, words);
  }
}
