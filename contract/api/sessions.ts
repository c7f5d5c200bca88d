/** Requests and answers about signing in, and about accounts. */
import { z } from 'zod';
import { Instant, listOf, said } from './common.ts';

const Language = z.enum(['nl', 'en']);

/** Any length here: only a new password is held to the rules, so that signing in says nothing about them. */
export const SignIn = z
  .object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1_000) })
  .strict();

export const HeldRole = z.object({
  role: z.string(),
  /** Absent: in the whole organisation. */
  team: z.string().optional(),
});

const OwnLook = z.object({
  accent: z.object({ light: z.string(), dark: z.string() }).optional(),
  logo: z.string().optional(),
});

/** Who asks, what they may, and what a page needs to ask more. */
export const Me = z.object({
  person: z
    .object({ id: z.string(), name: z.string().optional(), mail: z.string().optional(), language: Language })
    .optional(),
  organisation: z.object({
    id: z.string(),
    name: z.string(),
    zone: z.string(),
    language: Language,
    /** Address that its mails come from. */
    mailFrom: z.string(),
    /** Its own colour, in light and dark, and where its logo is. */
    look: OwnLook.extend({ css: z.string().optional() }).optional(),
    /** The same for mails, whose logo has its whole address and is not of a kind that mail programs leave out. */
    mailLook: OwnLook.optional(),
  }),
  roles: z.array(HeldRole),
  /** Teams of the organisation in which they hold a role; all of them for who holds one in the whole organisation. */
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  language: Language,
  /** Actions of the table of permissions, in whichever team. */
  may: z.array(z.string()),
  /** Only for sessions: send it as X-CSRF-Token with everything that changes something. */
  csrf: z.string().optional(),
  /** When the session ends without a further request, and whatever happens. */
  session: z.object({ idleAt: Instant, endsAt: Instant }).optional(),
  /** Nothing goes before another password is chosen (POST /v1/password). */
  mustChangePassword: z.boolean(),
});
export type Me = z.input<typeof Me>;

export const SignedOut = z.object({ ended: z.number().int() });

export const NewPassword = z
  .object({
    current: z.string().min(1).max(1_000),
    password: z
      .string()
      .min(12, 'Expected at least 12 characters')
      .max(256, 'Expected at most 256 characters'),
  })
  .strict();

const Roles = z.array(
  z
    .object({
      role: z.enum(['coordinator', 'supporter', 'manager', 'administrator']),
      team: z.string().min(1).optional(),
    })
    .strict(),
);

/** Cannot be undone, so it is said twice. */
export const PersonErasure = z.object({ why: said(2_000), confirm: z.literal('erase') }).strict();
export const PersonErased = z.object({ person: z.string() });

export const Account = z.object({
  person: z.string(),
  name: z.string().optional(),
  mail: z.string().optional(),
  roles: z.array(HeldRole),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: Instant,
  lastSignInAt: Instant.optional(),
});
export const Accounts = listOf(Account);

export const NewAccount = z
  .object({
    name: said(200),
    mail: z.email('Expected a mail address').max(320),
    phone: z.string().max(50).optional(),
    language: Language.default('nl'),
    roles: Roles.default([]),
  })
  .strict();

/** The password is told this once; it has to be changed at the first sign-in. */
export const AccountMade = Account.extend({ password: z.string() });
export const PasswordMade = z.object({ person: z.string(), password: z.string() });
export const AccountRoles = z.object({ roles: Roles }).strict();

export const Team = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.record(z.string(), z.array(z.string())),
});
export const Teams = listOf(Team);
export const TeamNamed = z.object({ name: said(200) }).strict();
