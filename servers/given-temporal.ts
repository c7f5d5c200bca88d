/** Turns the TEMPORAL_* variables into the options of a connection, reading the certificates they name. */
import { readFileSync } from 'node:fs';
import type { Config } from './config.ts';
import { SetupProblem } from './setup-problem.ts';
import type { TemporalConnection } from './temporal.ts';

export function givenTemporal(config: Config): TemporalConnection | undefined {
  if (!config.TEMPORAL_ADDRESS) return undefined;
  return {
    address: config.TEMPORAL_ADDRESS,
    ...(config.TEMPORAL_API_KEY ? { apiKey: config.TEMPORAL_API_KEY } : {}),
    tls: tls(config),
  };
}

function tls(config: Config): NonNullable<TemporalConnection['tls']> {
  const { TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key, TEMPORAL_TLS_CA: ca } = config;
  const serverName = config.TEMPORAL_TLS_SERVER_NAME;
  if (!cert && !ca && !serverName) return config.TEMPORAL_TLS ?? Boolean(config.TEMPORAL_API_KEY);
  return {
    ...(serverName ? { serverNameOverride: serverName } : {}),
    ...(ca ? { serverRootCACertificate: read('TEMPORAL_TLS_CA', ca) } : {}),
    ...(cert && key
      ? { clientCertPair: { crt: read('TEMPORAL_TLS_CERT', cert), key: read('TEMPORAL_TLS_KEY', key) } }
      : {}),
  };
}

function read(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new SetupProblem(
      `${variable} names the file ${file}, which cannot be read: ${(error as Error).message}`,
    );
  }
}
