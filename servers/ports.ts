/** Finds free TCP ports and tells in a sentence when a wanted one is taken. */
import { createServer } from 'node:net';
import { SetupProblem } from './setup-problem.ts';

/** Below those that systems give to connections outward: one of these is not taken in passing before its server has it. */
const FIRST = 15_000;
const LAST = 32_000;
const TRIES = 50;

export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tried = 1; ; tried++)
    try {
      return await listenOnce(host, FIRST + Math.floor(Math.random() * (LAST - FIRST)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (tried === TRIES || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw error;
    }
}

/** Throws a sentence when the port cannot be had; `advice` says what to do about it. */
export async function requirePort(host: string, port: number, advice: string): Promise<void> {
  try {
    await listenOnce(host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new SetupProblem(`Port ${port} on ${host} is taken by another program. ${advice}`);
    if (code === 'EACCES')
      throw new SetupProblem(`Port ${port} on ${host} needs more rights than this user has. ${advice}`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new SetupProblem(`The address ${host} does not belong to this machine. Choose another HOST.`);
    throw error;
  }
}

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
