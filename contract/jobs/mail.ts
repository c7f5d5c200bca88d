/** What the job `mail` is asked and answers. */
import { z } from 'zod';
import { jobContract } from './job-contract.ts';

export const mailContract = jobContract({
  type: 'mail',
  name: { nl: 'Mail aan een adres', en: 'Mail to an address' },
  about: {
    nl: 'Stuurt een mail aan iemand die geen rol heeft in het proces.',
    en: 'Sends a mail to somebody who has no role in the process.',
  },
  input: z
    .object({
      to: z.email('expected a mail address').describe('Address it goes to.'),
      subject: z.string().min(1).max(120),
      text: z.string().min(1).max(10_000).describe('Paragraphs are parted by an empty line.'),
    })
    .strict(),
  result: z.object({ message: z.string().describe('Key of the message, as in the list of messages.') }),
  outside: true,
});
