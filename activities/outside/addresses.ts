/** Which network addresses processes may reach: those of the public internet, and the hosts the installation names. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses that may be connected to. Throws NotReachable when one of them is not public, or there is none. */
export type Resolve = (host: string, port: number) => Promise<string[]>;

export class NotReachable extends Error {
  override name = 'NotReachable';
}

/**
 * Everything that a name stands for has to be public: one private address among them, and none is used. Who connects uses
 * what was resolved here, so that the name cannot mean another address a moment later.
 * @param own hosts of the installation's own network that may be reached: `host` or `host:port`.
 */
export function publicOnly(own: readonly string[] = []): Resolve {
  return async (host, port) => {
    const addresses = isIP(host) ? [host] : await allOf(host);
    const isOwn = own.includes(host) || own.includes(`${host}:${port}`);
    if (!isOwn && !addresses.every(isPublic))
      throw new NotReachable(`Expected a host of the public internet, but '${host}' is not one`);
    return addresses;
  };
}

async function allOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
  } catch {
    throw new Error(`Expected '${host}' to be a host, but it is not known`);
  }
}

/** A unicast address of the internet; what is wrapped in IPv6 counts by the address inside. */
function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}
