/** Words around the picture of a process. */
import { texts } from '../app/texts.ts';

export const pictureTexts = texts(
  {
    svg: 'Bewaar als tekening (SVG)',
    png: 'Bewaar als foto (PNG)',
    print: 'Druk af of bewaar als PDF',
    failed: 'Het beeld kon niet worden gemaakt. Probeer de tekening (SVG).',
  },
  {
    svg: 'Save as a drawing (SVG)',
    png: 'Save as a picture (PNG)',
    print: 'Print or save as PDF',
    failed: 'The picture could not be made. Try the drawing (SVG).',
  },
);
