/** A list of tasks as one would write it in an afternoon: plain rows, one query, no rights, nothing sealed. Ends with its parent. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mongo } from 'mongoose';

const [{ mongoUri }] = (await once(process, 'message')) as [{ mongoUri: string }];
const client = await mongo.MongoClient.connect(mongoUri);
const tasks = client.db().collection('tasks_by_hand');
await tasks.createIndex({ state: 1, 'due.at': 1 });
const server = createServer(async (request, response) => {
  const limit = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('limit'));
  const items = await tasks.find({ state: 'open' }).sort({ 'due.at': 1, _id: 1 }).limit(limit).toArray();
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ items }));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.((server.address() as AddressInfo).port);
await once(process, 'disconnect');
server.close();
server.closeAllConnections();
await client.close();
