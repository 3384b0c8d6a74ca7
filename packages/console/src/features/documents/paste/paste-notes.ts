/** What is not taken over from a pasted text, in the words of who pastes. */
export const PASTE_NOTES = {
  localPicture: (count: number) =>
    `${count} 张图片留在原来的电脑上，粘贴时带不过来。请用“插入图片”逐张上传，并写明图片内容。`,
  webPicture: (count: number) =>
    `${count} 张图片来自其他网页或者软件，没有放入。确认可以公开后，请保存到电脑，再用“插入图片”上传。`,
  seal: (count: number) => `${count} 处浮在文字上的图片（印章、签名等）没有带过来，公开的网页不放印章图片。`,
  embedded: (count: number) => `${count} 处嵌入的对象（表单、视频、公式等）没有带过来，请另外处理。`,
  link: (count: number) => `${count} 处链接指向本机文件或者内部地址，只保留了文字。`,
  hidden: (count: number) => `${count} 处隐藏的文字没有带过来。`,
  deletion: (count: number) => `${count} 处修订中删除的文字没有带过来；请先在原文件里确认修订。`,
  comment: (count: number) => `${count} 处批注没有带过来。`,
  numbering: (count: number) => `${count} 段的自动编号读不出来，请补写编号。`,
} as const;

export type PasteNoteKind = keyof typeof PASTE_NOTES;

export type PasteNotes = ReadonlyMap<PasteNoteKind, number>;

/** The notes as sentences, in the order of the table. */
export const noteWords = (notes: PasteNotes): readonly string[] =>
  (Object.keys(PASTE_NOTES) as readonly PasteNoteKind[]).flatMap((kind) => {
    const count = notes.get(kind) ?? 0;
    return count === 0 ? [] : [PASTE_NOTES[kind](count)];
  });
