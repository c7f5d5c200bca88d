/** What jobs on capacities are asked and answer. */
import { z } from 'zod';
import { CapacityInput } from '../job.ts';
import { jobContract } from './job-contract.ts';

const Taken = z.object({
  taken: z.boolean().describe('Whether there was a place.'),
  above: z.boolean().describe('Whether it was booked above the total.'),
});

export const capacityTake = jobContract({
  type: 'capacity.take',
  name: { nl: 'Plek innemen', en: 'Take a place' },
  about: { nl: 'Boekt een plek, als die vrij is.', en: 'Books a place, if one is free.' },
  input: CapacityInput,
  result: Taken,
});

export const capacityRelease = jobContract({
  type: 'capacity.release',
  name: { nl: 'Plek teruggeven', en: 'Give a place back' },
  about: { nl: 'Maakt een geboekte plek weer vrij.', en: 'Frees a place that was booked.' },
  input: CapacityInput,
  result: z.object({ released: z.boolean() }),
});

export const capacityQueue = jobContract({
  type: 'capacity.queue',
  name: { nl: 'Wachten op een plek', en: 'Wait for a place' },
  about: {
    nl: 'Wacht tot er een plek vrij is, op volgorde van vragen.',
    en: 'Waits until a place is free, in the order of asking.',
  },
  input: CapacityInput,
  result: Taken,
});
