import { createCanvas, loadImage } from '@napi-rs/canvas';

/** White with a red square in the left upper quarter, a blue one in the right lower, and the rest white. */
function quarters(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height / 2);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, height / 2, width / 2, height / 2);
  return canvas;
}

export const quartersPng = (width: number, height: number): Buffer =>
  quarters(width, height).encodeSync('png');

/** An Exif segment with an orientation and a text that names somebody. */
function exif(orientation: number, text: string): Buffer {
  const tiff = Buffer.alloc(26 + text.length);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  tiff.write(text, 26, 'latin1');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A JPEG as a camera writes it: Exif with an orientation, a comment, and bytes behind the end. */
export function cameraJpeg(width: number, height: number, orientation: number, text: string): Buffer {
  const jpeg = quarters(width, height).encodeSync('jpeg', 95);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text, 'latin1')]);
  return Buffer.concat([
    jpeg.subarray(0, 2),
    exif(orientation, text),
    comment,
    jpeg.subarray(2),
    Buffer.from(text, 'latin1'),
  ]);
}

/** Size of a picture and the colours at some of its points, as a reader sees them. */
export async function seenPicture(bytes: Buffer, points: readonly (readonly [x: number, y: number])[]) {
  const image = await loadImage(bytes);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const colours = points.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
    if (red > 128 && green > 128 && blue > 128) return 'white';
    return red > blue ? 'red' : 'blue';
  });
  return { width, height, colours };
}
