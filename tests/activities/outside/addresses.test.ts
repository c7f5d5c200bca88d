/** Where processes may reach: the public internet, by whatever name or spelling, and hosts the installation names. */
import { describe, expect, test } from 'vitest';
import { publicOnly } from '../../../activities/outside/addresses.ts';

const inside = [
  '127.0.0.1',
  '127.1.2.3',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254', // where clouds keep their keys
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  '::ffff:127.0.0.1', // IPv4 in IPv6
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'localhost',
];

describe('an address inside', () => {
  test.each(inside)('%s is not reached', async (host) => {
    await expect(publicOnly()(host, 443)).rejects.toThrow(
      `Expected a host of the public internet, but '${host}'`,
    );
  });

  test('is reached when the installation names it, with its port or any', async () => {
    await expect(publicOnly(['127.0.0.1:8080'])('127.0.0.1', 8080)).resolves.toEqual(['127.0.0.1']);
    await expect(publicOnly(['127.0.0.1'])('127.0.0.1', 1)).resolves.toEqual(['127.0.0.1']);
    await expect(publicOnly(['127.0.0.1:8080'])('127.0.0.1', 8081)).rejects.toThrow('public internet');
  });
});

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is reached', async (address) => {
  await expect(publicOnly()(address, 443)).resolves.toEqual([address]);
});

test('a name that nobody knows is said', async () => {
  await expect(publicOnly()('nowhere.invalid', 443)).rejects.toThrow(
    "Expected 'nowhere.invalid' to be a host",
  );
});
