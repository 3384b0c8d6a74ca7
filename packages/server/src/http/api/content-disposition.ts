/**
 * The header that has a browser save a file under its name and never open it in place: plain letters for old programs,
 * and the whole name by RFC 8187, which every browser prefers. Nothing of the name can end the quotes or the line.
 */
export function attachmentHeader(name: string): string {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
