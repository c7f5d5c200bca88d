/** Takes a picture out of the browser: as a file, or onto paper. */
import fontFile from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import { fontFace } from '../../core/picture/picture.ts';
import styles from './print.module.css';

/** More than this no browser paints in one go. */
const WIDEST = 16_000;
const MOST = 120_000_000;

let font: Promise<string> | undefined;
/** Our type, within the file: who opens it elsewhere sees the same. */
export function fontRules(): Promise<string> {
  font ??= fetch(fontFile)
    .then((answer) => answer.blob())
    .then(asDataUrl)
    .then(fontFace);
  return font;
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

export function saveSvg(name: string, svg: string): void {
  save(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
}

/** At twice the size where a browser can paint that much. */
export async function savePng(
  name: string,
  picture: { svg: string; width: number; height: number },
): Promise<void> {
  const { width, height } = picture;
  const scale = Math.min(2, WIDEST / width, WIDEST / height, Math.sqrt(MOST / (width * height)));
  const image = await loaded(picture.svg);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('Expected the browser to paint a picture, but it gave none');
  save(`${name}.png`, blob);
}

async function loaded(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** Prints pages, one SVG each, and nothing else of the screen. */
export function printPages(svgs: readonly string[]): void {
  const sheets = document.createElement('div');
  sheets.className = styles.sheets as string;
  sheets.setAttribute('aria-hidden', 'true');
  for (const svg of svgs) {
    const sheet = document.createElement('div');
    sheet.className = styles.sheet as string;
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    sheet.append(document.importNode(read, true));
    sheets.append(sheet);
  }
  document.body.append(sheets);
  document.documentElement.classList.add(styles.printing as string);
  const over = () => {
    sheets.remove();
    document.documentElement.classList.remove(styles.printing as string);
  };
  addEventListener('afterprint', over, { once: true });
  window.print();
}
