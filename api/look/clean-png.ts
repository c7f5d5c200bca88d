/** A PNG picture with nothing in it but the picture: words, places and moments that programs put in are left out. */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What draws (PNG specification, third edition, section 5.6). */
const DRAWS = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND']);
/** Larger than any screen shows a logo. */
const WIDEST = 2000;

export type CleanedPng = { ok: true; png: Buffer; leftOut: string[] } | { ok: false; why: string };

export function cleanPng(file: Buffer): CleanedPng {
  if (!file.subarray(0, 8).equals(SIGNATURE)) return { ok: false, why: 'Expected a PNG file, got another' };
  const kept: Buffer[] = [SIGNATURE];
  const leftOut = new Set<string>();
  const seen = new Set<string>();
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > file.length) break;
    if (seen.size === 0 && type !== 'IHDR')
      return { ok: false, why: 'Expected a PNG file to begin with its size' };
    seen.add(type);
    if (DRAWS.has(type)) kept.push(file.subarray(at, end));
    else leftOut.add(type);
    if (type === 'IHDR') {
      const [width, height] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
      if (width === 0 || height === 0 || width > WIDEST || height > WIDEST)
        return {
          ok: false,
          why: `Expected at most ${WIDEST} by ${WIDEST} pixels, got ${width} by ${height}`,
        };
    }
    if (type === 'IEND')
      return seen.has('IDAT')
        ? { ok: true, png: Buffer.concat(kept), leftOut: [...leftOut].sort() }
        : { ok: false, why: 'Expected a picture in the PNG file' };
    at = end;
  }
  return { ok: false, why: 'Expected a whole PNG file, got a piece of one' };
}
