/** The picture of a process in lanes: the lanes are on it with their names, on paper on each page. */
import { describe, expect, test } from 'vitest';
import { pictureOf, sheetsOf } from '../../../core/picture/index.ts';
import { lanesForPicture } from '../../../designer/lanes/for-picture.ts';
import { template } from '../actions/drawings.ts';

describe('the picture', () => {
  const { definition: seen, lanes } = lanesForPicture(template('T1'), 'nl');
  const heading = { language: 'nl', under: 'Concept', lanes } as const;
  const names = lanes.map(({ name }) => name);
  const lanesIn = (svg: string): string[] =>
    [...svg.matchAll(/font-size="14" font-weight="650"[^>]*>([^<]*)</g)].map(([, name]) => name ?? '');

  test('has the lanes with their names, and everything within its edges', () => {
    const picture = pictureOf(seen, heading);

    expect(names).toEqual(['Initiatiefnemer', 'Coördinator', 'Ondersteuner', 'Automatisch']);
    expect(names.filter((name) => lanesIn(picture.svg).includes(name))).toEqual(names);
    for (const { y, height } of picture.lanes) {
      expect(y).toBeGreaterThan(0);
      expect(y + height).toBeLessThanOrEqual(picture.height);
    }
  });

  test('says the names again on each page', () => {
    for (const page of sheetsOf(seen, pictureOf(seen, heading), heading))
      expect(names.filter((name) => lanesIn(page).includes(name))).toEqual(names);
  });

  test('without lanes is what it was', () => {
    const free = template('T1');

    expect(pictureOf(free, { language: 'nl', under: 'Concept', lanes: [] })).toEqual(
      pictureOf(free, { language: 'nl', under: 'Concept' }),
    );
  });
});
