/** Stands between a program and its MongoDB, so that a test can act at one exact write: before it arrives, or once it is done but not answered. */
import { createConnection, createServer, type Socket } from 'node:net';
import { freePort } from '../../../servers/index.ts';

export interface WriteMoment {
  when: 'before' | 'after';
  command: 'insert' | 'update';
  collection: string;
  /** Only a write that holds these words. */
  saying?: string;
}

export interface MongoWire {
  /** The address with the wire in between. */
  uri: string;
  /** Does something at the next such write, whose program then hears nothing more on that connection. */
  at(moment: WriteMoment, act: () => void): Promise<void>;
  stop(): Promise<void>;
}

const HEADER = 16;
/** In an OP_MSG: after header, flags, kind of section, length and type of the first field stands the command's name. */
const COMMAND = HEADER + 4 + 1 + 4 + 1;

export async function mongoWire(to: string): Promise<MongoWire> {
  const target = new URL(to);
  const open = new Set<Socket>();
  let armed: (WriteMoment & { act: () => void }) | undefined;

  const strike = () => {
    const { act } = armed as NonNullable<typeof armed>;
    armed = undefined;
    act();
  };

  const server = createServer((program) => {
    const database = createConnection(Number(target.port), target.hostname);
    let awaited: number | undefined;
    const part = () => {
      program.destroy();
      database.destroy();
    };
    for (const socket of [program, database]) {
      open.add(socket);
      socket.on('error', part);
      socket.on('close', () => {
        open.delete(socket);
        part();
      });
    }
    program.on(
      'data',
      frames((frame) => {
        if (armed && isAbout(frame, armed)) {
          if (armed.when === 'before') {
            strike();
            return part();
          }
          awaited = frame.readInt32LE(4);
        }
        database.write(frame);
      }),
    );
    database.on(
      'data',
      frames((frame) => {
        if (armed && awaited !== undefined && frame.readInt32LE(8) === awaited) {
          strike();
          return part();
        }
        program.write(frame);
      }),
    );
  });

  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, target.hostname, resolve));
  const uri = new URL(to);
  uri.port = String(port);
  return {
    uri: uri.href,
    at: (moment, act) =>
      new Promise((resolve, reject) => {
        armed = {
          ...moment,
          act() {
            try {
              act();
              resolve();
            } catch (error) {
              reject(error);
            }
          },
        };
      }),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function isAbout(frame: Buffer, { command, collection, saying }: WriteMoment): boolean {
  const text = frame.toString('latin1');
  const name = `${command}\0`;
  if (!text.startsWith(name, COMMAND)) return false;
  const value = COMMAND + name.length + 4;
  return text.startsWith(`${collection}\0`, value) && (saying === undefined || text.includes(saying));
}

/** Cuts a stream into whole messages; each begins with its length. */
function frames(take: (frame: Buffer) => void): (chunk: Buffer) => void {
  let kept = Buffer.alloc(0);
  return (chunk) => {
    kept = Buffer.concat([kept, chunk]);
    while (kept.length >= HEADER && kept.length >= kept.readInt32LE(0)) {
      const length = kept.readInt32LE(0);
      take(kept.subarray(0, length));
      kept = kept.subarray(length);
    }
  };
}
