/** Addresses of other systems as they are typed. */
import { expect, test } from 'vitest';
import { addressesIn } from '../../../designer/operations/addresses.ts';

test('one a line, of which only scheme, host and port count, each once', () => {
  expect(
    addressesIn(' https://crm.example.org/path \n\nhttps://crm.example.org\nhttp://a.example:8080'),
  ).toEqual({
    ok: true,
    origins: ['https://crm.example.org', 'http://a.example:8080'],
  });
});

test.each(['crm.example.org', 'ftp://crm.example.org', 'https://', 'javascript:alert(1)'])(
  '%s is none',
  (line) => {
    expect(addressesIn(`https://ok.example\n${line}`)).toEqual({ ok: false, line });
  },
);
