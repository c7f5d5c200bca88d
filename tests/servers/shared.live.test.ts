/** Holds that live tests have a Temporal with our search attributes and a MongoDB that keeps what it acknowledged. */
import { Connection } from '@temporalio/client';
import { mongo } from 'mongoose';
import { expect, test } from 'vitest';
import { liveServers } from '../../servers/in-tests.ts';
import { searchAttributes } from '../../workflows/search-attributes.ts';

test('the shared Temporal knows our search attributes', async () => {
  const { temporal } = liveServers();
  const connection = await Connection.connect({ address: temporal.address });

  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace: temporal.namespace,
  });

  expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
  await connection.close();
});

test('each live test has a database of its own', async () => {
  const [one, other] = [liveServers().mongoUri, liveServers().mongoUri].map(
    (uri) => new mongo.MongoClient(uri),
  );
  await one?.db().collection<{ _id: string }>('things').insertOne({ _id: 'a' });

  expect(await one?.db().collection('things').countDocuments()).toBe(1);
  expect(await other?.db().collection('things').countDocuments()).toBe(0);

  await one?.db().dropDatabase();
  await Promise.all([one?.close(), other?.close()]);
});
