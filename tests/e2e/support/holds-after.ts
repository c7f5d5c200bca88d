/** What must be true of S2 after any kills: the story as it is without them. */
import { beforeAll, expect, test } from 'vitest';
import type { Disaster } from './disasters.ts';
import { type Told, toldWithKills } from './told-with-kills.ts';

/** Tests, for use within a `describe`. */
export function holdsAfter(planned: Disaster[], limitMs: number): void {
  let told: Told;
  beforeAll(async () => {
    told = await toldWithKills(planned);
  }, limitMs);

  test('every kill met its instant', () => {
    expect(told.missed).toEqual([]);
  });

  test('everything the story expects holds', () => {
    expect(told.alone.failures).toEqual([]);
    expect(told.played.failures).toEqual([]);
  });

  test('the facts are those of the engine alone', () => {
    expect(told.played.facts).toEqual(told.alone.facts);
  });

  test('no number is missing in the record, and nobody ever saw a gap', () => {
    expect(told.holes.filter(({ missing }) => missing.length > 0)).toEqual([]);
    expect(told.gaps).toEqual([]);
  });

  test('what lists show is what the facts say', () => {
    for (const { instance, read, folded } of told.readModels) expect(read, instance).toEqual(folded);
  });

  test('every mail arrived, and none that nobody expects', () => {
    expect(told.mails.arrived.toSorted()).toEqual(told.mails.expected.toSorted());
    expect(told.unsent).toEqual([]);
  });

  test('a mail came again only where the kill fell between its acceptance and our record', () => {
    expect(told.mails.copies).toEqual(told.mails.mayBeCopied);
  });
}
