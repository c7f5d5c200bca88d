/** Everything that can be set from the environment, checked once at start; docs/configuration.md tells the same in prose. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SetupProblem } from './setup-problem.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));

const zone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'expected a time zone such as Europe/Amsterdam');

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `expected an address such as ${example}` });

const yesOrNo = z.enum(['true', 'false'], 'expected true or false').transform((value) => value === 'true');

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

export const environment = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce
      .number('expected a port number')
      .int('expected a whole number')
      .min(0, 'expected 0 to 65535')
      .max(65_535, 'expected 0 to 65535')
      .default(7400),
    PUBLIC_URL: url(/^https?$/, 'https://speelruimte.example.org').optional(),
    DATA_DIR: z.string().default(`${repository}.data`),
    ORG_ZONE: zone.default('Europe/Amsterdam'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'expected fatal, error, warn, info, debug, trace or silent',
      })
      .default('info'),
    SECRET_KEY: z.string().min(32, 'expected at least 32 characters').optional(),
    TEMPORAL_ADDRESS: z
      .string()
      .regex(/^[^\s/]+:\d+$/, 'expected host:port, such as temporal.example.org:7233')
      .optional(),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    TEMPORAL_TASK_QUEUE: z.string().default('speelruimte'),
    TEMPORAL_API_KEY: z.string().optional(),
    TEMPORAL_TLS: yesOrNo.optional(),
    TEMPORAL_TLS_CERT: z.string().optional(),
    TEMPORAL_TLS_KEY: z.string().optional(),
    TEMPORAL_TLS_CA: z.string().optional(),
    TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
    MONGODB_URI: url(/^mongodb(\+srv)?$/, 'mongodb://mongo.example.org/speelruimte').optional(),
    SMTP_URL: url(/^smtps?$/, 'smtps://user:password@mail.example.org').optional(),
    MAIL_FROM: z
      .string()
      .regex(
        /^[^\s<>@]+@[^\s<>@]+$/,
        'expected a mail address alone, such as post@example.org: the name of the organisation is put before it',
      )
      .optional(),
    MAIL_LEASE_SECONDS: z.coerce
      .number('expected a number of seconds')
      .min(5, 'expected at least 5 seconds')
      .default(180),
    REHEARSAL_SMTP_URL: url(/^smtp$/, 'smtp://127.0.0.1:2525')
      .refine(
        (to) => isLoopback(new URL(to).hostname),
        'expected a mail server on this machine, for tests only',
      )
      .optional(),
    OUTSIDE_HOSTS: z
      .string()
      .transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean))
      .optional(),
    CHROME_PATH: z.string().optional(),
    XDG_CACHE_HOME: z.string().optional(),
  })
  .superRefine((env, context) => {
    const need = (name: keyof typeof env, other: keyof typeof env) => {
      if (env[other] !== undefined && env[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `is needed when ${other} is given` });
    };
    need('MAIL_FROM', 'SMTP_URL');
    if (env.REHEARSAL_SMTP_URL !== undefined && !isLoopback(env.HOST))
      context.addIssue({
        code: 'custom',
        path: ['REHEARSAL_SMTP_URL'],
        message: 'is for tests, with a HOST that only this machine can reach',
      });
    need('SECRET_KEY', 'MONGODB_URI');
    need('TEMPORAL_TLS_KEY', 'TEMPORAL_TLS_CERT');
    need('TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_KEY');
    for (const name of ['TEMPORAL_API_KEY', 'TEMPORAL_TLS', 'TEMPORAL_TLS_CERT', 'TEMPORAL_TLS_CA'] as const)
      need('TEMPORAL_ADDRESS', name);
  });

export type Config = z.infer<typeof environment> & { PUBLIC_URL: string };

export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  // An empty variable means "not set": compose files and shells cannot say it otherwise.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}: ${issue.message}${given[name] !== undefined && !secret(name) ? `, got "${given[name]}"` : ''}`;
    });
    throw new SetupProblem(
      `The configuration does not fit (see docs/configuration.md):\n${lines.join('\n')}`,
    );
  }
  const config = parsed.data;
  return { ...config, DATA_DIR: resolve(config.DATA_DIR), PUBLIC_URL: config.PUBLIC_URL ?? ownUrl(config) };
}

/** These may hold a password or a key, so they are never repeated in a message. */
const secret = (name: string) => /KEY|_URL$|_URI$/.test(name);

function ownUrl({ HOST, PORT }: { HOST: string; PORT: number }): string {
  const everywhere = HOST === '0.0.0.0' || HOST === '::';
  const host = everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}`;
}
